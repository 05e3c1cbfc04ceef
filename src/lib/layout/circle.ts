import type { Layout, LayoutInput } from '#lib/layout/layout.ts';
import { pairsOf } from '#lib/layout/pairs.ts';
import { onOval } from '#lib/layout/oval.ts';
import { settle } from '#lib/layout/settle.ts';
import { sidesInOrder } from '#lib/layout/side-order.ts';
import { roomOf } from '#lib/layout/symbols.ts';
import { untangle } from '#lib/layout/untangle.ts';
import type { Point } from '#lib/model/document.ts';

export const circle: Layout = {
	id: 'circle',
	name: 'Circle',
	help: 'All actors on one circle, each side in one piece. Shows every relation as a chord.',
	run(input, progress) {
		const place = (sides: readonly (readonly number[])[]) => onCircle(input, sides.flat());
		const sides = untangle(input, pairsOf(input), sidesInOrder(input), place);
		const points = settle(input, place(sides));
		progress(1);
		return points;
	}
};

/** Each actor takes as much of the circle as its symbol needs, wherever on the circle that is: its diagonal. */
function onCircle({ actors }: LayoutInput, order: readonly number[]): Point[] {
	const arcs = order.map((index) => Math.hypot(roomOf(actors[index]).width, roomOf(actors[index]).height));
	const total = arcs.reduce((sum, arc) => sum + arc, 0);
	const radius = order.length < 2 ? 0 : total / order.length / (2 * Math.sin(Math.PI / order.length));
	const points: Point[] = actors.map(() => [0, 0]);
	// From nine o'clock, so that the first side is at the left as it is in columns.
	let share = 0.5;
	order.forEach((index, at) => {
		const half = (arcs[at] ?? 0) / total / 2;
		points[index] = onOval(radius, 1, share + half);
		share += 2 * half;
	});
	return points;
}
