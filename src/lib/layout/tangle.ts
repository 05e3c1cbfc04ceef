/** How tangled a picture is: relations that cross, and relations that run through a foreign symbol. */
import type { LayoutActor } from '#lib/layout/layout.ts';
import type { Pair } from '#lib/layout/pairs.ts';
import type { Point } from '#lib/model/document.ts';

/** A relation through a symbol misleads (it looks as if it ended there): as bad as so many crossings. */
const HIT_COST = 3;
/** A relation this much longer, in scene units, is as bad as one more crossing. */
export const LENGTH_COST = 1 / 600;

/** True when the open segments `p`–`q` and `r`–`s` cross in a point inside both. */
export function cross(p: Point, q: Point, r: Point, s: Point): boolean {
	return turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0;
}

/** True when the segment `p`–`q` touches the actor's symbol and label, standing at `at`. */
export function hits(p: Point, q: Point, actor: LayoutActor, at: Point): boolean {
	let [start, end] = [0, 1];
	for (const axis of [0, 1] as const) {
		const half = (axis === 0 ? actor.width : actor.height) / 2;
		const run = q[axis] - p[axis];
		const low = at[axis] - half - p[axis];
		const high = at[axis] + half - p[axis];
		if (run === 0 && (low > 0 || high < 0)) return false;
		if (run === 0) continue;
		start = Math.max(start, Math.min(low / run, high / run));
		end = Math.min(end, Math.max(low / run, high / run));
	}
	return start < end;
}

/**
 * The cost of the pairs in `which` (indexes into `pairs`) against all the others: crossings, symbols that
 * they run through, and their length. Lower is better. Takes time in proportion to which × (pairs + actors).
 */
export function tangleOf(
	actors: readonly LayoutActor[],
	pairs: readonly Pair[],
	points: readonly Point[],
	which: Iterable<number>
): number {
	let cost = 0;
	for (const index of which) {
		const pair = pairs[index];
		const [p, q] = [points[pair?.a ?? -1], points[pair?.b ?? -1]];
		if (!pair || !p || !q) continue;
		cost += Math.hypot(q[0] - p[0], q[1] - p[1]) * LENGTH_COST;
		for (const other of pairs) {
			if (pair.a === other.a || pair.a === other.b || pair.b === other.a || pair.b === other.b) continue;
			const [r, s] = [points[other.a], points[other.b]];
			if (r && s && cross(p, q, r, s)) cost += 1;
		}
		for (let at = 0; at < actors.length; at++) {
			const [actor, point] = [actors[at], points[at]];
			if (at !== pair.a && at !== pair.b && actor && point && hits(p, q, actor, point)) cost += HIT_COST;
		}
	}
	return cost;
}

/** Twice the signed area of the triangle: which way the path p, q, r turns. */
function turn(p: Point, q: Point, r: Point): number {
	return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
}
