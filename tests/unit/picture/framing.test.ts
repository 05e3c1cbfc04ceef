import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { frameFor } from '#lib/picture/framing.ts';
import { LONGEST_SIDE, type Page } from '#lib/picture/sizes.ts';
import type { Box } from '#lib/view/bounds.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyBox: fc.Arbitrary<Box> = fc.record({
	x: between(-5e3, 5e3),
	y: between(-5e3, 5e3),
	width: between(0, 5e3),
	height: between(0, 5e3)
});
const anyPage: fc.Arbitrary<Page> = fc.record({
	width: between(300, 2000),
	height: fc.option(between(600, 2000)),
	margin: between(0, 60)
});
const anyWords = fc.record({
	header: between(0, 120),
	footer: between(0, 300),
	largestZoom: between(0.1, 4)
});

/** Around a scene, labels of so many pixels, whatever the zoom. */
const labelled = (box: Box, pixels: number) => (zoom: number) => ({
	x: box.x - pixels / 2 / zoom,
	y: box.y - pixels / 4 / zoom,
	width: box.width + pixels / zoom,
	height: box.height + pixels / 2 / zoom
});

test('the scene lies in its frame, in the middle, as large as it can be', () => {
	fc.assert(
		fc.property(anyBox, anyPage, anyWords, between(0, 100), (box, page, words, pixels) => {
			const boundsAt = labelled(box, pixels);
			const { frame, zoom, width, height } = frameFor(page, boundsAt, words);
			const bounds = boundsAt(zoom);
			const slack = 0.01 * Math.max(frame.width, frame.height);
			expect(frame.x).toBeLessThanOrEqual(bounds.x + slack);
			expect(frame.y).toBeLessThanOrEqual(bounds.y + slack);
			expect(frame.x + frame.width).toBeGreaterThanOrEqual(bounds.x + bounds.width - slack);
			expect(frame.y + frame.height).toBeGreaterThanOrEqual(bounds.y + bounds.height - slack);
			expect(Math.abs(2 * frame.x + frame.width - 2 * bounds.x - bounds.width)).toBeLessThan(2 * slack);
			expect(zoom).toBeLessThanOrEqual(words.largestZoom);
			// The graph and the words fill the page, to the pixel.
			expect(frame.width * zoom).toBeCloseTo(page.width - 2 * page.margin, 6);
			expect(height - frame.height * zoom).toBeCloseTo(2 * page.margin + words.header + words.footer, 6);
			expect([width, height]).toEqual([page.width, page.height ?? height]);
			expect(height).toBeLessThanOrEqual(LONGEST_SIDE + 1e-6);
		})
	);
});

describe('a page', () => {
	const box = { x: -100, y: -50, width: 200, height: 100 };
	const words = { header: 40, footer: 60, largestZoom: 10 };
	const free = { width: 440, height: null, margin: 20 };

	it('of free height is as high as the graph needs', () => {
		const framing = frameFor(free, () => box, words);
		expect(framing).toEqual({ frame: box, zoom: 2, width: 440, height: 340 });
	});

	it('that is long enough for a tall graph only when it shrinks, shrinks it', () => {
		const { height, zoom } = frameFor(free, () => ({ ...box, width: 1, height: 1e4 }), words);
		expect(height).toBeCloseTo(LONGEST_SIDE, 6);
		expect(zoom).toBeCloseTo((LONGEST_SIDE - 140) / 1e4, 9);
	});

	it('has room for what stands beside the graph', () => {
		const framing = frameFor(free, () => box, { ...words, aside: { width: 200, height: 300 } });
		expect(framing.zoom).toBe(1);
		expect(framing.height).toBe(440);
		expect(framing.frame).toEqual({ x: -100, y: -150, width: 200, height: 300 });
	});

	it('that the words fill is refused, and what is named works', () => {
		const page = { width: 440, height: 120, margin: 20 };
		expect(() => frameFor(page, () => box, words)).toThrow(/or make the picture 180 pixels high\.$/);
		expect(frameFor({ ...page, height: 180 }, () => box, words).height).toBe(180);
		const aside = { width: 390, height: 10 };
		expect(() => frameFor(page, () => box, { ...words, aside })).toThrow(
			/or make the picture 470 pixels wide\.$/
		);
		expect(() => frameFor({ ...page, height: 119 + 60 }, () => box, words)).toThrow(RangeError);
	});

	it('without anything to show is blank, not broken', () => {
		const { frame, zoom } = frameFor(free, () => ({ x: 0, y: 0, width: 0, height: 0 }), words);
		expect(zoom).toBe(10);
		expect([frame.width, frame.height].every((side) => side > 0 && Number.isFinite(side))).toBe(true);
	});
});
