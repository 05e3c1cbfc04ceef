/** SVG into pixels and PDF, by a Chromium. */
import type { Browser, JSHandle, Page } from 'playwright';
import { PAINTED_AT_ONCE, pixelSize, type PixelFormat } from '#lib/picture/pixels.ts';
import { pngOf } from '#lib/picture/png-file.ts';
import { paintPixels, type Painted } from '#lib/ui/picture/painter.ts';
import { Failure } from './failure.ts';

export interface Size {
	readonly width: number;
	readonly height: number;
}

interface PixelOptions {
	readonly format: PixelFormat;
	/** Pixels for each unit of the picture. */
	readonly scale: number;
	/** 0 to 1. */
	readonly quality: number;
	/** Its colour; null where there is none. */
	readonly ground: string | null;
}

/**
 * The picture in pixels, painted as the app paints it.
 * @throws Failure when it is larger than can be painted; it says what would work.
 */
export async function pixelsOf(
	browser: Browser,
	svg: string,
	size: Size,
	{ format, scale, quality, ground }: PixelOptions
): Promise<Uint8Array> {
	const { width, height } = sizeIn(size, scale, format);
	const type = `image/${format}`;
	const job = { svg, width, height, type, quality, ground, atOnce: PAINTED_AT_ONCE };
	return withPage(browser, '', { width: 100, height: 100 }, async (page) => {
		const handle = await page.evaluateHandle(paintPixels, job);
		const inStrips = await handle.evaluate((painted) => painted.inStrips);
		const bytes = await bytesOf(handle);
		return inStrips ? pngOf(width, height, bytes) : bytes;
	});
}

function sizeIn(size: Size, scale: number, format: PixelFormat): Size {
	try {
		return pixelSize(size, scale, format);
	} catch (error) {
		if (error instanceof RangeError) throw new Failure(error.message);
		throw error;
	}
}

/** Bytes of one message between the program and the page. */
const SLICE = 24 * 1024 * 1024;

/** The painted file, in pieces: a message holds only so much. */
async function bytesOf(painted: JSHandle<Painted>): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	const size = await painted.evaluate(({ blob }) => blob.size);
	for (let at = 0; at < size; at += SLICE) {
		const url = await painted.evaluate(
			({ blob }, [start, end]) =>
				new Promise<string>((resolve, reject) => {
					const reader = new FileReader();
					reader.onload = () => resolve(String(reader.result));
					reader.onerror = () => reject(reader.error ?? new Error('The picture cannot be read.'));
					reader.readAsDataURL(blob.slice(start, end));
				}),
			[at, at + SLICE] as const
		);
		pieces.push(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
	}
	return Buffer.concat(pieces);
}

/** The picture as a PDF of one page of its size, with lines and letters as such. */
export async function pdfOf(browser: Browser, svg: string, title: string, size: Size): Promise<Uint8Array> {
	const { width, height } = size;
	return withPage(browser, svg, size, async (page) => {
		await page.evaluate((text) => (document.title = text), title);
		return page.pdf({
			width: `${width}px`,
			height: `${height}px`,
			printBackground: true,
			pageRanges: '1',
			tagged: true
		});
	});
}

/** A last part of a pixel would be half empty: it is only margin, and is cut off. */
function whole({ width, height }: Size): Size {
	return { width: Math.max(1, Math.floor(width)), height: Math.max(1, Math.floor(height)) };
}

/** Shows the picture on a page that may load nothing and runs nothing of its own, and does something with it. */
async function withPage<T>(
	browser: Browser,
	svg: string,
	size: Size,
	use: (page: Page) => Promise<T>
): Promise<T> {
	const context = await browser.newContext({
		viewport: whole(size),
		offline: true
	});
	try {
		const page = await context.newPage();
		await page.setContent(
			'<!doctype html><meta charset="utf-8">' +
				`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src blob:">` +
				`<style>@page{margin:0}html,body{margin:0;background:transparent}svg{display:block}</style>${svg}`
		);
		await page.evaluate(() => document.fonts.ready.then(() => undefined));
		return await use(page);
	} catch (error) {
		const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
		throw new Failure(`The browser could not paint it: ${reason}`);
	} finally {
		await context.close();
	}
}
