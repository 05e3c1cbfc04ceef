/** The steps of the story: the events that are linked, told from cause to effect in the document's own words. */
import type { Event, Id } from '#lib/model/document.ts';
import { compareWhen } from '#lib/model/time.ts';
import { eventTies } from './event-ties.ts';
import { causesFirst, eventDate, eventTitle, figureInWords, linkInWords } from './event-words.ts';
import { MODALITY_WORDS, innermostVoice, shortened } from './sentences.ts';
import { linksOf, type SpineLink } from './spine.ts';
import { storyOrder, type Arrow } from './story-order.ts';
import type { Told } from './told.ts';

/** A statement of a claim and who makes it, how: "according to The paper, stated". */
export interface Said {
	readonly claim: Id;
	readonly statement: string;
	readonly voice: string;
}

export interface Step {
	readonly event: Event;
	readonly title: string;
	readonly date: string;
	readonly place: string;
	/** How the story came here from events told before: a sentence for each link, with its voice. */
	readonly reached: readonly { readonly link: SpineLink; readonly words: string }[];
	readonly figures: readonly string[];
	readonly said: readonly Said[];
	/** Who takes part, and in which relations: what the camera looks at. */
	readonly actors: readonly Id[];
	readonly relations: readonly Id[];
}

/** Events in the order in which they are told. The words of a step are made when it is come to. */
export interface Story {
	readonly events: readonly Event[];
	/** The document links no events: these are all of them, in the order of time, which says nothing of causes. */
	readonly onlyTime: boolean;
	step(index: number): Step | null;
}

/** More claims, figures or links than this in one step are too many to read. */
const MOST_SAID = 6;

/**
 * The story that the links of a document tell: each event that has one, once, and an event after all those
 * that a link has before it (but for events that go round in a circle). Without links, all events in order of time.
 */
export function storyOf(told: Told): Story {
	const links = linksOf(told).filter(
		({ earlier, later }) => !told.silenced.has(earlier) && !told.silenced.has(later)
	);
	const linked = new Set(links.flatMap(({ earlier, later }) => [earlier, later]));
	const events = [...told.events.values()]
		.filter(({ id }) => (links.length ? linked.has(id) : !told.silenced.has(id)))
		.sort((a, b) => compareWhen(a.when, b.when));
	const places = new Map(events.map(({ id }, place) => [id, place]));
	const arrows = links.map(({ earlier, later }): Arrow => [places.get(earlier)!, places.get(later)!]);
	const ordered = storyOrder(events.length, arrows).map((place) => events[place]!);
	const nth = new Map(ordered.map(({ id }, index) => [id, index]));
	const reaching = new Map<Id, SpineLink[]>(ordered.map(({ id }) => [id, []]));
	for (const link of links) {
		if (nth.get(link.earlier)! < nth.get(link.later)!) reaching.get(link.later)!.push(link);
	}
	return {
		events: ordered,
		onlyTime: links.length === 0,
		step(index) {
			const event = ordered[index];
			if (!event) return null;
			const ties = eventTies(told, event.id);
			return {
				...wordsOf(told, event, causesFirst(reaching.get(event.id)!)),
				actors: ties.actors,
				relations: ties.relations.map(({ relation }) => relation.id)
			};
		}
	};
}

function wordsOf(told: Told, event: Event, links: readonly SpineLink[]) {
	return {
		event,
		title: eventTitle(event),
		date: eventDate(event),
		place: shortened(event.place ?? ''),
		reached: links.slice(0, MOST_SAID).map((link) => ({ link, words: linkInWords(told, link, event.id) })),
		figures: (event.figures ?? []).slice(0, MOST_SAID).map(figureInWords),
		said: (told.claims.get(event.id) ?? []).slice(0, MOST_SAID).map((claim): Said => ({
			claim: claim.id,
			statement: shortened(claim.statement, 400),
			voice: `${innermostVoice(told, claim)}, ${MODALITY_WORDS[claim.modality]}`
		}))
	};
}
