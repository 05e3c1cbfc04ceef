import type { Actor, Claim, Document, Id, Name, Point, Relation } from '#lib/model/document.ts';
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
	return revised(document.claims, (claim) =>
		claim.about.some((id) => others.has(id))
			? changed(claim, { about: [...new Set(claim.about.flatMap(heirs))] })
			: claim
	);
}

/** What was a loop before stays one. */
function becomesLoop({ from, to }: Relation, heir: (id: Id) => Id): boolean {
	return from !== to && heir(from) === heir(to);
}

function united(kept: Actor, merged: readonly Actor[]): Actor {
	const all = [kept, ...merged];
	const aliases = new Set(all.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
	aliases.delete(kept.name);
	const names = new Map<string, Name>();
	for (const name of all.flatMap((actor) => actor.names ?? [])) {
		const key = JSON.stringify([name.lang, name.text]);
		if (!names.has(key)) names.set(key, name);
	}
	return changed(inheriting(kept, merged), {
		names: listOrNone(names.values()),
		aliases: listOrNone(aliases),
		sameAs: listOrNone(new Set(all.flatMap(({ sameAs = [] }) => sameAs))),
		// Absent means "no" here, not "unknown".
		collective: kept.collective
	});
}

/** The kept actor with the values of keys that it lacks, each from the first of the merged that has one. */
function inheriting(kept: Actor, merged: readonly Actor[]): Actor {
	const values = new Map(Object.entries(kept));
	for (const actor of merged) {
		for (const [key, value] of Object.entries(actor)) if (!values.has(key)) values.set(key, value);
	}
	return Object.fromEntries(values) as unknown as Actor;
}

function listOrNone<T>(items: Iterable<T>): readonly T[] | undefined {
	const list = [...items];
	return list.length > 0 ? list : undefined;
}

/** The first of `ids` stands where the first of them with a position stood. */
function inherited(
	positions: ReadonlyMap<Id, Point> | undefined,
	ids: readonly [Id, ...Id[]]
): ReadonlyMap<Id, Point> | undefined {
	const point = ids.map((id) => positions?.get(id)).find((candidate) => candidate !== undefined);
	return point === undefined || positions?.has(ids[0]) ? positions : new Map(positions).set(ids[0], point);
}
