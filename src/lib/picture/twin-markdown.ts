/** The written twin as Markdown (CommonMark). */
import { twinBlocks, type Block } from './twin-blocks.ts';
import type { Twin } from './twin.ts';
import { isolated, type FileWords, type Sentence } from './wording.ts';

/** The twin as Markdown, with a line break at the end. What a file says is text in it, never a mark. */
export function twinMarkdown(twin: Twin): string {
	return blocksMarkdown(twinBlocks(twin));
}

/** Blocks as Markdown, as twinMarkdown has them. */
export function blocksMarkdown(blocks: readonly Block[]): string {
	return `${blocks.map(blockMarkdown).join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string {
	if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${sentence(block.words)}`;
	if (block.kind === 'paragraph') return sentence(block.words);
	return block.items
		.flatMap(({ words, inner = [] }) => [
			`- ${sentence(words)}`,
			...inner.map((line) => `  - ${sentence(line)}`)
		])
		.join('\n');
}

function sentence(words: Sentence): string {
	const text = words.map((part) => (typeof part === 'string' ? escaped(part) : fileText(part))).join('');
	return text.replace(/^(\s*)([-+=:])/, '$1\\$2').replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

function fileText(words: FileWords): string {
	// An address in its normal form has none of the characters that would end the brackets.
	if (words.href !== undefined) return `<${words.href}>`;
	const text = escaped(isolated(words));
	// Bold needs something that is no space to stand around.
	return words.strong && text ? `**${text}**` : text;
}

/**
 * Escapes what Markdown, with the usual extensions of it, takes for a mark: anywhere in a line, or at its start.
 * Addresses lose what makes them links, so that a name cannot be one.
 */
function escaped(text: string): string {
	return text
		.replace(/[\\`*_[\]<>&~|#$!{}^@]/g, '\\$&')
		.replace(/:(?=\/\/)/g, '\\:')
		.replace(/\b(www)\./gi, '$1\\.');
}
