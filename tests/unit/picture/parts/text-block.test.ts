import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textBlock } from '#lib/picture/parts/text-block.ts';
import { plainLine, textWidth, wrapText } from '#lib/view/text.ts';
import { anyText } from '../../generate-values.ts';

const STYLE = { size: 11, weight: 400, fill: '#000000', leading: 1.35 } as const;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const graphemes = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
const texts = fc.array(anyText, { maxLength: 5 }).map((all) => plainLine(all.join(' ')));

describe('wrapText', () => {
	test('lines fit, and together they are the text', () => {
		fc.assert(
			fc.property(
				texts,
				fc.integer({ min: 40, max: 400 }),
				fc.constantFrom(400, 600),
				(text, width, weight) => {
					const lines = wrapText(text, width, { size: 11, weight });
					for (const line of lines) {
						const widest = Math.max(...graphemes(line).map((one) => textWidth(one, 11, weight)));
						expect(textWidth(line, 11, weight)).toBeLessThanOrEqual(Math.max(width, widest) + 1e-6);
					}
					expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
				}
			)
		);
	});

	test('no more lines than allowed; the last says that something is missing', () => {
		fc.assert(
			fc.property(
				texts,
				fc.integer({ min: 40, max: 200 }),
				fc.integer({ min: 1, max: 3 }),
				(text, width, most) => {
					const all = wrapText(text, width, STYLE);
					const lines = wrapText(text, width, STYLE, most);
					expect(lines.length).toBe(Math.min(most, all.length));
					if (all.length > most) expect(lines.at(-1)).toMatch(/…$/);
					else expect(lines).toEqual(all);
				}
			)
		);
	});

	test('fills a line before it begins another', () => {
		expect(wrapText('who asked whom to stop', 75, STYLE)).toEqual(['who asked', 'whom to stop']);
		expect(wrapText('', 60, STYLE)).toEqual([]);
	});

	test('reads only the beginning of a text of a million characters', () => {
		expect(wrapText('ab '.repeat(4e5), 100, STYLE).join(' ').length).toBeLessThan(5_000);
		expect(wrapText('x'.repeat(1e6), 100, STYLE, 3)).toHaveLength(3);
	});
});

describe('textBlock', () => {
	const place = { x: 10, top: 5, width: 200 };
	const attributes = (text: string, more = {}) =>
		textBlock(text, STYLE, { ...place, ...more }).content.map((one) => one.attributes);

	test('a text that runs to the left starts at the right edge, all of its lines', () => {
		const lines = attributes(
			'قائد فيلق القدس في بغداد طلب من كتائب حزب الله أن توقف الهجمات Kataib Hezbollah'
		);
		expect(lines.length).toBeGreaterThan(1);
		for (const line of lines) {
			expect(line).toMatchObject({ x: '210', direction: 'rtl' });
			expect(line['text-anchor']).toBeUndefined();
		}
	});

	test('but beside a symbol it ends there', () => {
		expect(attributes('فيلق القدس', { besideSymbol: true })[0]).toMatchObject({
			x: '10',
			direction: 'rtl',
			'text-anchor': 'end'
		});
	});

	test('another starts at the left', () => {
		expect(attributes('Quds Force فيلق')[0]).toMatchObject({ x: '10', direction: undefined });
	});
});
