/**
 * SVG as a tree of plain values, and its text. Names come from hostile files; here is the one place that
 * escapes, so no other function may build markup out of strings.
 */
export interface Markup {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string | undefined>>;
	readonly children: readonly (Markup | string)[];
}

/** An element. Attributes that are undefined are left out; strings among the children are text. */
export function element(
	name: string,
	attributes: Readonly<Record<string, string | undefined>>,
	children: readonly (Markup | string)[] = []
): Markup {
	return { name, attributes, children };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text that XML 1.0 allows (its production 2, Char), without the control characters that it merely tolerates.
 * Halves of surrogate pairs become U+FFFD.
 */
function xmlText(text: string): string {
	return text
		.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
		.replace(/\p{Cs}/gu, '\ufffd')
		.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}

/** The tree as XML. */
export function serialise(node: Markup | string): string {
	if (typeof node === 'string') return xmlText(node);
	let text = `<${node.name}`;
	for (const [name, value] of Object.entries(node.attributes)) {
		if (value !== undefined) text += ` ${name}="${xmlText(value).replace(/[\t\n\r]+/g, ' ')}"`;
	}
	if (node.children.length === 0) return `${text}/>`;
	return `${text}>${node.children.map(serialise).join('')}</${node.name}>`;
}

/**
 * An id of the document as one of the picture: XML's NCName, so that any program can point at it. What that does not
 * allow is written as its number in base 16 between full stops, and so is the full stop: no two become the same.
 */
export function idIn(prefix: string, id: string): string {
	const plain = Array.from(id, (character) =>
		/[A-Za-z0-9_-]/.test(character) ? character : `.${character.codePointAt(0)!.toString(16)}.`
	);
	return `${prefix}-${plain.join('')}`;
}
