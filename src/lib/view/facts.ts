/** What the view needs to know of a document again and again, worked out once for each document. */
import { relationsMeasure } from '#lib/analysis/relations-measure.ts';
import { claimsByRecord, standingOf, type Standing } from '#lib/analysis/standing.ts';
import {
	RECORD_LISTS,
	byId,
	type Actor,
	type Claim,
	type Document,
	type Event,
	type Id,
	type Relation,
	type RelationType,
	type Source,
	type Voice
} from '#lib/model/document.ts';
import { relationTypes, typeOf } from '#lib/model/vocabulary.ts';
import { NO_SIDE } from './settings.ts';

export interface Facts {
	readonly document: Document;
	readonly actors: ReadonlyMap<Id, Actor>;
	readonly relations: ReadonlyMap<Id, Relation>;
	readonly events: ReadonlyMap<Id, Event>;
	readonly voices: ReadonlyMap<Id, Voice>;
	readonly sources: ReadonlyMap<Id, Source>;
	/** Relations that begin or end at an actor, in the document's order; a loop once. */
	readonly relationsOf: ReadonlyMap<Id, readonly Relation[]>;
	/** Relations that name an event, in the document's order. */
	readonly relationsOfEvent: ReadonlyMap<Id, readonly Relation[]>;
	readonly claims: ReadonlyMap<Id, readonly Claim[]>;
	readonly standings: ReadonlyMap<Id, Standing>;
	readonly degree: ReadonlyMap<Id, number>;
	/** Place of an actor, of a relation, of a source, in the document, from 0. */
	readonly order: ReadonlyMap<Id, number>;
	readonly relationOrder: ReadonlyMap<Id, number>;
	readonly sourceOrder: ReadonlyMap<Id, number>;
	readonly types: ReadonlyMap<string, RelationType>;
	/** The sides, each with its place in the order in which the document first names them, from 0. */
	readonly sides: ReadonlyMap<string, number>;
	/** The type of a relation; a made-up one for an id that nobody knows, so that nothing is lost. */
	typeOf(relation: Pick<Relation, 'type'>): RelationType;
}

/**
 * Works out the facts, in time in proportion to the document. Where only positions, or words about the document,
 * differ from the one that `previous` is of, its facts are taken over, so that a drag costs nothing.
 */
export function factsOf(document: Document, previous?: Facts): Facts {
	if (previous && sameRecords(document, previous.document)) return { ...previous, document };
	const types = relationTypes(document);
	const claims = claimsByRecord(document);
	const unknownTypes = new Map<string, RelationType>();
	return {
		document,
		actors: byId(document.actors),
		relations: byId(document.relations),
		events: byId(document.events),
		voices: byId(document.voices),
		sources: byId(document.sources),
		relationsOf: relationsByActor(document),
		relationsOfEvent: relationsByEvent(document),
		claims,
		standings: new Map(document.relations.map(({ id }) => [id, standingOf(claims.get(id))])),
		degree: relationsMeasure.run(document),
		order: placesOf(document.actors),
		relationOrder: placesOf(document.relations),
		sourceOrder: placesOf(document.sources),
		types,
		sides: sidesOf(document),
		typeOf(relation) {
			const known = types.get(relation.type) ?? unknownTypes.get(relation.type);
			if (known) return known;
			const made = typeOf(types, relation.type);
			unknownTypes.set(relation.type, made);
			return made;
		}
	};
}

function sameRecords(a: Document, b: Document): boolean {
	return a.types === b.types && RECORD_LISTS.every((list) => a[list] === b[list]);
}

function relationsByActor(document: Document): Map<Id, Relation[]> {
	const map = new Map<Id, Relation[]>(document.actors.map((actor) => [actor.id, []]));
	for (const relation of document.relations) {
		map.get(relation.from)?.push(relation);
		if (relation.to !== relation.from) map.get(relation.to)?.push(relation);
	}
	return map;
}

function relationsByEvent(document: Document): Map<Id, Relation[]> {
	const map = new Map<Id, Relation[]>();
	for (const relation of document.relations) {
		if (relation.event === undefined) continue;
		const list = map.get(relation.event);
		if (list) list.push(relation);
		else map.set(relation.event, [relation]);
	}
	return map;
}

function sidesOf(document: Document): Map<string, number> {
	const sides = new Map<string, number>();
	for (const { side = NO_SIDE } of document.actors) {
		if (side !== NO_SIDE && !sides.has(side)) sides.set(side, sides.size);
	}
	return sides;
}

function placesOf(records: readonly { readonly id: Id }[]): Map<Id, number> {
	return new Map(records.map(({ id }, index) => [id, index]));
}
