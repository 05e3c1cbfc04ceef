/** A part that is nothing but paragraphs. */
import type { Markup } from '#lib/picture/markup.ts';
import type { PicturePart } from '#lib/picture/svg.ts';
import { textBlock } from './text-block.ts';
import { typeStyle, type PartStyle, type TypeName } from './type-styles.ts';

export interface Paragraph {
	/** Clean: as plainLine or nameInSentence left it. */
	readonly text: string;
	readonly type: TypeName;
	/** At most so many lines. */
	readonly most: number;
	/** Units between it and the one before; 0 when absent. */
	readonly space?: number;
}

/**
 * Paragraphs below one another; none for texts without a letter, and no part where none is left.
 *
 * @param spacing units above the first and below the last.
 */
export function paragraphsPart(
	id: string,
	paragraphs: readonly Paragraph[],
	style: PartStyle,
	spacing: { readonly above: number; readonly below: number }
): PicturePart | null {
	const written = paragraphs.filter(({ text }) => text !== '');
	if (!written.length) return null;
	return {
		id,
		draw(width) {
			const content: Markup[] = [];
			let top = spacing.above * style.unit;
			written.forEach(({ text, type, most, space = 0 }, i) => {
				if (i > 0) top += space * style.unit;
				const block = textBlock(text, typeStyle(type, style), { x: 0, top, width, most });
				content.push(...block.content);
				top += block.height;
			});
			return { height: top + spacing.below * style.unit, content };
		}
	};
}
