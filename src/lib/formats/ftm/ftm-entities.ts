/** Turns entities of FollowTheMoney into nodes and edges. */
import { readExact } from '#lib/formats/json/exact-values.ts';
import {
	ENDS,
	EDGE_SCHEMATA,
	ENTITY_PROPERTIES,
	KINDS_OF_SCHEMATA,
	STARTS
} from '#lib/formats/ftm/ftm-schemata.ts';
import type { EdgeSchema } from '#lib/formats/ftm/ftm-schemata.ts';
import { takeApart } from '#lib/formats/ftm/ftm-nested.ts';
import type { Nested } from '#lib/formats/ftm/ftm-nested.ts';
import { FtmTies } from '#lib/formats/ftm/ftm-ties.ts';
import { GRAPH_EDGE_ROLES, GRAPH_NODE_ROLES, MARK } from '#lib/formats/json/json-columns.ts';
import { JsonObject, idOf, listOf, membersOf, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import { listedText, textsOf } from '#lib/formats/json/listed-values.ts';
import { intervalOf } from '#lib/formats/plain-period.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { joinList } from '#lib/formats/meaning/text-lists.ts';

type Cells = [column: number, value: string][];

interface Entity {
	readonly id: string;
	readonly schema: string;
	readonly properties: JsonObject;
	readonly place: string;
	/** Whether a property holds ids of entities. */
	readonly refers: (key: string) => boolean;
	/** The entity that it stands in. */
	readonly outer: string | undefined;
}

const FRAME = new Set(['id', 'schema', 'properties', MARK]);

export class FtmEntities {
	readonly #staging: Staging;
	/** Nodes that name other entities wait for these: only then is it known which texts are ids. */
	readonly #waiting: { readonly entity: Entity; readonly cells: Cells }[] = [];
	readonly #positions = new Map<string, readonly [x: string, y: string]>();
	/** Entities inside others come last: what stands in the file by itself says more. */
	readonly #nested: Nested[] = [];
	readonly #ties: FtmTies;
	#some = false;

	constructor(staging: Staging) {
		this.#staging = staging;
		this.#ties = new FtmTies(staging);
	}

	/** Whether an entity was found, or a frame of ours. */
	get some(): boolean {
		return this.#some;
	}

	/** Where entities stand that come after this, by their ids. */
	place(id: string, x: string, y: string): void {
		this.#positions.set(id, [x, y]);
	}

	/** Takes one entity, or says why not. @param outer id of the entity that it stands in */
	add(tree: JsonTree, place: string, outer?: string): void {
		const members = membersOf(tree);
		const ours = members.get(MARK);
		if (ours instanceof JsonObject && this.#addOurs(members, ours, place)) return;
		const [id, schema] = [idOf(members.get('id')), members.get('schema')];
		if (id === undefined || typeof schema !== 'string')
			return this.#staging.leaveOut('other', place, 'It is no entity: it has no id and schema.');
		this.#some = true;
		const { properties, nested, keys } = takeApart(id, schema, membersOf(members.get('properties')), place);
		for (const one of nested) this.#nested.push(one);
		const refers = (key: string) => ENTITY_PROPERTIES.has(key) || keys.has(key);
		const entity = { id, schema, properties, place, refers, outer };
		const isEdge = EDGE_SCHEMATA.get(schema);
		const column = (name: string) =>
			isEdge ? this.#staging.edgeColumn(name) : this.#staging.nodeColumn(name);
		const beside: Cells = [...members.entries()].flatMap(([key, value]) => {
			const text = FRAME.has(key) ? undefined : listedText(value);
			return text === undefined
				? []
				: [[column(entity.properties.has(key) ? `${key} (beside the properties)` : key), text]];
		});
		if (isEdge) this.#edge(entity, isEdge, beside);
		else this.#node(entity, beside);
	}

	/** Takes the entities inside others, and the nodes that waited. */
	end(): void {
		// Each may have more inside, which go to the end of the list.
		for (const { tree, place, outer } of this.#nested) this.add(tree, place, outer);
		const waiting = new Set(this.#waiting.map(({ entity }) => entity.id));
		const isHere = (id: string) => waiting.has(id) || this.#staging.hasNode(id);
		for (const { entity, cells } of this.#waiting) this.#waited(entity, cells, isHere);
	}

	#addOurs(members: JsonObject, ours: JsonObject, place: string): boolean {
		this.#some = true;
		this.#staging.title ??= textOf(ours.get('title'));
		this.#staging.description ??= textOf(ours.get('description'));
		if (!ours.has('id') && !ours.has('source')) return !members.has('schema');
		const [source, target] = [textOf(ours.get('source')), textOf(ours.get('target'))];
		if (source !== undefined && target !== undefined) {
			const cells = readExact(ours, (...column) => this.#staging.edgeColumn(...column), GRAPH_EDGE_ROLES);
			this.#staging.edge(source, target, ours.get('directed') !== false, cells, place);
		} else {
			const cells = readExact(ours, (...column) => this.#staging.nodeColumn(...column), GRAPH_NODE_ROLES);
			this.#staging.node(textOf(ours.get('id')) ?? idOf(members.get('id')) ?? '', cells, place);
		}
		return true;
	}

	#node(entity: Entity, cells: Cells): void {
		const { id, schema, properties, place } = entity;
		const role = (
			name: 'name' | 'kind' | 'aliases' | 'description' | 'sameAs' | 'when' | 'x' | 'y',
			value?: string
		) => {
			if (value !== undefined && value !== '') cells.push([this.#staging.nodeColumn(name, name), value]);
		};
		const [name, ...others] = textsOf(properties.get('name'));
		const descriptions = textsOf(properties.get('description'));
		role('name', name);
		role('kind', KINDS_OF_SCHEMATA.get(schema) ?? 'unknown');
		role('aliases', joinList([...others, ...textsOf(properties.get('alias'))], ';'));
		role('description', descriptions.join('\n'));
		role(
			'sameAs',
			joinList(
				textsOf(properties.get('wikidataId')).map((one) => `wikidata:${one}`),
				';'
			)
		);
		role('when', periodOf(properties)?.when);
		const [x, y] = this.#positions.get(id) ?? [];
		role('x', x);
		role('y', y);
		cells.push([this.#staging.nodeColumn('schema'), schema]);
		const said = new Set(['name', 'alias', 'description', 'wikidataId']);
		for (const [key, value] of properties.entries()) {
			if (said.has(key) || entity.refers(key)) continue;
			this.#put(cells, key, value, 'node');
		}
		if (properties.keys.some(entity.refers)) this.#waiting.push({ entity, cells });
		else this.#staging.node(id, cells, place);
	}

	/** Properties with ids of entities that are here become edges; all else is a value. */
	#waited({ id, properties, place, refers }: Entity, cells: Cells, isHere: (id: string) => boolean): void {
		const found: [key: string, target: string][] = [];
		for (const [key, value] of properties.entries()) {
			if (!refers(key)) continue;
			const targets = textsOf(value).filter(isHere);
			for (const target of targets) found.push([key, target]);
			if (targets.length < Math.max(1, listOf(value).length)) this.#put(cells, key, value, 'node');
		}
		this.#staging.node(id, cells, place);
		for (const [key, target] of found) {
			const where = `${place}, ${key}`;
			this.#ties.each(JSON.stringify([id, key]), [id], [target], where, () => {
				const type = this.#staging.edgeColumn('type', 'type');
				this.#staging.edge(id, target, true, [[type, key]], where);
			});
		}
	}

	#edge(entity: Entity, ends: EdgeSchema, cells: Cells): void {
		const { id, schema, properties, place } = entity;
		const role = (name: 'type' | 'when' | 'note' | 'source', value?: string) => {
			if (value !== undefined && value !== '') cells.push([this.#staging.edgeColumn(name, name), value]);
		};
		const period = periodOf(properties);
		const said = new Set([
			ends.source,
			ends.target,
			'role',
			'relationship',
			'publisher',
			...(period?.said ?? [])
		]);
		role('type', schema);
		role('when', period?.when);
		role('note', listedText(properties.get('role')) ?? listedText(properties.get('relationship')));
		role('source', listedText(properties.get('publisher')));
		for (const [key, value] of properties.entries()) if (!said.has(key)) this.#put(cells, key, value, 'edge');
		const [sources, targets] = endsOf(entity, ends);
		if (sources.length === 0 || targets.length === 0) {
			const lacks = sources.length === 0 ? ends.source : ends.target;
			return this.#staging.leaveOut(
				'edge',
				place,
				`The ${schema} does not say its ${lacks}, so that it has one end only.`
			);
		}
		const idColumn = this.#staging.edgeColumn('id', 'id');
		this.#ties.each(id, sources, targets, place, (source, target, number) => {
			const own = number === 0 ? id : `${id}#${number + 1}`;
			this.#staging.edge(source, target, ends.directed, [[idColumn, own], ...cells], place);
		});
	}

	#put(cells: Cells, key: string, value: JsonTree, element: 'node' | 'edge'): void {
		const text = listedText(value);
		if (text === undefined) return;
		cells.push([element === 'node' ? this.#staging.nodeColumn(key) : this.#staging.edgeColumn(key), text]);
	}
}

/** The ids of both ends; a tie inside an entity may leave out that it is one of them. */
function endsOf({ properties, outer }: Entity, ends: EdgeSchema): readonly [string[], string[]] {
	const [sources, targets] = [textsOf(properties.get(ends.source)), textsOf(properties.get(ends.target))];
	const isOpen = outer !== undefined && !sources.includes(outer) && !targets.includes(outer);
	if (isOpen && sources.length === 0 && targets.length > 0) return [[outer], targets];
	if (isOpen && targets.length === 0 && sources.length > 0) return [sources, [outer]];
	return [sources, targets];
}

/**
 * The time of an entity, and which properties are wholly said by it. A single `date` is a day, not a beginning; of
 * several dates the first in time counts as start and the last as end.
 */
function periodOf(
	properties: JsonObject
): { readonly when: string; readonly said: readonly string[] } | undefined {
	const [startKey, endKey] = [STARTS, ENDS].map((keys) =>
		keys.find((key) => textsOf(properties.get(key)).length > 0)
	);
	const starts = startKey === undefined ? [] : textsOf(properties.get(startKey)).sort();
	const ends = endKey === undefined ? [] : textsOf(properties.get(endKey)).sort();
	const start = starts[0];
	const end = ends.at(-1) ?? (startKey === 'date' ? start : undefined);
	const when = intervalOf(start, end);
	if (when === undefined) return undefined;
	const said = [starts.length === 1 ? startKey : undefined, ends.length === 1 ? endKey : undefined];
	return { when, said: said.filter((key) => key !== undefined) };
}
