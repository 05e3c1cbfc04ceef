import { clip } from './search-words.ts';
import { fold, isArticle } from './spelling.ts';

/** What was typed. Bit i of a number stands for the i-th word. */
export interface Question {
	readonly folded: string;
	readonly words: readonly string[];
	/** Bits of all words, and of those that are no articles (of all, if there are only articles). */
	readonly all: number;
	readonly needed: number;
}

/** Words of a question that count. Their bits have to fit a Uint16Array. */
const WORD_COUNT = 16;
/** Letters of a word below which nearly every other word is one edit away. */
const EDIT_LENGTH = 5;

/** Reads what was typed; without words for a text of spaces. */
export function readQuestion(query: string): Question {
	const folded = fold(clip(query));
	const words = folded.split(' ').filter(Boolean).slice(0, WORD_COUNT);
	const all = (1 << words.length) - 1;
	let needed = all;
	words.forEach((word, i) => {
		if (isArticle(word, words[i + 1] ?? '')) needed &= ~(1 << i);
	});
	return { folded, words, all, needed: needed || all };
}

/** Whether a word of a question is long enough to be met by words that are one edit away. */
export function mayBeMistyped(word: string): boolean {
	return word.length >= EDIT_LENGTH;
}

/** How many bits are set. */
export function countBits(bits: number): number {
	let count = 0;
	for (let rest = bits; rest > 0; rest &= rest - 1) count++;
	return count;
}
