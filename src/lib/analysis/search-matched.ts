import type { Entry, NameText } from './search-contents.ts';
import { type Question, countBits, mayBeMistyped } from './search-question.ts';
import { isHeard, soundsOf } from './search-sound.ts';
import { SCORE } from './search-steps.ts';
import { joinedPairs, wordsOf } from './search-words.ts';
import { fold, oneEditApart, skeletons } from './spelling.ts';

/** Words of a description that are shown before the one that was met, and in all. */
const EXCERPT = { before: 4, words: 14 } as const;

interface Matched {
	readonly field: NameText['field'] | 'description';
	readonly matched: string;
}

/** Which text of an entry met a question, found again from the score that it was given: for display. */
export function matchedText(entry: Entry, question: Question, score: number): Matched {
	const isDescription = score >= SCORE.description && score < SCORE.oneEdit;
	if (isDescription) return { field: 'description', matched: excerpt(entry.description, question.words) };
	const { field, text } = bestName(entry, question, score);
	return { field, matched: text };
}

function bestName({ texts }: Entry, question: Question, score: number): NameText {
	const first: NameText = texts[0] ?? { field: 'name', text: '' };
	if (score >= SCORE.exact) return texts.find(({ text }) => fold(text) === question.folded) ?? first;
	if (score >= SCORE.nameWords || texts.length === 1) return first;
	let best = { text: first, count: -1 };
	for (const text of texts) {
		const count = countAnswered(text.text, question);
		if (count > best.count) best = { text, count };
		if (count === question.words.length) break;
	}
	return best.text;
}

/** How many words of a question a name answers, in any way. */
function countAnswered(name: string, { words: asked, all }: Question): number {
	const words = wordsOf(name);
	let answered = 0;
	asked.forEach((word, i) => {
		const isRead = words.some((other) => other.startsWith(word));
		const isMistyped = mayBeMistyped(word) && words.some((other) => oneEditApart(word, other));
		if (isRead || isMistyped) answered |= 1 << i;
	});
	if (answered === all) return asked.length;
	const own = [...words, ...joinedPairs(words).map(({ text }) => text)].flatMap(skeletons);
	for (const sound of soundsOf(asked)) if (isHeard(sound, own)) answered |= sound.bits;
	return countBits(answered);
}

/** The surroundings of the first word of a description that answers a question; its beginning if none does. */
function excerpt(description: string, asked: readonly string[]): string {
	const words = description.split(/\s+/u);
	const met = words.findIndex((word) =>
		wordsOf(word).some((own) => asked.some((one) => own.startsWith(one)))
	);
	const start = Math.max(0, met - EXCERPT.before);
	const shown = words.slice(start, start + EXCERPT.words).join(' ');
	return `${start > 0 ? '…' : ''}${shown}${start + EXCERPT.words < words.length ? '…' : ''}`;
}
