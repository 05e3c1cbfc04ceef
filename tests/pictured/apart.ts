/**
 * How far apart two pictures are beyond what smoothing can explain. Runs in a page that has nothing else in it: that
 * has a decoder for PNG.
 */
import type { Page } from '@playwright/test';

export interface Apart {
	/** Pixels that are apart. */
	readonly count: number;
	/** The most of them in any square of SQUARE pixels: a wrong arrowhead is many in one place. */
	readonly worst: number;
	/** The middle of that square. */
	readonly at: readonly [number, number];
	/** Mean difference of a channel, of 255. */
	readonly mean: number;
}

const SQUARE = 12;

/**
 * A pixel is apart when one picture has a colour there that the other one has nowhere within a pixel of the place,
 * nor anything between the colours that it has there, to within `tolerance` of 255.
 *
 * @throws Error when the second picture is smaller than the first; what it has beyond is not looked at.
 */
export async function apart(page: Page, a: Buffer, b: Buffer, tolerance: number): Promise<Apart> {
	const images = [a.toString('base64'), b.toString('base64')];
	return page.evaluate(compare, { images, tolerance, square: SQUARE });
}

/** Runs in the page, so it can use nothing of this file. */
async function compare({
	images,
	tolerance,
	square
}: {
	images: string[];
	tolerance: number;
	square: number;
}) {
	const decoded = images.map(async (base64) => {
		const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
		return createImageBitmap(new Blob([bytes], { type: 'image/png' }));
	});
	const [one, other] = (await Promise.all(decoded)) as [ImageBitmap, ImageBitmap];
	const { width, height } = one;
	if (other.width < width || other.height < height)
		throw new Error(`${width} × ${height} and ${other.width} × ${other.height} pixels`);
	const pixels = (bitmap: ImageBitmap) => {
		const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
		context.drawImage(bitmap, 0, 0);
		return context.getImageData(0, 0, width, height).data;
	};

	/** Whether a pixel of one lies outside of all that the other has around its place. */
	const isOutside = (from: Uint8ClampedArray, to: Uint8ClampedArray, x: number, y: number): boolean => {
		for (let channel = 0; channel < 3; channel++) {
			const value = from[4 * (y * width + x) + channel]!;
			let [least, most] = [255, 0];
			for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
				for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
					const there = to[4 * (row * width + column) + channel]!;
					least = Math.min(least, there);
					most = Math.max(most, there);
				}
			}
			if (value > most + tolerance || value < least - tolerance) return true;
		}
		return false;
	};

	/** Each pixel with its neighbours, by halves and quarters, along one way. */
	const smoothed = (data: Uint8ClampedArray, step: number): Uint8ClampedArray => {
		const smooth = data.slice();
		for (let i = step; i < data.length - step; i++)
			smooth[i] = (data[i - step]! + 2 * data[i]! + data[i + step]!) / 4;
		return smooth;
	};
	const softened = (data: Uint8ClampedArray) => smoothed(smoothed(data, 4), 4 * width);

	const [left, right] = [softened(pixels(one)), softened(pixels(other))];
	const squares = new Map<number, number>();
	let [count, worst, at, sum] = [0, 0, [0, 0] as [number, number], 0];
	for (let i = 0; i < left.length; i += 4) {
		let most = 0;
		for (let c = i; c < i + 3; c++) {
			const distance = Math.abs(left[c]! - right[c]!);
			sum += distance;
			most = Math.max(most, distance);
		}
		if (most <= tolerance) continue;
		const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)];
		if (!isOutside(left, right, x, y) && !isOutside(right, left, x, y)) continue;
		count++;
		// Squares that overlap by half, so that no border parts what is wrong in one place.
		const [column, row] = [Math.floor((2 * x) / square), Math.floor((2 * y) / square)];
		for (const key of [column, column + 1].flatMap((c) => [row, row + 1].map((r) => r * 100_000 + c))) {
			const inIt = (squares.get(key) ?? 0) + 1;
			squares.set(key, inIt);
			if (inIt > worst) {
				worst = inIt;
				at = [((key % 100_000) * square) / 2, (Math.floor(key / 100_000) * square) / 2];
			}
		}
	}
	return { count, worst, at, mean: sum / (width * height * 3) };
}
