import type { LayoutInput } from '#lib/layout/layout.ts';

/** Two actors with at least one relation between them, whatever its direction. */
export interface Pair {
	/** Indexes of actors; `a` is the lower. */
	readonly a: number;
	readonly b: number;
	/** How many relations. */
	count: number;
	/** How many of them are hostile (sign −), and how many friendly (sign +). */
	hostile: number;
	friendly: number;
}

/**
 * The pairs of actors that have relations, in the order of their first relation.
 * Relations of an actor with itself, and those whose end does not exist, place nothing and are left out.
 */
export function pairsOf(input: LayoutInput): Pair[] {
	const size = input.actors.length;
	const found = new Map<number, Pair>();
	for (const { from, to, sign } of input.relations) {
		const a = Math.min(from, to);
		const b = Math.max(from, to);
		if (a === b || !(a in input.actors) || !(b in input.actors)) continue;
		const pair = found.get(a * size + b) ?? { a, b, count: 0, hostile: 0, friendly: 0 };
		pair.count += 1;
		if (sign === '-') pair.hostile += 1;
		if (sign === '+') pair.friendly += 1;
		found.set(a * size + b, pair);
	}
	return [...found.values()];
}

/** For each of `size` actors, the indexes of those that it has relations with. */
export function neighboursOf(size: number, pairs: readonly Pair[]): number[][] {
	const neighbours: number[][] = Array.from({ length: size }, () => []);
	for (const { a, b } of pairs) {
		neighbours[a]?.push(b);
		neighbours[b]?.push(a);
	}
	return neighbours;
}

/** Compares two indexes of actors: the more important first, then the earlier. */
export function byRank(input: LayoutInput): (i: number, j: number) => number {
	return (i, j) => (input.actors[j]?.rank ?? 0) - (input.actors[i]?.rank ?? 0) || i - j;
}
