/**
 * The oracle for time in windows: what certaintyIn says of some days in a row is what one gets who writes down, day
 * by day, every exact course of things that a text allows. (time-oracle.test.ts does so for single days.)
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certaintyIn, certaintyOn, parseWhen, type Certainty } from '#lib/model/time.ts';
import { BEGINNING, DAY_MS, END, anyDated, at } from './edtf-samples.ts';
import type { Bound, Dated, Meaning, Span } from './edtf-samples.ts';

/** What all courses together say of a window. */
interface Tally {
	/** All of them have a day in it on which it was so, as the text says; some of them have. */
	every: boolean;
	some: boolean;
	/** Of the first day and the last day on which it was so, over all courses: the earliest and the latest. */
	earliest: number;
	latestStart: number;
	latestEnd: number;
}

function* daysOf([first, last]: Span): Generator<number> {
	for (let d = first; d <= last; d++) yield d;
}

const daysOfBound = (it: Bound, open: number): Span =>
	it === 'open' ? [open, open] : it === 'unknown' ? [BEGINNING, END] : it;

/** Every course, as the first and the last of the days on which it was so. */
function* courses(meaning: Exclude<Meaning, { says: 'a day of each' }>, isState: boolean): Generator<Span> {
	if (meaning.says === 'one day') {
		for (const span of meaning.of) for (const d of daysOf(span)) yield [d, d];
		return;
	}
	// A state whose end nobody knows was seen when it began; from then on it is carried.
	const isSeenOnce = isState && meaning.end === 'unknown';
	for (const start of daysOf(daysOfBound(meaning.start, BEGINNING))) {
		if (isSeenOnce) yield [start, start];
		else for (const end of daysOf(daysOfBound(meaning.end, END))) if (start <= end) yield [start, end];
	}
}

function tallyOf(meaning: Meaning, first: number, last: number, isState: boolean): Tally {
	const isIn = (d: number) => first <= d && d <= last;
	if (meaning.says === 'a day of each') {
		// Each unit has its day for itself: a course misses the window when each of its units can.
		const units = meaning.of.map((unit) => [...daysOf(unit)]);
		return {
			every: units.some((days) => days.every(isIn)),
			some: units.some((days) => days.some(isIn)),
			earliest: Math.min(...meaning.of.map(([start]) => start)),
			latestStart: Math.min(...meaning.of.map(([, end]) => end)),
			latestEnd: Math.max(...meaning.of.map(([, end]) => end))
		};
	}
	const tally = {
		every: true,
		some: false,
		earliest: Infinity,
		latestStart: -Infinity,
		latestEnd: -Infinity
	};
	for (const [start, end] of courses(meaning, isState)) {
		const isHit = start <= last && first <= end;
		tally.every &&= isHit;
		tally.some ||= isHit;
		tally.earliest = Math.min(tally.earliest, start);
		tally.latestStart = Math.max(tally.latestStart, start);
		tally.latestEnd = Math.max(tally.latestEnd, end);
	}
	return tally;
}

function naive({ meaning }: Dated, first: number, last: number, nature: 'state' | 'act'): Certainty {
	const isState = nature === 'state';
	const { every, some, earliest, latestStart, latestEnd } = tallyOf(meaning, first, last, isState);
	if (every) return 'certain';
	if (some) return 'possible';
	if (last < earliest) return 'not-yet';
	const isEndUnknown =
		meaning.says === 'all between'
			? meaning.end === 'unknown'
			: meaning.says === 'one day' || !meaning.goesOn;
	if (isState && isEndUnknown) return first > latestStart ? 'carried' : 'possible';
	if (first > latestEnd) return 'over';
	return isState ? 'possible' : 'not-yet';
}

/** Days at which an answer may change, and any others. */
function someDay({ meaning }: Dated): fc.Arbitrary<number> {
	const spans = meaning.says === 'all between' ? [meaning.start, meaning.end] : meaning.of;
	const edges = spans.filter((it) => typeof it !== 'string').flat();
	const inside = edges.filter((d) => BEGINNING + 400 < d && d < END - 400);
	const anywhere = fc.integer({ min: at(2021, 1, 1), max: at(2027, 12, 31) });
	if (!inside.length) return anywhere;
	const near = fc.tuple(fc.constantFrom(...inside), fc.integer({ min: -2, max: 2 }));
	return fc.oneof(
		anywhere,
		near.map(([edge, off]) => edge + off)
	);
}

const anyNature = fc.constantFrom('state' as const, 'act' as const);
const RUNS = { numRuns: 700 };
const isoOf = (d: number) => new Date(d * DAY_MS).toISOString().slice(0, 10);

it('the texts that the oracle makes can all be read', () => {
	fc.assert(
		fc.property(anyDated, ({ text }) => {
			expect(parseWhen(text)?.text).toBe(text);
		}),
		RUNS
	);
});

describe('the class is the one that a naive check day by day gives', { timeout: 60_000 }, () => {
	it('of a day, which is a window of one', () => {
		const anyCase = anyDated.chain((dated) => fc.tuple(fc.constant(dated), someDay(dated), anyNature));
		fc.assert(
			fc.property(anyCase, ([dated, d, nature]) => {
				const expected = [dated.text, nature, isoOf(d), naive(dated, d, d, nature)];
				expect([dated.text, nature, isoOf(d), certaintyOn(parseWhen(dated.text), d, nature)]).toEqual(
					expected
				);
			}),
			RUNS
		);
	});

	it('of a window', () => {
		const anyCase = anyDated.chain((dated) =>
			fc.tuple(fc.constant(dated), someDay(dated), someDay(dated), anyNature)
		);
		fc.assert(
			fc.property(anyCase, ([dated, a, b, nature]) => {
				const [first, last] = [Math.min(a, b), Math.max(a, b)];
				const expected = [dated.text, nature, isoOf(first), isoOf(last), naive(dated, first, last, nature)];
				const found = certaintyIn(parseWhen(dated.text), first, last, nature);
				expect([dated.text, nature, isoOf(first), isoOf(last), found]).toEqual(expected);
			}),
			RUNS
		);
	});
});

it('what has no date holds always, if it lasts, and happened some day, if it happened', () => {
	fc.assert(
		fc.property(fc.integer(), fc.nat(), (first, length) => {
			expect(certaintyIn(null, first, first + length, 'state')).toBe('certain');
			expect(certaintyIn(null, first, first + length, 'act')).toBe('possible');
		})
	);
});
