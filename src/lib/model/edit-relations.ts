import type { Document, Id, Relation } from '#lib/model/document.ts';
import { without } from '#lib/model/edit-removal.ts';
import { changed, changedIn, found, requireUnused } from '#lib/model/edits.ts';

/** @throws RangeError if the id is in use, or if an end or the event does not exist. */
export function addRelation(document: Document, relation: Relation): Document {
	requireUnused(document, relation.id);
	requireReferences(document, relation);
	return changed(document, { relations: [...document.relations, relation] });
}

/**
 * Gives a relation other values; a key whose value is `undefined` goes away.
 * @throws RangeError if there is no such relation, or if an end or the event does not exist.
 */
export function changeRelation(document: Document, id: Id, changes: Partial<Omit<Relation, 'id'>>): Document {
	requireReferences(document, changes, found(document.relations, id));
	return changed(document, { relations: changedIn(document.relations, id, changes) });
}

/**
 * Takes a relation away, with the claims that were about nothing else.
 * @throws RangeError if there is no such relation.
 */
export function removeRelation(document: Document, id: Id): Document {
	found(document.relations, id);
	return without(document, { relations: new Set([id]) });
}

/** What the relation names already is not asked for: a file may name an event that is not there. */
function requireReferences(document: Document, named: Partial<Relation>, before?: Relation): void {
	const { from, to, event } = named;
	if (from !== undefined && from !== before?.from) found(document.actors, from);
	if (to !== undefined && to !== before?.to) found(document.actors, to);
	if (event !== undefined && event !== before?.event) found(document.events, event);
}
