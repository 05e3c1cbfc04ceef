/** Who made a picture, and on what terms it may be used. */
import { plainLine } from '#lib/view/text.ts';
import type { PicturePart } from '#lib/picture/svg.ts';
import { paragraphsPart } from './paragraphs.ts';
import type { PartStyle } from './type-styles.ts';

/** The credit line; null where it says nothing. */
export function creditPart(credit: string | null, style: PartStyle): PicturePart | null {
	const text = plainLine(credit ?? '');
	return paragraphsPart('credit', [{ text, type: 'quiet', most: 4 }], style, { above: 4, below: 0 });
}
