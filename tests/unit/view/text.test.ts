import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { direction, plainLine, textWidth, wrapLabel } from '#lib/view/text.ts';
import { LABEL_SIZE } from '#lib/view/appearance.ts';

const width = (line: string): number => textWidth(line, LABEL_SIZE);
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), (part) => part.segment);
const withoutSpaces = (text: string): string => text.replaceAll(' ', '');

describe('textWidth', () => {
	// Measured on a canvas in Chromium with the bundled fonts, 100 px.
	test.each([
		['Kataib Hezbollah', 400, 760],
		['Kataib Hezbollah', 600, 793.1],
		['كتائب حزب الله', 400, 563.1],
		['المقاومة الإسلامية في العراق', 400, 1013.1],
		['سپاه پاسداران انقلاب اسلامی', 400, 1068.4]
	] as const)('%s at weight %i is close to what a browser measures', (text, weight, measured) => {
		const off = textWidth(text, 100, weight) / measured;
		expect(off).toBeGreaterThan(0.96);
		expect(off).toBeLessThan(1.15);
	});

	test('wide characters take an em, marks and joiners nothing', () => {
		expect(textWidth('日本', 10)).toBe(20);
		expect(textWidth('e\u0301\u200d', 10)).toBe(textWidth('e', 10));
	});

	test('grows with the size and adds up', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
				expect(textWidth(a, 20)).toBeCloseTo(2 * textWidth(a, 10), 6);
				// Two halves of a pair would become one character.
				fc.pre((a + b).isWellFormed());
				expect(textWidth(a + b, 10)).toBeCloseTo(textWidth(a, 10) + textWidth(b, 10), 6);
			})
		);
	});
});

describe('wrapLabel', () => {
	test('keeps a short name on one line', () => {
		expect(wrapLabel('Quds Force', 120, 2)).toEqual(['Quds Force']);
	});

	test('balances the lines', () => {
		expect(wrapLabel('Islamic Resistance in Iraq', 130, 2)).toEqual(['Islamic', 'Resistance in Iraq']);
		expect(wrapLabel('Popular Mobilisation Authority of Iraq', 132, 3)).toEqual([
			'Popular Mobilisation',
			'Authority of Iraq'
		]);
	});

	test('ends with an ellipsis where there is no more room', () => {
		const lines = wrapLabel('The Supreme Council for the Islamic Revolution in Iraq and Beyond', 90, 2);
		expect(lines).toHaveLength(2);
		expect(lines[1]).toMatch(/…$/);
	});

	test('breaks after hyphens and between wide characters, but no word in two if it fits', () => {
		expect(wrapLabel('Asaib-Ahl-al-Haqq-movement', 100, 3)).toEqual(['Asaib-Ahl-al-', 'Haqq-movement']);
		expect(wrapLabel('伊斯兰革命卫队圣城旅', 70, 3)).toEqual(['伊斯兰革命', '卫队圣城旅']);
	});

	test('has no line for a name that shows nothing', () => {
		for (const name of ['', '   ', '\u200b\u202e', '\u0000\n']) expect(wrapLabel(name, 100, 2)).toEqual([]);
	});

	test('drops marks that reorder text, keeps joiners', () => {
		expect(wrapLabel('a\u202egpj.exe\u2066b', 300, 1)).toEqual(['agpj.exeb']);
		expect(wrapLabel('a \u202e b\u2029c\ufeffd', 300, 1)).toEqual(['a b cd']);
		expect(wrapLabel('نمی\u200cدانم', 300, 1)).toEqual(['نمی\u200cدانم']);
	});

	test('reads only the beginning of a name of a million characters', () => {
		for (const name of ['x'.repeat(1e6), ' '.repeat(1e6), 'e' + '\u0301'.repeat(1e6), 'ab '.repeat(4e5)]) {
			const lines = wrapLabel(name, 120, 3);
			expect(lines.length).toBeLessThanOrEqual(3);
			expect(lines.join('').length).toBeLessThan(400);
		}
	});

	const names = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.string({ unit: 'grapheme', maxLength: 60 }),
		fc.string({ maxLength: 300 }),
		fc
			.array(
				fc.constantFrom('Kataib', 'Hezbollah', 'al-Haqq', '👩‍👩‍👧', 'é\u0302', '日本', '\ud800', '\n', '\u202e'),
				{ maxLength: 20 }
			)
			.map((words) => words.join(' '))
	);

	test('makes well-formed lines that fit, no more of them than allowed', () => {
		fc.assert(
			fc.property(
				names,
				fc.integer({ min: 40, max: 200 }),
				fc.integer({ min: 1, max: 4 }),
				(name, most, count) => {
					const lines = wrapLabel(name, most, count);
					expect(lines.length).toBeLessThanOrEqual(count);
					for (const line of lines) {
						expect(line.isWellFormed()).toBe(true);
						expect(line).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
						expect(line.trim()).toBe(line);
						// One character may be wider than a line all by itself, as a family of emoji is.
						const widest = Math.max(...graphemes(line).map(width)) + width('…');
						expect(width(line)).toBeLessThanOrEqual(Math.max(most, widest) + 1e-6);
					}
				}
			)
		);
	});

	test('loses nothing but spaces, or ends with an ellipsis after a beginning of the name', () => {
		fc.assert(
			fc.property(names, fc.integer({ min: 60, max: 200 }), (name, most) => {
				const text = withoutSpaces(wrapLabel(name, most, 3).join(''));
				const clean = withoutSpaces(plainLine(name));
				if (text !== clean) expect(clean.startsWith(text.replace(/…$/, ''))).toBe(true);
				if (text !== clean) expect(text.endsWith('…')).toBe(true);
			})
		);
	});

	test('never parts a character from its marks', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('é', 'e\u0301\u0323', '👨‍👩‍👧', '🇮🇶', 'a', 'b'), { maxLength: 40 }),
				(characters) => {
					const whole = graphemes(characters.join(''));
					const parts = wrapLabel(characters.join(''), 60, 3)
						.flatMap(graphemes)
						.filter((part) => part !== '…');
					expect(parts).toEqual(whole.slice(0, parts.length));
				}
			)
		);
	});
});

test('direction is that of the first letter', () => {
	expect(direction('كتائب KH')).toBe('rtl');
	expect(direction('(«۱ فیلق')).toBe('rtl');
	expect(direction('KH كتائب')).toBe('ltr');
	expect(direction('123')).toBe('ltr');
});
