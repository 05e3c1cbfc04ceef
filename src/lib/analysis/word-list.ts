import { oneEditApart } from './spelling.ts';

/** A number of bits for each record; the methods below set some for the records that have a word. */
type Marks = Uint16Array;

/**
 * The words of many texts, and which records (by running number) have them.
 *
 * Words are kept by their first character and compared one by one. That is less clever than a tree and
 * quicker where it matters: the first letter typed meets thousands of words. One Map for all words would
 * be simpler still, but halts for too long whenever it grows.
 */
export class WordList {
	readonly #byFirst = new Map<string, Map<string, number[]>>();

	/** Notes that a record has a word. All words of one record must come before those of the next. */
	add(word: string, record: number): void {
		const first = word.charAt(0);
		let sameFirst = this.#byFirst.get(first);
		if (!sameFirst) this.#byFirst.set(first, (sameFirst = new Map()));
		const records = sameFirst.get(word);
		if (!records) sameFirst.set(word, [record]);
		else if (records[records.length - 1] !== record) records.push(record);
	}

	/** Marks the records that have this very word. */
	markEqual(word: string, marks: Marks, bits: number): void {
		markAll(this.#byFirst.get(word.charAt(0))?.get(word) ?? [], marks, bits);
	}

	/** Marks the records that have a word with this beginning, of at least one character. */
	markStarting(beginning: string, marks: Marks, bits: number): void {
		this.#byFirst.get(beginning.charAt(0))?.forEach((records, word) => {
			if (word.startsWith(beginning)) markAll(records, marks, bits);
		});
	}

	/** Marks the records that have a word which one edit makes of this one. Looks at every word. */
	markNear(word: string, marks: Marks, bits: number): void {
		for (const sameFirst of this.#byFirst.values())
			sameFirst.forEach((records, other) => {
				if (oneEditApart(word, other)) markAll(records, marks, bits);
			});
	}
}

function markAll(records: readonly number[], marks: Marks, bits: number): void {
	for (let i = 0; i < records.length; i++) marks[records[i]!]! |= bits;
}
