/**
 * Puts things on a line as near as they can be to where they would like to be (least squares), in their
 * order, and each far enough from the next. Pools adjacent violators (Ayer et al., 1955; the one-dimensional
 * case of Dwyer, Koren and Marriott's separation constraints).
 * @param wishes where each would like its middle to be
 * @param widths the room that each needs on the line
 * @returns the middles
 */
export function spread(wishes: readonly number[], widths: readonly number[]): number[] {
	// With the room before each taken off, "far enough apart" becomes "not before".
	const offsets: number[] = [];
	let used = 0;
	widths.forEach((width, at) => {
		if (at > 0) used += ((widths[at - 1] ?? 0) + width) / 2;
		offsets.push(used);
	});
	const blocks: { sum: number; count: number }[] = [];
	wishes.forEach((wish, at) => {
		let block = { sum: wish - (offsets[at] ?? 0), count: 1 };
		for (let last = blocks.at(-1); last && mean(last) > mean(block); last = blocks.at(-1)) {
			blocks.pop();
			block = { sum: last.sum + block.sum, count: last.count + block.count };
		}
		blocks.push(block);
	});
	const pooled = blocks.flatMap((block) => Array.from({ length: block.count }, () => mean(block)));
	return pooled.map((place, at) => place + (offsets[at] ?? 0));
}

function mean(block: { sum: number; count: number }): number {
	return block.sum / block.count;
}
