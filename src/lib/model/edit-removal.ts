import type { Claim, Document, Id, Point, Relation, Voice } from '#lib/model/document.ts';
import { changed, revised, type Identified } from '#lib/model/edits.ts';

/** Ids of records to take away. */
export interface Gone {
	readonly actors?: ReadonlySet<Id>;
	readonly relations?: ReadonlySet<Id>;
	readonly events?: ReadonlySet<Id>;
}

const NONE: ReadonlySet<Id> = new Set();

/**
 * The document without these records and without what cannot stand without them: the relations and positions
 * of the actors, the links of the events, claims that were about nothing else.
 * A relation of such an event and a voice of such an actor stay, and lose the pointer.
 */
export function without(document: Document, gone: Gone): Document {
	const { actors = NONE, relations = NONE, events = NONE } = gone;
	const lost = new Set<Id>();
	function keepUnless<R extends Identified>(condition: boolean, record: R): R | undefined {
		if (!condition) return record;
		lost.add(record.id);
		return undefined;
	}
	const rest = changed(document, {
		voices: revised(document.voices, (voice) => withoutActor(voice, actors)),
		actors: revised(document.actors, (actor) => keepUnless(actors.has(actor.id), actor)),
		relations: revised(document.relations, (relation) => {
			const goes = relations.has(relation.id) || actors.has(relation.from) || actors.has(relation.to);
			return keepUnless(goes, relation) && withoutEvent(relation, events);
		}),
		events: revised(document.events, (event) => keepUnless(events.has(event.id), event)),
		links: revised(document.links, (link) => keepUnless(events.has(link.from) || events.has(link.to), link)),
		positions: positionsWithout(document.positions, actors)
	});
	// Records of several lists may have one id; a claim about it counts for all of them, until the last is gone.
	for (const list of [rest.actors, rest.relations, rest.events, rest.links]) {
		for (const { id } of list) lost.delete(id);
	}
	return changed(rest, { claims: revised(rest.claims, (claim) => claimWithout(claim, lost)) });
}

function withoutActor(voice: Voice, actors: ReadonlySet<Id>): Voice {
	return voice.actor !== undefined && actors.has(voice.actor) ? changed(voice, { actor: undefined }) : voice;
}

function withoutEvent(relation: Relation, events: ReadonlySet<Id>): Relation {
	const { event } = relation;
	return event !== undefined && events.has(event) ? changed(relation, { event: undefined }) : relation;
}

function claimWithout(claim: Claim, lost: ReadonlySet<Id>): Claim | undefined {
	// So a claim that was about nothing before stays: it is not ours to take away.
	if (!claim.about.some((id) => lost.has(id))) return claim;
	const about = claim.about.filter((id) => !lost.has(id));
	return about.length > 0 ? changed(claim, { about }) : undefined;
}

function positionsWithout(
	positions: ReadonlyMap<Id, Point> | undefined,
	actors: ReadonlySet<Id>
): ReadonlyMap<Id, Point> | undefined {
	if (positions === undefined) return undefined;
	const left = [...positions].filter(([id]) => !actors.has(id));
	if (left.length === positions.size) return positions;
	return left.length > 0 ? new Map(left) : undefined;
}
