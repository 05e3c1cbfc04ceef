import { element, serialise } from '#lib/picture/markup.ts';

/** An SVG text with a long description in its `metadata`, which is not drawn and not read aloud unasked. */
export function withLongWords(svg: string, words: string | undefined): string {
	if (!words) return svg;
	const end = svg.lastIndexOf('</svg>');
	return `${svg.slice(0, end)}${serialise(element('metadata', { id: 'picture-words' }, [words]))}${svg.slice(end)}`;
}
