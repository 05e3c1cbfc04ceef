/**
 * Sentences that keep apart what we say and what a file says, so that every way of writing them out (plain text,
 * Markdown, HTML) can escape the file's words and set those of the other direction apart.
 */
import { hasLeftward, plainLine } from '#lib/view/text.ts';

/** Words out of a file, as one clean line. */
export interface FileWords {
	readonly text: string;
	/** BCP 47, where the file says it and it is not English, which our own words are. */
	readonly lang?: string;
	/** An address that is safe to follow; see `webAddress`. */
	readonly href?: string;
	readonly strong?: boolean;
}

/** Strings are our own words. */
export type Sentence = readonly (string | FileWords)[];

const LANGUAGE_TAG = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i;

/** Words out of a file, cleaned of what reorders or hides text. `lang` is left out when it is no language tag. */
export function fileWords(text: string, lang = ''): FileWords {
	const clean = plainLine(text);
	const isTag = LANGUAGE_TAG.test(lang) && !/^en\b/i.test(lang);
	return isTag ? { text: clean, lang } : { text: clean };
}

/** First strong isolate and its end (UAX 9). What a file says has none: plainLine takes them out. */
const [ISOLATE, ISOLATE_END] = ['\u2068', '\u2069'];

/** The words, between isolates where they are of the other direction. */
export function isolated(words: FileWords): string {
	return hasLeftward(words.text) ? ISOLATE + words.text + ISOLATE_END : words.text;
}

/** A sentence whose names of the other direction stand between isolates already (view/name-lists.ts). */
export function sentenceOf(text: string): Sentence {
	return text.split(/(\u2068[^\u2066-\u2069]*\u2069)/u).flatMap((part, index): Sentence => {
		if (index % 2) return [fileWords(part)];
		const rest = part.replace(/[\u2066-\u2069\u202a-\u202e\p{Cc}]/gu, '');
		return rest ? [rest] : [];
	});
}

/** A sentence as plain text. */
export function plainSentence(sentence: Sentence): string {
	return sentence.map((part) => (typeof part === 'string' ? part : isolated(part))).join('');
}

/** Sentences one after the other, parted by a text; empty ones are passed over. */
export function joined(sentences: readonly Sentence[], separator: string): Sentence {
	return sentences
		.filter((one) => one.length > 0)
		.flatMap((one, index) => (index > 0 ? [separator, ...one] : one));
}

const LONGEST_ADDRESS = 500;

/** An address of a web page in its normal form; null for anything else, and for one too long to print. */
export function webAddress(text: string): string | null {
	if (text.length > LONGEST_ADDRESS || !URL.canParse(text)) return null;
	const { protocol, href } = new URL(text);
	return protocol === 'https:' || protocol === 'http:' ? href : null;
}
