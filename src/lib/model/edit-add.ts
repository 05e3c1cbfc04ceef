import { RECORD_LISTS, type Claim, type Document, type Id, type Point } from '#lib/model/document.ts';
import { changed } from '#lib/model/edits.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';

/** What has one id among all of these: a claim names them without saying which they are. */
const ABOUT = ['actors', 'relations', 'events', 'links'] as const;

/** Scene units between the actors that were there and those that come. */
const GAP = 160;

export interface Added {
	readonly document: Document;
	/** The ids that the added actors have now, by those that they had. */
	readonly actors: ReadonlyMap<Id, Id>;
}

/**
 * Adds all records of another document. Nothing is merged but sources and voices that say exactly the same; an id
 * that is taken gets a number behind it. The positions of what comes are moved beside what is there.
 * Takes time in proportion to both documents.
 */
export function addDocument(document: Document, other: Document): Added {
	const shared = new Ids(ABOUT.flatMap((list) => document[list].map(({ id }) => id)));
	const actors = shared.renamed(other.actors);
	const relations = shared.renamed(other.relations);
	const events = shared.renamed(other.events);
	const links = shared.renamed(other.links);
	const about = new Map([...links, ...events, ...relations, ...actors]);
	const to = (ids: ReadonlyMap<Id, Id>, id: Id) => ids.get(id) ?? id;

	const sources = joined(document.sources, other.sources, (source) => source);
	const voices = joined(document.voices, other.voices, (voice) =>
		voice.actor === undefined ? voice : changed(voice, { actor: to(actors, voice.actor) })
	);
	const types = joined(document.types ?? [], other.types ?? [], (type) => type, new Set(BUILT_IN));
	const claimIds = new Ids(document.claims.map(({ id }) => id)).renamed(other.claims);
	const claim = (one: Claim): Claim =>
		changed(one, {
			id: to(claimIds, one.id),
			about: one.about.map((id) => to(about, id)),
			voices: one.voices.map((id) => to(voices.ids, id)),
			source: to(sources.ids, one.source)
		});

	const added: Document = {
		...document,
		sources: [...document.sources, ...sources.fresh],
		voices: [...document.voices, ...voices.fresh],
		actors: [...document.actors, ...other.actors.map((one) => changed(one, { id: to(actors, one.id) }))],
		relations: [
			...document.relations,
			...other.relations.map((one) =>
				changed(one, {
					id: to(relations, one.id),
					type: to(types.ids, one.type),
					from: to(actors, one.from),
					to: to(actors, one.to),
					...(one.event === undefined ? {} : { event: to(events, one.event) })
				})
			)
		],
		events: [...document.events, ...other.events.map((one) => changed(one, { id: to(events, one.id) }))],
		links: [
			...document.links,
			...other.links.map((one) =>
				changed(one, { id: to(links, one.id), from: to(events, one.from), to: to(events, one.to) })
			)
		],
		claims: [...document.claims, ...other.claims.map(claim)]
	};
	const isEmpty = RECORD_LISTS.every((list) => other[list].length === 0);
	return {
		document: isEmpty
			? document
			: changed(added, {
					types: types.fresh.length ? [...(document.types ?? []), ...types.fresh] : document.types,
					positions: beside(document.positions, other.positions, actors)
				}),
		actors
	};
}

const BUILT_IN: readonly string[] = RELATION_TYPES.map(({ id }) => id);

/** Ids that are taken, and free ones made of those that are wanted. */
class Ids {
	readonly #taken: Set<Id>;
	/** By wanted id, the number that was tried last: many records of one id cost no more than few. */
	readonly #last = new Map<Id, number>();

	constructor(taken: Iterable<Id>) {
		this.#taken = new Set(taken);
	}

	/** A free id for each record; of two records with one id both get that of the first. */
	renamed(records: readonly { readonly id: Id }[]): Map<Id, Id> {
		const ids = new Map<Id, Id>();
		for (const { id } of records) if (!ids.has(id)) ids.set(id, this.free(id));
		return ids;
	}

	free(wanted: Id): Id {
		let id = wanted;
		let number = this.#last.get(wanted) ?? 1;
		while (this.#taken.has(id)) id = `${wanted}-${++number}`;
		this.#last.set(wanted, number);
		this.#taken.add(id);
		return id;
	}
}

/** Records of which equal ones are one: those that are fresh, and which id each has now. */
function joined<R extends { readonly id: Id }>(
	here: readonly R[],
	other: readonly R[],
	revise: (record: R) => R,
	reserved: ReadonlySet<Id> = new Set()
): { fresh: R[]; ids: Map<Id, Id> } {
	const known = new Map(here.map((record) => [contentOf(record), record.id]));
	const taken = new Ids(here.map(({ id }) => id));
	const ids = new Map<Id, Id>();
	const fresh: R[] = [];
	for (const record of other) {
		if (ids.has(record.id)) continue;
		const revised = revise(record);
		// A type with the id of a built-in one would have been ours already: it keeps its name.
		const same = reserved.has(record.id) ? record.id : known.get(contentOf(revised));
		const id = same ?? taken.free(record.id);
		ids.set(record.id, id);
		if (same === undefined) fresh.push(changed(revised, { id } as Partial<R>));
	}
	return { fresh, ids };
}

/** What a record says, its id apart. */
function contentOf(record: object): string {
	const entries = Object.entries(record).filter(([key]) => key !== 'id');
	return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Both documents' positions, the other's to the right of ours; undefined where neither has any. */
function beside(
	here: ReadonlyMap<Id, Point> | undefined,
	other: ReadonlyMap<Id, Point> | undefined,
	actors: ReadonlyMap<Id, Id>
): ReadonlyMap<Id, Point> | undefined {
	if (!other?.size) return here;
	const edge = (points: Iterable<Point>, pick: (a: number, b: number) => number, axis: 0 | 1) =>
		[...points].map((point) => point[axis]).reduce(pick);
	const by = here?.size
		? [
				edge(here.values(), Math.max, 0) + GAP - edge(other.values(), Math.min, 0),
				edge(here.values(), Math.min, 1) - edge(other.values(), Math.min, 1)
			]
		: [0, 0];
	const moved = [...other].flatMap(([id, [x, y]]): [Id, Point][] => {
		const actor = actors.get(id);
		return actor === undefined ? [] : [[actor, [x + by[0]!, y + by[1]!]]];
	});
	return new Map([...(here ?? []), ...moved]);
}
