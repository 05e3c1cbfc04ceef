/** The axis of time: days as shares of a span, and how one zooms and moves along it. */
import { whenOf } from '#lib/model/document.ts';
import { parseWhen, type Day, type Period } from '#lib/model/time.ts';
import type { Facts } from './facts.ts';

/** A piece of the axis, in days and parts of days, from the start of a day to (not including) another. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** Nobody needs to see less than this. */
const LEAST_DAYS = 3;
/** Free room at either end, as a share of the length. */
const MARGIN = 0.03;
/** A crowd is the shortest piece that has this share of all dates. */
const CROWD = 0.8;

export function lengthOf({ from, to }: Span): number {
	return to - from;
}

/** Where the start of a day stands: 0 at the span's start, 1 at its end; an open end stands at the span's own. */
export function shareOf(span: Span, day: number): number {
	if (day === -Infinity) return 0;
	if (day === Infinity) return 1;
	return (day - span.from) / lengthOf(span);
}

/** The day at a share of the span, a whole one, and one that the span has. */
export function dayAt(span: Span, share: number): Day {
	const day = Math.floor(span.from + share * lengthOf(span));
	return Math.min(Math.ceil(span.to) - 1, Math.max(Math.floor(span.from), day));
}

/**
 * The span seen after zooming by a factor (above 1 shows less), with the day `about` where it was as far as
 * `whole` allows: a span is never longer than that, nor outside it.
 */
export function zoomed(span: Span, factor: number, about: number, whole: Span): Span {
	const length = Math.min(lengthOf(whole), Math.max(LEAST_DAYS, lengthOf(span) / factor));
	return within(about - shareOf(span, about) * length, length, whole);
}

/** The span moved by some days, later when positive, as far as `whole` reaches. */
export function panned(span: Span, days: number, whole: Span): Span {
	return within(span.from + days, lengthOf(span), whole);
}

/** The span moved just enough to have these days in it, with some room beside them. */
export function revealed(span: Span, first: number, last: number, whole: Span): Span {
	const room = lengthOf(span) * 0.1;
	const [start, end] = [Math.max(first, whole.from) - room, Math.min(last + 1, whole.to) + room];
	if (start < span.from) return panned(span, start - span.from, whole);
	// What is longer than the span shows its start.
	if (end > span.to) return panned(span, Math.min(end - span.to, start - span.from), whole);
	return span;
}

function within(from: number, length: number, whole: Span): Span {
	const start = Math.max(whole.from, Math.min(whole.to - length, from));
	return { from: start, to: Math.min(whole.to, start + length) };
}

/**
 * The days from the first to the last that a document has for acts, events and the known ends of states, with some
 * room on both sides, in whole days. Null when it has no date at all.
 */
export function spanOf(facts: Facts): Span | null {
	let [first, last] = [Infinity, -Infinity];
	for (const period of periodsOf(facts)) {
		for (const day of boundsOf(period)) {
			first = Math.min(first, day);
			last = Math.max(last, day);
		}
	}
	if (first > last) return null;
	const room = Math.max(1, Math.ceil((last - first) * MARGIN));
	return { from: first - room, to: last + 1 + room };
}

/**
 * Where a first look is best: the shortest piece of `whole` with four in five of the document's dates, with room
 * around it. One early date, or one that is a mistake, so does not press all others into a single line.
 */
export function crowdOf(facts: Facts, whole: Span): Span {
	const days: number[] = [];
	for (const period of periodsOf(facts)) {
		const day = [period.earliestStart, period.latestStart].find(Number.isFinite);
		if (day !== undefined) days.push(day);
	}
	days.sort((a, b) => a - b);
	const step = Math.max(0, Math.ceil(days.length * CROWD) - 1);
	let best = whole;
	for (let i = 0; i + step < days.length; i++) {
		const piece = { from: days[i]!, to: days[i + step]! + 1 };
		if (lengthOf(piece) < lengthOf(best)) best = piece;
	}
	// A crowd that takes up most of the whole is no crowd.
	if (lengthOf(best) > lengthOf(whole) / 2) return whole;
	const room = Math.max(2, lengthOf(best) * 0.25);
	return within(best.from - room, Math.min(lengthOf(whole), lengthOf(best) + 2 * room), whole);
}

function* periodsOf(facts: Facts): Generator<Period> {
	for (const relation of facts.document.relations) {
		const when = whenOf(relation, facts.events);
		const period = when === undefined ? null : parseWhen(when);
		if (period) yield period;
	}
	for (const { when } of facts.document.events) {
		const period = when === undefined ? null : parseWhen(when);
		if (period) yield period;
	}
}

function boundsOf({ earliestStart, latestStart, earliestEnd, latestEnd }: Period): Day[] {
	return [earliestStart, latestStart, earliestEnd, latestEnd].filter(Number.isFinite);
}
