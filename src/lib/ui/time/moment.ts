/** Setting the day, or the period, that the graph is seen as of. */
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Day } from '#lib/model/time.ts';
import { shiftMonths } from '#lib/model/time-days.ts';
import { receiptInWords } from '#lib/view/receipt.ts';
import type { Moment } from '#lib/view/settings.ts';
import type { SpineEvent } from '#lib/view/spine.ts';
import type { Span } from '#lib/view/time-scale.ts';

interface Change {
	/** Changes of one gesture are one step of undo. */
	readonly gesture?: object;
	/** Nothing is announced: many changes follow one another, and who makes them says so at their end. */
	readonly quiet?: boolean;
}

/** Sets the moment, and announces what the view then shows. */
export function setMoment(
	workspace: Workspace,
	moment: Moment | null,
	{ gesture, quiet }: Change = {}
): void {
	const present = workspace.settings.asOf;
	if (moment?.first === present?.first && moment?.last === present?.last) return;
	workspace.set({ asOf: moment }, { label: 'Day', ...(gesture && { gesture }) });
	if (!quiet) announceReceipt(workspace);
}

/** Says how much the view shows. */
export function announceReceipt(workspace: Workspace): void {
	workspace.announce(receiptInWords(workspace.receipt));
}

/** The day within a span. */
export function clamped(day: Day, { from, to }: Span): Day {
	return Math.max(Math.ceil(from), Math.min(Math.ceil(to) - 1, day));
}

/** Where a key takes a day on a slider; null for a key that means nothing there. */
export function dayByKey(key: string, day: Day, whole: Span): Day | null {
	switch (key) {
		case 'ArrowRight':
		case 'ArrowUp':
			return clamped(day + 1, whole);
		case 'ArrowLeft':
		case 'ArrowDown':
			return clamped(day - 1, whole);
		case 'PageUp':
			return clamped(shiftMonths(day, 1), whole);
		case 'PageDown':
			return clamped(shiftMonths(day, -1), whole);
		case 'Home':
			return clamped(-Infinity, whole);
		case 'End':
			return clamped(Infinity, whole);
		default:
			return null;
	}
}

/** The moment with one end moved; the other end gives way, so that it stays a moment. */
export function withEnd({ first, last }: Moment, end: 'first' | 'last' | 'both', day: Day): Moment {
	if (end === 'both') return { first: day, last: day };
	if (end === 'first') return { first: day, last: Math.max(day, last) };
	return { first: Math.min(day, first), last: day };
}

/** The day that an event is stepped to: its first, or the last by which it was where its start is open. */
export function dayOfEvent({ first, last }: SpineEvent): Day {
	return Number.isFinite(first) ? first : last;
}

/** The next day (or the one before) on which an event begins; null when there is none. */
export function eventDay(events: readonly SpineEvent[], from: Day, by: 1 | -1): Day | null {
	let best: Day | null = null;
	for (const event of events) {
		const day = dayOfEvent(event);
		if (!Number.isFinite(day) || (day - from) * by <= 0) continue;
		if (best === null || (day - best) * by < 0) best = day;
	}
	return best;
}
