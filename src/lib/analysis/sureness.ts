/**
 * How surely a stretch of a text is the passage of a claim.
 *
 * A passage is known by its quote or, where the document may not quote, by its print: four bits a word. Digits
 * agree by chance, so every verdict asks for so many that chance is out of the question:
 *
 * | certain | the passage stands at its old place with all its context, or: every word of it stands somewhere, so do the
 * |         | nearest three words on each side, and no other place comes near
 * | likely | every word of it stands there, with less of the context; or at least three quarters of its words, in order
 * | doubtful | half of its words, or few words without their context, or several places that fit equally
 * | not found | less than that; or the claim has neither quote nor print
 */

export const SURENESSES = ['certain', 'likely', 'doubtful', 'not found'] as const;
export type Sureness = (typeof SURENESSES)[number];

/** A passage that is looked for: codes of its words and of those around it. */
export interface Sought {
	readonly before: ArrayLike<number>;
	readonly exact: ArrayLike<number>;
	readonly after: ArrayLike<number>;
	/** How many digits a word is worth as evidence: one in a print; in a quote what a word tells on average. */
	readonly worth: number;
}

/** A stretch of words that may be the passage: from `start` up to `end`, which is exclusive. */
export interface Fit {
	readonly start: number;
	readonly end: number;
	/** Words of the passage that stand in it, and edits between the two. */
	readonly matches: number;
	readonly distance: number;
	/** Words next to it that are those of the context, without a gap. */
	readonly runBefore: number;
	readonly runAfter: number;
}

/** How well a stretch fits; of two edits one undoes the good of a word. */
export function merit({ matches, distance, runBefore, runAfter }: Fit): number {
	return matches - distance / 2 + runBefore + runAfter;
}

/** The share of the passage's words that stand in a stretch, 0 to 1; words put in between count against it. */
export function shareOf({ start, end, matches }: Fit, { exact }: Sought): number {
	return matches / Math.max(exact.length, end - start);
}

/**
 * The verdict on a stretch.
 * @param chance how many digits agree somewhere in the text by mere chance
 * @param lead how much better it fits than the next best
 */
export function surenessOf(fit: Fit, sought: Sought, chance: number, lead: number): Sureness {
	const found =
		fit.distance === 0 ? surenessWhole(fit, sought, chance, lead) : surenessPart(fit, sought, chance);
	return lead === 0 && found !== 'not found' ? 'doubtful' : found;
}

/**
 * Every word stands there. Once the context tells the place, words that were taken out may still seem to be there,
 * because a neighbour has the same digits: what speaks against that are the passage's own words and the
 * context on its weaker side.
 */
function surenessWhole(
	{ matches, runBefore, runAfter }: Fit,
	{ before, after, worth }: Sought,
	chance: number,
	lead: number
): Sureness {
	const weaker = (matches + Math.min(runBefore, runAfter)) * worth;
	const all = (matches + runBefore + runAfter) * worth;
	const closed = runBefore >= Math.min(3, before.length) && runAfter >= Math.min(3, after.length);
	const telling = before.length + after.length > 0 || weaker >= 12;
	if (closed && telling && weaker >= 6 && all >= chance + 4 && lead > 3) return 'certain';
	if (weaker >= 4 && all >= chance + 4) return 'likely';
	return all >= chance + 1 ? 'doubtful' : 'not found';
}

/** Some of its words stand there, in their order. */
function surenessPart(fit: Fit, sought: Sought, chance: number): Sureness {
	const { worth } = sought;
	const share = shareOf(fit, sought);
	const { matches, runBefore, runAfter } = fit;
	const own = matches * worth;
	const all = own + (runBefore + runAfter) * worth;
	const placed = Math.max(runBefore, runAfter) >= 3 || own >= chance + 6;
	if (share >= 0.75 && own >= 6 && placed) return 'likely';
	return share >= 0.5 && matches >= 2 && all >= chance + 3 ? 'doubtful' : 'not found';
}
