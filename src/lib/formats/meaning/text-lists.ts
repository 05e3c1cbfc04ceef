/**
 * Several texts in one value, as tables have them: `KH; Kataib` and `Reuters > officials`. What stands for the
 * separator inside a text has a backslash before it, so that what we write comes back as it was.
 */

/** Between the voices of a chain, outermost first. */
const CHAIN = '>';

/** Texts that are not empty as one value; `separator` is one character, written with a space after it. */
export function joinList(texts: readonly string[], separator: string): string {
	const some = texts.filter((text) => text !== '');
	return some.map((text) => escaped(text, separator)).join(`${separator} `);
}

/** The texts of a value that joinList wrote, or that others wrote with or without spaces after the separator. */
export function splitList(value: string, separator: string): string[] {
	const parts = split(value, separator);
	return parts
		.map((part, index) => (index > 0 && part.startsWith(' ') ? part.slice(1) : part))
		.filter((part) => part !== '');
}

/** A chain of voices as one value, with ` > ` between them. */
export function joinChain(labels: readonly string[]): string {
	return labels
		.filter((label) => label !== '')
		.map((label) => escaped(label, CHAIN))
		.join(` ${CHAIN} `);
}

/** The voices of a chain. */
export function splitChain(value: string): string[] {
	const parts = split(value, CHAIN);
	return parts
		.map((part, index) => {
			const start = index > 0 && part.startsWith(' ') ? 1 : 0;
			const end = index < parts.length - 1 && part.endsWith(' ') ? part.length - 1 : part.length;
			return part.slice(start, Math.max(start, end));
		})
		.filter((part) => part !== '');
}

function escaped(text: string, separator: string): string {
	return text.replaceAll('\\', '\\\\').replaceAll(separator, `\\${separator}`);
}

/** A backslash before anything but itself or the separator is a character like any other. */
function split(value: string, separator: string): string[] {
	const parts: string[] = [];
	let part = '';
	let from = 0;
	for (let at = 0; at < value.length; at++) {
		const next = value[at + 1];
		if (value[at] === '\\' && (next === '\\' || next === separator)) {
			part += value.slice(from, at) + next;
			at++;
			from = at + 1;
		} else if (value[at] === separator) {
			parts.push(part + value.slice(from, at));
			part = '';
			from = at + 1;
		}
	}
	parts.push(part + value.slice(from));
	return parts;
}
