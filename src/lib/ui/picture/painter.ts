/**
 * Paints an SVG text into pixels, in a page. The command line runs the same function in a page of its own, from its
 * text alone: nothing outside of it may be used in it.
 */

export interface PaintJob {
	readonly svg: string;
	/** Pixels, whole numbers. */
	readonly width: number;
	readonly height: number;
	/** Such as `image/png`. */
	readonly type: string;
	/** 0 to 1, for formats that lose something. */
	readonly quality: number;
	/** Colour of the picture's ground; null where it has none. */
	readonly ground: string | null;
	/** More pixels than this are painted in strips, which only PNG can be. */
	readonly atOnce: number;
}

export interface Painted {
	/** A file; painted in strips, the data of a PNG, for pngOf (picture/png-file.ts). */
	readonly blob: Blob;
	readonly inStrips: boolean;
}

/** How the work goes on: it says how much is done, 0 to 1, and asks whether to stop. */
export interface Going {
	readonly signal: AbortSignal;
	progress(share: number): void;
}

/** @throws Error `blank` where the browser painted nothing; whatever the signal gives when it is aborted. */
export async function paintPixels(job: PaintJob, going?: Going): Promise<Painted> {
	const { svg, width, height, type, quality, ground, atOnce } = job;
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	const image = new Image(width, height);

	type Context = OffscreenCanvasRenderingContext2D;

	/** Draws the picture from a row on. A last part of a pixel would be half transparent: the ground is put under it. */
	function draw(context: Context, top: number, high: number): void {
		context.drawImage(image, 0, -top, width, height);
		if (ground === null) return;
		const alphaAt = (x: number, y: number) => context.getImageData(x, y, 1, 1).data[3];
		// Browsers give an empty picture, without a word, where it is too large for them.
		for (const x of [0, width - 1])
			for (const y of [0, high - 1]) if (!alphaAt(x, y)) throw new Error('blank');
		context.globalCompositeOperation = 'destination-over';
		context.fillStyle = ground;
		context.fillRect(0, 0, width, high);
		context.globalCompositeOperation = 'source-over';
	}

	async function whole(): Promise<Painted> {
		const canvas = new OffscreenCanvas(width, height);
		// It is read back at once: on the graphics card that would take ten times as long.
		const context = canvas.getContext('2d', { willReadFrequently: true })!;
		draw(context, 0, height);
		going?.progress(0.6);
		const blob = await canvas.convertToBlob({ type, quality });
		if (blob.type !== type) throw new RangeError(`This browser does not write ${type}.`);
		return { blob, inStrips: false };
	}

	/** Strip by strip, so that neither a canvas nor the memory is ever too small; each row without a filter. */
	async function strips(): Promise<Painted> {
		const rows = Math.max(1, Math.min(height, Math.floor(4e6 / width)));
		const canvas = new OffscreenCanvas(width, rows);
		const context = canvas.getContext('2d', { willReadFrequently: true })!;
		const squeezed = new CompressionStream('deflate');
		const writer = squeezed.writable.getWriter();
		const blob = new Response(squeezed.readable).blob();
		for (let top = 0; top < height; top += rows) {
			going?.signal.throwIfAborted();
			const high = Math.min(rows, height - top);
			context.clearRect(0, 0, width, rows);
			draw(context, top, high);
			const { data } = context.getImageData(0, 0, width, high);
			const lines = new Uint8Array((4 * width + 1) * high);
			for (let y = 0; y < high; y++)
				lines.set(data.subarray(4 * width * y, 4 * width * (y + 1)), (4 * width + 1) * y + 1);
			await writer.write(lines);
			going?.progress((top + high) / height);
			// The page breathes, so that its bar moves and its button answers.
			await new Promise((resolve) => setTimeout(resolve));
		}
		await writer.close();
		return { blob: await blob, inStrips: true };
	}

	try {
		image.src = url;
		await image.decode();
		going?.signal.throwIfAborted();
		going?.progress(0.3);
		return await (width * height > atOnce && type === 'image/png' ? strips() : whole());
	} finally {
		URL.revokeObjectURL(url);
	}
}
