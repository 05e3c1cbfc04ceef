import { describe, expect, test } from 'vitest';
import { ACTOR_KINDS, FAMILIES } from '#lib/model/document.ts';
import { FAMILY_LINES } from '#lib/view/appearance.ts';
import { THEMES } from '#lib/view/theme.ts';
import { kindSymbol, lineSymbol } from '#lib/picture/symbol.ts';
import type { Stroke } from '#lib/picture/symbol.ts';

const theme = THEMES.dark;

/** All coordinates of a path, arcs apart: their radii and flags are not places. */
function places(strokes: readonly Stroke[]): { xs: number[]; ys: number[] } {
	const numbers = strokes.flatMap(({ d }) =>
		d
			.replace(/A[\d.-]+ [\d.-]+ 0 0 1 /g, 'L')
			.match(/-?\d+(\.\d+)?/g)!
			.map(Number)
	);
	return { xs: numbers.filter((_, i) => i % 2 === 0), ys: numbers.filter((_, i) => i % 2 === 1) };
}

describe.each(FAMILIES)('the line of %s', (family) => {
	const strokes = lineSymbol({ family }, theme);

	test('has its colour, pattern and arrowhead, within its box', () => {
		const [line, head] = strokes as [Stroke, Stroke];
		expect(line.stroke).toBe(theme.families[family]);
		expect(line.dash).toEqual(FAMILY_LINES[family].dash);
		expect(head.fill).toBe(theme.families[family]);
		const { xs, ys } = places(strokes);
		expect(Math.min(...xs)).toBeGreaterThanOrEqual(0);
		expect(Math.max(...xs)).toBeLessThanOrEqual(44);
		expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
		expect(Math.max(...ys)).toBeLessThanOrEqual(14);
	});
});

describe.each(ACTOR_KINDS)('the symbol of %s', (kind) => {
	test('fits its box with its lines, alone and as a collective', () => {
		for (const collective of [false, true]) {
			const strokes = kindSymbol(kind, '#123456', theme, 18, collective);
			expect(strokes).toHaveLength(collective ? 2 : 1);
			expect(strokes.at(-1)!.fill).toBe('#123456');
			const reach = strokes[0]!.width! / 2;
			const { xs, ys } = places(strokes);
			for (const value of [...xs, ...ys]) {
				expect(value - reach).toBeGreaterThanOrEqual(-0.01);
				expect(value + reach).toBeLessThanOrEqual(18.01);
			}
		}
	});
});

test('each kind has a symbol of its own', () => {
	const paths = ACTOR_KINDS.map((kind) => kindSymbol(kind, '#fff', theme)[0]!.d);
	expect(new Set(paths).size).toBe(ACTOR_KINDS.length);
});
