import type { Actor, Claim, Document, Id, Point, Relation } from '#lib/model/document.ts';
import { without } from '#lib/model/edit-removal.ts';
import { changed, found, revised } from '#lib/model/edits.ts';

/**
 * Makes one actor of several: `keepId` takes over the names, outside ids, relations, claims and voices of the
 * others, and whatever it has no value of its own for.
 *
 * A relation between two of them would lead from the actor to itself: it goes, with the claims that were only
 * about it. Relations that become alike all stay, for each has claims of its own.
 * @throws RangeError if there is no such actor, or if `keepId` is among the others.
 */
export function mergeActors(document: Document, keepId: Id, otherIds: Iterable<Id>): Document {
	const others = new Set(otherIds);
	if (others.has(keepId)) throw new RangeError(`An actor cannot be merged with itself: ${keepId}`);
	const kept = found(document.actors, keepId);
	const merged = [...others].map((id) => found(document.actors, id));
	if (merged.length === 0) return document;

	const heir = (id: Id): Id => (others.has(id) ? keepId : id);
	const rewired = changed(document, {
		voices: revised(document.voices, (voice) =>
			voice.actor !== undefined && others.has(voice.actor) ? changed(voice, { actor: keepId }) : voice
		),
		actors: revised(document.actors, (actor) => (actor === kept ? united(kept, merged) : actor)),
		relations: revised(document.relations, (relation) =>
			others.has(relation.from) || others.has(relation.to)
				? changed(relation, { from: heir(relation.from), to: heir(relation.to) })
				: relation
		),
		claims: rewiredClaims(document, others, keepId),
		positions: inherited(document.positions, [keepId, ...others])
	});
	const loops = document.relations.filter((relation) => becomesLoop(relation, heir));
	return without(rewired, { actors: others, relations: new Set(loops.map(({ id }) => id)) });
}

function rewiredClaims(document: Document, others: ReadonlySet<Id>, keepId: Id): readonly Claim[] {
	const { relations, events, links } = document;
	// Where an actor shares its id with another record, the claim is about both, and stays about the other.
	const shared = new Set<Id>();
	for (const list of [relations, events, links]) {
		for (const { id } of list) if (others.has(id)) shared.add(id);
	}
	const heirs = (id: Id): readonly Id[] => [
		...(others.has(id) ? [keepId] : [id]),
		...(shared.has(id) ? [id] : [])
	];
	return revised(document.claims, (claim) => {
		if (!claim.about.some((id) => others.has(id))) return claim;
		const about = [...new Set(claim.about.flatMap(heirs))];
		const same = about.length === claim.about.length && about.every((id, at) => id === claim.about[at]);
		return same ? claim : changed(claim, { about });
	});
}

/** What was a loop before stays one. */
function becomesLoop({ from, to }: Relation, heir: (id: Id) => Id): boolean {
	return from !== to && heir(from) === heir(to);
}

function united(kept: Actor, merged: readonly Actor[]): Actor {
	const titles = merged.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
	return changed(kept, {
		...lacking(kept, merged),
		names: extended(
			kept.names,
			merged.flatMap(({ names = [] }) => names),
			({ lang, text }) => JSON.stringify([lang, text])
		),
		aliases: extended(
			kept.aliases,
			titles.filter((title) => title !== kept.name)
		),
		sameAs: extended(
			kept.sameAs,
			merged.flatMap(({ sameAs = [] }) => sameAs)
		),
		attributes: extended(
			kept.attributes,
			merged.flatMap(({ attributes = [] }) => attributes),
			(attribute) => JSON.stringify(attribute)
		),
		// Absent means "no" here, not "unknown".
		collective: kept.collective
	});
}

/** Values of keys that the kept actor lacks, each from the first of the merged that has one. */
function lacking(kept: Actor, merged: readonly Actor[]): Partial<Actor> {
	const values = new Map<string, unknown>();
	for (const actor of merged) {
		for (const [key, value] of Object.entries(actor)) {
			if (!Object.hasOwn(kept, key) && !values.has(key)) values.set(key, value);
		}
	}
	return Object.fromEntries(values);
}

/** The list, and after it those of the others that it lacks, each once; the list itself if it lacks none. */
function extended<T>(
	list: readonly T[] | undefined,
	others: readonly T[],
	keyOf: (item: T) => unknown = (item) => item
): readonly T[] | undefined {
	const known = new Set(list?.map(keyOf));
	const added = others.filter((item) => {
		const isNew = !known.has(keyOf(item));
		known.add(keyOf(item));
		return isNew;
	});
	return added.length > 0 ? [...(list ?? []), ...added] : list;
}

/** The first of `ids` stands where the first of them with a position stood. */
function inherited(
	positions: ReadonlyMap<Id, Point> | undefined,
	ids: readonly [Id, ...Id[]]
): ReadonlyMap<Id, Point> | undefined {
	const point = ids.map((id) => positions?.get(id)).find((candidate) => candidate !== undefined);
	return point === undefined || positions?.has(ids[0]) ? positions : new Map(positions).set(ids[0], point);
}
