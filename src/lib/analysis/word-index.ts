/** Where in a text runs of words like those of a passage stand: an index of runs of four words, each word as four bits. */
import { firstFrom } from '#lib/analysis/word-print.ts';

/** Words of a run: 65,536 different ones, so that in a long text each stands at few places. */
export const RUN = 4;
/** Of the places of one run no more are looked at, those nearest to where the passage is expected. */
const MOST_PLACES = 32;
/** The same where a passage and its context are shorter than a run, and there is nothing else to go by. */
export const MOST_SHORT = 512;
/** Runs of a passage that are looked up; of a longer one every second, third, and so on. */
const MOST_RUNS = 96;

/** Places of each run, ascending: those of run r stand from `from[r]` to `from[r + 1]`. */
export interface WordIndex {
	readonly from: Int32Array;
	readonly places: Int32Array;
}

/** @param digits of the words of a text, 0 to 15 each */
export function indexWords(digits: Uint8Array): WordIndex {
	const from = new Int32Array(16 ** RUN + 1);
	for (let place = 0; place < digits.length; place++) from[runAt(digits, place) + 1]!++;
	for (let run = 0; run < 16 ** RUN; run++) from[run + 1]! += from[run]!;
	const next = from.slice();
	const places = new Int32Array(digits.length);
	for (let place = 0; place < digits.length; place++) places[next[runAt(digits, place)]!++] = place;
	return { from, places };
}

/** The number of the run that starts here; past the end of the text stand zeros. */
function runAt(digits: Uint8Array, place: number): number {
	let run = 0;
	for (let step = 0; step < RUN; step++) run = run * 16 + (digits[place + step] ?? 0);
	return run;
}

/**
 * Where a passage may start, each place as often as a run of it says so; ascending. Bounded, however long or
 * monotonous passage and text are.
 * @param near the place where it is expected
 */
export function placesOf(index: WordIndex, digits: Uint8Array, near: number): Int32Array {
	if (digits.length < RUN) return shortPlaces(index, digits);
	const runs = digits.length - RUN + 1;
	const step = Math.ceil(runs / MOST_RUNS);
	const found: number[] = [];
	for (let offset = 0; offset < runs; offset += step) {
		const run = runAt(digits, offset);
		const [first, past] = [index.from[run]!, index.from[run + 1]!];
		// As many before the expected place as after it, as far as there are so many.
		const middle = firstFrom(index.places, near + offset, first, past) - MOST_PLACES / 2;
		const low = Math.max(first, Math.min(middle, past - MOST_PLACES));
		for (let at = low; at < Math.min(past, low + MOST_PLACES); at++) found.push(index.places[at]! - offset);
	}
	return Int32Array.from(found).sort();
}

/** All runs that begin with these few digits stand side by side. */
function shortPlaces({ from, places }: WordIndex, digits: Uint8Array): Int32Array {
	const scale = 16 ** (RUN - digits.length);
	const run = digits.reduce((sum, digit) => sum * 16 + digit, 0);
	const [first, past] = [from[run * scale]!, from[(run + 1) * scale]!];
	return places.slice(first, Math.min(past, first + MOST_SHORT)).sort();
}
