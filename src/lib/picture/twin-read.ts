/**
 * The written twin as a text that one can edit, and back: `#` to `###` before a heading, `-` before an item of a list,
 * two spaces and `-` before one of its own list; every other line is a paragraph. All else is text, never a mark.
 */
import type { Block, Item } from './twin-blocks.ts';
import { plainSentence, sentenceOf, webAddress, type Sentence } from './wording.ts';

/** UTF-16 units; the rest is not read. */
const LONGEST = 400_000;

/** Blocks as a text to edit; readBlocks gives them back but for languages and emphasis. */
export function blocksSource(blocks: readonly Block[]): string {
	return `${blocks.map(blockSource).join('\n\n')}\n`;
}

function blockSource(block: Block): string {
	if (block.kind === 'paragraph') return plainSentence(block.words);
	if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${plainSentence(block.words)}`;
	return block.items
		.flatMap(({ words, inner = [] }) => [
			`- ${plainSentence(words)}`,
			...inner.map((line) => `  - ${plainSentence(line)}`)
		])
		.join('\n');
}

/** The blocks that a text says, in its order; empty lines only part paragraphs. */
export function readBlocks(text: string): readonly Block[] {
	const blocks: Block[] = [];
	let items: { words: Sentence; inner?: Sentence[] }[] | null = null;
	for (const line of text.slice(0, LONGEST).split(/\r\n|[\n\r]/)) {
		const [, indent = '', mark = '', rest = ''] = /^(\s*)(#{1,3}(?=\s)|-(?=\s)|)\s*(.*)$/u.exec(line) ?? [];
		const words = linked(rest);
		if (!words.length) continue;
		if (mark === '-') {
			const above: { inner?: Sentence[] } | undefined = indent ? items?.at(-1) : undefined;
			if (above) above.inner = [...(above.inner ?? []), words];
			else if (items) items.push({ words });
			else blocks.push({ kind: 'list', items: (items = [{ words }]) as readonly Item[] });
			continue;
		}
		items = null;
		if (mark) blocks.push({ kind: 'heading', level: mark.length as 1 | 2 | 3, words });
		else blocks.push({ kind: 'paragraph', words });
	}
	return blocks;
}

/** Words with the addresses in them as such. */
function linked(text: string): Sentence {
	// Clean first: what is nothing but marks that nobody sees is no text.
	return sentenceOf(plainSentence(sentenceOf(text)).trim()).flatMap((part): Sentence => {
		if (typeof part !== 'string') return [part];
		return part.split(/(\bhttps?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/u).flatMap((piece, index): Sentence => {
			if (!piece) return [];
			const href = index % 2 ? webAddress(piece) : null;
			return href === null ? [piece] : [{ text: piece, href }];
		});
	});
}
