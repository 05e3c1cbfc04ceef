/**
 * Reads STIX 2.1, and 2.0 as far as it is the same: relationships, sightings and references between objects are
 * edges, all other objects nodes. A report is a node, and the source of the relationships that it lists.
 */
import { GRAPH_EDGE_ROLES, GRAPH_NODE_ROLES } from '#lib/formats/json/json-columns.ts';
import { readExact } from '#lib/formats/json/exact-values.ts';
import type { TextReader } from '#lib/formats/foreign.ts';
import { documentReader } from '#lib/formats/json/json-document.ts';
import { listOf, membersOf, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonObject, JsonTree } from '#lib/formats/json/json-tree.ts';
import type { Limits } from '#lib/formats/limits.ts';
import { listedText, textsOf } from '#lib/formats/json/listed-values.ts';
import { counted } from '#lib/formats/notices.ts';
import { intervalOf } from '#lib/formats/plain-period.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { EXTENSION, FRAME_IDS, TITLE_ID } from '#lib/formats/stix/stix-frame.ts';
import { StixObjects, isTie } from '#lib/formats/stix/stix-objects.ts';
import type { StixObject } from '#lib/formats/stix/stix-objects.ts';
import { GATHERING, META_OBJECTS, NAMES, isStixId, kindOf } from '#lib/formats/stix/stix-words.ts';
import { joinList } from '#lib/formats/meaning/text-lists.ts';

export function stixReader(staging: Staging, limits: Limits): TextReader {
	return documentReader(staging, limits, (tree) => new Stix(staging, tree).read());
}

type Cells = [column: number, value: string][];

/** Said in another way: as the kind, by a mark, as a source, or the same for all. */
const ELSEWHERE = new Set([
	...['type', 'id', 'spec_version', 'description', 'aliases', 'object_marking_refs', 'revoked'],
	...['relationship_type', 'source_ref', 'target_ref', 'sighting_of_ref', 'where_sighted_refs']
]);

class Stix {
	readonly #staging: Staging;
	readonly #objects: StixObjects;
	/** Ids of ours, by those of STIX. */
	readonly #ours = new Map<string, string>();
	readonly #absent = new Set<string>();
	/** Ids of ties that were left out. */
	readonly #leftOut = new Set<string>();

	constructor(staging: Staging, tree: JsonTree) {
		this.#staging = staging;
		this.#objects = new StixObjects(tree, staging);
	}

	read(): void {
		const objects = this.#objects.list.filter((object) => !this.#isFrame(object));
		const nodes = objects.filter((object) => !isTie(object) && !META_OBJECTS.has(object.type));
		for (const object of nodes) this.#node(object);
		for (const object of objects) if (isTie(object)) this.#tie(object);
		for (const object of nodes) if (ourPart(object) === undefined) this.#references(object);
		for (const { type, place } of objects) {
			const reason = META_OBJECTS.get(type);
			if (reason !== undefined) this.#staging.leaveOut('other', place, reason);
		}
		for (const object of this.#objects.older) this.#older(object);
		this.#tell(objects);
	}

	/** What we write around a graph. */
	#isFrame({ id, members }: StixObject): boolean {
		if (id === TITLE_ID) {
			const ours = membersOf(membersOf(members.get('extensions')).get(EXTENSION));
			this.#staging.title = textOf(ours.get('title'));
			this.#staging.description = textOf(ours.get('description'));
		}
		return FRAME_IDS.has(id);
	}

	#node(object: StixObject): void {
		const { id, type, members, place } = object;
		const ours = ourPart(object);
		if (ours !== undefined) {
			const own = textOf(ours.get('id')) ?? id;
			this.#ours.set(id, own);
			return this.#staging.node(
				own,
				readExact(ours, (...column) => this.#staging.nodeColumn(...column), GRAPH_NODE_ROLES),
				place
			);
		}
		const named = NAMES.find((key) => typeof members.get(key) === 'string');
		const column = (name: string) => this.#staging.nodeColumn(name);
		const cells: Cells = [];
		if (named !== undefined)
			cells.push([this.#staging.nodeColumn('name', 'name'), textOf(members.get(named))!]);
		cells.push(
			[this.#staging.nodeColumn('kind', 'kind'), kindOf(type, members)],
			[column('stix_type'), type]
		);
		this.#add(
			cells,
			() => this.#staging.nodeColumn('description', 'description'),
			textOf(members.get('description'))
		);
		this.#add(
			cells,
			() => this.#staging.nodeColumn('aliases', 'aliases'),
			joinList(textsOf(members.get('aliases')), ';')
		);
		const skip = named === 'name' ? new Set(['name']) : new Set<string>();
		this.#rest(cells, object, column, skip);
		if (members.get('revoked') === true)
			this.#staging.notice(
				place,
				'Whoever made the object has revoked it; it was taken, and says so.',
				'node'
			);
		this.#staging.node(id, cells, place);
	}

	/** Everything that has no role, references to objects apart. */
	#rest(cells: Cells, object: StixObject, column: (name: string) => number, skip: ReadonlySet<string>): void {
		const { id, members } = object;
		for (const [key, tree] of members.entries())
			if (!ELSEWHERE.has(key) && !skip.has(key) && referencesOf(key, tree).length === 0)
				this.#add(cells, () => column(key), listedText(tree));
		const author = textOf(members.get('created_by_ref'));
		const markings = textsOf(members.get('object_marking_refs')).map((one) => this.#objects.markingOf(one));
		const more: readonly (readonly [name: string, value: string | undefined])[] = [
			['created_by', author && this.#objects.nameOf(author)],
			['marking', joinList(markings, ';')],
			['revoked', members.get('revoked') === true ? 'true' : undefined],
			['notes', joinList(this.#objects.notesOn(id), ';')],
			['opinions', joinList(this.#objects.opinionsOn(id), ';')]
		];
		for (const [name, value] of more) this.#add(cells, () => column(name), value);
	}

	/** Columns are made only when there is something for them. */
	#add(cells: Cells, column: () => number, value: string | undefined): void {
		if (value !== undefined && value !== '') cells.push([column(), value]);
	}

	#tie(object: StixObject): void {
		const { members, type, place } = object;
		const ours = ourPart(object);
		const [source, target] = [textOf(members.get('source_ref')), textOf(members.get('target_ref'))];
		if (ours !== undefined && source !== undefined && target !== undefined) {
			const cells = readExact(ours, (...column) => this.#staging.edgeColumn(...column), GRAPH_EDGE_ROLES);
			const ends = [this.#ours.get(source) ?? source, this.#ours.get(target) ?? target] as const;
			return this.#staging.edge(...ends, ours.get('directed') !== false, cells, place);
		}
		if (members.get('revoked') === true)
			return this.#leaveOut(object, 'Whoever made it has revoked it: it is no longer held to be so.');
		if (type === 'sighting') return this.#sighting(object);
		const kind = textOf(members.get('relationship_type')) ?? 'related-to';
		const cells = this.#tieCells(object, object.id, kind, ['start_time', 'stop_time']);
		if (!this.#edge(source, target, cells, place)) this.#leftOut.add(object.id);
	}

	#leaveOut({ id, place }: StixObject, reason: string): void {
		this.#leftOut.add(id);
		this.#staging.leaveOut('edge', place, reason);
	}

	#sighting(object: StixObject): void {
		const { id, members, place } = object;
		const seen = textOf(members.get('sighting_of_ref'));
		const where = textsOf(members.get('where_sighted_refs'));
		const author = textOf(members.get('created_by_ref'));
		const seers = where.length > 0 ? where : author === undefined ? [] : [author];
		if (seers.length === 0)
			return this.#leaveOut(object, 'The sighting does not say who saw it, so that it has one end only.');
		let some = false;
		for (const [index, seer] of seers.entries()) {
			const edgeId = index === 0 ? id : `${id}#${index + 1}`;
			const cells = this.#tieCells(object, edgeId, 'sighting', ['first_seen', 'last_seen']);
			some = this.#edge(seer, seen, cells, place) || some;
		}
		if (!some) this.#leftOut.add(id);
	}

	#tieCells(
		object: StixObject,
		id: string,
		kind: string,
		times: readonly [start: string, stop: string]
	): Cells {
		const { members } = object;
		const edge = (role: 'id' | 'type' | 'when' | 'note' | 'source' | 'published') => () =>
			this.#staging.edgeColumn(role, role);
		const cells: Cells = [];
		const [start, stop] = times.map((key) => textOf(members.get(key)));
		const when = intervalOf(start, stop);
		const report = this.#objects.reportOn(object.id)?.members;
		const reference = membersOf(listOf(members.get('external_references'))[0]);
		this.#add(cells, edge('id'), id);
		this.#add(cells, edge('type'), kind);
		this.#add(cells, edge('when'), when);
		this.#add(cells, edge('note'), textOf(members.get('description')));
		this.#add(cells, edge('source'), textOf(report?.get('name')) ?? textOf(reference.get('source_name')));
		this.#add(cells, edge('published'), textOf(report?.get('published')));
		this.#rest(
			cells,
			object,
			(name) => this.#staging.edgeColumn(name),
			new Set(when === undefined ? [] : times)
		);
		return cells;
	}

	/** Such as `belongs_to_refs`: an edge for each object named. */
	#references({ id, members, place }: StixObject): void {
		for (const [key, tree] of members.entries())
			for (const target of referencesOf(key, tree)) {
				const kind = key.replace(/_refs?$/, '').replaceAll('_', '-');
				this.#edge(id, target, [[this.#staging.edgeColumn('type', 'type'), kind]], `${place}.${key}`);
			}
	}

	/** Whether the edge was taken; else it was left out. */
	#edge(source: string | undefined, target: string | undefined, cells: Cells, place: string): boolean {
		if (source === undefined || target === undefined) {
			this.#staging.leaveOut('edge', place, 'It does not say both of its ends.');
			return false;
		}
		if (this.#objects.isNoNode(source) || this.#objects.isNoNode(target)) {
			this.#staging.leaveOut(
				'edge',
				place,
				'One of its ends is no actor: it is a relationship, or about the bundle.'
			);
			return false;
		}
		for (const end of [source, target]) if (!this.#objects.has(end)) this.#absent.add(end);
		this.#staging.edge(source, target, true, cells, place);
		return true;
	}

	/** An older version is part of the newest, and shares its lot where that was left out. */
	#older(object: StixObject): void {
		const { id, type, members, place } = object;
		const newest = this.#objects.newest(id);
		if (FRAME_IDS.has(id) || newest === undefined) return;
		const version = textOf(members.get('modified')) ?? 'without a time';
		const element = isTie(object) ? 'edge' : META_OBJECTS.has(type) ? 'other' : 'node';
		const older = `It is an older version (${version}) of the object at ${newest.place}`;
		if (META_OBJECTS.has(newest.type) || this.#leftOut.has(id))
			this.#staging.leaveOut(element, place, `${older}, which was left out.`);
		else this.#staging.merge(element, place, `${older}; the newest was taken.`);
	}

	#tell(objects: readonly StixObject[]): void {
		const reports = objects.filter(({ type }) => type === 'report');
		if (reports.length === 1 && this.#staging.title === undefined)
			this.#staging.title = textOf(reports[0]!.members.get('name'));
		for (const { type, members, place } of objects) {
			const count = listOf(members.get('object_refs')).length;
			if (!GATHERING.has(type) || count === 0) continue;
			const source = type === 'report' ? ' It is the source of the relationships among them.' : '';
			this.#staging.notice(
				place,
				`The ${type} lists ${counted(count, 'object')}; no edges were made of that list, which is kept as a value.${source}`
			);
		}
		if (this.#absent.size > 0)
			this.#staging.notice(
				'',
				`${counted(this.#absent.size, 'object is', 'objects are')} named and not in the bundle; nothing but the id is known.`
			);
	}
}

/** What we put into an object of ours beside what STIX knows. */
function ourPart({ members }: StixObject): JsonObject | undefined {
	const ours = membersOf(members.get('extensions')).get(EXTENSION);
	return ours === undefined ? undefined : membersOf(ours);
}

const PROVENANCE = new Set(['created_by_ref', 'object_marking_refs', 'object_refs', ...ELSEWHERE]);

/** The ids that a member names, if it is a reference to other objects of the bundle. */
function referencesOf(key: string, tree: JsonTree): readonly string[] {
	if (!/_refs?$/.test(key) || PROVENANCE.has(key)) return [];
	const ids = textsOf(tree);
	return ids.every(isStixId) ? ids : [];
}
