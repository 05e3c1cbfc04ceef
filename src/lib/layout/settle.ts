import type { LayoutActor, LayoutInput } from '#lib/layout/layout.ts';
import { separate } from '#lib/layout/overlap.ts';
import { pinOf } from '#lib/layout/symbols.ts';
import type { Point } from '#lib/model/document.ts';

/** Scene units; what lies further out cannot be drawn, and would eat the precision of all the rest. */
const WORLD = 1e6;

/**
 * The last step of every layout. Moves the whole picture to where the actors were: so that pinned actors are
 * on average at their planned places, or else so that its middle stays. Then puts pinned actors exactly where
 * they were, moves symbols apart that overlap, and rounds to a tenth of a scene unit.
 * @param planned one point for each actor, wherever the layout found convenient
 */
export function settle({ actors }: LayoutInput, planned: readonly Point[]): Point[] {
	const finite = actors.map((_, index): Point => {
		const [x, y] = planned[index] ?? [0, 0];
		return Number.isFinite(x + y) ? [within(x), within(y)] : [0, 0];
	});
	const [dx, dy] = shiftOf(actors, finite);
	const points = separate(
		actors,
		finite.map(([x, y]): Point => [x + dx, y + dy])
	);
	return actors.map((actor, index) => pinOf(actor) ?? rounded(points[index] ?? [0, 0]));
}

function shiftOf(actors: readonly LayoutActor[], planned: readonly Point[]): Point {
	const now = actors.map(({ x, y }): Point => [x, y]);
	const isNear = ([x, y]: Point) => Math.abs(x) <= WORLD && Math.abs(y) <= WORLD;
	const pinned = actors.flatMap((actor, index) => {
		const pin = pinOf(actor);
		return pin && isNear(pin) ? [[pin, planned[index] ?? [0, 0]] as const] : [];
	});
	if (pinned.length > 0) {
		const mean = (axis: 0 | 1) =>
			pinned.reduce((sum, [pin, plan]) => sum + pin[axis] - plan[axis], 0) / pinned.length;
		return [mean(0), mean(1)];
	}
	const [from, to] = [middleOf(planned), middleOf(now.filter(isNear))];
	return [to[0] - from[0], to[1] - from[1]];
}

/** The middle of the box around some points. */
function middleOf(points: readonly Point[]): Point {
	let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
	for (const [x, y] of points) {
		left = Math.min(left, x);
		right = Math.max(right, x);
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
	}
	return points.length > 0 ? [(left + right) / 2, (top + bottom) / 2] : [0, 0];
}

function within(value: number): number {
	return Math.max(-WORLD, Math.min(WORLD, value));
}

function rounded([x, y]: Point): Point {
	// Adding zero turns −0 into 0.
	return [Math.round(x * 10) / 10 + 0, Math.round(y * 10) / 10 + 0];
}
