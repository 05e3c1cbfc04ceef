import { fold, isArticle, skeletons, withoutArticle } from './spelling.ts';

/** Code units that are read of one text: what is typed into a search box is found near the beginning. */
const TEXT_LENGTH = 500;

/** The part of a text that search reads, without half a character at its end. */
export function clip(text: string): string {
	const beginning = text.slice(0, 2 * TEXT_LENGTH).trim();
	if (beginning.length <= TEXT_LENGTH) return beginning;
	return beginning.slice(0, TEXT_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}

/** The folded words of a text, in order. Empty for an empty text. */
export function wordsOf(text: string): string[] {
	return fold(text).split(' ').filter(Boolean);
}

/**
 * Neighbouring words as one ("hezb", "allah": "hezballah"), with the place of the first and the last of the
 * two. An article between them is both kept and left out: "Saif al-Din" is Saifaldin and Saifuddin.
 */
export function joinedPairs(words: readonly string[]): { first: number; last: number; text: string }[] {
	const pairs: { first: number; last: number; text: string }[] = [];
	let first = -1;
	for (const [last, word] of words.entries()) {
		if (isArticle(word, words[last + 1] ?? '')) continue;
		if (first >= 0) {
			const whole = words.slice(first, last + 1).join('');
			const bare = `${words[first]}${withoutArticle(word)}`;
			pairs.push({ first, last, text: whole });
			if (bare !== whole) pairs.push({ first, last, text: bare });
		}
		first = last;
	}
	return pairs;
}

/** The skeletons of a name's words, without its articles: two words never sound like one here. */
export function wholeSound(words: readonly string[]): string {
	const without = words.filter((word, i) => !isArticle(word, words[i + 1] ?? ''));
	return without.map((word) => skeletons(withoutArticle(word))[0]).join(' ');
}
