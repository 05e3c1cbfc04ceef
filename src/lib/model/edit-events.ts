import type { Document, Event, Id } from '#lib/model/document.ts';
import { without } from '#lib/model/edit-removal.ts';
import { changed, changedIn, found, requireUnused } from '#lib/model/edits.ts';

/** @throws RangeError if the id is in use. */
export function addEvent(document: Document, event: Event): Document {
	requireUnused(document, event.id);
	return changed(document, { events: [...document.events, event] });
}

/**
 * Gives an event other values; a key whose value is `undefined` goes away.
 * @throws RangeError if there is no such event.
 */
export function changeEvent(document: Document, id: Id, changes: Partial<Omit<Event, 'id'>>): Document {
	return changed(document, { events: changedIn(document.events, id, changes) });
}

/**
 * Takes an event away with its links and the claims that were only about these.
 * The acts in it stay, and name no event.
 * @throws RangeError if there is no such event.
 */
export function removeEvent(document: Document, id: Id): Document {
	found(document.events, id);
	return without(document, { events: new Set([id]) });
}
