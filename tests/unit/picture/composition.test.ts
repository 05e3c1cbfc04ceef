import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { NATIVE } from '#lib/formats/native/native.ts';
import { compose, heightOf, type Composition, type ComposedView } from '#lib/picture/composition.ts';
import { element, serialise } from '#lib/picture/markup.ts';
import { PRINT } from '#lib/picture/print-theme.ts';
import { writeSvg } from '#lib/picture/svg.ts';
import { DEFAULT_SETTINGS } from '#lib/view/settings.ts';
import { textWidth } from '#lib/view/text.ts';
import { madeUpDocument } from '../../made-up-document.mjs';
import { anyDocument } from '../generate.ts';
import { anyText } from '../generate-values.ts';
import { ALL_PARTS, anyView, viewOf } from './composed.ts';
import { allOf, readXml, textOf, type Element } from './read-xml.ts';
import type { PicturePart } from '#lib/picture/svg.ts';

const madeUp = NATIVE.read(JSON.stringify(madeUpDocument())).document;
const plain = viewOf(madeUp, DEFAULT_SETTINGS);

const partsOf = ({ header, aside, footer }: Composition) => [...header, ...(aside?.parts ?? []), ...footer];

function drawn(part: PicturePart, width: number): { root: Element; height: number } {
	const { height, content } = part.draw(width);
	return { root: readXml(serialise(element('g', {}, content))), height };
}

interface Placed {
	readonly text: string;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Texts where they stand, with the groups that they are in, by the measure that they were set by. */
function textsIn(one: Element, dx = 0, dy = 0): Placed[] {
	const moved = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(one.attributes.get('transform') ?? '');
	const [x0, y0] = [dx + Number(moved?.[1] ?? 0), dy + Number(moved?.[2] ?? 0)];
	if (one.name !== 'text') {
		return one.children.flatMap((child) => (typeof child === 'string' ? [] : textsIn(child, x0, y0)));
	}
	const number = (name: string) => Number(one.attributes.get(name));
	const [x, y, size] = [x0 + number('x'), y0 + number('y'), number('font-size')];
	const width = textWidth(textOf(one), size, one.attributes.get('font-weight') === '600' ? 600 : 400);
	const isAtRight =
		(one.attributes.get('direction') === 'rtl') !== (one.attributes.get('text-anchor') === 'end');
	const left = isAtRight ? x - width : x;
	return [{ text: textOf(one), left, right: left + width, top: y - 0.75 * size, bottom: y + 0.2 * size }];
}

describe('whatever the document and the view', () => {
	const widths = fc.integer({ min: 260, max: 2000 });

	test('parts are well-formed, and no text leaves its part', () => {
		fc.assert(
			fc.property(
				anyView(anyDocument()),
				widths,
				fc.constantFrom(0.85, 1, 2),
				fc.tuple(anyText, anyText, anyText),
				(view, width, unit, [title, subtitle, credit]) => {
					const choices = { ...ALL_PARTS, title, subtitle, credit, unit };
					for (const part of partsOf(compose(view, choices))) {
						const { root, height } = drawn(part, width * unit);
						expect(Number.isFinite(height) && height > 0).toBe(true);
						for (const { text, left, right, top, bottom } of textsIn(root)) {
							expect([left >= -0.01, top >= -0.01, bottom <= height + 0.01, text], part.id).toEqual([
								true,
								true,
								true,
								text
							]);
							// A hundredth for what two decimals round away.
							expect(right, text).toBeLessThanOrEqual(width * unit + 0.01);
						}
					}
				}
			)
		);
	});

	test('no text of the legend stands on another', () => {
		fc.assert(
			fc.property(anyView(anyDocument()), widths, (view, width) => {
				const legend = compose(view, ALL_PARTS).footer.find(({ id }) => id === 'legend');
				const texts = legend ? textsIn(drawn(legend, width).root) : [];
				texts.forEach((a, i) => {
					for (const b of texts.slice(i + 1)) {
						const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
						expect(apart, `${a.text} / ${b.text}`).toBe(true);
					}
				});
			})
		);
	});

	test('the picture around them is well-formed, its ids are unique, it fetches nothing', () => {
		fc.assert(
			fc.property(anyView(anyDocument()), fc.boolean(), (view, legendBeside) => {
				const svg = pictureOf(view, { legendBeside });
				const ids = allOf(readXml(svg)).flatMap((one) => one.attributes.get('id') ?? []);
				expect(new Set(ids).size).toBe(ids.length);
				// Ids of the document may be any word.
				const drawn = svg.replace(/ (id|class)="[^"]*"/g, '');
				expect(drawn).not.toMatch(
					/<(script|a|image|use|foreignObject|style)[\s>/]|href="|url\(|NaN|Infinity/
				);
				expect(drawn).not.toMatch(/[ ,](undefined|null)[ ,]/);
			})
		);
	});
});

function pictureOf(view: ComposedView, more = {}): string {
	const { header, aside, footer } = compose(view, { ...ALL_PARTS, ...more });
	return writeSvg(view.scene, {
		theme: PRINT,
		labels: new Map(),
		selected: new Set(),
		dimmed: new Set(),
		typeOf: () => '',
		names: { actor: () => '', relation: () => '' },
		frame: { x: 0, y: 0, width: 600, height: 300 },
		width: 1000,
		margin: 50,
		unit: 'in',
		title: 'A picture',
		description: '',
		background: true,
		...{ header, aside, footer }
	});
}

describe('compose', () => {
	const idsOf = (more: object) => partsOf(compose(plain, { ...ALL_PARTS, ...more })).map(({ id }) => id);

	it('has what was chosen, in order', () => {
		expect(idsOf({})).toEqual(['headline', 'legend', 'caption', 'sources', 'credit']);
		expect(idsOf({ legend: false, sources: false })).toEqual(['headline', 'caption', 'credit']);
		expect(compose(plain, { ...ALL_PARTS, legendBeside: true }).aside?.parts).toHaveLength(1);
	});

	it('has no part that would say nothing', () => {
		const nothing = {
			title: null,
			subtitle: ' \u200b',
			caption: false,
			credit: '',
			legend: false,
			sources: false
		};
		expect(idsOf(nothing)).toEqual([]);
		const without = viewOf({ ...madeUp, claims: [], relations: [], actors: [] }, DEFAULT_SETTINGS);
		expect(partsOf(compose(without, ALL_PARTS)).map(({ id }) => id)).toEqual([
			'headline',
			'caption',
			'credit'
		]);
	});

	it('grows with its unit and nothing else', () => {
		const at = (unit: number) => heightOf(partsOf(compose(plain, { ...ALL_PARTS, unit })), 600 * unit);
		expect(at(2)).toBeCloseTo(2 * at(1), 0);
	});

	it('takes less room for a legend without types', () => {
		const at = (legendTypes: boolean) =>
			heightOf(partsOf(compose(plain, { ...ALL_PARTS, legendTypes })), 600);
		expect(at(false)).toBeLessThan(at(true));
	});
});

describe('in the picture', () => {
	it('parts stand within the margins, the graph between them, and the size is in its own unit', () => {
		const root = readXml(pictureOf(plain));
		const heights = compose(plain, ALL_PARTS);
		const [above, below] = [heights.header, heights.footer].map((parts) => heightOf(parts, 900)) as [
			number,
			number
		];
		const height = 100 + above + 450 + below;
		expect(Number(root.attributes.get('viewBox')!.split(' ')[3])).toBeCloseTo(height, 1);
		expect(root.attributes.get('width')).toBe('10.42in');
		const graph = allOf(root).filter(({ name }) => name === 'svg')[1]!;
		expect(['x', 'width', 'height'].map((name) => graph.attributes.get(name))).toEqual(['50', '900', '450']);
		expect(
			allOf(root)
				.find((one) => one.attributes.get('id') === 'headline')!
				.attributes.get('transform')
		).toBe('translate(50 50)');
	});

	it('what stands beside the graph leaves it the rest of the width', () => {
		const root = readXml(pictureOf(plain, { legendBeside: true }));
		const { width, gap } = compose(plain, { ...ALL_PARTS, legendBeside: true }).aside!;
		const graph = allOf(root).filter(({ name }) => name === 'svg')[1]!;
		expect(Number(graph.attributes.get('width'))).toBe(900 - width - gap);
		const legend = allOf(root).find((one) => one.attributes.get('id') === 'legend')!;
		expect(legend.attributes.get('transform')).toBe(`translate(${950 - width} ${graph.attributes.get('y')})`);
	});
});
