/** Lists of a record that grow with every row about it. */
import { MAX_ENTRIES } from '#lib/model/schema.ts';

/** What each list has already: to look it up anew for each of a million rows would never end. */
const known = new WeakMap<object, Set<string>>();

/**
 * The list with those of the items that it lacks, as far as a record can hold them. A list that is there grows, and
 * is returned; without one the items are taken as they are, repeated ones too.
 */
export function withNew<T>(list: T[] | undefined, items: readonly T[]): T[] {
	if (!list) return items.slice(0, MAX_ENTRIES);
	let keys = known.get(list);
	if (!keys) {
		keys = new Set(list.map((item) => JSON.stringify(item)));
		known.set(list, keys);
	}
	for (const item of items) {
		const key = JSON.stringify(item);
		if (keys.has(key) || list.length >= MAX_ENTRIES) continue;
		keys.add(key);
		list.push(item);
	}
	return list;
}
