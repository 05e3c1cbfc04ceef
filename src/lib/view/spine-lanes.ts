/** Where the events of the spine stand when it is drawn: in lanes, with as many titles as there is room for. */
import { figureInWords } from './event-words.ts';
import type { SpineEvent } from './spine.ts';
import { shareOf, type Span } from './time-scale.ts';
import { plainLine, textWidth } from './text.ts';

/** In pixels from the start of the whole span at the scale asked for. */
export interface PlacedEvent {
	readonly item: SpineEvent;
	/** From 0; `lanes` itself where events lie over each other because no lane was free. */
	readonly lane: number;
	/** What is drawn for the event, without its title. */
	readonly from: number;
	readonly to: number;
	/** The title and the event's figures, cut to the room there is; '' where there is none. */
	readonly title: string;
	readonly titleWidth: number;
	/** Where the title begins: in a bar that is long enough, else after the mark. */
	readonly titleAt: number;
	/** Whether it stands in the bar. */
	readonly inside: boolean;
}

export interface Lanes {
	readonly placed: readonly PlacedEvent[];
	/** How many lanes are in use, that of events over each other included. */
	readonly used: number;
}

/** Pixels: of a mark, of the tail that stands for an open end, between two events, of type, beside a title. */
export const MARK = 10;
const TAIL = 44;
const GAP = 6;
export const TITLE_SIZE = 12;
const PAD = 5;
/** A title after its mark is cut to at most this, and left out where it would have less than the least. */
const MOST_TITLE = 300;
const MOST_FIGURES = 2;
const LEAST_TITLE = 44;
/** A bar of this width has its title in it, cut if need be. */
const WIDE_BAR = 120;

/**
 * Lays events out for a scale of so many pixels a day. It asks for the whole span, not for what is on screen, so
 * that no event changes its lane when the spine is moved. Marks come first: a title takes what room they leave,
 * so that in each lane below `lanes` nothing lies over anything else.
 */
export function lanesOf(
	events: readonly SpineEvent[],
	whole: Span,
	pixelsPerDay: number,
	lanes: number
): Lanes {
	const width = (whole.to - whole.from) * pixelsPerDay;
	const drafts = events.map((item) => draftOf(item, whole, width));
	drafts.sort((a, b) => a.from - b.from || a.item.place - b.item.place);
	const rows = Array.from({ length: lanes }, (): Draft[] => []);
	let crowded = false;
	for (const draft of drafts) {
		const row = freeRow(rows, draft.from);
		draft.lane = row;
		if (row < lanes) rows[row]!.push(draft);
		else crowded = true;
	}
	for (const row of rows) row.forEach((draft, index) => entitle(draft, row[index + 1]?.from ?? Infinity));
	const used = crowded ? lanes + 1 : rows.filter(({ length }) => length > 0).length;
	return { placed: drafts.map(finished), used };
}

interface Draft {
	readonly item: SpineEvent;
	readonly from: number;
	readonly to: number;
	/** How wide the title would be, with room beside it, if nothing else wanted the place. */
	readonly wanted: number;
	readonly words: string;
	readonly inside: boolean;
	lane: number;
	title: string;
}

function draftOf(item: SpineEvent, whole: Span, width: number): Draft {
	const x = (day: number) => Math.min(width, Math.max(0, shareOf(whole, day) * width));
	let [from, to] = [x(item.first), x(item.last + 1)];
	// An end that is open and certain goes on; one that is a guess is drawn as a tail, or it would fill its lane.
	if (item.first === -Infinity && !item.pieces[0]!.certain) from = Math.max(0, x(firstEnd(item)) - TAIL);
	if (item.last === Infinity && !item.pieces.at(-1)!.certain) to = Math.min(width, x(lastStart(item)) + TAIL);
	if (item.shape === 'mark' || to - from < MARK) {
		const middle = (from + to) / 2;
		[from, to] = [middle - MARK / 2, middle + MARK / 2];
	}
	const figures = (item.event.figures ?? []).slice(0, MOST_FIGURES).map(figureInWords);
	const words = plainLine([item.event.title.slice(0, 200), ...figures].join(' · '));
	const full = textWidth(words, TITLE_SIZE) + 2 * PAD;
	const inside = to - from >= Math.min(full, WIDE_BAR);
	const wanted = Math.min(full, inside ? to - from : MOST_TITLE);
	return { item, from, to, wanted, words, inside, lane: 0, title: '' };
}

/** Where what is known of an event with an open start begins: after the tail. */
function firstEnd({ pieces }: SpineEvent): number {
	const [first, second] = pieces;
	return second ? second.first : first!.last + 1;
}

/** Where the tail of an event with an open end begins. */
function lastStart({ pieces }: SpineEvent): number {
	const before = pieces.at(-2);
	return before ? before.last + 1 : pieces.at(-1)!.first;
}

/** The first lane with room; else the one in which the title before loses least of its own; else none. */
function freeRow(rows: readonly Draft[][], from: number): number {
	const ends = rows.map((row) => row.at(-1));
	const roomy = ends.findIndex((last) => !last || titleEnd(last) + GAP <= from);
	if (roomy >= 0) return roomy;
	let best = rows.length;
	let end = Infinity;
	ends.forEach((last, index) => {
		if (last!.to + GAP <= from && titleEnd(last!) < end) [best, end] = [index, titleEnd(last!)];
	});
	return best;
}

function titleEnd({ to, wanted, inside }: Draft): number {
	return inside ? to : to + wanted;
}

function entitle(draft: Draft, next: number): void {
	const room = draft.inside ? draft.wanted : Math.min(draft.wanted, next - GAP - draft.to);
	draft.title = room >= Math.min(LEAST_TITLE, draft.wanted) ? cutTo(draft.words, room - 2 * PAD) : '';
}

/** A text cut to a width in pixels, with an ellipsis where something is missing. */
function cutTo(words: string, width: number): string {
	if (textWidth(words, TITLE_SIZE) <= width) return words;
	const characters = [...words];
	let [fits, tooMuch] = [0, characters.length];
	while (tooMuch - fits > 1) {
		const middle = (fits + tooMuch) >> 1;
		if (textWidth(`${characters.slice(0, middle).join('')}…`, TITLE_SIZE) <= width) fits = middle;
		else tooMuch = middle;
	}
	return fits ? `${characters.slice(0, fits).join('').trimEnd()}…` : '';
}

function finished({ item, lane, from, to, title, inside }: Draft): PlacedEvent {
	const titleWidth = textWidth(title, TITLE_SIZE);
	return { item, lane, from, to, title, titleWidth, inside, titleAt: (inside ? from : to) + PAD };
}

/** Where an event ends with its title, in pixels as its places are. */
export function endOf({ to, titleAt, titleWidth }: PlacedEvent): number {
	return titleWidth ? Math.max(to, titleAt + titleWidth) : to;
}
