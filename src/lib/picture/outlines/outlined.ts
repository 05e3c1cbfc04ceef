/** A picture with the outlines of its letters in place of text: the same wherever it is opened, with any fonts or none. */
import { element, serialise, type Markup } from '#lib/picture/markup.ts';
import { decimal } from '#lib/picture/paths.ts';
import type { Drawn } from '#lib/picture/page.ts';
import { letteringIn, linePathData, type FontFile, type Lettering, type SetLine } from './lettering.ts';

export interface Outlined<T> {
	readonly picture: T;
	/** How many texts have something in them that the fonts lack. That stays text. */
	readonly kept: number;
}

/**
 * A drawn picture as SVG text in outlines, without a font in it.
 *
 * @param filesFor reads the faces that a picture (SVG text) needs, as facesFor names them.
 */
export async function outlinedSvg(
	drawn: Pick<Drawn, 'markup'>,
	filesFor: (svg: string) => Promise<readonly FontFile[]>
): Promise<Outlined<string>> {
	const plain = drawn.markup();
	const { picture, kept } = outlined(plain, await filesFor(serialise(plain)));
	return { picture: serialise(picture), kept };
}

/** What is said of texts that stayed text, in part or as a whole. */
export function keptInWords(kept: number): string {
	const texts = kept === 1 ? '1 text has' : `${kept} texts have`;
	return `${texts} characters that the fonts lack; they stay text`;
}

/** Puts a group of paths, labelled with the words, in the place of each `text` element. */
export function outlined(picture: Markup, fonts: readonly FontFile[]): Outlined<Markup> {
	const lettering = letteringIn(fonts);
	let kept = 0;
	const walk = (node: Markup): Markup => {
		if (node.name === 'text') {
			const line = setLine(node, lettering);
			if (line.lacking.length) kept++;
			return lineGroup(node, line);
		}
		if (!node.children.some((child) => typeof child !== 'string')) return node;
		return {
			...node,
			children: node.children.map((child) => (typeof child === 'string' ? child : walk(child)))
		};
	};
	return { picture: walk(picture), kept };
}

const wordsOf = ({ children }: Markup): string => children.join('');

function setLine(text: Markup, lettering: Lettering): SetLine {
	const { attributes } = text;
	const weight = attributes['font-weight'] === '600' ? 600 : 400;
	return lettering.set(wordsOf(text), weight, attributes.direction === 'rtl' ? 'rtl' : 'ltr');
}

/** The halo is a path of its own below the letters: not every program knows paint-order. */
function lineGroup(text: Markup, line: SetLine): Markup {
	const { attributes } = text;
	const size = Number(attributes['font-size']);
	const x = Number(attributes.x) - before(line, attributes) * size;
	const d = linePathData(line, size, x, Number(attributes.y));
	const { fill, stroke } = attributes;
	const halo = {
		d,
		fill: 'none',
		stroke,
		'stroke-width': attributes['stroke-width'],
		'stroke-linejoin': attributes['stroke-linejoin']
	};
	return element('g', { class: 'words', role: 'img', 'aria-label': wordsOf(text) }, [
		...(d && stroke ? [element('path', halo)] : []),
		...(d ? [element('path', { d, fill })] : []),
		...line.lacking.map((lacking) =>
			element(
				'text',
				{
					...attributes,
					x: decimal(x + lacking.x * size),
					'text-anchor': 'middle',
					direction: lacking.leftward ? 'rtl' : undefined
				},
				[lacking.text]
			)
		)
	]);
}

/** How much of a line stands to the left of its x, as a share of the font size. */
function before({ width }: SetLine, attributes: Markup['attributes']): number {
	const anchor = attributes['text-anchor'] ?? 'start';
	if (anchor === 'middle') return width / 2;
	return (anchor === 'end') === (attributes.direction !== 'rtl') ? width : 0;
}
