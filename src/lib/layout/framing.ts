/** What is done to the points of a force layout, to which no direction means anything, before it is settled. */
import type { LayoutActor } from '#lib/layout/layout.ts';
import { mostRoom, roomOf } from '#lib/layout/symbols.ts';
import type { Point } from '#lib/model/document.ts';

/** Width by height of rows that have nothing above them. */
const ASPECT = 1.6;

/** Mirrors the points so that they face the way the actors did: the least way for them to move. */
export function facing(actors: readonly LayoutActor[], points: readonly Point[]): Point[] {
	const mirrored = ([0, 1] as const).map((axis) => {
		const now = actors.map((actor) => (axis === 0 ? actor.x : actor.y));
		const mean = meanOf(now);
		const middle = meanOf(points.map((point) => point[axis]));
		const agreement = points.reduce(
			(sum, point, at) => sum + (point[axis] - middle) * ((now[at] ?? 0) - mean),
			0
		);
		return points.map((point) => (agreement < 0 ? 2 * middle - point[axis] : point[axis]));
	});
	return points.map((point, at): Point => [mirrored[0]?.[at] ?? point[0], mirrored[1]?.[at] ?? point[1]]);
}

/** Enlarges the points about the origin until the box around them has room for all symbols, `times` over. */
export function roomy(actors: readonly LayoutActor[], points: readonly Point[], times: number): Point[] {
	const needed = actors.reduce((sum, actor) => sum + roomOf(actor).width * roomOf(actor).height, 0) * times;
	const [left, right, top, bottom] = boxOf(points);
	const area = (right - left) * (bottom - top);
	const scale = area > 0 && area < needed ? Math.sqrt(needed / area) : 1;
	return points.map(([x, y]): Point => [x * scale, y * scale]);
}

/** Gives every actor without a point one, in rows under all the others (or about the origin). */
export function underneath(
	actors: readonly LayoutActor[],
	points: readonly (Point | undefined)[],
	order: readonly number[]
): Point[] {
	const missing = order.filter((index) => !points[index]);
	const room = mostRoom(missing.map((index) => actors[index]));
	const [left, right, , bottom] = boxOf(points.filter((point) => point !== undefined));
	const square = Math.ceil(Math.sqrt((missing.length * ASPECT * room.height) / room.width));
	const columns = Math.max(square, Math.floor((right - left) / room.width), 1);
	const result = points.map((point): Point => point ?? [0, 0]);
	missing.forEach((index, at) => {
		const row = Math.floor(at / columns);
		const inRow = Math.min(columns, missing.length - row * columns);
		const x = (left + right) / 2 + ((at % columns) - (inRow - 1) / 2) * room.width;
		result[index] = [x, bottom + (row + 2) * room.height];
	});
	return result;
}

/** Left, right, top and bottom of some points; zeros for none. */
function boxOf(points: readonly Point[]): [number, number, number, number] {
	if (points.length === 0) return [0, 0, 0, 0];
	const box: [number, number, number, number] = [Infinity, -Infinity, Infinity, -Infinity];
	for (const [x, y] of points) {
		box[0] = Math.min(box[0], x);
		box[1] = Math.max(box[1], x);
		box[2] = Math.min(box[2], y);
		box[3] = Math.max(box[3], y);
	}
	return box;
}

function meanOf(values: readonly number[]): number {
	const finite = values.filter(Number.isFinite);
	return finite.reduce((sum, value) => sum + value, 0) / Math.max(1, finite.length);
}
