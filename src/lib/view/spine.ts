/** The spine of events: all of them in order, as precisely as they are dated, and the links between them. */
import { standingOf, type Standing } from '#lib/analysis/standing.ts';
import type { Event, Id, LinkType } from '#lib/model/document.ts';
import type { Day } from '#lib/model/time.ts';
import { extentOf, type Piece } from './extent.ts';
import { inOrder } from './spine-order.ts';
import type { Told } from './told.ts';

/** How an event is drawn: a day as a mark, days that are all meant as a bar, a guess as an open bar. */
export type Shape = 'mark' | 'bar' | 'open';

export interface SpineEvent {
	readonly id: Id;
	readonly event: Event;
	/** Place in the order, from 0; those without a date come last. */
	readonly place: number;
	readonly shape: Shape;
	readonly first: Day;
	readonly last: Day;
	readonly pieces: readonly Piece[];
}

/** A link of the document, in the order of time or of cause. Nothing else is drawn between events. */
export interface SpineLink {
	readonly id: Id;
	readonly type: LinkType;
	/** What came first: the cause, or what was followed or responded to. */
	readonly earlier: Id;
	readonly later: Id;
	readonly standing: Standing;
}

export interface Spine {
	readonly dated: readonly SpineEvent[];
	readonly undated: readonly Event[];
	readonly links: readonly SpineLink[];
	/** Events about which the voices that are left say nothing, though others do. */
	readonly untold: number;
}

/** The events that are told, in the order of time, and of cause where dates leave it open. */
export function eventsInOrder(told: Told, links: readonly SpineLink[] = linksOf(told)): Event[] {
	return inOrder(
		[...told.events.values()].filter(({ id }) => !told.silenced.has(id)),
		links
	);
}

/** The spine of what is told, in time in proportion to the events, but for sorting. */
export function spineOf(told: Told): Spine {
	const allLinks = linksOf(told);
	const events = eventsInOrder(told, allLinks);
	const extents = events.map(({ when }) => extentOf(when));
	const dated = events.flatMap((event, index) => {
		const pieces = extents[index];
		return pieces ? [{ event, pieces }] : [];
	});
	const kept = new Set(events.map(({ id }) => id));
	return {
		dated: dated.map(({ event, pieces }, place) => spineEvent(event, pieces, place)),
		undated: events.filter((_, index) => !extents[index]),
		links: allLinks.filter(({ earlier, later }) => kept.has(earlier) && kept.has(later)),
		untold: told.events.size - events.length
	};
}

function spineEvent(event: Event, pieces: readonly Piece[], place: number): SpineEvent {
	const first = pieces.reduce((least, piece) => Math.min(least, piece.first), Infinity);
	const last = pieces.reduce((most, piece) => Math.max(most, piece.last), -Infinity);
	const sure = pieces.every(({ certain }) => certain);
	const shape = !sure ? 'open' : first === last ? 'mark' : 'bar';
	return { id: event.id, event, place, shape, first, last, pieces };
}

/**
 * The links between two different events that the voices tell, as running from the earlier to the later.
 * A document writes `led_to` that way round, `followed` and `in_response_to` the other.
 */
export function linksOf(told: Told): SpineLink[] {
	return told.document.links.flatMap(({ id, type, from, to }) => {
		if (from === to || !told.events.has(from) || !told.events.has(to) || told.silenced.has(id)) return [];
		const [earlier, later] = type === 'led_to' ? [from, to] : [to, from];
		return [{ id, type, earlier, later, standing: standingOf(told.claims.get(id)) }];
	});
}
