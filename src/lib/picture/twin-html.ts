/** The written twin as HTML: a piece of a page, or a whole one. No script, and nothing is loaded from anywhere. */
import { direction, hasLeftward } from '#lib/view/text.ts';
import { element, serialise, type Markup } from './markup.ts';
import { twinBlocks, type Block, type Item } from './twin-blocks.ts';
import type { Twin } from './twin.ts';
import type { FileWords, Sentence } from './wording.ts';

/**
 * The twin as one `article` element, to be put into a page. It has neither ids nor classes nor styles.
 * Addresses of sources are links, to be followed by a click only.
 */
export function twinFragment(twin: Twin): string {
	return serialise(article(twinBlocks(twin)));
}

/** The twin as a page that needs no other file. */
export function twinPage(twin: Twin): string {
	return blocksPage(twin.title.text, twinBlocks(twin));
}

/** Blocks as a page, as twinPage has them. */
export function blocksPage(title: string, blocks: readonly Block[]): string {
	const head = element('head', {}, [
		element('meta', { charset: 'utf-8' }),
		element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
		element('meta', {
			'http-equiv': 'Content-Security-Policy',
			content: "default-src 'none'; style-src 'unsafe-inline'"
		}),
		element('title', {}, [title]),
		element('style', {}, [STYLE])
	]);
	const page = element('html', { lang: 'en', dir: 'ltr' }, [head, element('body', {}, [article(blocks)])]);
	return `<!doctype html>\n${serialise(page)}\n`;
}

/** Without quotes and angle brackets, which the serialiser would escape. */
const STYLE =
	':root{color-scheme:light dark}' +
	'body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}' +
	'h1{line-height:1.2}li{margin:.25rem 0;overflow-wrap:anywhere}' +
	'@media print{body{max-width:none;margin:0}}';

function article(blocks: readonly Block[]): Markup {
	return element('article', { lang: 'en', dir: 'ltr' }, blocks.map(blockMarkup));
}

function blockMarkup(block: Block): Markup {
	if (block.kind === 'heading') return element(`h${block.level}`, {}, sentence(block.words));
	if (block.kind === 'paragraph') return element('p', {}, sentence(block.words));
	return element('ul', {}, block.items.map(itemMarkup));
}

function itemMarkup({ words, inner = [] }: Item): Markup {
	const below = inner.map((line) => element('li', {}, sentence(line)));
	return element('li', {}, [...sentence(words), ...(below.length ? [element('ul', {}, below)] : [])]);
}

function sentence(words: Sentence): (Markup | string)[] {
	return words.map((part) => (typeof part === 'string' ? part : fileMarkup(part)));
}

function fileMarkup(words: FileWords): Markup | string {
	const { text, lang, href, strong } = words;
	if (href !== undefined) return element('a', { href, rel: 'noopener noreferrer nofollow external' }, [text]);
	const inner =
		hasLeftward(text) || lang !== undefined ? element('bdi', { lang, dir: direction(text) }, [text]) : text;
	return strong ? element('strong', {}, [inner]) : inner;
}
