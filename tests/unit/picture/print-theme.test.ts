/** Measures what the colours for paper promise: that nothing is lost without colour. */
import { describe, expect, test } from 'vitest';
import { FAMILIES } from '#lib/model/document.ts';
import { DIFFERENCES } from '#lib/view/fate.ts';
import { PRINT } from '#lib/picture/print-theme.ts';

/** WCAG 2.2, relative luminance: the grey that a printer without colour makes of it. */
function luminance(hex: string): number {
	const [r, g, b] = [1, 3, 5].map((i) => {
		const value = parseInt(hex.slice(i, i + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrast = (hex: string): number => 1.05 / (luminance(hex) + 0.05);
/** OKLab's lightness of a grey is the cube root of its luminance; in hundredths. */
const lightness = (hex: string): number => 100 * Math.cbrt(luminance(hex));

/** The least step from one grey to the next. */
function leastStep(colors: readonly string[]): number {
	const levels = colors.map(lightness).sort((a, b) => a - b);
	return Math.min(...levels.slice(1).map((level, i) => level - levels[i]!));
}

test('white paper, black ink', () => {
	expect([PRINT.ground, PRINT.ink]).toEqual(['#ffffff', '#000000']);
	expect(contrast(PRINT.quiet)).toBeGreaterThanOrEqual(4.5);
	expect(contrast(PRINT.accent)).toBeGreaterThanOrEqual(3);
});

describe('lines', () => {
	const all = [...Object.values(PRINT.families), ...Object.values(PRINT.differences)];

	test.each(all)('%s is a grey that stands out', (color) => {
		expect(color).toMatch(/^#(..)\1\1$/);
		expect(contrast(color)).toBeGreaterThanOrEqual(3);
	});

	test('families are told apart by their grey, beside pattern and arrowhead', () => {
		expect(leastStep(FAMILIES.map((family) => PRINT.families[family]))).toBeGreaterThanOrEqual(9.5);
		expect(leastStep(DIFFERENCES.map((one) => PRINT.differences[one]))).toBeGreaterThanOrEqual(9.5);
	});
});

test('sides are told apart without colour, and stand out from the paper', () => {
	const fills = [...PRINT.sides, PRINT.noSide];
	expect(PRINT.sides).toHaveLength(6);
	expect(leastStep(fills)).toBeGreaterThanOrEqual(8.9);
	for (const fill of fills) expect(contrast(fill), fill).toBeGreaterThanOrEqual(1.45);
	// The first three, which most documents have no more of, are further apart.
	expect(leastStep(PRINT.sides.slice(0, 3))).toBeGreaterThanOrEqual(17);
});
