/** Pictures as they are made: large ones, PDF, progress and cancel, and what is remembered of them. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInflate, inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

async function compose(page: Page) {
	await page.keyboard.press('Control+e');
	const dialog = page.getByRole('dialog', { name: 'Save picture' });
	await expect(dialog.getByTestId('preview').locator('svg').first()).toBeVisible();
	return dialog;
}

async function saved(page: Page): Promise<Buffer> {
	const download = page.waitForEvent('download', { timeout: 150_000 });
	await page.getByRole('button', { name: /^Save (PNG|SVG|WEBP|JPEG)/ }).click();
	return readFileSync(await (await download).path());
}

/** Width, height, and the rows of a PNG of four bytes a pixel whose rows have no filter, as they come. */
async function eachRow(png: Buffer, use: (row: Buffer, y: number) => void) {
	const width = png.readUInt32BE(16);
	const inflate = createInflate();
	let rest = Buffer.alloc(0);
	let y = 0;
	inflate.on('data', (data: Buffer) => {
		rest = Buffer.concat([rest, data]);
		let at = 0;
		for (; rest.length - at > 4 * width; at += 4 * width + 1)
			use(rest.subarray(at + 1, at + 1 + 4 * width), y++);
		rest = rest.subarray(at);
	});
	for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
		if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
			inflate.write(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
	inflate.end();
	await new Promise((resolve) => inflate.on('end', resolve));
	return { width, height: y };
}

test('a PNG of 16,000 pixels is whole: ground and letters near all four corners', async ({ app, page }) => {
	test.setTimeout(240_000);
	await app.open('v1&theme=light');
	const dialog = await compose(page);
	await dialog.getByRole('combobox', { name: 'Size' }).selectOption('Free size');
	await dialog.getByRole('spinbutton', { name: 'Width' }).fill('2000');
	await dialog.getByRole('spinbutton', { name: 'Height' }).fill('800');
	await dialog.getByRole('radio', { name: 'PNG, pixels' }).check();
	await dialog.getByRole('combobox', { name: 'Pixels for each' }).selectOption('8×');
	// A line of text that reaches from one side to the other, so that there is ink in each corner.
	await dialog.getByRole('textbox', { name: 'Title', exact: true }).fill('Corner to corner. '.repeat(30));
	await dialog.getByRole('textbox', { name: 'Credit' }).fill('Corner to corner. '.repeat(60));
	const png = await saved(page);
	const [far, near] = [1200, 400];
	const ink = { topLeft: 0, topRight: 0, bottomLeft: 0, bottomRight: 0 };
	const corners: string[] = [];
	const size = await eachRow(png, (row, y) => {
		const [last, high] = [row.length / 4 - 1, 6400];
		if (y === 0 || y === high - 1)
			corners.push(row.toString('hex', 0, 4), row.toString('hex', 4 * last, 4 * last + 4));
		const dark = (from: number, to: number) => {
			let count = 0;
			for (let x = from; x < to; x++) if (row[4 * x]! < 128) count++;
			return count;
		};
		if (y < far) {
			ink.topLeft += dark(0, far);
			ink.topRight += dark(last - far, last);
		} else if (y > high - far) {
			ink.bottomLeft += dark(0, far);
			ink.bottomRight += dark(last - far, last);
		}
	});
	expect(size).toEqual({ width: 16_000, height: 6400 });
	expect(corners).toEqual(Array(4).fill('fbfaf7ff'));
	for (const [corner, count] of Object.entries(ink)) expect(count, corner).toBeGreaterThan(near);
});

test('what takes long shows how far it is, and can be cancelled', async ({ app, page }) => {
	await app.open();
	const dialog = await compose(page);
	await dialog.getByRole('combobox', { name: 'Size' }).selectOption('Free size');
	await dialog.getByRole('spinbutton', { name: 'Width' }).fill('2000');
	await dialog.getByRole('spinbutton', { name: 'Height' }).fill('2000');
	await dialog.getByRole('combobox', { name: 'Pixels for each' }).selectOption('8×');
	let downloads = 0;
	page.on('download', () => downloads++);
	await dialog.getByRole('button', { name: 'Save PNG' }).click();
	const bar = dialog.getByRole('progressbar');
	await expect(bar).toBeVisible();
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await expect(bar).toHaveCount(0);
	await expect(dialog.getByRole('button', { name: 'Save PNG' })).toBeEnabled();
	// One that is made after it is the one that comes.
	await dialog.getByRole('combobox', { name: 'Pixels for each' }).selectOption('1×');
	expect((await saved(page)).readUInt32BE(16)).toBe(2000);
	expect(downloads).toBe(1);
});

test('what belongs to the document is in it, as one step that can be undone', async ({ app, page }) => {
	await app.open();
	let dialog = await compose(page);
	await dialog.getByRole('textbox', { name: 'Title', exact: true }).fill('Five days in January');
	await dialog.getByRole('textbox', { name: 'Subtitle' }).fill('Who asked whom to stop');
	await dialog.getByRole('checkbox', { name: 'Sources' }).uncheck();
	await dialog.getByRole('textbox', { name: 'Alternative text' }).fill('A graph.');
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog')).toHaveCount(0);
	dialog = await compose(page);
	await expect(dialog.getByTestId('preview')).toContainText('Who asked whom to stop');
	await expect(dialog.getByTestId('preview')).not.toContainText('Source:');
	await expect(dialog.getByRole('textbox', { name: 'Alternative text' })).toHaveValue('A graph.');
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog')).toHaveCount(0);
	const file = page.waitForEvent('download');
	await app.command('Save the document');
	const written = JSON.parse(readFileSync(await (await file).path(), 'utf8')) as { picture: unknown };
	expect(written.picture).toMatchObject({
		title: 'Five days in January',
		subtitle: 'Who asked whom to stop',
		without: ['sources'],
		words: { alternative: 'A graph.' }
	});
	await page.keyboard.press('Control+z');
	dialog = await compose(page);
	await expect(dialog.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(/Quds Force/);
	await expect(dialog.getByRole('textbox', { name: 'Subtitle' })).toHaveValue('');
	await expect(dialog.getByRole('textbox', { name: 'Alternative text' })).toHaveValue('');
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog')).toHaveCount(0);
});

test('the printed page is one PDF page of the size, vectors with their fonts inside', async ({
	app,
	page
}) => {
	await app.open();
	const dialog = await compose(page);
	await dialog.getByRole('combobox', { name: 'Size' }).selectOption('A4 across');
	await page.evaluate(() => {
		globalThis.print = () => (document.documentElement.dataset.printed = 'yes');
	});
	await dialog.getByRole('button', { name: 'Print, or save as PDF' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
	const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(page.locator('.printed')).toHaveCount(0);
	const text = wholeText(pdf);
	expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
	const [width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text)!.slice(1).map(Number);
	// Points: 297 × 210 mm, to the pixel that browsers round to.
	expect(Math.abs(width! - 841.9)).toBeLessThan(1);
	expect(Math.abs(height! - 595.3)).toBeLessThan(1);
	expect(text).toMatch(/\/FontFile[23]?\b/);
	expect(text).toMatch(/IBMPlexSans/);
	expect(text).not.toMatch(/\/Subtype\s*\/Image\b/);
});

/** A PDF with its compressed parts opened. */
function wholeText(pdf: Buffer): string {
	const raw = pdf.toString('latin1');
	const opened = [...raw.matchAll(/stream\r?\n/g)].map(({ index, 0: start }) => {
		if (raw.startsWith('end', index - 3)) return '';
		try {
			return inflateSync(pdf.subarray(index + start.length)).toString('latin1');
		} catch {
			return '';
		}
	});
	return [raw, ...opened].join('\n');
}

test('the description can be changed, and goes with the picture', async ({ app, page }) => {
	await app.open();
	await page.keyboard.press('w');
	const words = page.getByRole('dialog', { name: 'The view in words' });
	await words.getByRole('button', { name: 'Change the description' }).click();
	const source = words.getByRole('textbox', { name: /^Description/ });
	await source.fill('# What happened\n\n- One *thing*\n- Another, see https://example.org/a');
	await words.getByRole('button', { name: 'Done' }).click();
	await expect(words.getByRole('region', { name: 'Description' })).toContainText('One *thing*');
	const page1 = page.waitForEvent('download');
	await words.getByRole('button', { name: 'Save as web page' }).click();
	const html = readFileSync(await (await page1).path(), 'utf8');
	expect(html).toContain('<h1>What happened</h1>');
	expect(html).toContain('<a href="https://example.org/a"');
	await page.keyboard.press('Escape');
	const dialog = await compose(page);
	await dialog.getByRole('radio', { name: 'SVG, real text' }).check();
	await dialog.getByRole('combobox', { name: 'Long description' }).selectOption('Inside the file');
	const svg = (await saved(page)).toString('utf8');
	expect(svg).toMatch(/<metadata id="picture-words">What happened[^<]*One \*thing\*/);
});

test('the command line writes what needs a browser', ({}, info) => {
	const root = fileURLToPath(new URL('../..', import.meta.url));
	const document = join(root, 'data/quds-force-baghdad-2024.dramatis.json');
	for (const [name, starts] of [
		['a.webp', 'RIFF'],
		['a.jpg', '\xff\xd8\xff'],
		['a.pdf', '%PDF'],
		['a.png', '\x89PNG']
	] as const) {
		const out = info.outputPath(name);
		const args = ['bin/dramatis.mjs', 'render', document, '-o', out, '--size', 'column', '--words', 'beside'];
		const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
		expect(status, stderr).toBe(0);
		expect(readFileSync(out).toString('latin1').startsWith(starts), name).toBe(true);
		expect(readFileSync(out.replace(/\w+$/, 'txt'), 'utf8')).toContain('Relations (58)');
	}
});
