/** The order in which linked events are told: what came before, or was the cause, before what came of it. */

/** A step from one event to another, both given as their places in the order of time. */
export type Arrow = readonly [earlier: number, later: number];

/**
 * Orders the places 0 … count-1 so that every arrow points forwards, and of what may come next, the earliest in time
 * comes next. Places that lie on a circle of arrows have no such order: they are told together, in the order
 * of time, where they belong among the rest. Circles are found by Tarjan's method (SIAM Journal on Computing 1,
 * 1972), without recursion, in time in proportion to places and arrows but for a factor log count.
 */
export function storyOrder(count: number, arrows: readonly Arrow[]): number[] {
	const after: number[][] = Array.from({ length: count }, () => []);
	for (const [earlier, later] of arrows) after[earlier]!.push(later);
	const circleOf = circles(after);
	const members = new Map<number, number[]>();
	circleOf.forEach((circle, place) => {
		const places = members.get(circle);
		if (places) places.push(place);
		else members.set(circle, [place]);
	});
	const waiting = new Map<number, number>();
	for (const [earlier, later] of arrows) {
		const [a, b] = [circleOf[earlier]!, circleOf[later]!];
		if (a !== b) waiting.set(b, (waiting.get(b) ?? 0) + 1);
	}
	const ready = new Heap();
	for (const [circle, places] of members) if (!waiting.has(circle)) ready.push(places[0]!);
	const order: number[] = [];
	for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
		const circle = circleOf[next]!;
		const told = members.get(circle)!;
		for (const place of told) {
			order.push(place);
			for (const later of after[place]!) {
				const other = circleOf[later]!;
				if (other === circle) continue;
				const left = waiting.get(other)! - 1;
				waiting.set(other, left);
				if (left === 0) ready.push(members.get(other)![0]!);
			}
		}
	}
	return order;
}

/** For each place the number of its circle; a place on none has one of its own. */
function circles(after: readonly (readonly number[])[]): number[] {
	const found: number[] = new Array<number>(after.length).fill(-1);
	const lowest: number[] = new Array<number>(after.length).fill(-1);
	const index: number[] = new Array<number>(after.length).fill(-1);
	const open: number[] = [];
	let counter = 0;
	let circle = 0;
	for (let root = 0; root < after.length; root++) {
		if (index[root] !== -1) continue;
		const walk: { place: number; next: number }[] = [];
		const enter = (place: number) => {
			index[place] = lowest[place] = counter++;
			open.push(place);
			walk.push({ place, next: 0 });
		};
		enter(root);
		while (walk.length) {
			const step = walk.at(-1)!;
			const later = after[step.place]![step.next++];
			if (later !== undefined) {
				if (index[later] === -1) enter(later);
				else if (found[later] === -1) lowest[step.place] = Math.min(lowest[step.place]!, index[later]!);
				continue;
			}
			walk.pop();
			const parent = walk.at(-1)?.place;
			if (parent !== undefined) lowest[parent] = Math.min(lowest[parent]!, lowest[step.place]!);
			if (lowest[step.place] !== index[step.place]) continue;
			for (let place = -1; place !== step.place;) found[(place = open.pop()!)] = circle;
			circle++;
		}
	}
	return found;
}

/** A binary heap of numbers, the least first. */
class Heap {
	readonly #items: number[] = [];

	push(item: number): void {
		const items = this.#items;
		let at = items.push(item) - 1;
		for (let up = (at - 1) >> 1; at > 0 && items[up]! > item; up = (at - 1) >> 1) {
			items[at] = items[up]!;
			at = up;
		}
		items[at] = item;
	}

	pop(): number | undefined {
		const items = this.#items;
		const least = items[0];
		const item = items.pop();
		if (item === undefined || items.length === 0) return least;
		let at = 0;
		for (let down = 1; down < items.length; down = 2 * at + 1) {
			if (down + 1 < items.length && items[down + 1]! < items[down]!) down++;
			if (items[down]! >= item) break;
			items[at] = items[down]!;
			at = down;
		}
		items[at] = item;
		return least;
	}
}
