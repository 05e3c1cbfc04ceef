/** The times of GEXF (1.1 to 1.3): periods, spells and moments of an element, as EDTF where they are dates. */
import { parseWhen } from '#lib/model/time.ts';
import type { Attributes } from '#lib/formats/xml/xml.ts';

/** A stretch of time as the file writes it; an end that is not there is open. */
interface Span {
	readonly start?: string | undefined;
	readonly end?: string | undefined;
}

/** All that an element says of its time. */
export interface Times {
	/** On the element itself. */
	readonly own: Span | null;
	/** Spells, slices, intervals and moments, in the order of the file. */
	readonly spells: Span[];
}

interface When {
	/** EDTF; absent where the times are no dates. */
	readonly when?: string;
	/** What the EDTF does not say exactly, or nothing at all: the texts of the file. */
	readonly exact?: Span;
	/** All spells, where there are several. */
	readonly spells?: string;
}

/** The attributes that say a time. */
export const TIME_ATTRIBUTES: ReadonlySet<string> = new Set([
	...['start', 'end', 'startopen', 'endopen', 'timestamp', 'timestamps', 'intervals']
]);

/** The times that the attributes of an element say. */
export function timesOf(attributes: Attributes): Times {
	const { timestamps, intervals } = attributes;
	const spells: Span[] = [];
	if (intervals !== undefined) spells.push(...intervalsOf(intervals));
	if (timestamps !== undefined) spells.push(...momentsOf(timestamps));
	return { own: spanOf(attributes), spells };
}

/** The period that the attributes of an element, a spell or a value say; null when none. Excluded ends count as ends. */
export function spanOf({ start, startopen, end, endopen, timestamp }: Attributes): Span | null {
	const span = { start: bound(start ?? startopen ?? timestamp), end: bound(end ?? endopen ?? timestamp) };
	return span.start === undefined && span.end === undefined ? null : span;
}

/** Older files of Gephi write an open end as an infinite number. */
function bound(text: string | undefined): string | undefined {
	const trimmed = text?.trim();
	return trimmed === undefined || /^(?:[+-]?(?:INF|Infinity))?$/.test(trimmed) ? undefined : trimmed;
}

/** `<[2009-03-01, 2009-04-01]; [2009-05-01, 2009-06-01]>` */
function intervalsOf(text: string): Span[] {
	return text
		.split(';')
		.map((part) => part.replace(/[<>[\]()]/g, '').split(','))
		.map(([start, end]) => ({ start: bound(start), end: bound(end) }))
		.filter(({ start, end }) => start !== undefined || end !== undefined);
}

/** `<[2009-03-01, 2009-03-02]>` */
function momentsOf(text: string): Span[] {
	const moments = text.replace(/[<>[\]()]/g, '').split(',');
	return moments.map(bound).flatMap((at) => (at === undefined ? [] : [{ start: at, end: at }]));
}

/**
 * What an element's times come to.
 * @param dates whether the file says that its times are dates: only then is `2009` a year and not a number
 */
export function whenOf({ own, spells }: Times, dates: boolean): When {
	const listed = spells.length > 1 || (own && spells.length > 0);
	const all = listed ? { spells: spells.map(spanText).join('; ') } : {};
	const span = own ?? (spells.length === 1 ? spells[0]! : hullOf(spells, dates));
	if (!span) return all;
	const when = edtfOf(span, dates);
	if (when === undefined) return { ...all, exact: span };
	const exact = isExact(span.start) && isExact(span.end);
	return { ...all, when, ...(exact ? {} : { exact: span }) };
}

/** `start/end` with nothing for an open end. */
export function spanText({ start, end }: Span): string {
	return start === end ? (start ?? '') : `${start ?? ''}/${end ?? ''}`;
}

/** From the first start to the last end; null when there is nothing to compare. */
function hullOf(spells: readonly Span[], dates: boolean): Span | null {
	const days = spells.map(
		({ start, end }) => [start && dayOf(start, dates), end && dayOf(end, dates)] as const
	);
	if (spells.length === 0 || days.some(([start, end]) => start === null || end === null)) return null;
	let first: Span = spells[0]!;
	let last: Span = spells[0]!;
	for (const span of spells) {
		if (first.start !== undefined && (span.start === undefined || span.start < first.start)) first = span;
		if (last.end !== undefined && (span.end === undefined || span.end > last.end)) last = span;
	}
	return { start: first.start, end: last.end };
}

function edtfOf({ start, end }: Span, dates: boolean): string | undefined {
	const from = start === undefined ? '..' : dayOf(start, dates);
	const to = end === undefined ? '..' : dayOf(end, dates);
	if (from === null || to === null || (from === '..' && to === '..')) return undefined;
	const when = from === to ? from : `${from}/${to}`;
	return parseWhen(when) ? when : undefined;
}

const DAY = /^(-?\d{4}-\d\d-\d\d)(?:T[-+:.\dZ]*|Z|[-+]\d\d:\d\d)?$/;

/** The day of a date or of a moment; a month or a year where the file says that it means dates; null for anything else. */
function dayOf(text: string, dates: boolean): string | null {
	if (text.length > 64) return null;
	const day = DAY.exec(text)?.[1];
	if (day !== undefined) return day;
	return dates && /^\d{4}(?:-\d\d)?$/.test(text) ? text : null;
}

/** Whether nothing of it gets lost in EDTF: no hour, no zone. */
function isExact(text: string | undefined): boolean {
	return text === undefined || /^-?\d{4}(?:-\d\d){0,2}$/.test(text);
}

/** The period that EDTF says, where GEXF can say it too: a day, or an interval of days with ends that may be open. */
export function spanOfWhen(when: string): Span | null {
	const match = /^(?:(\d{4}-\d\d-\d\d)|\.\.)?(?:\/(?:(\d{4}-\d\d-\d\d)|\.\.)?)?$/.exec(when);
	if (!match || !parseWhen(when)) return null;
	const [, start, end] = match;
	if (start === undefined && end === undefined) return null;
	return when.includes('/') ? { start, end } : { start, end: start };
}
