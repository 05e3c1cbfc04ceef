/** SVG into PNG and PDF, by a Chromium. */
import type { Browser, Page } from 'playwright';
import { Failure } from './failure.ts';

/** Chromium paints no picture whose side is longer, in pixels; it would be empty. */
const LONGEST_SIDE = 16_384;

export interface Size {
	readonly width: number;
	readonly height: number;
}

/**
 * The picture in pixels, `scale` for each unit of its own.
 * @throws Failure when it is larger than can be painted; it says what would work.
 */
export async function pngOf(
	browser: Browser,
	svg: string,
	size: Size,
	{ scale, ground }: { readonly scale: number; readonly ground: boolean }
): Promise<Uint8Array> {
	const longest = Math.max(size.width, size.height);
	if (longest * scale > LONGEST_SIDE) {
		const most = Math.floor((10 * LONGEST_SIDE) / longest) / 10;
		throw new Failure(
			`The picture would be ${Math.round(longest * scale)} pixels long; more than ${LONGEST_SIDE} cannot be painted.`,
			`Give --scale ${most} or less, or write an SVG.`
		);
	}
	return withPage(browser, svg, size, scale, (page) =>
		page.screenshot({ omitBackground: !ground, clip: { x: 0, y: 0, ...whole(size) }, animations: 'disabled' })
	);
}

/** The picture as a PDF of one page of its size, with lines and letters as such. */
export async function pdfOf(browser: Browser, svg: string, size: Size): Promise<Uint8Array> {
	const { width, height } = size;
	return withPage(browser, svg, size, 1, (page) =>
		page.pdf({ width: `${width}px`, height: `${height}px`, printBackground: true, pageRanges: '1' })
	);
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
	scale: number,
	use: (page: Page) => Promise<T>
): Promise<T> {
	const context = await browser.newContext({
		viewport: whole(size),
		deviceScaleFactor: scale,
		offline: true
	});
	try {
		const page = await context.newPage();
		await page.setContent(
			'<!doctype html><meta charset="utf-8">' +
				`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">` +
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
