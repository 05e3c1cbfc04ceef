import type { Page } from '@playwright/test';

/**
 * How far two PNGs differ: the share of pixels that differ by more than a third of the range, and the mean difference of a channel (of 255).
 * `page` must be an empty one.
 */
export async function difference(page: Page, a: Buffer, b: Buffer): Promise<{ far: number; mean: number }> {
	return page.evaluate(
		async ([one, other]) => {
			const pixels = async (base64: string) => {
				const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
				const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
				const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
				context.drawImage(bitmap, 0, 0);
				return context.getImageData(0, 0, bitmap.width, bitmap.height);
			};
			const [left, right] = [await pixels(one!), await pixels(other!)];
			if (left.width !== right.width || left.height !== right.height) return { far: 1, mean: 255 };
			let far = 0;
			let sum = 0;
			for (let i = 0; i < left.data.length; i += 4) {
				const apart = Math.max(...[0, 1, 2].map((c) => Math.abs(left.data[i + c]! - right.data[i + c]!)));
				sum += apart;
				if (apart > 85) far++;
			}
			const total = left.width * left.height;
			return { far: far / total, mean: sum / total };
		},
		[a.toString('base64'), b.toString('base64')]
	);
}
