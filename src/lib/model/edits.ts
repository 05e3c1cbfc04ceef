/**
 * What every edit is made of.
 *
 * An edit is a pure function from document to document. What it leaves alone (arrays, records, points) keeps
 * its identity, and an edit that alters nothing returns the document itself. References stay whole.
 * A wrong id is a programmer's error and throws a RangeError.
 */
import { RECORD_LISTS, type Document, type Id } from '#lib/model/document.ts';
import { hunksBetween } from '#lib/model/hunks.ts';

/** Any record. */
export interface Identified {
	readonly id: Id;
}

/** How many records of each list are gone. */
export type Removed = Readonly<Record<(typeof RECORD_LISTS)[number], number>>;

/** What a destructive edit took with it: the records of `before`, by id, that `after` lacks. */
export function consequences(before: Document, after: Document): Removed {
	const counts = RECORD_LISTS.map((list) => [list, countGone(before[list], after[list])]);
	return Object.fromEntries(counts) as Removed;
}

function countGone(before: readonly Identified[], after: readonly Identified[]): number {
	if (before === after) return 0;
	const hunks = hunksBetween(before, after);
	const left = new Set(hunks.flatMap((hunk) => hunk.after).map(({ id }) => id));
	return hunks.flatMap((hunk) => hunk.before).filter(({ id }) => !left.has(id)).length;
}

/** The first of `prefix1`, `prefix2`, … that neither is the id of a record nor is named by one. */
export function newId(document: Document, prefix: string): Id {
	const used = new Set<Id>();
	const use = (id: Id | undefined) => id?.startsWith(prefix) && used.add(id);
	for (const list of RECORD_LISTS) for (const { id } of document[list]) use(id);
	// A file may name what is not there. A new record must not become it by chance.
	for (const { actor } of document.voices) use(actor);
	for (const { event } of document.relations) use(event);
	for (const { about, voices, source } of document.claims) {
		about.forEach(use);
		voices.forEach(use);
		use(source);
	}
	let number = 1;
	while (used.has(prefix + number)) number++;
	return prefix + number;
}

/** @throws RangeError if any record of the document has this id. */
export function requireUnused(document: Document, id: Id): void {
	for (const list of RECORD_LISTS) {
		if (document[list].some((record) => record.id === id)) throw new RangeError(`Id in use: ${id}`);
	}
}

/**
 * The record with this id.
 * @throws RangeError if there is none.
 */
export function found<R extends Identified>(records: readonly R[], id: Id): R {
	const record = records.find((candidate) => candidate.id === id);
	if (record === undefined) throw new RangeError(`No such record: ${id}`);
	return record;
}

/** The value of an own key; undefined for what is merely inherited, as `__proto__` would be. */
export function own(record: object, key: string): unknown {
	return Object.hasOwn(record, key) ? record[key as keyof typeof record] : undefined;
}

/** A copy with these values; `undefined` takes a key away. The record itself if nothing differs. */
export function changed<R extends object>(record: R, changes: Partial<R>): R {
	const differs = Object.entries(changes).some(([key, value]) => !Object.is(own(record, key), value));
	if (!differs) return record;
	// Neither the spread nor fromEntries calls setters: a key named __proto__ stays a plain key.
	const entries = Object.entries({ ...record, ...changes });
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as R;
}

/** The list with each record as `revise` returns it, left out where that is undefined; the list itself if nothing differs. */
export function revised<R>(records: readonly R[], revise: (record: R) => R | undefined): readonly R[] {
	const after: R[] = [];
	let differs = false;
	for (const record of records) {
		const revision = revise(record);
		if (revision !== record) differs = true;
		if (revision !== undefined) after.push(revision);
	}
	return differs ? after : records;
}

/**
 * The list with one record changed, as `changed` does it.
 * @throws RangeError if there is no such record, or if the changes would give it another id.
 */
export function changedIn<R extends Identified>(
	records: readonly R[],
	id: Id,
	changes: Partial<NoInfer<R>>
): readonly R[] {
	const before = found(records, id);
	const after = changed(before, changes);
	if (after.id !== id) throw new RangeError(`An id cannot change: ${id}`);
	return revised(records, (record) => (record === before ? after : record));
}
