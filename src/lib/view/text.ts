/**
 * How wide a text is, and how a name is broken into the lines of a label, without a canvas:
 * the same in a worker, in Node and in the browser, so that a picture made anywhere has the same lines.
 */
import { LABEL_SIZE } from '#lib/view/appearance.ts';
import { WIDTH_RUNS } from '#lib/view/text-widths.ts';

export type Weight = 400 | 600;

/** In what a text is set. */
export interface Type {
	/** Pixels. */
	readonly size: number;
	readonly weight: Weight;
}

/** Names of actors, before a zoom makes them larger or smaller. */
const LABEL: Type = { size: LABEL_SIZE, weight: 400 };

/** Longer names are cut here before anything is measured; a file may hold a name of a million characters. */
const LONGEST_NAME = 200;
/** The same for texts of several lines. */
const LONGEST_TEXT = 4_000;
const ELLIPSIS = '…';

/** Thousandths of an em, by code point. */
const WIDTHS: Readonly<Record<Weight, ReadonlyMap<number, number>>> = {
	400: tabulate('regular'),
	600: tabulate('semibold')
};

function tabulate(weight: 'regular' | 'semibold'): ReadonlyMap<number, number> {
	const widths = new Map<number, number>();
	for (const run of WIDTH_RUNS) run[weight].forEach((width, i) => widths.set(run.first + i, width));
	return widths;
}

const NO_WIDTH = /[\p{M}\p{Cf}]/u;
const WIDE =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;
const PICTOGRAPH = /\p{Extended_Pictographic}/u;
const ARABIC = /\p{Script=Arabic}/u;
const NARROW_ARABIC = /[اآأإٱلرز]/u;

/**
 * Widths of what the table lacks, in thousandths of an em, regular weight. Arabic letters change shape with
 * their neighbours: theirs are means over running names set in IBM Plex Sans Arabic, a little generous.
 */
function otherWidth(character: string): number {
	if (NO_WIDTH.test(character)) return 0;
	if (ARABIC.test(character)) return NARROW_ARABIC.test(character) ? 300 : 520;
	if (WIDE.test(character)) return 1000;
	if (PICTOGRAPH.test(character)) return 1250;
	return 560;
}

/**
 * Width of a text in pixels when it is set in IBM Plex Sans at `size` pixels. Sums advance widths, so it
 * knows no kerning: it is off by a hundredth or two for Latin, and by up to a tenth for joined scripts.
 */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
	const widths = WIDTHS[weight];
	let sum = 0;
	for (const character of text) {
		sum += widths.get(character.codePointAt(0)!) ?? otherWidth(character) * (weight === 600 ? 1.04 : 1);
	}
	return (sum * size) / 1000;
}

/** Marks that reorder text or that nobody can see; joiners stay, because Persian and emoji need them. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/**
 * A text from a file as one line that can be drawn: white space and control characters become single spaces,
 * marks that reorder or hide text go, halves of surrogate pairs become U+FFFD.
 */
export function plainLine(text: string): string {
	return text
		.replace(INVISIBLE, '')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.replace(/\p{Cs}/gu, '\ufffd')
		.trim();
}

/** Strong letters of the scripts that run to the left. */
const LEFTWARD =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** The direction of a text's first letter, as the rules P2 and P3 of Unicode's UAX 9 find it. */
export function direction(text: string): 'ltr' | 'rtl' {
	const letter = /\p{L}/u.exec(text)?.[0];
	return letter !== undefined && LEFTWARD.test(letter) ? 'rtl' : 'ltr';
}

/** Scripts that run to the left, with their punctuation and digits; a lone half of a pair matches nothing. */
const LEFTWARD_SCRIPTS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a text has to be set apart within an English sentence: one such character reorders what is beside it. */
export function hasLeftward(text: string): boolean {
	return LEFTWARD_SCRIPTS.test(text);
}

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Texts in which every code point is a character of its own; the segmenter is slow. */
const SIMPLE = /^[\u0020-\u02ff]*$/;

/** What a reader takes for single characters: a letter with its marks, a pair of surrogates, a joined emoji. */
function graphemes(text: string): string[] {
	if (SIMPLE.test(text)) return Array.from(text);
	return Array.from(GRAPHEMES.segment(text), (part) => part.segment);
}

/** Cleans a name and cuts it to a length that can be measured. */
function clip(name: string): { text: string; cut: boolean } {
	// Two code units a code point at the most, so the slice holds enough of them, its end perhaps half a one.
	const points = Array.from(name.slice(0, 2 * LONGEST_NAME));
	const cut = name.length > 2 * LONGEST_NAME || points.length > LONGEST_NAME;
	const text = plainLine(points.slice(0, LONGEST_NAME).join(''));
	if (!cut) return { text, cut };
	const parts = graphemes(text);
	// The last one may have lost its marks to the cut.
	return { text: (parts.length > 1 ? parts.slice(0, -1) : parts).join(''), cut };
}

/** A piece of text that stays on one line, with its width, and that of the space between it and the one before. */
interface Piece {
	readonly text: string;
	readonly width: number;
	readonly space: number;
}

const DASH = /[-/\u2013\u2014]/;

/** Where a line may break within a word: after a hyphen, slash or dash, and on both sides of a wide character. */
function parts(word: string): string[] {
	if (!DASH.test(word) && !WIDE.test(word)) return [word];
	const found: string[] = [];
	let open = false;
	for (const character of graphemes(word)) {
		const wide = WIDE.test(character);
		if (open && !wide) found.push(found.pop() + character);
		else found.push(character);
		open = !wide && !DASH.test(character);
	}
	return found;
}

function pieces(text: string, maxWidth: number, { size, weight }: Type): Piece[] {
	const found: Piece[] = [];
	const between = textWidth(' ', size, weight);
	for (const word of text.split(/\s+/).filter(Boolean)) {
		let space = found.length > 0 ? between : 0;
		for (const part of parts(word)) {
			const width = textWidth(part, size, weight);
			for (const bit of width > maxWidth ? graphemes(part) : [part]) {
				found.push({ text: bit, width: bit === part ? width : textWidth(bit, size, weight), space });
				space = 0;
			}
		}
	}
	return found;
}

/** Fills lines one after the other. */
function fill(all: readonly Piece[], maxWidth: number): Piece[][] {
	const lines: Piece[][] = [];
	let room = -1;
	for (const piece of all) {
		const width = piece.width + piece.space;
		if (lines.length > 0 && width <= room) {
			lines.at(-1)!.push(piece);
			room -= width;
		} else {
			lines.push([piece]);
			room = maxWidth - piece.width;
		}
	}
	return lines;
}

/** Lines of the same number, but as narrow as they can be: halving finds their width to a pixel. */
function balance(all: readonly Piece[], greedy: readonly Piece[][], maxWidth: number): readonly Piece[][] {
	const count = greedy.length;
	if (count === 1) return greedy;
	let lines = greedy;
	let low = maxWidth / (count + 1);
	let high = maxWidth;
	while (high - low > 1) {
		const middle = (low + high) / 2;
		const tried = fill(all, middle);
		if (tried.length > count) low = middle;
		else [high, lines] = [middle, tried];
	}
	return lines;
}

function join(line: readonly Piece[]): string {
	return line.map((piece, i) => (piece.space && i > 0 ? ' ' : '') + piece.text).join('');
}

/** Ends a line with an ellipsis, and takes off as much as that needs. */
function shorten(line: readonly Piece[], maxWidth: number, { size, weight }: Type): string {
	const kept = graphemes(join(line));
	const room = maxWidth - textWidth(ELLIPSIS, size, weight);
	while (kept.length > 1 && textWidth(kept.join(''), size, weight) > room) kept.pop();
	return kept.join('').trimEnd() + ELLIPSIS;
}

/** The first lines; where there are more than `most`, the last of them ends with an ellipsis. */
function capped(
	lines: readonly Piece[][],
	most: number,
	maxWidth: number,
	type: Type,
	cut = false
): string[] {
	const whole = !cut && lines.length <= most;
	const shown = whole ? lines : lines.slice(0, most);
	return shown.map((line, i) => (whole || i < shown.length - 1 ? join(line) : shorten(line, maxWidth, type)));
}

/**
 * A text in lines that are as full as they can be, broken as the names of labels are; where it takes more than
 * `most` lines, the last ends with an ellipsis.
 *
 * @param width in pixels, as is the size of the type. A single character may be wider.
 */
export function wrapText(text: string, width: number, type: Type, most = Infinity): string[] {
	return capped(fill(pieces(text.slice(0, LONGEST_TEXT), width, type), width), most, width, type);
}

/**
 * A name as the lines of a label: as few as it needs, of nearly equal length, broken between words; a word
 * that is too long is broken anywhere but within a character. Ends with an ellipsis when it does not fit.
 *
 * @param maxWidth of a line, in pixels at LABEL_SIZE, regular weight.
 * @param maxLines 1 or more.
 * @returns no line at all for a name without a visible character.
 */
export function wrapLabel(name: string, maxWidth: number, maxLines: number): readonly string[] {
	const key = `${maxWidth} ${maxLines} ${name}`;
	const known = wrapped.get(key);
	if (known) return known;
	const lines = wrap(name, maxWidth, maxLines);
	if (wrapped.size >= MOST_WRAPPED) wrapped.clear();
	wrapped.set(key, lines);
	return lines;
}

/** Breaking names is most of the work of a scene, and the same names come again at every tick. */
const wrapped = new Map<string, readonly string[]>();
const MOST_WRAPPED = 4_000;

function wrap(name: string, maxWidth: number, maxLines: number): string[] {
	const { text, cut } = clip(name);
	if (text === '') return [];
	const all = pieces(text, maxWidth, LABEL);
	const greedy = fill(all, maxWidth);
	if (!cut && greedy.length <= maxLines) return balance(all, greedy, maxWidth).map(join);
	return capped(greedy, maxLines, maxWidth, LABEL, cut);
}
