import type { Document, Picture } from '#lib/model/document.ts';
import { changed } from '#lib/model/edits.ts';

/**
 * Keeps what was chosen and written for pictures; values that are `undefined` go away, and so does the whole when
 * nothing is left. Keys that we do not know stay.
 */
export function setPicture(document: Document, changes: Picture): Document {
	const entries = Object.entries({ ...document.picture, ...changes }).filter(
		([, value]) => value !== undefined
	);
	const picture = entries.length ? (Object.fromEntries(entries) as Picture) : undefined;
	if (JSON.stringify(sorted(picture)) === JSON.stringify(sorted(document.picture))) return document;
	return changed(document, { picture });
}

function sorted(picture: Picture | undefined): unknown {
	return Object.entries(picture ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}
