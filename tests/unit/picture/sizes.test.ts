import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
	LENGTH_UNITS,
	LONGEST_SIDE,
	SIZE_PRESETS,
	fromPixels,
	pageOf,
	toPixels,
	toPoints,
	type PictureSize
} from '#lib/picture/sizes.ts';

describe('lengths', () => {
	it('are those of CSS', () => {
		expect(toPixels(1, 'in')).toBe(96);
		expect(toPixels(25.4, 'mm')).toBeCloseTo(96, 9);
		expect(toPoints(toPixels(1, 'in'))).toBe(72);
	});

	test('there and back', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 1e6, noNaN: true }),
				fc.constantFrom(...LENGTH_UNITS),
				(pixels, unit) => {
					expect(toPixels(fromPixels(pixels, unit), unit)).toBeCloseTo(pixels, 6);
				}
			)
		);
	});
});

describe('presets', () => {
	test.each(SIZE_PRESETS)('$name can be made, and its smallest type can be read', (preset) => {
		const page = pageOf(preset);
		expect(page.width).toBeLessThanOrEqual(LONGEST_SIDE);
		// Type of the legend has 11 units; on paper, that has to be 7 points.
		if (preset.unit !== 'px') expect(toPoints(11 * preset.typeUnit)).toBeGreaterThanOrEqual(7);
	});

	it('have ids of their own', () => {
		expect(new Set(SIZE_PRESETS.map(({ id }) => id)).size).toBe(SIZE_PRESETS.length);
	});

	it('are as large as paper is', () => {
		const a4 = pageOf(SIZE_PRESETS.find(({ id }) => id === 'a4-upright')!);
		expect([Math.round(a4.width), Math.round(a4.height!)]).toEqual([794, 1123]);
		const letter = pageOf(SIZE_PRESETS.find(({ id }) => id === 'letter-across')!);
		expect([letter.width, letter.height]).toEqual([1056, 816]);
	});
});

describe('pageOf', () => {
	const any = fc.oneof(fc.double(), fc.double({ min: -10, max: 2e4 }), fc.constantFrom(NaN, Infinity, 0, -1));
	const anySize: fc.Arbitrary<PictureSize> = fc.record({
		unit: fc.constantFrom(...LENGTH_UNITS),
		width: any,
		height: fc.option(any),
		margin: any
	});

	it('gives a page within the limits, or says why not', () => {
		fc.assert(
			fc.property(anySize, (size) => {
				try {
					const { width, height, margin } = pageOf(size);
					for (const side of [width, height ?? width]) {
						expect(side).toBeGreaterThan(0);
						expect(side).toBeLessThanOrEqual(LONGEST_SIDE * (1 + 1e-12));
						expect(side - 2 * margin).toBeGreaterThan(0);
					}
				} catch (error) {
					expect(error).toBeInstanceOf(RangeError);
					expect((error as RangeError).message).not.toMatch(/NaN|Infinity|undefined/);
				}
			})
		);
	});

	test.each(LENGTH_UNITS)('the largest that it names works, in %s', (unit) => {
		const size = { unit, width: 1e9, height: null, margin: 0 };
		const message = messageOf(() => pageOf(size));
		expect(message).toMatch(/^The width is too large: [\d,.]+ (px|mm|in).* is the largest that works\.$/);
		const largest = Number(/([\d,.]+) (px|mm|in)/.exec(message)![1]!.replaceAll(',', ''));
		expect(pageOf({ ...size, width: largest }).width).toBeGreaterThan(LONGEST_SIDE - 1);
	});

	it('says it in the words of the size', () => {
		const size = { unit: 'px', width: 16_001, height: 500, margin: 0 } as const;
		expect(messageOf(() => pageOf(size))).toBe(
			'The width is too large: 16,000 px is the largest that works.'
		);
		expect(messageOf(() => pageOf({ ...size, width: 500, margin: 400 }))).toBe(
			'A margin here is between 0 and 230 px.'
		);
		expect(messageOf(() => pageOf({ ...size, width: NaN }))).toBe(
			'The width has to be a number from 40 to 16,000 px.'
		);
	});
});

function messageOf(run: () => unknown): string {
	try {
		run();
	} catch (error) {
		return (error as Error).message;
	}
	throw new Error('nothing thrown');
}
