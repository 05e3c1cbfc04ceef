import type { Claim, Document, Id } from '#lib/model/document.ts';
import { changed, changedIn, found, requireUnused, revised } from '#lib/model/edits.ts';

/** @throws RangeError if the id is in use, or if something that the claim names does not exist. */
export function addClaim(document: Document, claim: Claim): Document {
	requireUnused(document, claim.id);
	requireReferences(document, claim);
	return changed(document, { claims: [...document.claims, claim] });
}

/**
 * Gives a claim other values; a key whose value is `undefined` goes away.
 * @throws RangeError if there is no such claim, or if something that the changes name does not exist.
 */
export function changeClaim(document: Document, id: Id, changes: Partial<Omit<Claim, 'id'>>): Document {
	requireReferences(document, changes, found(document.claims, id));
	return changed(document, { claims: changedIn(document.claims, id, changes) });
}

/**
 * Takes a claim away. What it was about stays, even if no other claim supports it.
 * @throws RangeError if there is no such claim.
 */
export function removeClaim(document: Document, id: Id): Document {
	const gone = found(document.claims, id);
	return changed(document, {
		claims: revised(document.claims, (claim) => (claim === gone ? undefined : claim))
	});
}

/** What the claim names already is not asked for: a file may name what is not there. */
function requireReferences(document: Document, named: Partial<Claim>, before?: Claim): void {
	const { about = [], voices = [], source } = named;
	const { actors, relations, events, links } = document;
	const subjects = [actors, relations, events, links];
	for (const id of about) {
		if (before?.about.includes(id) || subjects.some((list) => list.some((record) => record.id === id)))
			continue;
		throw new RangeError(`Nothing that a claim could be about: ${id}`);
	}
	for (const id of voices) if (!before?.voices.includes(id)) found(document.voices, id);
	if (source !== undefined && source !== before?.source) found(document.sources, source);
}
