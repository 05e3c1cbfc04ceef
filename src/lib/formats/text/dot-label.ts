/** What stands in the labels of DOT, and how texts are put so that they come back as they were. */
import { withoutEntities } from '#lib/formats/text/entities.ts';

/**
 * A label as Graphviz shows it: line ends for \n, \l and \r, characters for their entities, and what `named` says for
 * the escapes that stand for a name (\N for that of the node, \T and \H for those of the ends of an edge).
 */
export function shownLabel(label: string, named: (escape: string) => string | undefined): string {
	if (!/[\\&]/.test(label)) return label;
	return withoutEntities(label).replace(
		/\\([^])/g,
		(written: string, sign: string, at: number, whole: string) => {
			if (sign === 'n') return '\n';
			// These end a line, the last one too, where no new one begins.
			if (sign === 'l' || sign === 'r') return at + written.length === whole.length ? '' : '\n';
			return named(sign) ?? sign;
		}
	);
}

/** An HTML label in such a form that shownLabel gives it back with all its tags and entities as text. */
export function protectedHtml(html: string): string {
	return html.replaceAll('\\', '\\\\').replaceAll('&', '&amp;');
}

/**
 * Control characters, which programs take for signs of a file that is not text (our own does), and halves of
 * surrogate pairs, which have no bytes.
 */
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007f-\u009f]|\p{Cs}/u;
const ALL_FORBIDDEN = new RegExp(FORBIDDEN, 'gu');

/** Whether DOT can hold the text as it is. */
export function fitsDot(text: string): boolean {
	return !FORBIDDEN.test(text);
}

/** The text with U+FFFD for what DOT cannot hold. */
export function forDot(text: string): string {
	return fitsDot(text) ? text : text.replace(ALL_FORBIDDEN, '\ufffd');
}

/** A text in quotes. Every backslash is doubled, since one before a quote cannot be written otherwise. */
export function quotedText(text: string): string {
	return `"${forDot(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** What quotedText wrote, after its quotes have been taken off and \" made ". */
export function withoutBackslashPairs(text: string): string {
	return text.replaceAll('\\\\', '\\');
}

/** A text in quotes that shownLabel, and Graphviz, show as it is. */
export function quotedLabel(text: string): string {
	const shown = forDot(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
	return `"${shown.replace(/&(?=#?[0-9A-Za-z]{1,8};)/g, '&amp;')}"`;
}

/** A number with the other sign, as text, so that no digit changes. */
export function turned(number: string): string {
	if (Number(number) === 0) return number;
	return number.startsWith('-') ? number.slice(1) : `-${number.replace(/^\+/, '')}`;
}
