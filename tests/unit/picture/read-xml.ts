/** A small strict reader for the XML that we write: throws at whatever a real parser would not take. */
export interface Element {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: (Element | string)[];
}

const TOKEN = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ENTITIES = new Map([
	['&amp;', '&'],
	['&lt;', '<'],
	['&gt;', '>'],
	['&quot;', '"']
]);

/** XML 1.0, production 2. Halves of surrogate pairs are code points of their own here, and not allowed. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function decode(text: string): string {
	if (text.includes(']]>')) throw new Error(']]> in text');
	return text.replace(/&[^;]*;?/g, (entity) => {
		const character = ENTITIES.get(entity);
		if (character === undefined) throw new Error(`unknown entity ${entity}`);
		return character;
	});
}

function attributesOf(text: string): Map<string, string> {
	const attributes = new Map<string, string>();
	for (const [, name, value] of text.matchAll(/([\w:-]+)="([^"]*)"/g)) {
		if (attributes.has(name!)) throw new Error(`${name} twice`);
		attributes.set(name!, decode(value!));
	}
	return attributes;
}

export function readXml(xml: string): Element {
	const forbidden = FORBIDDEN.exec(xml);
	if (forbidden) throw new Error(`forbidden character at ${forbidden.index}`);
	const root: Element = { name: '', attributes: new Map(), children: [] };
	const open = [root];
	let end = 0;
	for (const token of xml.matchAll(TOKEN)) {
		end = token.index + token[0].length;
		const [, closing, name, attributes, selfClosing, text] = token;
		if (text !== undefined) open.at(-1)!.children.push(decode(text));
		else if (closing) {
			if (open.pop()!.name !== name) throw new Error(`</${name}> closes something else`);
		} else {
			const element = { name: name!, attributes: attributesOf(attributes!), children: [] };
			open.at(-1)!.children.push(element);
			if (!selfClosing) open.push(element);
		}
	}
	if (end !== xml.length) throw new Error(`not XML: ${xml.slice(end, end + 40)}`);
	const [only, ...more] = root.children;
	if (open.length !== 1 || typeof only !== 'object' || more.length > 0) throw new Error('not one element');
	return only;
}

export function textOf(element: Element): string {
	return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The element and all below it, in the order in which they are drawn. */
export function allOf(element: Element): Element[] {
	return [element, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : allOf(child)))];
}
