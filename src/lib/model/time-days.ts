/** Calendar days as integers, proleptic Gregorian, UTC. */

/** Days since 1970-01-01; ±Infinity where a period is open. */
export type Day = number;

/** Month and date count from 1; the year is astronomical (0 is 1 BC). */
export interface CalendarDay {
	readonly year: number;
	readonly month: number;
	readonly date: number;
}

const DAY_MS = 86_400_000;
/** As far as a JavaScript date reaches, either way. */
const FURTHEST_DAY = 100_000_000;
const ISO = /^(-?\d{4}|[+-]\d{6})-(\d\d)-(\d\d)$/;

/** The day of a calendar date; months and dates outside their range roll over. */
export function dayOf(year: number, month: number, date: number): Day {
	// Date.UTC takes the years 0 to 99 for 1900 to 1999; setUTCFullYear does not.
	return new Date(0).setUTCFullYear(year, month - 1, date) / DAY_MS;
}

/** The calendar date of a finite day; its parts are NaN beyond the year ±271821. */
export function calendarDay(day: Day): CalendarDay {
	const time = new Date(day * DAY_MS);
	return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, date: time.getUTCDate() };
}

/** How many days a month (1 to 12) has. */
export function daysInMonth(year: number, month: number): number {
	return calendarDay(dayOf(year, month + 1, 0)).date;
}

/** The same date some months later (earlier when negative); 31 January and one month is the last of February. */
export function shiftMonths(day: Day, months: number): Day {
	const { year, month, date } = calendarDay(day);
	const target = calendarDay(dayOf(year, month + months, 1));
	return dayOf(target.year, target.month, Math.min(date, daysInMonth(target.year, target.month)));
}

/** Reads `2024-01-29` (also `-0044-03-15`, `+012024-01-29`); null for anything else, 30 February included. */
export function toDay(isoDate: string): Day | null {
	const [, year, month, date] = ISO.exec(isoDate) ?? [];
	const day = dayOf(Number(year), Number(month), Number(date));
	return !Number.isNaN(day) && dayToIso(day) === isoDate ? day : null;
}

/**
 * Writes a day as `2024-01-29`, years outside 0 to 9999 as `-0044-03-15` or `+012024-01-29`; `..` for an open end.
 * Throws RangeError for NaN and for finite days beyond the year ±271821.
 */
export function dayToIso(day: Day): string {
	if (Math.abs(day) === Infinity) return '..';
	if (!(Math.abs(day) <= FURTHEST_DAY)) throw new RangeError(`No calendar date: ${day}`);
	const iso = new Date(day * DAY_MS).toISOString().split('T')[0] ?? '';
	// ECMAScript writes six digits for the years before 0, EDTF four.
	return iso.replace(/^-00(?=\d{4}-)/, '-');
}
