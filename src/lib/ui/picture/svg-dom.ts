import type { Markup } from '#lib/picture/markup.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A picture's tree as elements of the page, for looking at and printing. Text is set as text, never parsed. */
export function toSvg(node: Markup): SVGElement {
	const made = document.createElementNS(SVG, node.name);
	for (const [name, value] of Object.entries(node.attributes)) {
		if (value !== undefined && name !== 'xmlns') made.setAttribute(name, value);
	}
	made.append(...node.children.map((child) => (typeof child === 'string' ? child : toSvg(child))));
	return made;
}
