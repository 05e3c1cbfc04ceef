import type { LayoutInput } from '#lib/layout/layout.ts';
import { byRank, pairsOf } from '#lib/layout/pairs.ts';

/** What two sides have to do with each other, summed over the pairs of actors between them. */
interface Dealings {
	count: number;
	hostile: number;
	friendly: number;
}

/**
 * The sides from left to right, each as the indexes of its actors, the most important first.
 * The two sides with the most hostile relations between them stand at the outer ends, the larger one at the
 * left (without hostility: the two largest); the others stand between, nearer to the end that they are
 * friendlier with. Actors on no side count as one side that is never an end.
 */
export function sidesInOrder(input: LayoutInput): number[][] {
	const { groups, groupOf } = groupBySide(input);
	if (groups.length < 2) return groups;
	const dealings = dealingsBetween(input, groupOf, groups.length);
	const [left, right] = findEnds(input, groups, dealings);
	if (left === right) return groups;
	const pull = (group: number, end: number) => {
		const found = dealings.get(keyOf(group, end, groups.length));
		// A relation that is neither friendly nor hostile still draws two sides together a little.
		return found ? found.friendly - found.hostile + 0.25 * found.count : 0;
	};
	const between = groups.map((_, group) => group).filter((group) => group !== left && group !== right);
	const lean = between.map((group) => pull(group, left) - pull(group, right));
	const order = between.map((_, place) => place).sort((p, q) => (lean[q] ?? 0) - (lean[p] ?? 0) || p - q);
	return [left, ...order.map((place) => between[place] ?? left), right].map((group) => groups[group] ?? []);
}

function groupBySide(input: LayoutInput): { groups: number[][]; groupOf: number[] } {
	const numbers = new Map<string, number>();
	const groups: number[][] = [];
	const groupOf = input.actors.map(({ side }, index) => {
		const group = numbers.get(side) ?? numbers.size;
		numbers.set(side, group);
		(groups[group] ??= []).push(index);
		return group;
	});
	for (const group of groups) group.sort(byRank(input));
	return { groups, groupOf };
}

function dealingsBetween(
	input: LayoutInput,
	groupOf: readonly number[],
	size: number
): Map<number, Dealings> {
	const dealings = new Map<number, Dealings>();
	for (const pair of pairsOf(input)) {
		const [first, second] = [groupOf[pair.a] ?? 0, groupOf[pair.b] ?? 0];
		if (first === second) continue;
		const key = keyOf(first, second, size);
		const sum = dealings.get(key) ?? { count: 0, hostile: 0, friendly: 0 };
		sum.count += pair.count;
		sum.hostile += pair.hostile;
		sum.friendly += pair.friendly;
		dealings.set(key, sum);
	}
	return dealings;
}

function findEnds(
	input: LayoutInput,
	groups: readonly number[][],
	dealings: ReadonlyMap<number, Dealings>
): [number, number] {
	const sizeOf = (group: number) => groups[group]?.length ?? 0;
	const hasName = (group: number) => input.actors[groups[group]?.[0] ?? 0]?.side !== '';
	const bySize = groups
		.map((_, group) => group)
		.filter(hasName)
		.sort((g, h) => sizeOf(h) - sizeOf(g) || g - h);
	let ends: [number, number] = [bySize[0] ?? 0, bySize[1] ?? bySize[0] ?? 0];
	let most = 0;
	for (const [key, { hostile }] of dealings) {
		const [g, h] = [Math.floor(key / groups.length), key % groups.length];
		if (hostile <= most || !hasName(g) || !hasName(h)) continue;
		most = hostile;
		ends = sizeOf(h) > sizeOf(g) ? [h, g] : [g, h];
	}
	return ends;
}

function keyOf(first: number, second: number, size: number): number {
	return Math.min(first, second) * size + Math.max(first, second);
}
