/** Dates as tables have them, to EDTF. What is not surely a date stays what it is. */
import type { DateOrder } from '#lib/formats/meaning/mapping.ts';
import { daysInMonth } from '#lib/model/time-days.ts';
import { parseWhen } from '#lib/model/time.ts';

const MONTHS: ReadonlyMap<string, number> = new Map(
	[
		'jan january januar janvier enero gennaio janeiro januari ene janv genn',
		'feb february februar fevrier febrero febbraio fevereiro februari fev fevr febr',
		'mar march marz mars marzo marco maart maerz mrz',
		'apr april avril abril aprile avr abr',
		'may mai mayo maggio maio mei',
		'jun june juni juin junio giugno junho giu',
		'jul july juli juillet julio luglio julho juil lug',
		'aug august aout agosto augustus ago',
		'sep september septembre septiembre settembre setembro sept set',
		'oct october oktober octobre octubre ottobre outubro okt ott out',
		'nov november novembre noviembre novembro',
		'dec december dezember decembre diciembre dicembre dezembro dez dic dicbre'
	].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const))
);

/** Words for “about” before a date. */
const ABOUT =
	/^(?:ca|circa|about|around|approx(?:imately)?|etwa|ungefähr|um|vers|environ|hacia|aprox|rond)(?:\.\s*|\s+)/i;
const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;
const STAMP = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?:[.,](\d+))? ?(Z|[+-]\d\d:?\d\d)?$/;
const YEAR_FIRST = /^(\d{4})([./])(\d{1,2})(?:\2(\d{1,2}))?$/;
const MONTH_YEAR = /^(\d{1,2})([./])(\d{4})$/;

export interface ReadDate {
	/** EDTF. */
	readonly when: string;
	/** Whether the text said no more than that: not so of a time of day. */
	readonly whole: boolean;
}

/**
 * The date of a text, or null when it is none or when nobody said which of its numbers is the month.
 * Reads EDTF, timestamps (the day of them), 2024/1/29, 29.1.2024 and 29 January 2024 in some languages, and any of
 * them with “ca.” and the like in front.
 */
export function readDateText(text: string, order: DateOrder | null): ReadDate | null {
	const trimmed = text.length > 80 ? text : text.trim();
	const stamp = STAMP.exec(trimmed);
	if (stamp) {
		const [, day = '', time = '', fraction = '', zone = 'Z'] = stamp;
		return checked(day, /^00:00(:00)?$/.test(time) && /^0*$/.test(fraction) && /^(Z|[+-]00:?00)$/.test(zone));
	}
	if (parseWhen(trimmed) !== null) return { when: trimmed, whole: true };
	if (trimmed.length > 40) return null;
	const about = ABOUT.exec(trimmed);
	if (about) {
		const when = readDateText(trimmed.slice(about[0].length), order)?.when;
		return when === undefined ? null : checked(`${when}~`);
	}
	return fromNumbers(trimmed, order) ?? fromWords(trimmed);
}

function checked(when: string, whole = true): ReadDate | null {
	return parseWhen(when) === null ? null : { when, whole };
}

function fromNumbers(text: string, order: DateOrder | null): ReadDate | null {
	const numeric = NUMERIC.exec(text);
	if (numeric) {
		const [, first = '', , second = '', year = ''] = numeric;
		const found = orderOf(text);
		const told = found === 'unclear' ? order : found;
		if (told === null) return null;
		return told !== 'month-first' ? dayOf(year, second, first) : dayOf(year, first, second);
	}
	const [, year, , month, date] = YEAR_FIRST.exec(text) ?? [];
	if (year !== undefined && month !== undefined) return dayOf(year, month, date);
	const [, monthFirst, , lastYear] = MONTH_YEAR.exec(text) ?? [];
	return monthFirst === undefined || lastYear === undefined ? null : dayOf(lastYear, monthFirst);
}

function dayOf(year: string, month: string, date?: string): ReadDate | null {
	const pad = (part: string) => part.padStart(2, '0');
	return checked([year, pad(month), ...(date === undefined ? [] : [pad(date)])].join('-'));
}

/** 29 January 2024, January 29, 2024, 29. Januar 2024, enero de 2024. */
function fromWords(text: string): ReadDate | null {
	const words = text
		.normalize('NFD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.split(/[\s.,/-]+/)
		.filter((word) => word !== '' && word !== 'de' && word !== 'of' && word !== 'del');
	const months = words.filter((word) => MONTHS.has(word));
	const numbers = words.filter((word) => /^\d{1,2}(st|nd|rd|th|er|o|º)?$|^\d{4}$/.test(word));
	const [month] = months;
	if (month === undefined || months.length > 1 || months.length + numbers.length !== words.length)
		return null;
	const years = numbers.filter((word) => word.length === 4 && /^\d+$/.test(word));
	const dates = numbers.filter((word) => !years.includes(word)).map((word) => word.replace(/\D+$/, ''));
	const [year] = years;
	if (year === undefined || years.length > 1 || dates.length > 1) return null;
	return dayOf(year, String(MONTHS.get(month)), dates[0]);
}

/**
 * In which order a date of three numbers stands: told by a number above 12, or by full stops, between which nobody
 * writes the month first. `same` when it makes no difference, `unclear` when both numbers could be either; null when
 * the text is no such date at all.
 */
export function orderOf(text: string): DateOrder | 'same' | 'unclear' | null {
	const numeric = NUMERIC.exec(text.length > 40 ? '' : text.trim());
	if (!numeric) return null;
	const [first, second, year] = [numeric[1], numeric[3], numeric[4]].map(Number) as [number, number, number];
	const dayFirst = isDay(year, second, first);
	const monthFirst = isDay(year, first, second);
	if (!dayFirst && !monthFirst) return null;
	if (first === second) return 'same';
	if (numeric[2] === '.' && dayFirst) return 'day-first';
	return dayFirst && monthFirst ? 'unclear' : dayFirst ? 'day-first' : 'month-first';
}

function isDay(year: number, month: number, date: number): boolean {
	return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}
