/** A document cut up for its way to another thread: copying a large one at once would hold up the page. */
import type { Document } from '#lib/model/document.ts';

/** A key of a document, or some entries of its list, or of its map. */
export type DocumentPiece =
	| { readonly what: 'value'; readonly key: string; readonly value: unknown }
	| { readonly what: 'list' | 'map'; readonly key: string; readonly value: readonly unknown[] };

/** So many records are copied to another thread in a few milliseconds. */
const PIECE = 1000;

/** A document in pieces; put together by `holdPiece`, in this order. */
export function* piecesOfDocument(document: Document): Generator<DocumentPiece> {
	for (const [key, value] of Object.entries(document) as [string, unknown][]) {
		const what = Array.isArray(value) ? 'list' : value instanceof Map ? 'map' : 'value';
		if (what === 'value') yield { what, key, value };
		else yield* piecesOfList(what, key, [...(value as Iterable<unknown>)]);
	}
}

function* piecesOfList(
	what: 'list' | 'map',
	key: string,
	entries: readonly unknown[]
): Generator<DocumentPiece> {
	// An empty list has a piece too: it is there.
	let at = 0;
	do yield { what, key, value: entries.slice(at, at + PIECE) };
	while ((at += PIECE) < entries.length);
}
