/** Arithmetic of a list of which only a window stands in the page. */

/** Where each row starts, and at last where the list ends, from the heights of the rows. */
export function tops(heights: Float64Array): Float64Array {
	const offsets = new Float64Array(heights.length + 1);
	for (let row = 0; row < heights.length; row++) offsets[row + 1] = offsets[row]! + heights[row]!;
	return offsets;
}

/** The rows that touch a stretch of the list: the first, and past the last. */
export function rowsBetween(
	offsets: Float64Array,
	from: number,
	until: number
): [first: number, past: number] {
	const rows = offsets.length - 1;
	const first = rowAt(offsets, from);
	let past = first;
	while (past < rows && offsets[past]! < until) past++;
	return [first, past];
}

/** The row at a height; the first above the list, past the last below it. */
function rowAt(offsets: Float64Array, height: number): number {
	let [low, high] = [0, offsets.length - 1];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (offsets[middle + 1]! <= height) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Room that stays between what was brought into sight and the edge, in pixels. */
const MARGIN = 24;

/** Scrolls so that an element is in sight, and no farther than needed when it nearly is; gives whether it was already. */
export function bringIntoSight(scroller: Element, element: Element): boolean {
	const frame = scroller.getBoundingClientRect();
	const box = element.getBoundingClientRect();
	const room = Math.min(MARGIN, frame.height / 4);
	const tall = box.height > frame.height - 2 * room;
	if (
		box.top >= frame.top + room &&
		(tall ? box.top < frame.top + frame.height / 2 : box.bottom <= frame.bottom - room)
	)
		return true;
	const before = scroller.scrollTop;
	// A third from the top there is something to read before it and more after it.
	scroller.scrollTop +=
		box.top - frame.top - Math.max(room, Math.min(frame.height / 3, frame.height - box.height - room));
	return Math.abs(scroller.scrollTop - before) < 1;
}
