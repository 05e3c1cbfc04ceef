/** The events of a view in order, with figures, links and who says so. */
import type { Event, Id, LinkType } from '#lib/model/document.ts';
import { parseWhen } from '#lib/model/time.ts';
import { eventDate, eventTitle, figureInWords } from '#lib/view/event-words.ts';
import { isVisible } from '#lib/view/fate.ts';
import { shortened } from '#lib/view/sentences.ts';
import { plainLine } from '#lib/view/text.ts';
import { spineOf, type SpineLink } from '#lib/view/spine.ts';
import { testimony, type Numbering, type Testimony } from './twin-said.ts';
import type { TwinView } from './twin-view.ts';
import { fileWords, type FileWords, type Sentence } from './wording.ts';

export interface TwinLink {
	readonly type: LinkType;
	/** "Led to “…”", seen from the event that it stands with. */
	readonly sentence: Sentence;
	readonly said: Testimony;
}

export interface TwinEvent {
	readonly id: Id;
	readonly title: FileWords;
	/** In words; "no date" where there is none. */
	readonly date: string;
	readonly place: FileWords | null;
	readonly figures: readonly FileWords[];
	readonly moreFigures: number;
	readonly links: readonly TwinLink[];
	readonly moreLinks: number;
	readonly said: Testimony;
}

export interface TwinEvents {
	readonly listed: readonly TwinEvent[];
	/** Of the view, but not listed. */
	readonly more: number;
	/** Of the document, but not of the view. */
	readonly hidden: number;
}

const MOST_EVENTS = 500;
const MOST_FIGURES = 8;
const MOST_LINKS = 12;

/**
 * The events that belong to what is shown: told by the view's voices, begun by its moment, and, where relations name
 * them, with at least one of these on screen.
 */
export function twinEvents(view: TwinView, numbering: Numbering): TwinEvents {
	const { told, facts } = view;
	const spine = spineOf(told);
	const shown = [...spine.dated.map(({ event }) => event), ...spine.undated].filter((event) =>
		isShown(event, view)
	);
	const ids = new Set(shown.map(({ id }) => id));
	const links = linksByTeller(spine.links.filter(({ earlier, later }) => ids.has(earlier) && ids.has(later)));
	return {
		listed: shown
			.slice(0, MOST_EVENTS)
			.map((event) => twinEvent(event, links.get(event.id) ?? [], view, numbering)),
		more: Math.max(0, shown.length - MOST_EVENTS),
		hidden: facts.events.size - shown.length
	};
}

function isShown(event: Event, { told, filtered, settings }: TwinView): boolean {
	const named = told.relationsOfEvent.get(event.id) ?? [];
	if (named.length) return named.some(({ id }) => isVisible(filtered.relations.get(id)));
	const { asOf, comparedWith } = settings;
	if (!asOf) return true;
	const end = comparedWith ? Math.max(asOf.last, comparedWith.asOf?.last ?? Infinity) : asOf.last;
	const period = event.when === undefined ? null : parseWhen(event.when);
	return !period || period.earliestStart <= end;
}

/** A link stands with the event that the document writes first: the cause, or what followed or responded. */
function linksByTeller(links: readonly SpineLink[]): ReadonlyMap<Id, readonly SpineLink[]> {
	const map = new Map<Id, SpineLink[]>();
	for (const link of links) {
		const id = link.type === 'led_to' ? link.earlier : link.later;
		const list = map.get(id);
		if (list) list.push(link);
		else map.set(id, [link]);
	}
	return map;
}

function twinEvent(
	event: Event,
	links: readonly SpineLink[],
	view: TwinView,
	numbering: Numbering
): TwinEvent {
	const { told } = view;
	const { language } = told.document;
	const figures = event.figures ?? [];
	return {
		id: event.id,
		title: { ...fileWords(eventTitle(event), language), strong: true },
		date: plainLine(eventDate(event)),
		place: event.place?.trim() ? fileWords(shortened(event.place), language) : null,
		figures: figures.slice(0, MOST_FIGURES).map((one) => fileWords(figureInWords(one), language)),
		moreFigures: Math.max(0, figures.length - MOST_FIGURES),
		links: links.slice(0, MOST_LINKS).map((link) => twinLink(link, view, numbering)),
		moreLinks: Math.max(0, links.length - MOST_LINKS),
		said: testimony(told, told.claims.get(event.id) ?? [], numbering)
	};
}

function twinLink(link: SpineLink, { told }: TwinView, numbering: Numbering): TwinLink {
	const other = told.events.get(link.type === 'led_to' ? link.later : link.earlier);
	const title = fileWords(eventTitle(other), told.document.language);
	return {
		type: link.type,
		sentence: LINK_WORDS[link.type](title),
		said: testimony(told, told.claims.get(link.id) ?? [], numbering)
	};
}

const LINK_WORDS: Readonly<Record<LinkType, (title: FileWords) => Sentence>> = {
	led_to: (title) => ['Led to “', title, '”'],
	followed: (title) => ['Followed “', title, '” (order in time, not cause)'],
	in_response_to: (title) => ['In response to “', title, '”']
};
