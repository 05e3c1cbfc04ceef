/** How many pixels a picture may have, by format: more than can be painted is refused before it comes out blank. */

export const PIXEL_FORMATS = ['png', 'webp', 'jpeg'] as const;
export type PixelFormat = (typeof PIXEL_FORMATS)[number];

interface Limit {
	/** Pixels of the longer side. */
	readonly side: number;
	/** Pixels in all. */
	readonly area: number;
}

/** Browsers paint a canvas up to about this many pixels; beyond it they give an empty picture without a word. */
const CANVAS: Limit = { side: 16_383, area: 16_384 * 8_192 };

/** PNG is painted in strips, each a canvas of its own; this is as much as a browser's memory holds of the file. */
const LIMITS: Readonly<Record<PixelFormat, Limit>> = {
	png: { side: 32_000, area: 500_000_000 },
	webp: CANVAS,
	jpeg: CANVAS
};

/** So many pixels are painted at once; more in strips, where the format can be. */
export const PAINTED_AT_ONCE = 32_000_000;

interface Size {
	readonly width: number;
	readonly height: number;
}

/** How many times its size a picture can be painted at the most. */
export function largestScale({ width, height }: Size, format: PixelFormat): number {
	const { side, area } = LIMITS[format];
	return Math.min(side / Math.max(width, height), Math.sqrt(area / (width * height)));
}

/**
 * A picture's size in pixels, `scale` for each of its own.
 * @throws RangeError when that is more than can be painted; its message says what would work.
 */
export function pixelSize(size: Size, scale: number, format: PixelFormat): Size {
	const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
	const largest = largestScale(size, format);
	if (scale <= largest) return { width: Math.max(1, width), height: Math.max(1, height) };
	const most = Math.floor(largest * 10) / 10;
	const works = `${figure(size.width * most)} × ${figure(size.height * most)} pixels`;
	const other = format === 'png' ? 'SVG has no such limit' : 'PNG can be larger, and SVG has no such limit';
	throw new RangeError(
		`${figure(width)} × ${figure(height)} pixels are more than can be painted as ${format.toUpperCase()}. ` +
			`The most here is ${most} times, ${works}; ${other}.`
	);
}

function figure(pixels: number): string {
	return Math.floor(pixels).toLocaleString('en');
}
