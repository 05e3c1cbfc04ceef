import type { LayoutInput } from '#lib/layout/layout.ts';
import type { Pair } from '#lib/layout/pairs.ts';
import { tangleOf } from '#lib/layout/tangle.ts';
import type { Point } from '#lib/model/document.ts';

const PASSES = 6;
/** Segment tests allowed for one run: about a second. */
const TESTS = 4e7;

/**
 * Lets actors of the same row trade places where that makes the picture less tangled: hill climbing by
 * swaps, in a fixed order. In small graphs any two of a row may trade; in larger ones only those that stand
 * near each other, so that the time stays bounded; in very large ones none.
 * @param rows indexes of actors, in rows within which they may trade places
 * @param place where the actors stand when the rows are so ordered
 * @returns the rows in their new order
 */
export function untangle(
	input: LayoutInput,
	pairs: readonly Pair[],
	rows: readonly (readonly number[])[],
	place: (rows: readonly (readonly number[])[]) => Point[]
): number[][] {
	const result = rows.map((row) => [...row]);
	const reach = reachFor(input.actors.length, pairs.length);
	const pairsOfActor = indexPairs(input.actors.length, pairs);
	for (let pass = 0; pass < PASSES && reach > 0; pass++) {
		const points = place(result);
		let trades = 0;
		for (const row of result) trades += tradeInRow(row, reach, points);
		if (trades === 0) break;
	}
	return result;

	function tradeInRow(row: number[], reach: number, points: Point[]): number {
		let trades = 0;
		for (let first = 0; first < row.length; first++) {
			for (let second = first + 1; second < row.length && second <= first + reach; second++) {
				if (tradeIfBetter(row, first, second, points)) trades++;
			}
		}
		return trades;
	}

	function tradeIfBetter(row: number[], first: number, second: number, points: Point[]): boolean {
		const [a, b] = [row[first] ?? 0, row[second] ?? 0];
		const which = new Set([...(pairsOfActor[a] ?? []), ...(pairsOfActor[b] ?? [])]);
		if (which.size === 0) return false;
		const before = tangleOf(input.actors, pairs, points, which);
		swap(points, a, b);
		if (tangleOf(input.actors, pairs, points, which) < before - 1e-6) {
			swap(row, first, second);
			return true;
		}
		swap(points, a, b);
		return false;
	}
}

/** How far apart in a row two actors may trade places, within the budget of tests. */
function reachFor(actors: number, pairs: number): number {
	if (pairs === 0) return 0;
	const pairsOfTwo = (4 * pairs) / Math.max(1, actors);
	const testsOfOneReach = PASSES * actors * 2 * pairsOfTwo * (pairs + actors);
	return Math.floor(TESTS / testsOfOneReach);
}

function indexPairs(actors: number, pairs: readonly Pair[]): number[][] {
	const index: number[][] = Array.from({ length: actors }, () => []);
	pairs.forEach(({ a, b }, at) => {
		index[a]?.push(at);
		index[b]?.push(at);
	});
	return index;
}

function swap<T>(list: T[], i: number, j: number): void {
	const held = list[i] as T;
	list[i] = list[j] as T;
	list[j] = held;
}
