/** Text of a picture's parts: broken into lines by measure, and set as real text, each line an element of its own. */
import { FONT } from '#lib/view/appearance.ts';
import { direction, textWidth, type Weight } from '#lib/view/text.ts';
import { element, type Markup } from '#lib/picture/markup.ts';
import { decimal } from '#lib/picture/paths.ts';

export interface TextStyle {
	/** Pixels. */
	readonly size: number;
	readonly weight: Weight;
	readonly fill: string;
	/** Height of a line, as a share of the size. */
	readonly leading: number;
}

/** Where a text stands: from `top` down, between `x` and `x + width`, in at most `most` lines. */
export interface TextPlace {
	readonly x: number;
	readonly top: number;
	readonly width: number;
	readonly most?: number;
	/** Text that runs to the left starts at the left all the same, as beside a symbol. */
	readonly besideSymbol?: boolean;
}

/** IBM Plex reaches so far above and below the baseline, as a share of the font size. */
const ASCENT = 1.025;
const DESCENT = 0.275;

/** Longer texts are cut here before anything is measured. */
const LONGEST_TEXT = 4_000;
const ELLIPSIS = '…';
const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * A text in lines that are as full as they can be, broken at spaces; a word that is too long is broken anywhere but
 * within a character. Where it takes more than `most` lines the last ends with an ellipsis.
 *
 * @param width in pixels, as is the style's size. A single character may be wider.
 */
export function wrapText(
	text: string,
	width: number,
	style: Pick<TextStyle, 'size' | 'weight'>,
	most = Infinity
): string[] {
	const measure = (part: string): number => textWidth(part, style.size, style.weight);
	const space = measure(' ');
	const lines: string[] = [];
	let room = -1;
	for (const word of text.slice(0, LONGEST_TEXT).split(/\s+/).filter(Boolean)) {
		if (lines.length > most) break;
		const needed = measure(word);
		if (needed + space <= room) {
			lines.push(`${lines.pop()} ${word}`);
			room -= needed + space;
			continue;
		}
		const parts = needed > width ? broken(word, width, measure) : [word];
		lines.push(...parts);
		room = width - measure(parts.at(-1)!);
	}
	if (lines.length <= most) return lines;
	return [...lines.slice(0, most - 1), shortened(lines[most - 1]!, width, measure)];
}

function broken(word: string, width: number, measure: (part: string) => number): string[] {
	const parts: string[] = [];
	let room = -1;
	for (const { segment } of GRAPHEMES.segment(word)) {
		const needed = measure(segment);
		if (needed <= room) parts.push(parts.pop()! + segment);
		else parts.push(segment);
		room = (needed <= room ? room : width) - needed;
	}
	return parts;
}

function shortened(line: string, width: number, measure: (part: string) => number): string {
	const kept = Array.from(GRAPHEMES.segment(line), ({ segment }) => segment);
	while (kept.length > 1 && measure(kept.join('') + ELLIPSIS) > width) kept.pop();
	return kept.join('').trimEnd() + ELLIPSIS;
}

/**
 * Sets a text. Its direction is that of its first letter, for all of its lines; what runs to the left stands at the
 * right edge.
 */
export function textBlock(
	text: string,
	style: TextStyle,
	place: TextPlace
): { readonly height: number; readonly content: readonly Markup[] } {
	const { x, top, width, most, besideSymbol = false } = place;
	const lines = wrapText(text, width, style, most);
	const leftward = direction(text) === 'rtl';
	const first = top + (style.size * (style.leading + ASCENT - DESCENT)) / 2;
	const content = lines.map((line, i) =>
		element(
			'text',
			{
				x: decimal(leftward && !besideSymbol ? x + width : x),
				y: decimal(first + i * style.size * style.leading),
				'font-family': FONT,
				'font-size': decimal(style.size),
				'font-weight': style.weight === 400 ? undefined : String(style.weight),
				fill: style.fill,
				direction: leftward ? 'rtl' : undefined,
				// Where a line that runs to the left starts is its right end.
				'text-anchor': leftward && besideSymbol ? 'end' : undefined
			},
			[line]
		)
	);
	return { height: lines.length * style.size * style.leading, content };
}
