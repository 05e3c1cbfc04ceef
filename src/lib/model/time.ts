/**
 * When a relation held or an event happened, and how certain that is on a given day.
 *
 * A date says that a state was seen (or an act happened) on at least one day of it, an interval that it was so on
 * every day: the imprecise and the precise range of the Security Force Monitor's research handbook.
 */
import { calendarDay, dayOf, type Day } from './time-days.ts';
import { LONGEST_TEXT, readEdtf } from './time-edtf.ts';
import { periodOf } from './time-period.ts';
import type { Period, Stretch } from './time-period.ts';

export type { Day } from './time-days.ts';
export type { Period } from './time-period.ts';

/** How sure it is that something was so on a day. `carried`: it was so before, and no end is known. */
export type Certainty = 'certain' | 'possible' | 'carried' | 'not-yet' | 'over';

/** As many as the largest document that we mean to be fast with has relations; some 10 MB at most. */
const REMEMBERED_TEXTS = 20_000;

const remembered = new Map<string, Period | null>();

/**
 * Reads an EDTF string; null when it is none, is longer than 64 characters, ends before it starts,
 * or lies beyond the year ±9999. Equal strings give the same frozen object.
 */
export function parseWhen(text: string): Period | null {
	if (text.length > LONGEST_TEXT) return null;
	const known = remembered.get(text);
	if (known !== undefined) return known;
	const reading = readEdtf(text);
	const period = reading && Object.freeze(periodOf(reading, text));
	if (remembered.size >= REMEMBERED_TEXTS) remembered.clear();
	remembered.set(text, period);
	return period;
}

/** The earliest possible day; -Infinity when the start is open or unknown. */
export function firstDay(period: Period): Day {
	return period.earliestStart;
}

/** The latest possible day; Infinity when the end is open or unknown. For a date, its own last day. */
export function lastDay(period: Period): Day {
	return period.latestEnd;
}

/**
 * How sure it is that a state held, or an act took place, on at least one day of a window (both ends included).
 *
 * Think of every exact course of things that the period allows. When all of them say the same of the window, so does
 * this; otherwise it is `possible`. An act between two dates of a list is `not-yet`, for it is not over for sure.
 * A state seen before the window is `carried` into it. Without a period (null) a state is timeless: `certain`
 * always; an act took place some day, nobody says which: `possible`.
 */
export function certaintyIn(
	period: Period | null,
	first: Day,
	last: Day,
	nature: 'state' | 'act'
): Certainty {
	if (!period) return nature === 'state' ? 'certain' : 'possible';
	if (last < period.earliestStart) return 'not-yet';
	const isCarried = nature === 'state' && period.endUnknown && first > period.latestStart;
	if (period.stretches && first <= period.latestEnd) {
		const hits = period.stretches.filter((stretch) => stretch.first <= last && first <= stretch.last);
		const all = period.kind === 'all-of' && hits.some((hit) => hit.every || holdsUnit(hit, first, last));
		const any = period.kind === 'one-of' && period.stretches.every((one) => within(one, first, last));
		if (all || any) return 'certain';
		if (hits.length) return 'possible';
		if (nature === 'act') return 'not-yet';
		return isCarried ? 'carried' : 'possible';
	}
	if (period.latestStart <= last && first <= period.earliestEnd) return 'certain';
	if (isCarried) return 'carried';
	return first > period.latestEnd ? 'over' : 'possible';
}

/** Whether the window has the whole of a stretch in it, or of one of the months or years that it runs over. */
function holdsUnit(stretch: Stretch, first: Day, last: Day): boolean {
	if (!stretch.months) return within(stretch, first, last);
	const from = Math.max(first, stretch.first);
	const { year, month } = calendarDay(from);
	const start = stretch.months === 12 ? 1 : month;
	const begins = dayOf(year, start, 1) >= from ? start : start + stretch.months;
	return dayOf(year, begins + stretch.months, 1) - 1 <= Math.min(last, stretch.last);
}

function within(stretch: Stretch, first: Day, last: Day): boolean {
	return first <= stretch.first && stretch.last <= last;
}

/** The same on a single day. */
export function certaintyOn(period: Period | null, day: Day, nature: 'state' | 'act'): Certainty {
	return certaintyIn(period, day, day, nature);
}

/**
 * Total order for sorting EDTF strings: by earliest day (the latest where the earliest is unknown), of those
 * with the same the more precise first;
 * what cannot be read comes after, undefined last. 0 only for equal arguments.
 */
export function compareWhen(a?: string, b?: string): number {
	if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
	const [first, second] = [parseWhen(a), parseWhen(b)];
	if (!first || !second) return Number(!first) - Number(!second) || order(a, b);
	return (
		order(beginning(first), beginning(second)) ||
		order(first.latestStart, second.latestStart) ||
		order(first.latestEnd, second.latestEnd) ||
		order(a, b)
	);
}

/** The first day, or where that is open, the last day by which it had begun: a reader's order. */
function beginning({ earliestStart, latestStart }: Period): Day {
	return earliestStart === -Infinity ? latestStart : earliestStart;
}

// Infinity minus Infinity is no order.
function order<T extends string | number>(a: T, b: T): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
