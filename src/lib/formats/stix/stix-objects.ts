/** The objects of a STIX bundle: the newest version of each, and what they say of one another. */
import { notThisFormat } from '#lib/formats/json/json-document.ts';
import { JsonObject, membersOf, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import { textsOf } from '#lib/formats/json/listed-values.ts';
import { META_OBJECTS, TLP } from '#lib/formats/stix/stix-words.ts';
import type { Staging } from '#lib/formats/staging.ts';

export interface StixObject {
	readonly id: string;
	readonly type: string;
	readonly members: JsonObject;
	readonly place: string;
}

export class StixObjects {
	/** The newest version of each object, in the order of the file. */
	readonly list: readonly StixObject[];
	readonly older: readonly StixObject[];
	readonly #byId: ReadonlyMap<string, StixObject>;
	readonly #reports = new Map<string, StixObject>();
	readonly #notes = new Map<string, string[]>();
	readonly #opinions = new Map<string, string[]>();

	/** @throws UnreadableError when the tree is no bundle, list or object of STIX */
	constructor(tree: JsonTree, staging: Staging) {
		const all = [...objectsOf(tree, staging)];
		const newest = new Map<string, StixObject>();
		for (const one of all) {
			const known = newest.get(one.id);
			if (known === undefined || versionOf(known) < versionOf(one)) newest.set(one.id, one);
		}
		this.#byId = newest;
		this.list = all.filter((one) => newest.get(one.id) === one);
		this.older = all.filter((one) => newest.get(one.id) !== one);
		for (const one of this.list) this.#gather(one);
	}

	/** Whether an id is that of an object here that is no node: a relation, or something about the bundle. */
	isNoNode(id: string): boolean {
		const object = this.#byId.get(id);
		return object !== undefined && (isTie(object) || META_OBJECTS.has(object.type));
	}

	has(id: string): boolean {
		return this.#byId.has(id);
	}

	/** The newest version of an object. */
	newest(id: string): StixObject | undefined {
		return this.#byId.get(id);
	}

	/** The name of an object that is here; else its id. */
	nameOf(id: string): string {
		return textOf(this.#byId.get(id)?.members.get('name')) ?? id;
	}

	/** Such as `TLP:AMBER`, or the words of a statement. */
	markingOf(id: string): string {
		const members = membersOf(this.#byId.get(id)?.members);
		const definition = membersOf(members.get('definition'));
		const tlp = textOf(definition.get('tlp'));
		const words =
			textOf(members.get('name')) ??
			(tlp && `TLP:${tlp.toUpperCase()}`) ??
			textOf(definition.get('statement'));
		return words ?? TLP.get(id) ?? id;
	}

	/** The first report that lists an object. */
	reportOn(id: string): StixObject | undefined {
		return this.#reports.get(id);
	}

	notesOn(id: string): readonly string[] {
		return this.#notes.get(id) ?? [];
	}

	opinionsOn(id: string): readonly string[] {
		return this.#opinions.get(id) ?? [];
	}

	#gather(object: StixObject): void {
		const { type, members } = object;
		for (const id of textsOf(members.get('object_refs'))) {
			if (type === 'report' && !this.#reports.has(id)) this.#reports.set(id, object);
			if (type === 'note') add(this.#notes, id, textOf(members.get('content')) ?? '');
			if (type === 'opinion') add(this.#opinions, id, this.#opinion(members));
		}
	}

	#opinion(members: JsonObject): string {
		const author = textOf(members.get('created_by_ref'));
		const said = textOf(members.get('opinion')) ?? '';
		return author === undefined ? said : `${said} (${this.nameOf(author)})`;
	}
}

/** Relationships and sightings. */
export function isTie({ type }: StixObject): boolean {
	return type === 'relationship' || type === 'sighting';
}

/** Times in UTC compare as texts, once their `Z` does not come after a fraction. */
function versionOf({ members }: StixObject): string {
	return (textOf(members.get('modified')) ?? '').replace(/Z$/, '');
}

function add(lists: Map<string, string[]>, key: string, text: string): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [text]);
	else list.push(text);
}

function* objectsOf(tree: JsonTree, staging: Staging): Generator<StixObject> {
	const root = membersOf(tree);
	const list = Array.isArray(tree)
		? tree
		: (root.get('objects') ?? (root.get('type') === 'bundle' ? [] : [tree]));
	const at = Array.isArray(tree) || !Array.isArray(root.get('objects')) ? '' : 'objects';
	if (!Array.isArray(list)) throw notThisFormat('a STIX bundle', 'its objects are no list');
	let some = list.length === 0 && root.get('type') === 'bundle';
	for (const [index, object] of list.entries()) {
		const place = `${at}[${index}]`;
		const [id, type] = [membersOf(object).get('id'), membersOf(object).get('type')];
		if (!(object instanceof JsonObject) || typeof id !== 'string' || typeof type !== 'string')
			staging.leaveOut('other', place, 'It is no object of STIX: it has no type and id.');
		else {
			some = true;
			yield { id, type, members: object, place };
		}
	}
	if (!some) throw notThisFormat('a STIX bundle', 'it has no objects with type and id');
}
