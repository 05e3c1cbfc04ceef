import type { Layout, LayoutInput } from '#lib/layout/layout.ts';
import { byRank, neighboursOf, pairsOf } from '#lib/layout/pairs.ts';
import { placeRings } from '#lib/layout/rings.ts';
import { settle } from '#lib/layout/settle.ts';
import { sidesInOrder } from '#lib/layout/side-order.ts';
import { untangle } from '#lib/layout/untangle.ts';

export const concentric: Layout = {
	id: 'concentric',
	name: 'Around one actor',
	help:
		'The chosen actor (or the most important one) in the middle, around it those that it has relations with, ' +
		'then those that they have relations with. Actors that no chain of relations reaches stand outermost.',
	run(input, progress) {
		if (input.actors.length === 0) return [];
		const pairs = pairsOf(input);
		const neighbours = neighboursOf(input.actors.length, pairs);
		const rings = ringsAround(input, neighbours);
		const place = (rings: readonly (readonly number[])[]) => placeRings(input.actors, neighbours, rings);
		const points = settle(input, place(untangle(input, pairs, rings, place)));
		progress(1);
		return points;
	}
};

/** The actors by their distance from the centre, counted in relations; the unreachable ones come last. */
function ringsAround(input: LayoutInput, neighbours: readonly number[][]): number[][] {
	const bySide = sidesInOrder(input).flat();
	const order = new Map(bySide.map((index, place) => [index, place]));
	const sorted = (ring: number[]) => ring.sort((i, j) => (order.get(i) ?? 0) - (order.get(j) ?? 0));
	const seen = new Set([centreOf(input)]);
	const rings: number[][] = [];
	for (let ring = [...seen]; ring.length > 0;) {
		rings.push(ring);
		const next: number[] = [];
		for (const index of ring) {
			for (const neighbour of neighbours[index] ?? []) {
				if (seen.has(neighbour)) continue;
				seen.add(neighbour);
				next.push(neighbour);
			}
		}
		ring = sorted(next);
	}
	const unreached = bySide.filter((index) => !seen.has(index));
	return unreached.length > 0 ? [...rings, unreached] : rings;
}

function centreOf(input: LayoutInput): number {
	if (input.centre !== undefined && input.centre in input.actors) return input.centre;
	const first = input.actors.map((_, index) => index).sort(byRank(input))[0];
	return first ?? 0;
}
