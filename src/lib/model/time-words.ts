/** Dates and periods in English words. */
import { calendarDay } from './time-days.ts';
import type { Day } from './time-days.ts';
import type { EdtfDate } from './time-date.ts';
import { readEdtf } from './time-edtf.ts';
import type { Reading, Run } from './time-edtf.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
	' '
);
/** From EDTF's season 21 on. */
const SEASONS = [
	...['spring', 'summer', 'autumn', 'winter'],
	...['spring', 'summer', 'autumn', 'winter'],
	...['southern spring', 'southern summer', 'southern autumn', 'southern winter'],
	...['first', 'second', 'third', 'fourth'].map((nth) => `${nth} quarter of`),
	...['first', 'second', 'last'].map((nth) => `${nth} third of`),
	...['first', 'second'].map((nth) => `${nth} half of`)
];
/** Of a text that cannot be read, this much is shown. */
const SHOWN_CHARACTERS = 64;

/** Says an EDTF string in words, such as `about 28 January 2024`; quotes, up to 64 characters, what is none. */
export function whenInWords(text: string): string {
	const reading = readEdtf(text);
	return reading ? readingInWords(reading) : quoted(text);
}

/** Says a day, such as `29 January 2024`; ±Infinity and what no calendar has as an open start or end. */
export function dayInWords(day: Day): string {
	const { year, month, date } = calendarDay(day);
	if (Number.isNaN(year)) return day < 0 ? 'an open start' : 'an open end';
	return `${date} ${MONTHS[month - 1]} ${yearInWords(year)}`;
}

function quoted(text: string): string {
	// Code points, so that no emoji is cut in half; twice as many units are enough to count them in.
	const characters = [...text.slice(0, 2 * SHOWN_CHARACTERS + 2)];
	const shown = characters.slice(0, SHOWN_CHARACTERS).join('');
	return `“${shown}${characters.length > SHOWN_CHARACTERS ? '…' : ''}”`;
}

function readingInWords(reading: Reading): string {
	switch (reading.shape) {
		case 'date':
			return dateInWords(reading.date);
		case 'interval':
			return intervalInWords(reading.start, reading.end);
		case 'one-of':
			return oneOfInWords(reading.runs);
		case 'all-of':
			return allOfInWords(reading.runs);
	}
}

function yearInWords(year: number): string {
	if (year < 1) return `${1 - year} BC`;
	return year < 1000 ? `AD ${year}` : `${year}`;
}

type Shared = 'nothing' | 'year' | 'month';

/** `shared` is left out, as it is said once with the date that follows. */
function dateInWords(date: EdtfDate, shared: Shared = 'nothing'): string {
	const words = unitInWords(date, shared);
	const about = words.startsWith('between ') ? 'roughly ' : 'about ';
	return `${date.uncertain ? 'possibly ' : ''}${date.approximate ? about : ''}${words}`;
}

function unitInWords(date: EdtfDate, shared: Shared): string {
	const { year, month, date: dayOfMonth } = calendarDay(date.from);
	const name = MONTHS[month - 1];
	const ending = shared === 'nothing' ? ` ${yearInWords(year)}` : '';
	switch (date.precision) {
		case 'day':
			return shared === 'month' ? `${dayOfMonth}` : `${dayOfMonth} ${name}${ending}`;
		case 'month':
			return `${name}${ending}`;
		case 'season':
			return seasonInWords(date, year);
		case 'year':
			return yearInWords(year);
		case 'decade':
			if (year >= 1000) return `the ${year}s`;
	}
	return rangeInWords(date);
}

/** `winter 2023/24`, `the first half of 2024`. */
function seasonInWords(date: EdtfDate, year: number): string {
	const name = SEASONS[(date.season ?? NaN) - 21] ?? 'some part of';
	if (name.endsWith(' of')) return `the ${name} ${yearInWords(year)}`;
	const last = calendarDay(date.to).year;
	if (last === year) return `${name} ${yearInWords(year)}`;
	const short = year >= 1000 && last % 100 !== 0;
	return `${name} ${yearInWords(year)}/${short ? String(last).slice(-2) : yearInWords(last)}`;
}

/** For a date that is no unit with a name, such as `2024-01-1X` or `19XX`. */
function rangeInWords({ from, to }: EdtfDate): string {
	const [first, last] = [calendarDay(from), calendarDay(to)];
	const isWholeMonths = first.date === 1 && calendarDay(to + 1).date === 1;
	const isWholeYears = isWholeMonths && first.month === 1 && last.month === 12;
	const precision = isWholeYears ? 'year' : isWholeMonths ? 'month' : 'day';
	if (first.year === 0 && last.year === 9999) return inUnknownYear(from, to, precision);
	const plain = { precision, approximate: false, uncertain: false } as const;
	const [a, b] = [from, to].map((day) => ({ ...plain, from: day, to: day, earliest: day, latest: day }));
	return a && b ? `between ${series([a, b]).join(' and ')}` : '';
}

/** `XXXX-12-24`. */
function inUnknownYear(from: Day, to: Day, precision: 'year' | 'month' | 'day'): string {
	const [first, last] = [calendarDay(from), calendarDay(to)];
	const month = first.month === last.month && precision !== 'year' ? `${MONTHS[first.month - 1]} of ` : '';
	const date = month && precision === 'day' && first.date === last.date ? `${first.date} ` : '';
	return `${date}${month}an unknown year`;
}

/** Dates that follow each other; a month and year that the next one has too are left out. */
function series(dates: readonly EdtfDate[]): string[] {
	return dates.map((date, index) => {
		const next = dates[index + 1];
		return dateInWords(date, next ? sharedBy(date, next) : 'nothing');
	});
}

function sharedBy(date: EdtfDate, next: EdtfDate): Shared {
	const isPlain = [date, next].every((each) => !each.approximate && !each.uncertain);
	if (!isPlain || date.precision !== next.precision) return 'nothing';
	const [a, b] = [calendarDay(date.from), calendarDay(next.from)];
	if (a.year !== b.year) return 'nothing';
	return a.month === b.month && date.precision === 'day' ? 'month' : 'year';
}

type Bound = EdtfDate | 'open' | 'unknown';

function intervalInWords(start: Bound, end: Bound): string {
	if (typeof start === 'object' && typeof end === 'object') {
		if (start.from === end.from && start.to === end.to) return withinInWords(start);
		return `from ${series([start, end]).map(asBound).join(' to ')}`;
	}
	if (typeof start === 'object') {
		return `since ${asBound(dateInWords(start))}${end === 'unknown' ? ', end unknown' : ''}`;
	}
	if (typeof end === 'object') return `until ${asBound(dateInWords(end))}`;
	if (start === 'unknown') return 'still so, start unknown';
	return end === 'open' ? 'at all times' : 'from the beginning, end unknown';
}

function withinInWords(date: EdtfDate): string {
	return date.precision === 'day' ? `only ${dateInWords(date)}` : `within ${dateInWords(date)}`;
}

/** `since some time between …`, as `since between …` is no English. */
function asBound(words: string): string {
	return /^(possibly )?(roughly )?between /.test(words) ? `some time ${words}` : words;
}

/** A list without ranges as its dates, two neighbours written as a range included; null for another list. */
function singles(runs: readonly Run[]): EdtfDate[] | null {
	const dates: EdtfDate[] = [];
	for (const { from, to } of runs) {
		if (from === 'open' || to === 'open') return null;
		const isSingle = from.from === to.from && from.to === to.to;
		if (!isSingle && from.to + 1 !== to.from) return null;
		dates.push(...(isSingle ? [from] : [from, to]));
	}
	return dates;
}

function joined(parts: readonly string[], word: 'and' | 'or'): string {
	const last = parts.at(-1) ?? '';
	return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} ${word} ${last}` : last;
}

function oneOfInWords(runs: readonly Run[]): string {
	const dates = singles(runs);
	return dates ? joined(series(dates), 'or') : joined(runs.map(anyOfRun), 'or');
}

function anyOfRun(run: Run): string {
	const dates = singles([run]);
	if (dates) return joined(series(dates), 'or');
	const { from, to } = run;
	if (from !== 'open' && to !== 'open') return `between ${series([from, to]).join(' and ')}`;
	if (to !== 'open') return `${to.precision === 'day' ? 'on' : 'in'} or before ${dateInWords(to)}`;
	return from === 'open'
		? 'at some time'
		: `${from.precision === 'day' ? 'on' : 'in'} or after ${dateInWords(from)}`;
}

function allOfInWords(runs: readonly Run[]): string {
	const dates = singles(runs);
	return dates ? joined(series(dates), 'and') : joined(runs.map(everyOfRun), 'and');
}

function everyOfRun(run: Run): string {
	const dates = singles([run]);
	if (dates) return joined(series(dates), 'and');
	const { from, to } = run;
	const unit = from !== 'open' ? from.precision : to !== 'open' ? to.precision : 'day';
	if (from !== 'open' && to !== 'open') return `every ${unit} from ${series([from, to]).join(' to ')}`;
	if (to !== 'open') return `every ${unit} until ${dateInWords(to)}`;
	return from === 'open' ? 'at all times' : `every ${unit} since ${dateInWords(from)}`;
}
