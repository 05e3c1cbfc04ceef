import { RECORD_LISTS, type Document, type Id, type Point } from '#lib/model/document.ts';
import { own, type Identified } from '#lib/model/edits.ts';
import { hunksBetween, withHunks, type Hunk } from '#lib/model/hunks.ts';

/**
 * What turns one document into another, and back, as plain data: it can be stored and cloned, even as JSON.
 *
 * Whole records are kept, before and after, rather than patches of their keys: only so does undo give back the
 * order of keys and of records, and keys such as `__proto__`.
 */
export interface Change {
	readonly lists: readonly { readonly key: ListKey; readonly hunks: readonly Hunk<Item>[] }[];
	/** Every other key of the document whose value differs. */
	readonly fields: readonly { readonly key: string; readonly before: unknown; readonly after: unknown }[];
	/** The document's keys in their order; absent where both documents have the same. */
	readonly keys?: { readonly before: readonly string[]; readonly after: readonly string[] };
}

type ListKey = (typeof RECORD_LISTS)[number] | 'positions';
type Position = readonly [id: Id, point: Point];
type Item = Identified | Position;

const LIST_KEYS: readonly ListKey[] = [...RECORD_LISTS, 'positions'];

/**
 * The change that leads from one document to the other. Exact for any two; small where the second came out of
 * edits of the first, because what is identical (===) in both is not part of it.
 */
export function diff(before: Document, after: Document): Change {
	const keys = { before: Object.keys(before), after: Object.keys(after) };
	const others = new Set([...keys.before, ...keys.after].filter((key) => !isListKey(key)));
	return {
		lists: LIST_KEYS.map((key) => ({ key, hunks: hunksOf(before, after, key) })).filter(
			({ hunks }) => hunks.length > 0
		),
		fields: [...others]
			.map((key) => ({ key, before: own(before, key), after: own(after, key) }))
			.filter((field) => !Object.is(field.before, field.after)),
		...(!sameKeys(keys.before, keys.after) && { keys })
	};
}

/**
 * The document after the change; what it does not touch keeps its identity.
 * @throws RangeError if the document is not the one that the change leads from, as far as ids can tell.
 */
export function apply(document: Document, change: Change): Document {
	const values = new Map<string, unknown>(Object.entries(document));
	for (const { key, after } of change.fields) values.set(key, after);
	for (const { key, hunks } of change.lists) {
		const items = withHunks(itemsOf(document, key), hunks, nameOf);
		values.set(key, key === 'positions' ? new Map(items as Position[]) : items);
	}
	const keys = change.keys?.after ?? Object.keys(document);
	return Object.fromEntries(keys.map((key) => [key, values.get(key)])) as unknown as Document;
}

/** The change back. */
export function invert({ lists, fields, keys }: Change): Change {
	return {
		lists: lists.map(({ key, hunks }) => ({ key, hunks: hunks.map(turned) })),
		fields: fields.map(turned),
		...(keys && { keys: turned(keys) })
	};
}

function turned<T extends { readonly before: unknown; readonly after: unknown }>(both: T): T {
	return { ...both, before: both.after, after: both.before };
}

function isListKey(key: string): boolean {
	return (LIST_KEYS as readonly string[]).includes(key);
}

function sameKeys(before: readonly string[], after: readonly string[]): boolean {
	return before.length === after.length && before.every((key, at) => key === after[at]);
}

function nameOf(item: Item): Id {
	return 'id' in item ? item.id : item[0];
}

function itemsOf(document: Document, key: ListKey): readonly Item[] {
	return key === 'positions' ? [...(document.positions ?? [])] : document[key];
}

function hunksOf(before: Document, after: Document, key: ListKey): readonly Hunk<Item>[] {
	if (before[key] === after[key]) return [];
	if (key !== 'positions') return hunksBetween<Item>(before[key], after[key]);
	const pairs = [...(before.positions ?? [])];
	return hunksBetween<Item>(pairs, sharedPairs(pairs, after.positions));
}

/** The positions as pairs, the same objects as in `known` where nothing differs: hunks go by identity. */
function sharedPairs(known: readonly Position[], positions: Document['positions']): readonly Position[] {
	const byId = new Map(known.map((pair) => [pair[0], pair]));
	return [...(positions ?? [])].map((pair) => {
		const same = byId.get(pair[0]);
		return same?.[1] === pair[1] ? same : pair;
	});
}
