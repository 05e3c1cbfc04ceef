/**
 * Words of a text, and prints of its passages: by these a passage is found again in an edited text although
 * the document holds no word of it. A print keeps four bits a word. One word in sixteen of any language has the
 * same four, so it says whether a passage is the one that was meant, and far too little to rebuild a text.
 *
 * docs/data-format.md defines both for other programs: a change here makes the prints of old files worthless.
 */
import type { Print } from '#lib/model/document.ts';
import { MAX_PRINT, MAX_PRINT_CONTEXT } from '#lib/model/schema.ts';

/** The words of a text in their order. */
export interface Words {
	/** Code points from the start of the text to the first of a word, and to the one after its last. */
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	/** What tells words apart: 32 bits each. */
	readonly hashes: Uint32Array;
}

const [OTHER, LETTER, SPACELESS, MARK, UNKNOWN] = [0, 1, 2, 3, 4];
const IN_WORD = /[\p{L}\p{Nd}]/u;
const IS_MARK = /\p{M}/u;
/** Letters of scripts that set no space between words: each counts as a word of its own. */
const IS_SPACELESS =
	/(?=\p{L})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What code points of the first plane are; filled when they are first met. */
const CLASSES = new Uint8Array(0x10000).fill(UNKNOWN);

function classOf(point: number): number {
	const known = point < 0x10000 ? CLASSES[point]! : UNKNOWN;
	if (known !== UNKNOWN) return known;
	const character = String.fromCodePoint(point);
	const found = IS_MARK.test(character)
		? MARK
		: IS_SPACELESS.test(character)
			? SPACELESS
			: IN_WORD.test(character)
				? LETTER
				: OTHER;
	if (point < 0x10000) CLASSES[point] = found;
	return found;
}

/**
 * The words of a text. A loop and no regular expression: a word of thirty million letters would exhaust the
 * stack of one.
 */
export function wordsOf(text: string): Words {
	const [starts, ends, hashes]: [number[], number[], number[]] = [[], [], []];
	const known = new Map<string, number>();
	let place = 0;
	let from = -1;
	let first = 0;
	let alone = false;
	const close = (unit: number) => {
		if (from < 0) return;
		const word = text.slice(from, unit);
		let hash = known.get(word);
		if (hash === undefined) known.set(word, (hash = hashOf(word)));
		starts.push(first);
		ends.push(place);
		hashes.push(hash);
		from = -1;
	};
	for (let unit = 0; unit < text.length; place++) {
		const point = text.codePointAt(unit)!;
		const kind = classOf(point);
		if (from >= 0 && (kind === OTHER || kind === SPACELESS || (alone && kind === LETTER))) close(unit);
		if (from < 0 && kind !== OTHER) {
			from = unit;
			first = place;
			alone = kind === SPACELESS;
		}
		unit += point > 0xffff ? 2 : 1;
	}
	close(text.length);
	return { starts: Int32Array.from(starts), ends: Int32Array.from(ends), hashes: Uint32Array.from(hashes) };
}

const UTF8 = new TextEncoder();

/** FNV-1a, 32 bits (Fowler, Noll, Vo), over the word's NFKC form in lower case, in UTF-8. */
function hashOf(word: string): number {
	let hash = 0x811c9dc5;
	for (const byte of UTF8.encode(word.normalize('NFKC').toLowerCase()))
		hash = Math.imul(hash ^ byte, 0x01000193);
	return hash >>> 0;
}

/** A hash folded to four bits, 0 to 15: the exclusive or of its eight hexadecimal digits. */
export function digitOf(hash: number): number {
	const bytes = (hash ^ (hash >>> 16)) & 0xffff;
	const byte = (bytes ^ (bytes >>> 8)) & 0xff;
	return (byte ^ (byte >>> 4)) & 15;
}

/** The words that a span of code points touches: of the first, and past the last. Equal when it touches none. */
export function wordsIn({ starts, ends }: Words, start: number, end: number): [first: number, past: number] {
	const first = firstFrom(ends, start + 1);
	return [first, Math.max(first, firstFrom(starts, end))];
}

/** Index of the first number in an ascending list that is not less than a value; its length when there is none. */
export function firstFrom(ascending: Int32Array, value: number, from = 0, to = ascending.length): number {
	let [low, high] = [from, to];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (ascending[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * The print of a passage, given by its span in code points.
 * Null when it touches no word, or more than a print may hold.
 */
export function printOf(words: Words, start: number, end: number): Print | null {
	const [first, past] = wordsIn(words, start, end);
	if (past === first || past - first > MAX_PRINT) return null;
	const digits = (from: number, to: number) =>
		Array.from(words.hashes.subarray(Math.max(0, from), to), (hash) => digitOf(hash).toString(16)).join('');
	return {
		before: digits(first - MAX_PRINT_CONTEXT, first),
		exact: digits(first, past),
		after: digits(past, past + MAX_PRINT_CONTEXT)
	};
}
