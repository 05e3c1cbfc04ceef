/** Cells of a table that seem to name several actors at once, which are taken as one: told in one sentence. */
import type { Books } from '#lib/formats/meaning/import-receipt.ts';
import { counted } from '#lib/formats/notices.ts';
import { quoted } from '#lib/model/problem-log.ts';

/** A slash needs room on both sides: without, it is part of many a name. */
const BETWEEN = /[;\r\n]|\s\/\s/u;
const EXAMPLES = 3;

/** Whether there are at least two words with a sign between them that is put between names. */
export function looksLikeSeveral(text: string): boolean {
	// What is longer than this is a sentence and no list of names; and it keeps the cost of a cell small.
	if (text.length > 1000 || !BETWEEN.test(text)) return false;
	return text.split(BETWEEN).filter((part) => /\p{L}/u.test(part)).length > 1;
}

export class SeveralActors {
	/** By the actor that was made of such cells. */
	readonly #cells = new Map<object, { readonly text: string; readonly place: string; count: number }>();

	/** An actor is made of a cell that looks like several. */
	made(actor: object, text: string, place: string): void {
		if (looksLikeSeveral(text)) this.#cells.set(actor, { text, place, count: 0 });
	}

	/** A cell names an actor. */
	named(actor: object): void {
		const cells = this.#cells.get(actor);
		if (cells) cells.count++;
	}

	/** Says how many cells there were, with the first of them and where they stand. */
	tell(books: Books): void {
		const all = [...this.#cells.values()];
		const first = all[0];
		if (first === undefined) return;
		const count = all.reduce((sum, one) => sum + one.count, 0);
		const examples = all.slice(0, EXAMPLES).map(({ text, place }) => `${quoted(text)} (${place})`);
		const seem = count === 1 ? 'seems' : 'seem';
		const reason = `${counted(count, 'cell')} ${seem} to name several actors at once, such as ${examples.join(', ')}; each was taken as the name of one actor. Give each actor a row of its own in the file if they are several.`;
		books.noticed('node', first.place, reason);
	}
}
