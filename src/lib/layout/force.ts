import { openField } from '#lib/layout/fcose.ts';
import { facing, roomy, underneath } from '#lib/layout/framing.ts';
import type { Layout, LayoutActor, LayoutInput } from '#lib/layout/layout.ts';
import { byRank, pairsOf } from '#lib/layout/pairs.ts';
import { roundsFor } from '#lib/layout/rounds.ts';
import { separate } from '#lib/layout/overlap.ts';
import { settle } from '#lib/layout/settle.ts';
import { sidesInOrder } from '#lib/layout/side-order.ts';
import { springsOf } from '#lib/layout/springs.ts';
import { pinOf, roomOf } from '#lib/layout/symbols.ts';
import { LENGTH_COST, tangleOf } from '#lib/layout/tangle.ts';
import type { Point } from '#lib/model/document.ts';

/** More actors than these take longer than anybody waits; the others then stand below, with the unrelated. */
const MOST = 2500;

export const force: Layout = {
	id: 'force',
	name: 'Forces',
	help:
		'Actors that have relations are drawn together, all others keep their distance; sides tend to stay ' +
		'together. Actors without any relation stand in rows below.',
	async run(input, progress) {
		const members = membersOf(input);
		const places = await placeRelated(pinsDrawnIn(partOf(input, members)), progress);
		const points: (Point | undefined)[] = input.actors.map(() => undefined);
		members.forEach((index, at) => (points[index] = places[at]));
		const settled = settle(input, underneath(input.actors, points, sidesInOrder(input).flat()));
		progress(1);
		return settled;
	}
};

/** The actors that have relations; of very many, the most important. Indexes, the lowest first. */
function membersOf(input: LayoutInput): number[] {
	const related = [...new Set(pairsOf(input).flatMap(({ a, b }) => [a, b]))];
	return related
		.sort(byRank(input))
		.slice(0, MOST)
		.sort((i, j) => i - j);
}

/** Runs the forces several times and gives the least tangled of what comes out. */
async function placeRelated(part: LayoutInput, progress: (share: number) => void): Promise<Point[]> {
	const { actors } = part;
	if (actors.every(pinOf)) return actors.map(({ x, y }): Point => [x, y]);
	const isPinned = actors.some(pinOf);
	const bodies = actors.map((actor) => ({ ...roomOf(actor), pin: pinOf(actor) }));
	const field = await openField(bodies, springsOf(part));
	try {
		const rounds = roundsFor(actors.length, part.seed);
		let best: Point[] = [];
		let least = Infinity;
		rounds.forEach((round, at) => {
			const raw = field.run(round);
			const points = isPinned ? raw : facing(actors, roomy(actors, raw, 1.5));
			// Rounds that only lead up to the next, without a choice to make, are not worth judging.
			const cost = rounds.length > 2 ? costOf(part, separate(actors, points)) : -at;
			if (cost < least) [best, least] = [points, cost];
			progress((at + 1) / (rounds.length + 1));
		});
		return best;
	} finally {
		field.close();
	}
}

/** The same graph with fewer actors, which get new indexes in the given order. */
function partOf(input: LayoutInput, members: readonly number[]): LayoutInput {
	const numbers = new Map(members.map((index, at) => [index, at]));
	return {
		seed: input.seed,
		actors: members.flatMap((index) => input.actors[index] ?? []),
		relations: input.relations.flatMap((relation) => {
			const [from, to] = [numbers.get(relation.from), numbers.get(relation.to)];
			return from === undefined || to === undefined ? [] : [{ ...relation, from, to }];
		})
	};
}

/**
 * Draws pins together that are far apart: fcose lays a grid over everything, which a pin a million units away
 * would blow up. Such an actor pulls as if it stood at the rim; `settle` puts it where it belongs.
 */
function pinsDrawnIn(part: LayoutInput): LayoutInput {
	const reach = 2000 + 300 * Math.sqrt(part.actors.length);
	const first = part.actors.map(pinOf).find((pin) => pin !== undefined) ?? [0, 0];
	const near = (value: number, middle: number) => Math.max(-reach, Math.min(reach, value - middle));
	const drawIn = (actor: LayoutActor): LayoutActor => {
		const pin = pinOf(actor);
		return pin ? { ...actor, x: near(pin[0], first[0]), y: near(pin[1], first[1]) } : actor;
	};
	return { ...part, actors: part.actors.map(drawIn) };
}

/** How tangled the points are and how far the sides are strewn. */
function costOf(part: LayoutInput, points: readonly Point[]): number {
	const pairs = pairsOf(part);
	let cost = tangleOf(part.actors, pairs, points, pairs.keys());
	for (const side of sidesInOrder(part)) {
		if (part.actors[side[0] ?? 0]?.side === '') continue;
		const mean = (axis: 0 | 1) =>
			side.reduce((sum, index) => sum + (points[index]?.[axis] ?? 0), 0) / side.length;
		const [x, y] = [mean(0), mean(1)];
		for (const index of side) {
			const [px, py] = points[index] ?? [x, y];
			cost += Math.hypot(px - x, py - y) * LENGTH_COST;
		}
	}
	return cost;
}
