/** The marks of the axis of time, with words at the unit for which there is room. */
import { calendarDay, dayOf, type Day } from '#lib/model/time-days.ts';
import { dayInWords } from '#lib/model/time-words.ts';
import { textWidth } from './text.ts';
import { lengthOf, shareOf, type Span } from './time-scale.ts';

/** `label` is '' for a mark that only counts. It stands to the right of the mark. */
export interface Tick {
	readonly day: Day;
	readonly label: string;
}

/** Size in pixels of the labels, and the room that each needs beside itself. */
export const TICK_SIZE = 11;
export const TICK_GAP = 4;
/** Pixels between two marks without words. */
const LEAST_GAP = 6;

interface Unit {
	readonly what: 'day' | 'month' | 'year';
	/** So many days, months or years. */
	readonly step: number;
	/** In days, as a mean. */
	readonly length: number;
}

/** Days, weeks (from Monday), months, quarters, years, decades, centuries and what lies between. */
const UNITS: readonly Unit[] = [
	...[1, 7].map((step): Unit => ({ what: 'day', step, length: step })),
	...[1, 3].map((step): Unit => ({ what: 'month', step, length: step * 30.44 })),
	...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].map((step): Unit => ({
		what: 'year',
		step,
		length: step * 365.25
	}))
];
/** Day 4 is 5 January 1970, a Monday. */
const MONDAY = 4;

/**
 * The marks for a span drawn so many pixels wide, in order. Words are at the finest unit at which none of them
 * touches the next; marks without words are at a finer one. What would stick out on the right goes without words.
 */
export function ticks(span: Span, width: number): Tick[] {
	if (!(width > 0)) return [];
	const perDay = width / lengthOf(span);
	const finest = UNITS.findIndex(({ length }) => length * perDay >= LEAST_GAP);
	if (finest < 0) return [];
	const marks = daysOf(UNITS[finest]!, span);
	const labels = labelled(span, width, finest);
	// A week does not begin where a month does.
	const days = [...new Set([...marks, ...labels.keys()])].sort((a, b) => a - b);
	return days.map((day) => ({ day, label: labels.get(day) ?? '' }));
}

function labelled(span: Span, width: number, finest: number): ReadonlyMap<Day, string> {
	for (const unit of UNITS.slice(finest)) {
		const labels = labelsOf(unit, span);
		if (fits(labels, span, width)) return withoutLast(labels, span, width);
	}
	return new Map();
}

function fits(labels: ReadonlyMap<Day, string>, span: Span, width: number): boolean {
	let taken = -Infinity;
	for (const [day, label] of labels) {
		const x = shareOf(span, day) * width;
		if (x < taken) return false;
		taken = x + labelRoom(label);
	}
	return true;
}

/** How many pixels a label needs, from its mark on. */
export function labelRoom(label: string): number {
	return textWidth(label, TICK_SIZE) + 2 * TICK_GAP;
}

function withoutLast(labels: ReadonlyMap<Day, string>, span: Span, width: number): ReadonlyMap<Day, string> {
	return new Map(
		[...labels].filter(([day, label]) => shareOf(span, day) * width + labelRoom(label) <= width)
	);
}

function labelsOf(unit: Unit, span: Span): ReadonlyMap<Day, string> {
	const labels = new Map<Day, string>();
	let yearBefore = NaN;
	for (const day of daysOf(unit, span)) {
		const { year } = calendarDay(day);
		labels.set(day, inWords(unit, day, year !== yearBefore));
		yearBefore = year;
	}
	return labels;
}

/** "29 Jan", "Jan", "2024"; days and months have their year only where it is another than before. */
function inWords({ what }: Unit, day: Day, newYear: boolean): string {
	const [date = '', month = '', ...rest] = dayInWords(day).split(' ');
	const year = rest.join(' ');
	if (what === 'year') return year;
	const parts = [what === 'day' ? date : '', month.slice(0, 3), newYear ? year : ''];
	return parts.filter(Boolean).join(' ');
}

/** The first days of the unit that lie in the span. */
function daysOf({ what, step }: Unit, { from, to }: Span): Day[] {
	const start = calendarDay(Math.floor(from));
	const days: Day[] = [];
	const put = (day: Day) => day >= from && day < to && days.push(day);
	if (what === 'day') {
		const offset = step === 7 ? MONDAY : 0;
		for (let day = Math.ceil((from - offset) / step) * step + offset; day < to; day += step) put(day);
	} else if (what === 'month') {
		const first = Math.floor((start.month - 1) / step) * step + 1;
		for (let month = first, day = -Infinity; day < to; month += step) {
			put((day = dayOf(start.year, month, 1)));
		}
	} else {
		for (let year = Math.floor(start.year / step) * step, day = -Infinity; day < to; year += step) {
			put((day = dayOf(year, 1, 1)));
		}
	}
	return days;
}
