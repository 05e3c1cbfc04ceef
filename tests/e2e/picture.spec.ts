import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { bundled, expect, test } from './app.ts';
import { difference } from './difference.ts';

interface Choice {
	/** What the select of sizes has: a preset, or the graph alone as it is on screen. */
	readonly size: string;
	readonly format: string;
	readonly scale?: string;
	readonly transparent?: boolean;
}

const ON_SCREEN = 'As on screen, the graph alone';

async function save(page: Page, choice: Choice): Promise<{ name: string; bytes: Buffer }> {
	await page.keyboard.press('Control+e');
	const dialog = page.getByRole('dialog', { name: 'Save picture' });
	await dialog.getByRole('combobox', { name: 'Size' }).selectOption(choice.size);
	await dialog.getByRole('radio', { name: choice.format }).check();
	if (choice.scale)
		await dialog.getByRole('combobox', { name: 'Pixels for each' }).selectOption(choice.scale);
	await dialog.getByRole('checkbox', { name: 'Transparent ground' }).setChecked(choice.transparent ?? false);
	const saved = page.waitForEvent('download');
	await dialog.getByRole('button', { name: /^Save / }).click();
	const download = await saved;
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Width and height out of a PNG's header (PNG specification, 11.2.2). */
const pngSize = (bytes: Buffer) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) });

test('PNG of the view has the size of the screen, one to four times', async ({ app, page }) => {
	await app.open();
	const once = await save(page, { size: ON_SCREEN, format: 'PNG, pixels', scale: '1×' });
	expect(once.name).toMatch(/\.png$/);
	expect(pngSize(once.bytes)).toEqual({ width: 1440, height: 900 });
	const thrice = await save(page, { size: ON_SCREEN, format: 'PNG, pixels', scale: '3×', transparent: true });
	expect(pngSize(thrice.bytes)).toEqual({ width: 4320, height: 2700 });
});

test('SVG has real text, a title, and nothing that acts or reaches out', async ({ app, page, context }) => {
	await app.open();
	await app.tick('Talks').uncheck();
	const { name, bytes } = await save(page, {
		size: 'Article, full width',
		format: 'SVG, real text and lines'
	});
	expect(name).toMatch(/\.svg$/);
	const svg = bytes.toString('utf8');
	// The app's own page refuses a parser (Trusted Types); an empty one does not.
	const plain = await context.newPage();
	const parsed = await plain.evaluate((text) => {
		const xml = new DOMParser().parseFromString(text, 'image/svg+xml');
		return {
			error: xml.querySelector('parsererror')?.textContent ?? '',
			actors: xml.querySelectorAll('.actor[id]').length,
			talks: xml.querySelectorAll('.relation.talks').length,
			conflict: xml.querySelectorAll('.relation.conflict').length
		};
	}, svg);
	expect(parsed).toMatchObject({ error: '', actors: bundled.actors.length, talks: 0 });
	expect(parsed.conflict).toBeGreaterThan(3);
	expect(svg).toContain('<title');
	expect(svg).toContain('<desc');
	expect(svg).toContain('by type');
	// What a reader of an article needs is in the file: legend, filters in words, source.
	for (const words of ['Without talks', 'Conflict', 'Source: Reuters', 'Iran and its partners'])
		expect(svg).toContain(words);
	expect(svg).not.toMatch(/<script|\shref=|url\((?!data:)/);
	expect(svg).not.toMatch(/class="relation talks/);
	expect(svg).toMatch(/Kataib/);
});

for (const theme of ['light', 'dark'] as const) {
	test(`the picture equals the screen: ${theme}`, async ({ app, page, context }) => {
		await app.open(`v1&theme=${theme}&actors=kataib_hezbollah`);
		await page.keyboard.press('l');
		await page.keyboard.press('d');
		await page.mouse.move(720, 899);
		const { bytes } = await save(page, { size: ON_SCREEN, format: 'PNG, pixels', scale: '1×' });
		await page
			.locator('header, .foot')
			.evaluateAll((parts) => parts.forEach((part) => ((part as HTMLElement).style.visibility = 'hidden')));
		const screen = await page.locator('#graph').screenshot();
		const { far, mean } = await difference(await context.newPage(), bytes, screen);
		// Letters and slanted lines are smoothed a little differently; a missing line or shape is far more than this.
		expect(far).toBeLessThan(0.004);
		expect(mean).toBeLessThan(1.5);
	});
}

test('a page of a size has its words, and what cannot be made is refused with what works', async ({
	app,
	page
}) => {
	await app.open('v1&asof=2024-01-30');
	const png = await save(page, { size: 'Slide, 16:9', format: 'PNG, pixels', scale: '1×' });
	expect(pngSize(png.bytes)).toEqual({ width: 1920, height: 1080 });
	expect(png.bytes.toString('utf8')).toContain('as of 30 January 2024');
	await page.keyboard.press('Control+e');
	const dialog = page.getByRole('dialog', { name: 'Save picture' });
	await expect(dialog.getByTestId('preview')).toContainText('As of 30 January 2024');
	await dialog.getByRole('combobox', { name: 'Size' }).selectOption('Free size');
	await dialog.getByRole('spinbutton', { name: 'Width' }).fill('20000');
	await expect(dialog.getByRole('alert')).toContainText('16,000');
	await expect(dialog.getByRole('button', { name: /^Save / })).toBeDisabled();
	await dialog.getByRole('spinbutton', { name: 'Width' }).fill('1200');
	await expect(dialog.getByRole('alert')).toHaveCount(0);
	await page.keyboard.press('Escape');
});

test('the view in words has the same numbers as the picture', async ({ app, page }) => {
	await app.open('v1&asof=2024-02-06');
	const receipt = (await app.receipt.innerText()).replace(/\s*Show all$/, '');
	await page.keyboard.press('w');
	const dialog = page.getByRole('dialog', { name: 'The view in words' });
	await expect(dialog.getByRole('region', { name: 'Description' })).toContainText(receipt);
	await expect(dialog.getByRole('textbox')).toHaveValue(/as of 6 February 2024/);
	const saved = page.waitForEvent('download');
	await dialog.getByRole('button', { name: 'Save as markdown' }).click();
	const text = readFileSync(await (await saved).path(), 'utf8');
	expect(text).toContain('# The Quds Force commander');
	expect(text).toContain('## Sources');
	await page.keyboard.press('Escape');
});
