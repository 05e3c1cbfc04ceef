import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { FACES } from '#lib/picture/faces.ts';
import { element, serialise, type Markup } from '#lib/picture/markup.ts';
import { letteringIn, linePathData, type FontFile } from '#lib/picture/outlines/lettering.ts';
import { keptInWords, outlined, outlinedSvg } from '#lib/picture/outlines/outlined.ts';
import { textWidth } from '#lib/view/text.ts';

const fonts: readonly FontFile[] = FACES.map((face) => ({
	face,
	bytes: readFileSync(new URL(`../../../../node_modules/@fontsource/${face.file}`, import.meta.url))
}));
const lettering = letteringIn(fonts);

function text(words: string, attributes: Markup['attributes'] = {}): Markup {
	return element(
		'text',
		{ x: '100', y: '50', 'font-family': 'X', 'font-size': '10', fill: '#123456', ...attributes },
		[words]
	);
}

/** Where ink is, in a picture of 200 × 100 pixels. */
function ink(markup: Markup): { left: number; right: number } {
	const svg = element('svg', { xmlns: 'http://www.w3.org/2000/svg', width: '200', height: '100' }, [markup]);
	const { pixels, width } = new Resvg(serialise(svg), { font: { loadSystemFonts: false } }).render();
	const columns = Array.from({ length: width }, (_, i) => i).filter((x) =>
		Array.from({ length: 100 }, (_, y) => pixels[4 * (y * width + x) + 3]!).some((alpha) => alpha > 60)
	);
	return { left: columns[0]!, right: columns.at(-1)! };
}

describe('set lines', () => {
	test('are as wide as labels are reckoned to be, but for kerning', () => {
		for (const weight of [400, 600] as const) {
			for (const line of ['Islamic Resistance in Iraq', 'Żółw & Świt', '2024–2025']) {
				const { width, lacking } = lettering.set(line, weight, 'ltr');
				expect(lacking).toEqual([]);
				expect(width).toBeGreaterThan(textWidth(line, 1, weight) * 0.97);
				expect(width).toBeLessThan(textWidth(line, 1, weight) * 1.03);
			}
		}
	});

	test('join Arabic letters, and part them where a joiner says so', () => {
		const glyphs = (line: string) => lettering.set(line, 400, 'rtl').glyphs.map(({ steps }) => steps);
		const [beh] = glyphs('ب');
		// In the middle of a word a letter has another form than alone.
		expect(glyphs('ببب')).not.toContain(beh);
		expect(glyphs('ببب')).toHaveLength(3);
		expect(glyphs('ب\u200cب')).toEqual([beh, beh]);
		// Lam and alef are one sign.
		expect(glyphs('لا')).toHaveLength(1);
	});

	test('put marks above and below their letters', () => {
		const { glyphs, width } = lettering.set('مُ', 400, 'rtl');
		expect(glyphs).toHaveLength(2);
		expect(width).toBeCloseTo(lettering.set('م', 400, 'rtl').width, 5);
		expect(Math.max(...glyphs.map(({ y }) => y))).toBeGreaterThan(0);
		expect(lettering.set('e\u0301', 400, 'ltr').glyphs).toEqual(lettering.set('é', 400, 'ltr').glyphs);
	});

	test('turn brackets round where they run to the left', () => {
		const [open] = lettering.set('(', 400, 'ltr').glyphs;
		const line = lettering.set('(ب)', 400, 'rtl').glyphs;
		expect(line[0]!.steps).toEqual(open!.steps);
	});

	test('have numbers of two decimals, that add up', () => {
		const data = linePathData(lettering.set('Sg', 400, 'ltr'), 13, 1 / 3, 20);
		expect(data).not.toMatch(/\d\.\d{3}|e-|NaN/);
		// A curve and a polygon of the same letter, drawn large and small, cover the same share of their boxes.
		expect(data.match(/M/g)!.length).toBeGreaterThan(1);
		expect(data.match(/z/g)).toHaveLength(data.match(/M/g)!.length);
	});
});

describe('outlined texts', () => {
	test.each([
		['start', 'ltr', 'Iraq', 'left'],
		['middle', 'ltr', 'Iraq', 'middle'],
		['end', 'ltr', 'Iraq', 'right'],
		// Where a line that runs to the left starts is its right end.
		['start', 'rtl', 'العراق', 'right'],
		['middle', 'rtl', 'العراق', 'middle'],
		['end', 'rtl', 'العراق', 'left']
	])('anchored at the %s, %s', (anchor, direction, words, expected) => {
		const line = text(words, { 'text-anchor': anchor, direction });
		const { left, right } = ink(outlined(line, fonts).picture);
		const place = { left, middle: (left + right) / 2, right }[expected]!;
		expect(Math.abs(place - 100)).toBeLessThan(2);
	});

	test('keep their words for readers, their colour, and the halo below', () => {
		const halo = {
			stroke: '#ffffff',
			'stroke-width': '6',
			'stroke-linejoin': 'round',
			'paint-order': 'stroke'
		};
		const { picture, kept } = outlined(text('كتائب “x” & y', halo), fonts);
		expect(kept).toBe(0);
		expect(picture.name).toBe('g');
		expect(picture.attributes['aria-label']).toBe('كتائب “x” & y');
		const [below, above] = picture.children as [Markup, Markup];
		expect(below.attributes).toMatchObject({ fill: 'none', stroke: '#ffffff', 'stroke-width': '6' });
		expect(above.attributes).toEqual({ d: below.attributes.d, fill: '#123456' });
	});

	test.each(['🚀 Rocket corps', 'Слава', 'קדס Quds', '中国'])(
		'never lose what the fonts lack: %s',
		(words) => {
			const { picture, kept } = outlined(text(words), fonts);
			expect(kept).toBe(1);
			const texts = picture.children.filter(
				(child) => typeof child !== 'string' && child.name === 'text'
			) as Markup[];
			const lacking = words.replace(/[\p{Script=Latin} ]/gu, '');
			expect(
				texts
					.map(({ children }) => children.join(''))
					.join('')
					.replace(/ /g, '')
			).toBe(lacking);
			expect(picture.attributes['aria-label']).toBe(words);
		}
	);

	test('stay where they are in the tree; all else is left alone', () => {
		const tree = element('svg', {}, [
			element('title', {}, ['T']),
			element('g', { opacity: '0.2' }, [text('a'), text('🚀')]),
			element('path', { d: 'M0 0' })
		]);
		const { picture, kept } = outlined(tree, fonts);
		expect(kept).toBe(1);
		expect(picture.children[0]).toBe(tree.children[0]);
		expect(picture.children[2]).toBe(tree.children[2]);
		expect((picture.children[1] as Markup).attributes).toEqual({ opacity: '0.2' });
	});

	test('are counted, and the picture has no font in it', async () => {
		const tree = element('svg', {}, [text('Iraq'), text('🚀'), text('🚀 x')]);
		const { picture, kept } = await outlinedSvg({ markup: () => tree }, async () => fonts);
		expect(kept).toBe(2);
		expect(picture).not.toContain('@font-face');
		expect(keptInWords(kept)).toBe('2 texts have characters that the fonts lack; they stay text');
		expect(keptInWords(1)).toMatch(/^1 text has /);
	});
});
