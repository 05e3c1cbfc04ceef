/** Painting an SVG text into pixels. */
import { pngOf } from '#lib/picture/png-file.ts';
import { PAINTED_AT_ONCE, pixelSize, type PixelFormat } from '#lib/picture/pixels.ts';
import { paintPixels, type Going } from './painter.ts';

export interface PaintOptions {
	readonly scale: number;
	readonly format: PixelFormat;
	/** Colour of the picture's ground; null where it has none. */
	readonly ground: string | null;
	readonly going?: Going;
}

/**
 * Paints an SVG text, `scale` pixels for each of its own.
 * @throws RangeError when the picture is larger than can be painted; its message says what would work.
 */
export async function paint(
	svg: string,
	size: { readonly width: number; readonly height: number },
	{ scale, format, ground, going }: PaintOptions
): Promise<Blob> {
	const { width, height } = pixelSize(size, scale, format);
	const type = `image/${format}`;
	const job = { svg, width, height, type, quality: 0.92, ground, atOnce: PAINTED_AT_ONCE };
	try {
		const { blob, inStrips } = await paintPixels(job, going);
		if (!inStrips) return blob;
		return new Blob([pngOf(width, height, new Uint8Array(await blob.arrayBuffer()))], { type });
	} catch (error) {
		if (!(error instanceof Error) || error.message !== 'blank') throw error;
		throw new RangeError('This browser painted nothing at that size. Choose fewer pixels, or SVG.', {
			cause: error
		});
	}
}
