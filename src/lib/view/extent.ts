/** Which days a date takes up, and of which of them it is sure: what the spine and the histogram draw. */
import { parseWhen, type Day, type Period } from '#lib/model/time.ts';

/** Days from `first` to `last`, both included; an open end is ±Infinity. */
export interface Piece {
	readonly first: Day;
	readonly last: Day;
	/** Whether it was so on each of these days; else on some of them at most. */
	readonly certain: boolean;
}

/** The extent of an EDTF string; null when it cannot be read, or there is none. */
export function extentOf(when: string | undefined): readonly Piece[] | null {
	const period = when === undefined ? null : parseWhen(when);
	return period && piecesOf(period);
}

/** The pieces of a period, by first day; those that are certain are so by certaintyOn (model/time.ts) too. */
function piecesOf(period: Period): readonly Piece[] {
	const { earliestStart, latestStart, earliestEnd, latestEnd, stretches } = period;
	if (stretches) return stretches.map(({ first, last, every }) => ({ first, last, certain: every }));
	const all: Piece = { first: earliestStart, last: latestEnd, certain: false };
	if (latestStart > earliestEnd) return [all];
	return [
		{ ...all, last: latestStart - 1 },
		{ first: latestStart, last: earliestEnd, certain: true },
		{ ...all, first: earliestEnd + 1 }
	].filter(({ first, last }) => first <= last && last > -Infinity && first < Infinity);
}
