/** What an event lights: the relations that name it and who takes part in them. Equal dates alone tie nothing. */
import type { Event, Id, Relation } from '#lib/model/document.ts';
import { parseWhen, type Period } from '#lib/model/time.ts';
import type { Facts } from './facts.ts';

/**
 * What an event is to a relation that names it: `act` when the relation is one of the event's acts; of a state, whether
 * it begins in the event's days, ends in them, both (`holds`), or the document only says that the event bears on
 * it (`changes`).
 */
export const EVENT_TIES = ['act', 'starts', 'stops', 'holds', 'changes'] as const;
export type EventTie = (typeof EVENT_TIES)[number];

export const EVENT_TIE_WORDS: Readonly<Record<EventTie, string>> = {
	act: 'Took place in it',
	starts: 'Begins with it',
	stops: 'Ends with it',
	holds: 'Holds only while it lasts',
	changes: 'Affected by it'
};

export interface EventTies {
	/** In the document's order. */
	readonly relations: readonly { readonly relation: Relation; readonly tie: EventTie }[];
	/** The ends of these relations, in the order in which they are first named. */
	readonly actors: readonly Id[];
}

/** What an event lights; nothing for one that the document does not have. */
export function eventTies(facts: Facts, id: Id): EventTies {
	const event = facts.events.get(id);
	if (!event) return { relations: [], actors: [] };
	const named = facts.relationsOfEvent.get(id) ?? [];
	const relations = named.map((relation) => ({ relation, tie: tieOf(facts, event, relation) }));
	const ends = named.flatMap(({ from, to }) => [from, to]).filter((end) => facts.actors.has(end));
	return { relations, actors: [...new Set(ends)] };
}

function tieOf(facts: Facts, event: Event, relation: Relation): EventTie {
	if (facts.typeOf(relation).nature === 'act') return 'act';
	const [during, state] = [periodOf(event.when), periodOf(relation.when)];
	if (!during || !state) return 'changes';
	const starts = isWithin(state.earliestStart, state.latestStart, during);
	const stops = !state.endUnknown && isWithin(state.earliestEnd, state.latestEnd, during);
	if (starts && stops) return 'holds';
	return starts ? 'starts' : stops ? 'stops' : 'changes';
}

function periodOf(when: string | undefined): Period | null {
	return when === undefined ? null : parseWhen(when);
}

/** Whether known days, all of them, lie in those that an event may have taken up. */
function isWithin(first: number, last: number, event: Period): boolean {
	const isKnown = Number.isFinite(first) && Number.isFinite(last);
	return isKnown && event.earliestStart <= first && last <= event.latestEnd;
}
