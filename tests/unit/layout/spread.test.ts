import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '#lib/layout/spread.ts';

const wishes = fc.array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 90 })), {
	maxLength: 20
});
const gapsOf = (middles: number[], widths: number[]) =>
	middles.slice(1).map((middle, at) => middle - middles[at]! - (widths[at]! + widths[at + 1]!) / 2);

test('leaves enough room between neighbours', () => {
	fc.assert(
		fc.property(wishes, (list) => {
			const widths = list.map(([, width]) => width);
			const middles = spread(
				list.map(([wish]) => wish),
				widths
			);
			expect(middles).toHaveLength(list.length);
			for (const gap of gapsOf(middles, widths)) expect(gap).toBeGreaterThan(-1e-6);
		})
	);
});

test('grants wishes that leave room', () => {
	expect(spread([-100, 3, 250], [50, 50, 50])).toEqual([-100, 3, 250]);
});

test('is as near to the wishes as can be: no small step improves it', () => {
	fc.assert(
		fc.property(wishes, fc.nat(19), fc.constantFrom(-0.5, 0.5), (list, at, step) => {
			const widths = list.map(([, width]) => width);
			const middles = spread(
				list.map(([wish]) => wish),
				widths
			);
			const strain = (places: number[]) =>
				places.reduce((sum, place, index) => sum + (place - list[index]![0]) ** 2, 0);
			// Everything from `at` on moves together, so that the step itself breaks no gap but one.
			const moved = middles.map((middle, index) => (step > 0 === index >= at ? middle + step : middle));
			if (gapsOf(moved, widths).some((gap) => gap < 0)) return;
			expect(strain(moved)).toBeGreaterThanOrEqual(strain(middles) - 1e-6);
		})
	);
});
