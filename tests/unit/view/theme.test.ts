/** Measures what the colours of the picture promise. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FAMILIES } from '#lib/model/document.ts';
import { FAMILY_LINES } from '#lib/view/appearance.ts';
import { THEMES } from '#lib/view/theme.ts';

type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/** Linear light, 0 to 1. */
function linear(hex: string): Rgb {
	const channel = (i: number): number => {
		const value = parseInt(hex.slice(i, i + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return [channel(1), channel(3), channel(5)];
}

function times(matrix: Matrix, [r, g, b]: Rgb): Rgb {
	return matrix.map((row) => row[0] * r + row[1] * g + row[2] * b) as unknown as Rgb;
}

/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
	const luminance = (hex: string): number => {
		const [r, g, bl] = linear(hex);
		return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
	};
	const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

/** B. Ottosson, "A perceptual color space for image processing" (2020). */
function oklab(light: Rgb): Rgb {
	const cones = times(
		[
			[0.4122214708, 0.5363325363, 0.0514459929],
			[0.2119034982, 0.6806995451, 0.1073969566],
			[0.0883024619, 0.2817188376, 0.6299787005]
		],
		light
	).map(Math.cbrt) as unknown as Rgb;
	return times(
		[
			[0.2104542553, 0.793617785, -0.0040720468],
			[1.9779984951, -2.428592205, 0.4505937099],
			[0.0259040371, 0.7827717662, -0.808675766]
		],
		cones
	);
}

/** G. Machado, M. Oliveira, L. Fernandes, IEEE TVCG 15 (2009): the whole deficiency, on linear light. */
const EYES: Readonly<Record<string, Matrix>> = {
	normal: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1]
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039]
	]
};

function seen(hex: string, eye: Matrix): Rgb {
	return times(eye, linear(hex)).map((value) => Math.min(1, Math.max(0, value))) as unknown as Rgb;
}

/** The pair of colours that is hardest to tell apart, in hundredths of OKLab. */
function closest(colors: readonly string[], eye: Matrix): { distance: number; pair: string } {
	let least = { distance: Infinity, pair: '' };
	colors.forEach((a, i) => {
		for (const b of colors.slice(i + 1)) {
			const [labA, labB] = [oklab(seen(a, eye)), oklab(seen(b, eye))];
			const distance = 100 * Math.hypot(labA[0] - labB[0], labA[1] - labB[1], labA[2] - labB[2]);
			if (distance < least.distance) least = { distance, pair: `${a} ${b}` };
		}
	});
	return least;
}

test('the measures give known values', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	expect(oklab(linear('#ff0000'))[0]).toBeCloseTo(0.628, 3);
	expect(oklab(linear('#ff0000'))[1]).toBeCloseTo(0.225, 3);
	// Red and green of one lightness are what a deuteranope confuses.
	const pair = ['#c05030', '#7a7a20'];
	expect(closest(pair, EYES.deuteranopia!).distance).toBeLessThan(closest(pair, EYES.normal!).distance / 2);
});

describe.each(Object.entries(THEMES))('%s theme', (_, theme) => {
	const families = FAMILIES.map((family) => theme.families[family]);
	const fills = [...theme.sides, theme.noSide];

	test('text can be read, what is quiet too', () => {
		expect(contrast(theme.ink, theme.ground)).toBeGreaterThanOrEqual(7);
		expect(contrast(theme.quiet, theme.ground)).toBeGreaterThanOrEqual(4.5);
		expect(contrast(theme.accent, theme.ground)).toBeGreaterThanOrEqual(3);
	});

	test.each(FAMILIES)('lines of %s stand out from the ground', (family) => {
		expect(contrast(theme.families[family], theme.ground)).toBeGreaterThanOrEqual(3);
	});

	test('fills of symbols stand out from the ground, and their outline does for sure', () => {
		for (const fill of fills) expect(contrast(fill, theme.ground), fill).toBeGreaterThanOrEqual(1.5);
		expect(contrast(theme.ink, theme.ground)).toBeGreaterThanOrEqual(3);
	});

	test.each(Object.entries(EYES))('families are told apart by colour: %s', (_, eye) => {
		const { distance, pair } = closest(families, eye);
		expect(distance, pair).toBeGreaterThanOrEqual(12);
	});

	test.each(Object.entries(EYES))('sides are told apart by colour: %s', (_, eye) => {
		const { distance, pair } = closest(fills, eye);
		expect(distance, pair).toBeGreaterThanOrEqual(8.9);
	});
});

test('families are told apart without any colour, by pattern and by arrowhead', () => {
	const lines = FAMILIES.map((family) => FAMILY_LINES[family]);
	expect(new Set(lines.map((line) => line.arrowhead)).size).toBe(FAMILIES.length);
	expect(new Set(lines.map((line) => line.dash.join(' '))).size).toBe(FAMILIES.length);
});

test('the panels stand on the same ground, in the same ink', () => {
	const css = readFileSync(new URL('../../../src/lib/ui/tokens.css', import.meta.url), 'utf8');
	for (const name of ['ground', 'ink'] as const) {
		expect(css).toContain(`--${name}: light-dark(${THEMES.light[name]}, ${THEMES.dark[name]});`);
	}
});
