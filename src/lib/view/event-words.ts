/** Events and links in words: for the spine, the story and whoever has them read aloud. */
import type { Claim, Event, Figure, Id, LinkType } from '#lib/model/document.ts';
import { whenInWords } from '#lib/model/time-words.ts';
import { eventTies } from './event-ties.ts';
import type { Facts } from './facts.ts';
import { count, figure } from './receipt.ts';
import { MODALITY_WORDS, innermostVoice, nameOf, shortened } from './sentences.ts';
import type { SpineLink } from './spine.ts';

/** More than this in one sentence is counted. */
const MOST_NAMED = 3;

/** The title of an event, cut to a length fit for a sentence. */
export function eventTitle(event: Event | undefined): string {
	return event ? shortened(event.title.trim() || '(no title)') : 'an event that is missing';
}

/** "29 January 2024", "no date" */
export function eventDate({ when }: Event): string {
	return when === undefined ? 'no date' : whenInWords(when);
}

/** "US soldiers killed: 3 people", "attacks: at least 21" */
export function figureInWords({ what, value, min, max, unit }: Figure): string {
	const bounds = [
		min !== undefined && `at least ${figure(min)}`,
		max !== undefined && `at most ${figure(max)}`
	];
	const number = value !== undefined ? figure(value) : bounds.filter(Boolean).join(', ');
	const of = unit === 'people' && value === 1 ? 'person' : unit;
	return shortened([`${what}:`, number, of].filter(Boolean).join(' '));
}

/** "according to Ten sources (10 people, unnamed), alleged; The paper, stated", or "unsourced" */
export function accordingTo(facts: Facts, claims: readonly Claim[]): string {
	if (claims.length === 0) return 'unsourced';
	const said = [
		...new Set(claims.map((claim) => `${innermostVoice(facts, claim)}, ${MODALITY_WORDS[claim.modality]}`))
	];
	const more = said.length > MOST_NAMED ? ` and ${said.length - MOST_NAMED} more` : '';
	return `according to ${said.slice(0, MOST_NAMED).join('; ')}${more}`;
}

/** What a link says of its later event, `title` being the earlier one; time order is called what it is. */
const LATER: Readonly<Record<LinkType, (title: string) => string>> = {
	led_to: (title) => `“${title}” led to this`,
	in_response_to: (title) => `In response to “${title}”`,
	followed: (title) => `Followed “${title}” (order in time, not cause)`
};
const EARLIER: Readonly<Record<LinkType, (title: string) => string>> = {
	led_to: (title) => `Led to “${title}”`,
	in_response_to: (title) => `“${title}” was in response to this`,
	followed: (title) => `Was followed by “${title}” (order in time, not cause)`
};

/** What a link says, seen from one of its ends, and according to whom. */
export function linkInWords(facts: Facts, link: SpineLink, end: Id): string {
	const [words, other] = link.later === end ? [LATER, link.earlier] : [EARLIER, link.later];
	const sentence = words[link.type](eventTitle(facts.events.get(other)));
	return `${sentence}, ${accordingTo(facts, facts.claims.get(link.id) ?? [])}`;
}

/** Links in the order in which they matter to a reader: causes, then answers, then what is only order in time. */
export function causesFirst(links: readonly SpineLink[]): SpineLink[] {
	const rank = { led_to: 0, in_response_to: 1, followed: 2 } as const;
	return [...links].sort((a, b) => rank[a.type] - rank[b.type]);
}

/**
 * An event in full, for who has it read aloud: title, date, place, figures, links with their voices, who takes part.
 * `links` are those of the event.
 */
export function eventAloud(facts: Facts, event: Event, links: readonly SpineLink[], language = ''): string {
	const { actors } = eventTies(facts, event.id);
	const names = actors.slice(0, MOST_NAMED).map((id) => nameOf(facts, id, language));
	const others = actors.length > MOST_NAMED ? ` and ${actors.length - MOST_NAMED} more` : '';
	const unsaid = links.length - MOST_NAMED;
	const sentences = [
		[eventTitle(event), eventDate(event), shortened(event.place ?? '')].filter(Boolean).join(', '),
		...(event.figures ?? []).slice(0, MOST_NAMED).map(figureInWords),
		...causesFirst(links)
			.slice(0, MOST_NAMED)
			.map((link) => linkInWords(facts, link, event.id)),
		...(unsaid > 0 ? [`${count(unsaid, 'more link')}`] : []),
		...(names.length ? [`Taking part: ${names.join(', ')}${others}`] : [])
	];
	return sentences.map((sentence) => `${sentence}.`).join(' ');
}
