/** Items that stand in another's place, after `skip` items that stay since the hunk before this one. */
export interface Hunk<T> {
	readonly skip: number;
	readonly before: readonly T[];
	readonly after: readonly T[];
}

/**
 * How one list differs from another, items compared by identity (===). Exact for any two lists; small where the
 * items that stay have kept their order, which all edits let them keep. Linear in the lengths.
 */
export function hunksBetween<T>(before: readonly T[], after: readonly T[]): readonly Hunk<T>[] {
	const shorter = Math.min(before.length, after.length);
	let skip = 0;
	while (skip < shorter && before[skip] === after[skip]) skip++;
	let tail = 0;
	while (tail < shorter - skip && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	const middle: Hunk<T> = {
		skip,
		before: before.slice(skip, before.length - tail),
		after: after.slice(skip, after.length - tail)
	};
	if (middle.before.length === 0 && middle.after.length === 0) return [];
	return parted(middle) ?? [middle];
}

/** The hunk in smaller ones, around the items that stay; undefined if these have changed their order. */
function parted<T>({ skip, before, after }: Hunk<T>): readonly Hunk<T>[] | undefined {
	const [inBefore, inAfter] = [new Set(before), new Set(after)];
	const hunks: Hunk<T>[] = [];
	let [i, j, stayed] = [0, 0, skip];
	while (i < before.length || j < after.length) {
		const [startBefore, startAfter] = [i, j];
		while (i < before.length && !inAfter.has(before[i] as T)) i++;
		while (j < after.length && !inBefore.has(after[j] as T)) j++;
		if (i === startBefore && j === startAfter) return undefined;
		hunks.push({ skip: stayed, before: before.slice(startBefore, i), after: after.slice(startAfter, j) });
		stayed = 0;
		while (i < before.length && j < after.length && before[i] === after[j])
			[i, j, stayed] = [i + 1, j + 1, stayed + 1];
	}
	return hunks;
}

/**
 * The list with each hunk's `after` in place of its `before`.
 * @param nameOf what must be equal in the list and in the hunks, such as an id: the items themselves may be copies
 * @throws RangeError if the list is not the one that the hunks were made for
 */
export function withHunks<T>(
	list: readonly T[],
	hunks: readonly Hunk<T>[],
	nameOf: (item: T) => unknown
): T[] {
	const result: T[] = [];
	let at = 0;
	for (const { skip, before, after } of hunks) {
		const here = list.slice(at + skip, at + skip + before.length);
		if (
			at + skip > list.length ||
			here.length < before.length ||
			!here.every((item, k) => nameOf(item) === nameOf(before[k] as T))
		)
			throw new RangeError('The change does not fit this document');
		// No push(...items): a call takes no more than some hundred thousand arguments.
		for (const item of list.slice(at, at + skip)) result.push(item);
		for (const item of after) result.push(item);
		at += skip + before.length;
	}
	for (const item of list.slice(at)) result.push(item);
	return result;
}
