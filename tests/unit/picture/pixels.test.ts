import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { PIXEL_FORMATS, largestScale, pixelSize } from '#lib/picture/pixels.ts';

const anySide = fc.integer({ min: 40, max: 16_000 });

test('what is refused is refused with a size that works', () => {
	fc.assert(
		fc.property(anySide, anySide, fc.constantFrom(...PIXEL_FORMATS), (width, height, format) => {
			const most = Math.floor(largestScale({ width, height }, format) * 10) / 10;
			expect(pixelSize({ width, height }, most, format).width).toBe(Math.max(1, Math.round(width * most)));
			expect(() => pixelSize({ width, height }, most + 0.2, format)).toThrow(
				`The most here is ${most} times`
			);
		})
	);
});

it('is enough for a PNG of 16,000 pixels', () => {
	expect(pixelSize({ width: 2000, height: 2000 }, 8, 'png')).toEqual({ width: 16_000, height: 16_000 });
});
