/**
 * Pictures equal the screen, beyond what smoothing makes of it: the bundled report and thirty made-up documents, each
 * as PNG and PDF, and as SVG with outlines that other programs paint without a font.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { THEMES } from '#lib/view/theme.ts';
import { readView } from '#lib/view/url.ts';
import { apart } from '../pictured/apart.ts';
import { PICTURED, picturedDocuments, type Pictured } from '../pictured/documents.ts';
import { mistakesIn } from '../pictured/mistakes.ts';
import { byLibrsvg, byPoppler, byResvg, has, poppler } from '../pictured/painters.ts';
import { faultsOf } from '../pictured/svg-faults.ts';
import { expect, test, type App } from './app.ts';

/**
 * Of 255. The canvas is softer than a picture: Cytoscape paints it from textures that do not lie on whole pixels. So
 * letters, after both have been softened, may differ by as much as this.
 */
const TOLERANCE = 44;
/** Pixels that may be further apart: in one place (a letter's corner, where lines cross), and in all. */
const MOST = { worst: 9, count: 45 };
/** Poppler makes thin lines somewhat darker. */
const MOST_IN_PDF = { worst: 16, count: 110 };

const report: Pictured = {
	name: 'the bundled report',
	file: readFileSync(new URL('../../data/quds-force-baghdad-2024.dramatis.json', import.meta.url), 'utf8'),
	view: 'v1&theme=light&camera=0,0,1'
};
const all = [report, ...picturedDocuments()];

/** So many documents a test: what the app is watched for at the end of each takes its time. */
const AT_ONCE = 8;

test.use({ viewport: PICTURED });
test.describe.configure({ mode: 'parallel' });

for (let start = 0; start < all.length; start += AT_ONCE) {
	const some = all.slice(start, start + AT_ONCE);
	test(`equal to the screen: ${some[0]!.name} to ${some.at(-1)!.name}`, async ({ app, page, context }) => {
		test.setTimeout(600_000);
		const empty = await context.newPage();
		await page.bringToFront();
		const files = new Map(some.map((one) => [one.name, one]));
		let now = some[0]!;
		await page.route('**/quds-force-baghdad-2024*.json', (route) => route.fulfill({ body: now.file }));
		for (now of files.values()) await compare(app, empty, now);
	});
}

for (const [program, what] of [
	['pdftocairo', 'PDF'],
	['rsvg-convert', 'SVG, a second time']
] as const) {
	test(`${program} is there to look at ${what}`, () => {
		test.skip(!has(program), `${program} is not on this machine; scripts/setup.mjs says how to get it.`);
	});
}

/** Of the places where a mistake can be made; in others something lies above, or it is too small to be seen by anybody. */
const SEEN = 0.5;

test('a mistake would be noticed', async ({ app, page, context }) => {
	test.setTimeout(240_000);
	const empty = await context.newPage();
	await page.bringToFront();
	const one = all[1]!;
	await page.route('**/quds-force-baghdad-2024*.json', (route) => route.fulfill({ body: one.file }));
	await app.open(one.view);
	const { camera } = readView(one.view).view;
	const screen = await restingCanvas(page, THEMES.light.ground);
	const svg = (await saveOutlines(page)).toString('utf8');
	for (const { name, pictures } of mistakesIn(svg, camera!.zoom)) {
		let seen = 0;
		for (const picture of pictures) {
			expect(picture).not.toBe(svg);
			const { worst, count } = await apart(empty, screen, byResvg(picture), TOLERANCE);
			if (worst > MOST.worst || count > MOST.count) seen++;
		}
		expect
			.soft(seen / pictures.length, `${name}: ${seen} of ${pictures.length}`)
			.toBeGreaterThanOrEqual(SEEN);
	}
});

async function compare(app: App, empty: Page, { name, view }: Pictured): Promise<void> {
	const { page } = app;
	await page.goto('about:blank');
	await app.open(view);
	const { camera, settings } = readView(view).view;
	const theme = settings.theme === 'dark' ? 'dark' : 'light';
	const screen = await restingCanvas(page, THEMES[theme].ground);
	for (const [by, painted] of await paintings(page, camera!.zoom < 1)) {
		const { count, worst, at } = await apart(empty, screen, painted, TOLERANCE);
		const where = `${name}, ${by}: ${count} pixels apart, ${worst} of them around ${at}`;
		const most = by.startsWith('PDF') ? MOST_IN_PDF : MOST;
		if (worst > most.worst || count > most.count) {
			writeFileSync(test.info().outputPath(`${name}, screen.png`), screen);
			writeFileSync(test.info().outputPath(`${name}, ${by}.png`), painted);
		}
		expect.soft(worst, where).toBeLessThanOrEqual(most.worst);
		expect.soft(count, where).toBeLessThanOrEqual(most.count);
	}
}

/** The picture as the app gives it, in all formats, painted by all programs that are there. `isWhole`: nothing is cut off. */
async function paintings(page: Page, isWhole: boolean): Promise<[by: string, png: Buffer][]> {
	const png = await save(page, async (dialog) => {
		await dialog.getByRole('radio', { name: 'PNG, pixels' }).check();
		await dialog.getByRole('combobox', { name: 'Pixels for each' }).selectOption('1×');
	});
	const svg = await saveOutlines(page);
	const text = svg.toString('utf8');
	expect(faultsOf(text)).toEqual([]);
	const found: [string, Buffer][] = [
		['PNG', png],
		['SVG by resvg', byResvg(text)]
	];
	if (has('rsvg-convert')) found.push(['SVG by librsvg', byLibrsvg(text)]);
	const pdf = await printed(page);
	if (has('pdftocairo')) {
		found.push(['PDF by poppler', byPoppler(pdf)]);
		checkPdf(pdf, isWhole ? latinLines(text) : []);
	}
	return found;
}

/** One page of the picture's size, its fonts inside, its words found; `lines` are some of them. */
function checkPdf(pdf: Buffer, lines: readonly string[]): void {
	const [width, height] = /Page size: +([\d.]+) x ([\d.]+) pts/
		.exec(poppler('pdfinfo', pdf))!
		.slice(1)
		.map(Number);
	// 72 points an inch, 96 pixels an inch.
	expect(width).toBeCloseTo(PICTURED.width * 0.75, 0);
	expect(height).toBeCloseTo(PICTURED.height * 0.75, 0);
	expect(poppler('pdfinfo', pdf)).toMatch(/Pages: +1\n/);
	const fonts = poppler('pdffonts', pdf).trim().split('\n').slice(2);
	expect(fonts.length).toBeGreaterThan(0);
	// The columns at the end: embedded, subset, letters known, and two of an object's number.
	for (const font of fonts) expect(font).toMatch(/ yes +(yes|no) +yes +\d+ +\d+$/);
	const words = poppler('pdftotext', pdf).normalize('NFKC').replace(/\s+/g, ' ');
	for (const line of lines) expect(words).toContain(line);
}

/** The lines of a picture's labels that are set from left to right; the order of others depends on the program. */
function latinLines(svg: string): string[] {
	const lines = [...svg.matchAll(/aria-label="([^"]*)"/g)].map(([, line]) => line!);
	return lines.filter((line) => /^[\p{Script=Latin}\d ]+$/u.test(line)).map((line) => line.normalize('NFKC'));
}

async function compose(page: Page): Promise<Locator> {
	await page.keyboard.press('Control+e');
	const dialog = page.getByRole('dialog', { name: 'Save picture' });
	await dialog.getByRole('combobox', { name: 'Size' }).selectOption('As on screen, the graph alone');
	return dialog;
}

async function save(page: Page, choose: (dialog: Locator) => Promise<void>): Promise<Buffer> {
	const dialog = await compose(page);
	await choose(dialog);
	const saved = page.waitForEvent('download');
	await dialog.getByRole('button', { name: /^Save / }).click();
	return readFileSync(await (await saved).path());
}

const saveOutlines = (page: Page): Promise<Buffer> =>
	save(page, async (dialog) => {
		await dialog.getByRole('radio', { name: 'SVG, real text' }).check();
		await dialog.getByRole('radio', { name: 'As outlines' }).check();
	});

/** What the print dialog would save. */
async function printed(page: Page): Promise<Buffer> {
	await page.evaluate(() => void (window.print = () => {}));
	const dialog = await compose(page);
	await dialog.getByRole('button', { name: 'Print, or save as PDF' }).click();
	await page.locator('.printed').waitFor({ state: 'attached' });
	const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
	await page.evaluate(() => void dispatchEvent(new Event('afterprint')));
	return pdf;
}

/** The canvas once nothing more is added to it: Cytoscape draws in steps. */
async function restingCanvas(page: Page, ground: string): Promise<Buffer> {
	let [before, now]: [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)];
	await expect
		.poll(
			async () => {
				[before, now] = [now, await canvas(page, ground)];
				return now.equals(before);
			},
			{ intervals: [300], timeout: 30_000 }
		)
		.toBe(true);
	return now;
}

/** The canvas as PNG: its layers on the ground, without the panels above it. */
async function canvas(page: Page, ground: string): Promise<Buffer> {
	const url = await page.evaluate((color) => {
		const layers = [...document.querySelectorAll<HTMLCanvasElement>('#graph canvas')];
		const whole = new OffscreenCanvas(layers[0]!.width, layers[0]!.height);
		const context = whole.getContext('2d')!;
		context.fillStyle = color;
		context.fillRect(0, 0, whole.width, whole.height);
		const height = (layer: HTMLElement) => Number(getComputedStyle(layer).zIndex) || 0;
		for (const layer of layers.sort((a, b) => height(a) - height(b))) context.drawImage(layer, 0, 0);
		return whole.convertToBlob().then(
			(blob) =>
				new Promise<string>((resolve) => {
					const reader = new FileReader();
					reader.onload = () => resolve(reader.result as string);
					reader.readAsDataURL(blob);
				})
		);
	}, ground);
	return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
