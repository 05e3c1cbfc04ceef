/** What stands above a picture. */
import { plainLine } from '#lib/view/text.ts';
import type { PicturePart } from '#lib/picture/svg.ts';
import { paragraphsPart } from './paragraphs.ts';
import type { PartStyle } from './type-styles.ts';

/** The title and what explains it; null where neither says anything. */
export function headlinePart(
	title: string | null,
	subtitle: string | null,
	style: PartStyle
): PicturePart | null {
	return paragraphsPart(
		'headline',
		[
			{ text: plainLine(title ?? ''), type: 'title', most: 4 },
			{ text: plainLine(subtitle ?? ''), type: 'subtitle', most: 6, space: 4 }
		],
		style,
		{ above: 0, below: 12 }
	);
}
