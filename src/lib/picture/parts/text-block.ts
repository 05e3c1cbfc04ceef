/** Text of a picture's parts: broken into lines by measure, and set as real text, each line an element of its own. */
import { FONT } from '#lib/view/appearance.ts';
import { direction, wrapText, type Type } from '#lib/view/text.ts';
import { element, type Markup } from '#lib/picture/markup.ts';
import { decimal } from '#lib/picture/paths.ts';

export interface TextStyle extends Type {
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
