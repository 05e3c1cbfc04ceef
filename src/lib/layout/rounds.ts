import type { Round } from '#lib/layout/fcose.ts';

const REPULSION = 40_000;
/** Sizes of graph, in actors, up to which one can afford so much. Measured: none takes more than five seconds of one slow core. */
const SEVERAL_STARTS = 250;
const TWO_ROUNDS = 450;
const ONE_ROUND = 700;
/** Together, the actors of all starts: about a second of work. */
const STARTED = 300;
const MOST_STARTS = 8;

/**
 * The rounds that a graph of so many actors is worth. Small ones start several times, since a lucky start
 * saves many crossings; middle ones get a second round, which loosens knots; large ones get one; beyond that
 * the draft must do.
 */
export function roundsFor(actors: number, seed: number): Round[] {
	const fresh: Round = { quality: 'default', fresh: true, seed, repulsion: REPULSION };
	if (actors > ONE_ROUND) return [{ ...fresh, quality: 'draft' }];
	if (actors > TWO_ROUNDS) return [fresh];
	if (actors > SEVERAL_STARTS) return [fresh, { ...fresh, fresh: false, heat: 0.3 }];
	const starts = Math.min(MOST_STARTS, Math.floor(STARTED / Math.max(1, actors)));
	return Array.from({ length: starts }, (_, start) => [
		{ ...fresh, seed: seed + start * 7919 },
		{ ...fresh, seed: seed + start * 7919, fresh: false, heat: 0.6 },
		{ ...fresh, seed: seed + start * 7919, fresh: false, heat: 0.3 }
	]).flat();
}
