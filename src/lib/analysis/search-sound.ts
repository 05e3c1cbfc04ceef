import { joinedPairs } from './search-words.ts';
import { skeletons } from './spelling.ts';
import type { WordList } from './word-list.ts';

/** How a word of a question sounds, or two neighbours as one. */
export interface Sound {
	readonly skeletons: readonly string[];
	/** The bits of the words that are answered by this sound. */
	readonly bits: number;
	/** Whether what was typed is so short that its sound says little. */
	readonly isShort: boolean;
}

/** Lengths of skeletons below which most words sound the same, or begin alike. */
export const SAME_LENGTH = 2;
const BEGINNING_LENGTH = 3;
/** Letters that have to be typed. Arabic script leaves vowels out, so that its words are shorter. */
const TYPED_LENGTH = 3;
const TYPED_LENGTH_ARABIC = 2;
const ARABIC = /\p{Script=Arabic}/u;

/** The sounds of a question's words that are long enough to have one. */
export function soundsOf(words: readonly string[]): Sound[] {
	const single = words.map((text, i) => ({ text, bits: 1 << i }));
	// Only the bits of the two: an article between them is answered by itself or not at all.
	const joined = joinedPairs(words).map(({ first, last, text }) => ({
		text,
		bits: (1 << first) | (1 << last)
	}));
	return [...single, ...joined].flatMap(({ text, bits }) => {
		const isArabic = ARABIC.test(text);
		if (text.length < (isArabic ? TYPED_LENGTH_ARABIC : TYPED_LENGTH)) return [];
		const long = skeletons(text).filter((skeleton) => skeleton.length >= SAME_LENGTH);
		return [{ skeletons: long, bits, isShort: !isArabic && text.length <= TYPED_LENGTH }];
	});
}

/** Marks the records that have a word which sounds the same. */
export function markSame(sounds: readonly Sound[], list: WordList, marks: Uint16Array): void {
	for (const { skeletons, bits } of sounds)
		for (const skeleton of skeletons) list.markEqual(skeleton, marks, bits);
}

/** Marks the records that have a word which begins alike, where the sound is long enough to tell. */
export function markBeginning(sounds: readonly Sound[], list: WordList, marks: Uint16Array): void {
	for (const { skeletons, bits } of sounds)
		for (const skeleton of skeletons)
			if (skeleton.length >= BEGINNING_LENGTH) list.markStarting(skeleton, marks, bits);
}

/** Whether one of some skeletons sounds the same or begins alike. */
export function isHeard({ skeletons }: Sound, own: readonly string[]): boolean {
	return skeletons.some((skeleton) =>
		own.some((other) =>
			skeleton.length >= BEGINNING_LENGTH ? other.startsWith(skeleton) : other === skeleton
		)
	);
}
