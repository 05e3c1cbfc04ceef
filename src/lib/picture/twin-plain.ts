/** The written twin as plain text. */
import { twinBlocks, type Block } from './twin-blocks.ts';
import type { Twin } from './twin.ts';
import { plainSentence } from './wording.ts';

/** The twin as plain text in UTF-8, with a line break at the end; names that run to the left stand between isolates. */
export function twinText(twin: Twin): string {
	return blocksText(twinBlocks(twin));
}

/** Blocks as plain text, as twinText has them. */
export function blocksText(blocks: readonly Block[]): string {
	return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
	if (block.kind === 'list') {
		return block.items
			.flatMap(({ words, inner = [] }) => [
				`- ${plainSentence(words)}`,
				...inner.map((line) => `  - ${plainSentence(line)}`)
			])
			.join('\n');
	}
	const text = plainSentence(block.words);
	return block.kind === 'heading' && UNDERLINES[block.level]
		? `${text}\n${UNDERLINES[block.level].repeat(Math.min(text.length, 72))}`
		: text;
}

const UNDERLINES = { 1: '=', 2: '-', 3: '' } as const;
