/**
 * Search over actors, events and relations, for a box that answers while one types.
 *
 * Ways of meeting a name are tried from the strictest to the loosest, and no further than the list is long:
 * that ranks the hits, and keeps the short questions, which meet most records, cheap.
 */
import type { Document, Id } from '#lib/model/document.ts';
import { verbFor } from '#lib/model/vocabulary.ts';
import type { SearchContents } from './search-contents.ts';
import { gather } from './search-gather.ts';
import { matchedText } from './search-matched.ts';
import { readQuestion } from './search-question.ts';
import { type Candidate, findCandidates } from './search-steps.ts';

/** One line of the list under the search box. */
export interface Hit {
	readonly what: 'actor' | 'relation' | 'event';
	readonly id: Id;
	/** How well it was met, higher is better; only to be compared with other hits of the same search. */
	readonly score: number;
	/** Where it was met. An event's title is its name, its place is its description. */
	readonly field: 'name' | 'alias' | 'script' | 'description' | 'relation';
	/** What was met, in the document's own letters (clipped): any text, perhaps of another direction. */
	readonly matched: string;
}

/** A document made ready for search. Knows nothing of later edits: build it anew for the new document. */
export class SearchIndex {
	readonly #contents: SearchContents;

	constructor(contents: SearchContents) {
		this.#contents = contents;
	}

	/**
	 * The best hits, best first: by score, actors before events before relations, then by number of relations,
	 * then by name. All words of the query must be met, in any order, articles apart; if nothing meets all of
	 * them, what meets at least half. Takes any text, never throws; a query of spaces has no hits.
	 * @param limit most hits to give, a whole number or Infinity
	 */
	search(query: string, limit = 20): Hit[] {
		const question = readQuestion(query);
		if (question.words.length === 0 || !(limit >= 1)) return [];
		const found = findCandidates(this.#contents, question, limit);
		const { entries } = this.#contents;
		return keepBest(found, limit, (one, other) => this.#compare(one, other)).map(({ number, score }) => {
			const entry = entries[number];
			if (!entry) return this.#relationHit(number - entries.length, score);
			return { what: entry.what, id: entry.id, score, ...matchedText(entry, question, score) };
		});
	}

	#relationHit(number: number, score: number): Hit {
		const { entries, relations, types } = this.#contents;
		const { id, type, from, to } = relations[number]!;
		const [start, end] = [entries[from]!, entries[to]!];
		const verb = verbFor(start.actor!, types[type]!.name);
		const matched = `${start.texts[0]!.text} ${verb} ${end.texts[0]!.text}`;
		return { what: 'relation', id, score, field: 'relation', matched };
	}

	#compare(one: Candidate, other: Candidate): number {
		if (one.score !== other.score) return other.score - one.score;
		const { degrees, entries } = this.#contents;
		const order = this.#place(one) - this.#place(other) || degrees[other.number]! - degrees[one.number]!;
		if (order !== 0) return order;
		const a = entries[one.number]?.folded ?? '';
		const b = entries[other.number]?.folded ?? '';
		if (a !== b) return a < b ? -1 : 1;
		return one.number - other.number;
	}

	/** Actors before events before relations. */
	#place({ number }: Candidate): number {
		if (number < this.#contents.actorCount) return 0;
		return number < this.#contents.entries.length ? 1 : 2;
	}
}

/** Makes a document ready for search in one go. */
export function buildSearch(document: Document): SearchIndex {
	const pieces = buildSearchInPieces(document);
	for (;;) {
		const { done, value } = pieces.next();
		if (done) return value;
	}
}

/**
 * The same in pieces of a few milliseconds, so that the page can breathe between them.
 * @yields the share that is done, 0 to 1
 */
export function* buildSearchInPieces(document: Document): Generator<number, SearchIndex> {
	return new SearchIndex(yield* gather(document));
}

/** The first `limit` items in order, without sorting them all. */
function keepBest<T>(items: readonly T[], limit: number, compare: (one: T, other: T) => number): T[] {
	if (items.length <= 2 * limit) return items.toSorted(compare).slice(0, limit);
	const kept = items.slice(0, limit).sort(compare);
	for (const item of items.slice(limit)) {
		if (compare(item, kept.at(-1)!) >= 0) continue;
		const place = kept.findIndex((other) => compare(item, other) < 0);
		kept.splice(place, 0, item);
		kept.pop();
	}
	return kept;
}
