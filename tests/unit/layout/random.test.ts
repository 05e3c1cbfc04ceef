import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFrom } from '#lib/layout/random.ts';

const take = (seed: number, count: number) => Array.from({ length: count }, randomFrom(seed));

test('repeats with the seed and differs without', () => {
	expect(take(7, 20)).toEqual(take(7, 20));
	expect(take(7, 20)).not.toEqual(take(8, 20));
});

test('stays from 0 up to but not including 1, for any seed', () => {
	fc.assert(
		fc.property(fc.double(), (seed) => {
			expect(take(seed, 50).every((value) => value >= 0 && value < 1)).toBe(true);
		})
	);
});

test('is spread evenly', () => {
	const tenths = Array.from({ length: 10 }, () => 0);
	for (const value of take(1, 10_000)) tenths[Math.floor(value * 10)]! += 1;
	for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(120);
});
