/**
 * Finds the passages of claims again in a text that need not be the one that the claims were read in: at the old
 * place, else where runs of their words stand, word for word or nearly so. sureness.ts says how sure that is.
 */
import { nearestStretch } from '#lib/analysis/align-words.ts';
import { merit, shareOf, surenessOf, type Fit, type Sought, type Sureness } from '#lib/analysis/sureness.ts';
import { MOST_SHORT, RUN, indexWords, placesOf, type WordIndex } from '#lib/analysis/word-index.ts';
import { digitOf, wordsIn, wordsOf, type Words } from '#lib/analysis/word-print.ts';
import type { Id, Print, Quote } from '#lib/model/document.ts';
import { MAX_PRINT, MAX_PRINT_CONTEXT } from '#lib/model/schema.ts';

/** Where the passage of a claim stands in a text. */
export interface Anchor {
	readonly claim: Id;
	/** Code points from the start of the text, `end` exclusive; both 0 when it was not found. */
	readonly start: number;
	readonly end: number;
	readonly sureness: Sureness;
	/** How much of the passage stands there, 0 to 1: words in their order, of those of the passage or of the place. */
	readonly share: number;
}

/** What of a claim is needed to find its passage. */
export interface Passage {
	readonly id: Id;
	readonly start?: number | undefined;
	readonly end?: number | undefined;
	readonly print?: Print | undefined;
	readonly quote?: Quote | undefined;
}

/** A passage and its context, with the digits of all their words for the index. */
interface Pattern extends Sought {
	readonly digits: Uint8Array;
}

/** A text, made ready for many passages. */
interface Prepared {
	readonly words: Words;
	readonly digits: Uint8Array;
	readonly index: WordIndex;
	/** Digits that agree somewhere in a text of this length by mere chance. */
	readonly chance: number;
}

/** Words by which a place may be off because of edits nearby. */
const SLACK = 4;
/** Places at which a passage is looked for; in a text that repeats itself more would only say so again. */
const MOST_REGIONS = 8;
/** Of them those at which it is looked for word by word. */
const MOST_ALIGNED = 3;

/** Places of claims by `start` and `end` alone: right in the very text that they count in, and nowhere else. */
export function anchorsByPosition(length: number, claims: readonly Passage[]): Anchor[] {
	return claims.map(({ id, start, end }) =>
		start !== undefined && end !== undefined && start < end && end <= length
			? { claim: id, start, end, sureness: 'certain', share: 1 }
			: notFound(id)
	);
}

/**
 * Finds passages in a text by their quotes or prints.
 * @returns an anchor for each claim, in their order
 */
export function anchorClaims(text: string, claims: readonly Passage[]): Anchor[] {
	const words = wordsOf(text);
	const digits = Uint8Array.from(words.hashes, digitOf);
	const chance = Math.log(Math.max(16, digits.length)) / Math.log(16);
	const prepared = { words, digits, index: indexWords(digits), chance };
	return claims.map((claim) => anchorClaim(prepared, claim));
}

function anchorClaim(text: Prepared, claim: Passage): Anchor {
	const pattern = patternOf(claim);
	if (!pattern) return notFound(claim.id);
	const codes = pattern.worth === 1 ? text.digits : text.words.hashes;
	const old = oldPlace(text.words, claim);
	if (old && isWholeThere(codes, pattern, old[0], old[1]))
		return { claim: claim.id, ...spanOf(text.words, claim, old), sureness: 'certain', share: 1 };
	const regions = regionsOf(text.index, pattern, old?.[0] ?? 0);
	const whole = regions.flatMap((region) => wholeIn(codes, pattern, region));
	const fits = whole.length
		? whole
		: regions.slice(0, MOST_ALIGNED).map((region) => nearestIn(codes, pattern, region));
	return judged(text, pattern, claim.id, fits);
}

function notFound(claim: Id): Anchor {
	return { claim, start: 0, end: 0, sureness: 'not found', share: 0 };
}

function patternOf({ print, quote }: Passage): Pattern | null {
	if (!print && !quote) return null;
	const hashes = (text = '') => wordsOf(text).hashes;
	const fromHex = (text: string) => Uint8Array.from(text, (digit) => parseInt(digit, 16));
	const [before, exact, after] = quote
		? [
				hashes(quote.prefix).slice(-MAX_PRINT_CONTEXT),
				hashes(quote.exact).slice(0, MAX_PRINT),
				hashes(quote.suffix).slice(0, MAX_PRINT_CONTEXT)
			]
		: [fromHex(print!.before), fromHex(print!.exact), fromHex(print!.after)];
	if (exact.length === 0) return null;
	const all = [...before, ...exact, ...after];
	return {
		before,
		exact,
		after,
		digits: Uint8Array.from(quote ? all.map(digitOf) : all),
		worth: quote ? 3 : 1
	};
}

/** The words at which the claim's positions point in this text. */
function oldPlace(words: Words, { start, end }: Passage): [first: number, past: number] | null {
	return start === undefined || end === undefined || end <= start ? null : wordsIn(words, start, end);
}

/** The span that the claim gives, which may have marks around its words; not where it cuts a word: there it has shifted. */
function spanOf(
	{ starts, ends }: Words,
	{ start = 0, end = 0 }: Passage,
	[first, past]: readonly [number, number]
) {
	const [own, last] = [starts[first]!, ends[past - 1]!];
	return own < start || last > end ? { start: own, end: last } : { start, end };
}

function isWholeThere(codes: ArrayLike<number>, pattern: Pattern, first: number, past: number): boolean {
	const { before, exact, after, digits, worth } = pattern;
	if (past - first !== exact.length || !standsAt(codes, exact, first)) return false;
	const { runBefore, runAfter } = runsAround(codes, pattern, first, past);
	return runBefore === before.length && runAfter === after.length && digits.length * worth >= SLACK;
}

function standsAt(codes: ArrayLike<number>, exact: ArrayLike<number>, place: number): boolean {
	if (place < 0 || place + exact.length > codes.length) return false;
	for (let word = 0; word < exact.length; word++) if (codes[place + word] !== exact[word]) return false;
	return true;
}

function runsAround(codes: ArrayLike<number>, { before, after }: Pattern, start: number, end: number) {
	let runBefore = 0;
	while (runBefore < before.length && codes[start - 1 - runBefore] === before[before.length - 1 - runBefore])
		runBefore++;
	let runAfter = 0;
	while (runAfter < after.length && codes[end + runAfter] === after[runAfter]) runAfter++;
	return { runBefore, runAfter };
}

/** A range of places at which the passage itself may start. */
interface Region {
	readonly low: number;
	readonly high: number;
	/** How many runs of words speak for it. */
	readonly count: number;
}

/** The places that most runs of the passage and its context point to, together where they are close; best first. */
function regionsOf(index: WordIndex, pattern: Pattern, near: number): Region[] {
	const shift = pattern.before.length;
	const places = placesOf(index, pattern.digits, near - shift);
	const widest = SLACK + Math.min(12, pattern.exact.length >> 3);
	const regions: Region[] = [];
	for (let from = 0, to = 0; from < places.length; from = to) {
		while (to < places.length && places[to]! - places[from]! <= widest) to++;
		regions.push({ low: places[from]! + shift, high: places[to - 1]! + shift, count: to - from });
	}
	const distance = (region: Region) => Math.abs(region.low - near);
	return regions
		.sort((a, b) => b.count - a.count || distance(a) - distance(b) || a.low - b.low)
		.slice(0, pattern.digits.length < RUN ? MOST_SHORT : MOST_REGIONS);
}

/** Every place of a region at which the whole passage stands. */
function wholeIn(codes: ArrayLike<number>, pattern: Pattern, { low, high }: Region): Fit[] {
	const fits: Fit[] = [];
	const matches = pattern.exact.length;
	for (let start = low - SLACK; start <= high + SLACK; start++) {
		if (!standsAt(codes, pattern.exact, start)) continue;
		const end = start + matches;
		fits.push({ start, end, matches, distance: 0, ...runsAround(codes, pattern, start, end) });
	}
	return fits;
}

function nearestIn(codes: ArrayLike<number>, pattern: Pattern, { low, high }: Region): Fit {
	const slack = SLACK + Math.min(12, pattern.exact.length >> 2);
	const stretch = nearestStretch(codes, pattern.exact, low - slack, high - low + 2 * slack + 1);
	return { ...stretch, ...runsAround(codes, pattern, stretch.start, stretch.end) };
}

function judged({ words, chance }: Prepared, pattern: Pattern, claim: Id, fits: readonly Fit[]): Anchor {
	const [best, next] = distinct(fits);
	if (!best || best.end === best.start) return notFound(claim);
	const sureness = surenessOf(best, pattern, chance, next ? merit(best) - merit(next) : Infinity);
	if (sureness === 'not found') return notFound(claim);
	const [start, end] = [words.starts[best.start]!, words.ends[best.end - 1]!];
	return { claim, start, end, sureness, share: shareOf(best, pattern) };
}

/** Fits at different places, best first. Regions overlap, and one place may have been found from two of them. */
function distinct(fits: readonly Fit[]): Fit[] {
	const sorted = [...fits].sort((a, b) => merit(b) - merit(a) || a.start - b.start);
	const kept: Fit[] = [];
	for (const fit of sorted) {
		const same = (other: Fit) =>
			other.start === fit.start || (fit.distance > 0 && other.start < fit.end && fit.start < other.end);
		if (!kept.some(same)) kept.push(fit);
		if (kept.length === 2) break;
	}
	return kept;
}
