/** A part of a document that stands by itself. */
import type { Claim, Document, Id } from '#lib/model/document.ts';
import { changed, revised } from '#lib/model/edits.ts';

/**
 * The document with these actors and, between them, these relations; and of the rest what belongs to them: the events
 * that the relations name, links between these, what is claimed of any of it, the voices and sources of that, types
 * and positions. Nothing points to what is not there, if nothing did before. Ids that the document has not are passed over.
 */
export function partOfDocument(
	document: Document,
	actorIds: ReadonlySet<Id>,
	relationIds: ReadonlySet<Id>
): Document {
	const relations = document.relations.filter(
		({ id, from, to }) => relationIds.has(id) && actorIds.has(from) && actorIds.has(to)
	);
	const named = new Set(relations.map(({ event }) => event));
	const events = document.events.filter(({ id }) => named.has(id));
	const there = new Set(events.map(({ id }) => id));
	const part = changed(document, {
		actors: document.actors.filter(({ id }) => actorIds.has(id)),
		relations,
		events,
		links: document.links.filter(({ from, to }) => there.has(from) && there.has(to)),
		positions: document.positions && new Map([...document.positions].filter(([id]) => actorIds.has(id)))
	});
	const things = new Set([part.actors, part.relations, part.events, part.links].flat().map(({ id }) => id));
	const claims = revised(part.claims, (claim) => claimOf(claim, things));
	return withoutUnused(document, changed(part, { claims, voices: voicesOf(part) }));
}

function claimOf(claim: Claim, things: ReadonlySet<Id>): Claim | undefined {
	const about = claim.about.filter((id) => things.has(id));
	if (about.length === 0) return undefined;
	return about.length === claim.about.length ? claim : changed(claim, { about });
}

/** A voice that is nobody of this document any more is nobody in particular. */
function voicesOf({ voices, actors }: Document): Document['voices'] {
	const ids = new Set(actors.map(({ id }) => id));
	return revised(voices, (voice) =>
		voice.actor === undefined || ids.has(voice.actor) ? voice : changed(voice, { actor: undefined })
	);
}

/** `after` without the sources, voices and types of its own that were used in `before` and no longer are. */
export function withoutUnused(before: Document, after: Document): Document {
	const [was, is] = [usedIn(before), usedIn(after)];
	const kept = <T extends { readonly id: Id }>(list: readonly T[], use: keyof typeof is) =>
		revised(list, (record) => (was[use].has(record.id) && !is[use].has(record.id) ? undefined : record));
	const types = after.types && kept(after.types, 'types');
	return changed(after, {
		sources: kept(after.sources, 'sources'),
		voices: kept(after.voices, 'voices'),
		types: types?.length === 0 && after.types?.length ? undefined : types
	});
}

function usedIn({ claims, relations }: Document) {
	return {
		sources: new Set(claims.map(({ source }) => source)),
		voices: new Set(claims.flatMap(({ voices }) => voices)),
		types: new Set(relations.map(({ type }) => type))
	};
}
