/** Painting an SVG text into pixels. */

/** Browsers paint canvases up to about this many pixels; beyond it they give an empty picture without a word. */
const MOST_PIXELS = 16_384 * 8_192;
const LONGEST_SIDE = 16_384;

/** How many times its size a picture can be painted at the most. */
export function largestScale({ width, height }: { width: number; height: number }): number {
	return Math.min(LONGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
}

/**
 * Paints an SVG text, `scale` pixels for each of its own.
 * @param type of the file, such as `image/png`
 * @throws RangeError when the picture is larger than browsers can paint; its message says what would work.
 */
export async function paint(
	svg: string,
	size: { readonly width: number; readonly height: number },
	scale: number,
	type: string
): Promise<Blob> {
	const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
	const largest = largestScale(size);
	if (scale > largest) {
		const most = Math.floor(largest * 10) / 10;
		const pixels = `${Math.floor(size.width * most)} × ${Math.floor(size.height * most)}`;
		throw new RangeError(
			`${width} × ${height} pixels are more than browsers can paint. The most here is ${most} times, ${pixels} pixels; SVG has no such limit.`
		);
	}
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image(width, height);
		image.src = url;
		await image.decode();
		const canvas = new OffscreenCanvas(width, height);
		canvas.getContext('2d')!.drawImage(image, 0, 0, width, height);
		return await canvas.convertToBlob({ type, quality: 0.92 });
	} finally {
		URL.revokeObjectURL(url);
	}
}
