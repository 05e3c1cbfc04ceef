import type { Spring } from '#lib/layout/fcose.ts';
import type { LayoutInput } from '#lib/layout/layout.ts';
import { byRank, neighboursOf, pairsOf } from '#lib/layout/pairs.ts';
import type { Pair } from '#lib/layout/pairs.ts';

/** How far apart the outlines of two related symbols would like to be, in scene units. */
const LENGTH = 90;
const HOSTILE_LENGTH = 1.5;
const FRIENDLY_LENGTH = 0.8;
const STRENGTH = 0.45;
/** What holds a side together, and separate pieces of the graph: much weaker than a relation. */
const TIE_LENGTH = 1.5;
const TIE_STRENGTH = 0.06;

/**
 * What draws actors together: each pair that has relations (friends nearer than foes; the more partners the
 * two have, the weaker, so that hubs do not pull everything into one heap), and weak ties that no relation
 * stands for: from each actor to the first of its side, and from each piece of the graph to the largest.
 */
export function springsOf(input: LayoutInput): Spring[] {
	const pairs = pairsOf(input);
	const neighbours = neighboursOf(input.actors.length, pairs);
	const partners = (index: number) => neighbours[index]?.length ?? 1;
	const springs = pairs.map((pair): Spring => ({
		a: pair.a,
		b: pair.b,
		length: LENGTH * stretchOf(pair),
		strength: STRENGTH / Math.max(1, Math.min(partners(pair.a), partners(pair.b)))
	}));
	const ranked = input.actors.map((_, index) => index).sort(byRank(input));
	const ties = [...tiesOfSides(input, ranked), ...tiesOfPieces(neighbours, ranked)];
	const known = new Set(pairs.map(({ a, b }) => a * input.actors.length + b));
	for (const [a, b] of ties) {
		const key = Math.min(a, b) * input.actors.length + Math.max(a, b);
		if (known.has(key)) continue;
		known.add(key);
		springs.push({ a, b, length: LENGTH * TIE_LENGTH, strength: TIE_STRENGTH });
	}
	return springs;
}

function stretchOf({ hostile, friendly }: Pair): number {
	if (hostile > friendly) return HOSTILE_LENGTH;
	return friendly > hostile ? FRIENDLY_LENGTH : 1;
}

function tiesOfSides(input: LayoutInput, ranked: readonly number[]): [number, number][] {
	const first = new Map<string, number>();
	return ranked.flatMap((index): [number, number][] => {
		const side = input.actors[index]?.side ?? '';
		const leader = first.get(side);
		if (leader === undefined) first.set(side, index);
		return side === '' || leader === undefined ? [] : [[leader, index]];
	});
}

function tiesOfPieces(neighbours: readonly number[][], ranked: readonly number[]): [number, number][] {
	const seen = new Set<number>();
	const pieces: number[][] = [];
	for (const start of ranked) {
		if (seen.has(start)) continue;
		seen.add(start);
		const piece = [start];
		for (let at = 0; at < piece.length; at++) {
			for (const next of neighbours[piece[at] ?? start] ?? []) {
				if (seen.has(next)) continue;
				seen.add(next);
				piece.push(next);
			}
		}
		pieces.push(piece);
	}
	const [largest, ...others] = pieces.sort((p, q) => q.length - p.length);
	const hub = largest?.[0];
	return hub === undefined ? [] : others.map((piece): [number, number] => [hub, piece[0] ?? hub]);
}
