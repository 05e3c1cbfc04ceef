/** A view in words: as somebody wrote them for it, or as the view gives them by itself. */
import { altText } from './alt-text.ts';
import { wordsOf } from './kept.ts';
import { twinBlocks, type Block } from './twin-blocks.ts';
import { blocksText } from './twin-plain.ts';
import { readBlocks } from './twin-read.ts';
import type { TwinView } from './twin-view.ts';
import { twinOf } from './twin.ts';

/** The alternative text. */
export function alternativeOf(view: TwinView): string {
	const own = altText(view);
	return wordsOf(view.facts.document, own).alternative ?? own;
}

/** The long description. */
export function descriptionOf(view: TwinView): readonly Block[] {
	const { description } = wordsOf(view.facts.document, altText(view));
	return description === undefined ? twinBlocks(twinOf(view)) : readBlocks(description);
}

/** The same as plain text. */
export function longWords(view: TwinView): string {
	return blocksText(descriptionOf(view));
}
