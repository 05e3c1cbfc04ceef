/** EDTF as other formats can say it: two dates, of a year, a month or a day each. */
import { parseWhen } from '#lib/model/time.ts';

export interface PlainPeriod {
	/** ISO 8601, as precise as it is known: `2019`, `2019-03` or `2019-03-05`; absent when open or unknown. */
	readonly start?: string;
	readonly end?: string;
}

const PLAIN = /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/;

/** Null for what is more than that: doubt, seasons, lists, times of day. A single date is its own start and end. */
export function plainPeriod(when: string): PlainPeriod | null {
	if (when.length > 64 || !parseWhen(when)) return null;
	const [start = '', end = start] = when.split('/');
	if (![start, end].every((date) => date === '' || date === '..' || PLAIN.test(date))) return null;
	return { ...(PLAIN.test(start) ? { start } : {}), ...(PLAIN.test(end) ? { end } : {}) };
}

/**
 * Start and end, as a file gives them, as one EDTF interval; a missing one is unknown. Undefined when there is none,
 * or what is there is no EDTF.
 */
export function intervalOf(start: string | undefined, end: string | undefined): string | undefined {
	if (start === undefined && end === undefined) return undefined;
	const when = start === end ? (start ?? '') : `${start ?? ''}/${end ?? ''}`;
	return parseWhen(when) ? when : undefined;
}
