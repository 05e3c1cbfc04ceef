import { buildSearchInPieces, type Hit, type SearchIndex } from '#lib/analysis/search.ts';
import type { Document } from '#lib/model/document.ts';

/** Longest that a piece of the index may hold up the page, in milliseconds. */
const PIECE = 12;

/** Searches the open document; its index is made when first needed, in pieces that let the page breathe. */
export class Finder {
	#document: Document | null = null;
	#index = $state.raw<SearchIndex | null>(null);
	#job = 0;

	/** Whether the index is there; a search before that finds nothing. */
	get ready(): boolean {
		return this.#index !== null;
	}

	/** Makes the index for a document, unless it is there already or only positions differ. */
	async prepare(document: Document): Promise<void> {
		if (this.#document && sameText(this.#document, document)) return;
		this.#document = document;
		this.#index = null;
		const job = ++this.#job;
		const pieces = buildSearchInPieces(document);
		let until = performance.now() + PIECE;
		for (let piece = pieces.next(); ; piece = pieces.next()) {
			if (job !== this.#job) return;
			if (piece.done) {
				this.#index = piece.value;
				return;
			}
			if (performance.now() < until) continue;
			await new Promise((resume) => setTimeout(resume));
			until = performance.now() + PIECE;
		}
	}

	/** The best hits, best first. */
	search(query: string, limit: number): readonly Hit[] {
		return this.#index?.search(query, limit) ?? [];
	}
}

function sameText(a: Document, b: Document): boolean {
	return a.actors === b.actors && a.relations === b.relations && a.events === b.events && a.types === b.types;
}
