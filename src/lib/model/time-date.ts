/**
 * Single dates in EDTF (ISO 8601-2, levels 0 to 2, and uncertain seasons): their first and last day.
 *
 * The `edtf` package takes about 0.1 ms for a string, so plain dates, which nearly all are, go past it.
 */
import { parse } from 'edtf';
import type { Parsed } from 'edtf';
import { calendarDay, dayOf, daysInMonth, shiftMonths } from './time-days.ts';
import type { Day } from './time-days.ts';

/** From fine to coarse; `digits` is a pattern such as `2024-01-1X` that is no whole unit. */
const PRECISIONS = ['day', 'month', 'season', 'year', 'decade', 'century', 'digits'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** One date of any precision. */
export interface EdtfDate {
	readonly precision: Precision;
	/** First and last day as written. */
	readonly from: Day;
	readonly to: Day;
	/** The same with room for "about" and "possibly". */
	readonly earliest: Day;
	readonly latest: Day;
	readonly approximate: boolean;
	readonly uncertain: boolean;
	/** EDTF's number of a season, 21 to 41. */
	readonly season?: number;
}

/** A date and time with zone has 29. Within this length and alphabet the package stays under 1 ms. */
const DATE_TEXT = /^[-+−:.\dESTXYZ?~%]{2,32}$/;
const PLAIN_DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([?~%])?$/;
const PATTERN = /^(-?)([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/;
/** EDTF writes years of four digits; a longer one (`Y12024`) is no date of an investigation. */
const FURTHEST_YEAR = 9999;

/** Reporters who write "about the 28th" mean that week, not another one. */
const DAYS_OF_DOUBT = 3;
/** Doubt about a longer unit reaches to its neighbours: one unit of its own, either way. */
const MONTHS_OF_DOUBT = { month: 1, season: 3, year: 12, decade: 120, century: 1200 } as const;
type Doubtful = 'day' | keyof typeof MONTHS_OF_DOUBT;

/**
 * First months of the seasons 21 to 41. EDTF leaves them open; we take the meteorologists'. 21 to 28 are northern,
 * 29 to 32 southern; a winter belongs to the year in which it begins. Then quarters, thirds and halves of a year.
 */
const SEASON_STARTS = [3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6, 1, 4, 7, 10, 1, 5, 9, 1, 7];
const FIRST_SEASON = 21;

/** Reads one EDTF date, no interval and no list; null when it is none or lies beyond the year ±9999. */
export function readDate(text: string): EdtfDate | null {
	const [plain, year, month, date, mark] = PLAIN_DATE.exec(text) ?? [];
	if (plain === undefined) return readRareDate(text);
	const whole = wholeUnit(
		Number(year),
		month === undefined ? undefined : Number(month),
		date === undefined ? undefined : Number(date)
	);
	const uncertain = mark === '?' || mark === '%' || undefined;
	return whole && withDoubt(whole, { uncertain, approximate: mark === '~' || mark === '%' || undefined });
}

function readRareDate(text: string): EdtfDate | null {
	const parsed = DATE_TEXT.test(text) ? parseOrNull(text) : null;
	const [first = NaN, second, third] = parsed?.values ?? [];
	switch (parsed?.type) {
		case 'Date':
			if (parsed.unspecified) return readPattern(text);
			return doubted(wholeUnit(first, second === undefined ? undefined : second + 1, third), parsed);
		case 'Year':
			return parsed.significant ? estimatedYear(first, parsed.significant) : wholeUnit(first);
		case 'Decade':
			return doubted(readPattern(text.replace(/[?~%]?$/, 'X')), parsed);
		case 'Century':
			return doubted(readPattern(text.replace(/[?~%]?$/, 'XX')), parsed);
		case 'Season':
			return parsed.unspecified ? null : doubted(seasonOf(first, second ?? NaN), parsed);
		default:
			return null;
	}
}

function parseOrNull(text: string): Parsed | null {
	try {
		return parse(text, { seasonIntervals: true, seasonUncertainty: true });
	} catch {
		return null;
	}
}

function exactly(precision: Precision, from: Day, to: Day): EdtfDate {
	return { precision, from, to, earliest: from, latest: to, approximate: false, uncertain: false };
}

/** A year, month (1 to 12) or day, or null if the calendar has none; the package lets 29 February 2023 pass. */
function wholeUnit(year: number, month?: number, date?: number): EdtfDate | null {
	if (!(Math.abs(year) <= FURTHEST_YEAR)) return null;
	if (month === undefined) return exactly('year', dayOf(year, 1, 1), dayOf(year + 1, 1, 0));
	if (date === undefined) return exactly('month', dayOf(year, month, 1), dayOf(year, month + 1, 0));
	if (date < 1 || date > daysInMonth(year, month)) return null;
	const day = dayOf(year, month, date);
	return exactly('day', day, day);
}

function seasonOf(year: number, season: number): EdtfDate | null {
	const month = SEASON_STARTS[season - FIRST_SEASON];
	if (month === undefined || Math.abs(year) > FURTHEST_YEAR) return null;
	const months = season < 37 ? 3 : season < 40 ? 4 : 6;
	return { ...exactly('season', dayOf(year, month, 1), dayOf(year, month + months, 0)), season };
}

/** `1950S2`: some year of 1900 to 1999, estimated as 1950. */
function estimatedYear(year: number, significant: number): EdtfDate | null {
	const whole = wholeUnit(year);
	const digits = String(Math.abs(year));
	const kept = digits.slice(0, significant).padEnd(digits.length, 'X').padStart(4, '0');
	const range = whole && (readPattern((year < 0 ? '-' : '') + kept) ?? whole);
	return whole && range && { ...whole, earliest: range.from, latest: range.to, approximate: true };
}

/** A date with X for the digits that are not known. Reads the text, as the package loses the 0 of `X0`. */
function readPattern(text: string): EdtfDate | null {
	const pattern = text.replace(/(-XX)+$/, '');
	if (/^-?\d{4}(-\d\d)?$/.test(pattern)) {
		const [, sign, year, month] = PATTERN.exec(pattern) ?? [];
		return wholeUnit(Number(`${sign}${year}`), month === undefined ? undefined : Number(month));
	}
	const [, sign, year = '', month = 'XX', date = 'XX'] = PATTERN.exec(pattern) ?? [];
	const months = [...fillings(month, 'up')].filter(isMonth);
	// `2024-X0` can only be October.
	if (!year.includes('X') && date === 'XX' && months.length === 1) {
		return wholeUnit(Number(`${sign}${year}`), months[0]);
	}
	const from = firstReal(sign, year, month, date, 'up');
	const to = firstReal(sign, year, month, date, 'down');
	return from === null || to === null ? null : exactly(precisionOf(pattern), from, to);
}

function precisionOf(pattern: string): Precision {
	if (/^-?\d{3}X$/.test(pattern)) return 'decade';
	return /^-?\d\dXX$/.test(pattern) ? 'century' : 'digits';
}

const isMonth = (n: number) => n >= 1 && n <= 12;
type Direction = 'up' | 'down';

/** All numbers that a pattern such as `1X` can stand for, in order. One by one, as XXXX has ten thousand. */
function* fillings(pattern: string, direction: Direction, start = 0): Generator<number> {
	const [sign] = pattern;
	if (sign === undefined) {
		yield start;
		return;
	}
	for (let n = 0; n < 10; n++) {
		const digit = direction === 'up' ? n : 9 - n;
		if (sign === 'X' || Number(sign) === digit)
			yield* fillings(pattern.slice(1), direction, 10 * start + digit);
	}
}

/** The first day that the calendar has, or the last when going down. */
function firstReal(
	sign = '',
	years: string,
	months: string,
	dates: string,
	direction: Direction
): Day | null {
	// Before the year 0 the greatest number comes first.
	const yearDirection = (sign === '-') === (direction === 'up') ? 'down' : 'up';
	for (const n of fillings(years, yearDirection)) {
		const year = sign === '-' ? -n : n;
		for (const month of fillings(months, direction)) {
			if (!isMonth(month)) continue;
			const last = daysInMonth(year, month);
			for (const date of fillings(dates, direction)) {
				if (date >= 1 && date <= last) return dayOf(year, month, date);
			}
		}
	}
	return null;
}

type Doubt = Pick<Parsed, 'uncertain' | 'approximate'>;

function doubted(date: EdtfDate | null, doubt: Doubt): EdtfDate | null {
	return date && withDoubt(date, doubt);
}

function withDoubt(date: EdtfDate, doubt: Doubt): EdtfDate {
	const units = [doubt.uncertain, doubt.approximate].flatMap((mask) => (mask ? [unitOf(mask, date)] : []));
	if (!units.length) return date;
	const unit = units.reduce((a, b) => (PRECISIONS.indexOf(a) > PRECISIONS.indexOf(b) ? a : b));
	const flags = { approximate: Boolean(doubt.approximate), uncertain: Boolean(doubt.uncertain) };
	if (unit === 'day') {
		return { ...date, ...flags, earliest: date.from - DAYS_OF_DOUBT, latest: date.to + DAYS_OF_DOUBT };
	}
	const months = MONTHS_OF_DOUBT[unit];
	return { ...date, ...flags, earliest: shiftMonths(date.from, -months), latest: shiftEnd(date.to, months) };
}

/** The finest part of the date that a mark covers: in `2024?-01-28` the year, in `2024-01-28?` the day. */
function unitOf(mask: number | true, date: EdtfDate): Doubtful {
	const whole = date.precision === 'digits' ? 'year' : date.precision;
	if (mask === true || mask & 0b1100_0000) return whole;
	if (mask & 0b0011_0000) return whole === 'season' ? 'season' : 'month';
	return 'year';
}

/** As shiftMonths, but the last day of a month stays one: from 28 February to 31 March. */
function shiftEnd(day: Day, months: number): Day {
	const { month } = calendarDay(day);
	const isMonthEnd = calendarDay(day + 1).month !== month;
	return isMonthEnd ? shiftMonths(day + 1, months) - 1 : shiftMonths(day, months);
}
