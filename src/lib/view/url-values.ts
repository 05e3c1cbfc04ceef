/** Values in the address: how texts, sets, numbers and days are written there and read again. */
import { dayToIso, toDay, type Day } from '#lib/model/time-days.ts';
import type { Moment } from './settings.ts';

/** Beyond this, in scene units and pixels a unit, a number in a link is a mistake or an attack. */
const FARTHEST = 1e7;

/** A finite number within reason; null for anything else. */
export function number(text: string): number | null {
	const value = text === '' ? NaN : Number(text);
	return Number.isFinite(value) && Math.abs(value) <= FARTHEST ? value : null;
}

/** A number with at most so many decimals. */
export function round(value: number, digits: number): number {
	return Number(value.toFixed(digits));
}

/** Texts, separated by commas. An empty one is written `%`, which encoding never gives. */
export function list(values: Iterable<string>): string {
	return [...values].map((value) => encode(value) || '%').join(',');
}

/** Reads what `list` wrote; null when a part cannot be decoded. */
export function set(value: string): ReadonlySet<string> | null {
	if (value === '') return new Set();
	const values = value.split(',').map((item) => (item === '%' ? '' : decode(item)));
	return values.every((item) => item !== null) ? new Set(values as string[]) : null;
}

/** Percent-encodes all that has a meaning here; spaces become `+`, to keep links readable. */
export function encode(text: string): string {
	return encodeURIComponent(text.toWellFormed()).replace(/%20/g, '+');
}

/** Reads what `encode` wrote; null when it is broken. */
export function decode(text: string): string | null {
	try {
		return decodeURIComponent(text.replace(/\+/g, '%20'));
	} catch {
		return null;
	}
}

/** `2024-01-29`, or `2024-01-29/2024-02-06` for a period. */
export function momentText({ first, last }: Moment): string {
	return first === last ? dayToIso(first) : `${dayToIso(first)}/${dayToIso(last)}`;
}

/** Reads what `momentText` wrote; null for anything else, and where the end lies before the start. */
export function readMoment(text: string): Moment | null {
	const [first, last = first, ...rest] = text.split('/').map(readDay);
	if (first == null || last == null || rest.length || last < first) return null;
	return { first, last };
}

/** A calendar day; null for anything else. */
export function readDay(text: string): Day | null {
	return toDay(text);
}
