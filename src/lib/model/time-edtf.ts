/**
 * Reads EDTF (ISO 8601-2, levels 0 to 2, and seasons inside intervals) as far as its shape: a date, an interval,
 * or a list of dates. What that means for a relation is model/time.ts; how it is said, model/time-words.ts.
 */
import { readDate } from './time-date.ts';
import type { EdtfDate } from './time-date.ts';

/** One date (`from === to`) or all from one to another, in a list. */
export interface Run {
	readonly from: EdtfDate | 'open';
	readonly to: EdtfDate | 'open';
}

export type Reading =
	| { readonly shape: 'date'; readonly date: EdtfDate }
	| {
			readonly shape: 'interval';
			readonly start: EdtfDate | 'open' | 'unknown';
			readonly end: EdtfDate | 'open' | 'unknown';
	  }
	| { readonly shape: 'one-of' | 'all-of'; readonly runs: readonly Run[] };

/** Characters. Longer strings are not looked at: the longest honest one, a list of five days, has 56. */
export const LONGEST_TEXT = 64;

/** Reads an EDTF string; null when it is none, is longer than 64 characters, or lies beyond the year ±9999. */
export function readEdtf(text: string): Reading | null {
	if (text.length > LONGEST_TEXT) return null;
	if (text.includes('/')) return readInterval(text);
	if (text.startsWith('[') && text.endsWith(']')) return readList(text.slice(1, -1), 'one-of');
	if (text.startsWith('{') && text.endsWith('}')) return readList(text.slice(1, -1), 'all-of');
	const date = readDate(text);
	return date && { shape: 'date', date };
}

function readInterval(text: string): Reading | null {
	const [startText = '', endText = '', more] = text.split('/');
	if (more !== undefined || startText + endText === '') return null;
	const start = readBound(startText);
	const end = readBound(endText);
	if (!start || !end) return null;
	if (typeof start === 'object' && typeof end === 'object' && end.to < start.from) return null;
	return { shape: 'interval', start, end };
}

function readBound(text: string): EdtfDate | 'open' | 'unknown' | null {
	if (text === '') return 'unknown';
	return text === '..' ? 'open' : readMember(text);
}

/** A date inside an interval or a list. `2014/20` is a slip for `2014/2020`, so no centuries and decades here. */
function readMember(text: string): EdtfDate | null {
	return /^(-?\d{2,3}[?~%]?|.*[YS].*)$/.test(text) ? null : readDate(text);
}

function readList(inner: string, shape: 'one-of' | 'all-of'): Reading | null {
	const texts = inner.split(/ *, */);
	const runs: Run[] = [];
	for (const [index, text] of texts.entries()) {
		const run = readRun(text, index === 0, index === texts.length - 1);
		if (!run) return null;
		runs.push(run);
	}
	const [only] = runs;
	if (runs.length === 1 && only && only.from === only.to && only.from !== 'open') {
		return { shape: 'date', date: only.from };
	}
	return { shape, runs };
}

function readRun(text: string, isFirst: boolean, isLast: boolean): Run | null {
	const [fromText = '', toText, more] = text.split('..');
	if (more !== undefined) return null;
	if (toText === undefined) {
		const date = readMember(fromText);
		return date && { from: date, to: date };
	}
	const from = fromText === '' && isFirst && toText !== '' ? 'open' : readMember(fromText);
	const to = toText === '' && isLast && fromText !== '' ? 'open' : readMember(toText);
	if (!from || !to) return null;
	if (from === 'open' || to === 'open') return { from, to };
	return isRunOfUnits(from, to) ? { from, to } : null;
}

function isRunOfUnits(from: EdtfDate, to: EdtfDate): boolean {
	const plain = [from, to].every((date) => !date.approximate && !date.uncertain);
	return (
		plain && from.precision === to.precision && /^(day|month|year)$/.test(from.precision) && from.to <= to.to
	);
}
