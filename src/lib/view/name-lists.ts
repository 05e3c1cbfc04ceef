/** Lists of names in a sentence: cut to a number, and set apart from the sentence where they run to the left. */
import { shortened } from './sentences.ts';
import { hasLeftward, plainLine } from './text.ts';
import { figure } from './receipt.ts';

const LONGEST_NAME = 60;
const MOST_NAMES = 6;

/**
 * A name from a file as a piece of a sentence: cleaned and cut. One with letters that run to the left stands between
 * U+2068 and U+2069 (UAX 9: first strong isolate, pop), so that a comma after it, or a second such name, stays in
 * its place.
 */
export function nameInSentence(name: string, length = LONGEST_NAME): string {
	const plain = shortened(plainLine(name.slice(0, 4 * length)), length) || '(no name)';
	return hasLeftward(plain) ? `\u2068${plain}\u2069` : plain;
}

/** "A", "A and B", "A, B and C"; of more than `most` the rest are counted: "A, B, C and 4 more". */
export function listed(parts: readonly string[], word: 'and' | 'or' = 'and', most = MOST_NAMES): string {
	const more = parts.length - most;
	const shown = more > 0 ? [...parts.slice(0, most), `${figure(more)} more`] : parts;
	const last = shown.at(-1) ?? '';
	if (shown.length < 2) return last;
	return `${shown.slice(0, -1).join(', ')} ${more > 0 ? 'and' : word} ${last}`;
}
