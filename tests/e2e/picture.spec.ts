import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { bundled, expect, test } from './app.ts';
import { difference } from './difference.ts';

async function save(page: Page, choices: readonly string[]): Promise<{ name: string; bytes: Buffer }> {
	await page.keyboard.press('Control+e');
	const dialog = page.getByRole('dialog', { name: 'Save picture' });
	for (const choice of choices) await dialog.getByRole('radio', { name: choice }).check();
	const saved = page.waitForEvent('download');
	await dialog.getByRole('button', { name: /^Save (PNG|SVG)/ }).click();
	const download = await saved;
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Width and height out of a PNG's header (PNG specification, 11.2.2). */
const pngSize = (bytes: Buffer) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) });

test('PNG of the view has the size of the screen, one to four times', async ({ app, page }) => {
	await app.open();
	const once = await save(page, ['PNG, pixels', 'The part on screen', '1×']);
	expect(once.name).toMatch(/\.png$/);
	expect(pngSize(once.bytes)).toEqual({ width: 1440, height: 900 });
	const thrice = await save(page, ['PNG, pixels', 'The part on screen', '3×', 'Transparent']);
	expect(pngSize(thrice.bytes)).toEqual({ width: 4320, height: 2700 });
});

test('SVG has real text, a title, and nothing that acts or reaches out', async ({ app, page, context }) => {
	await app.open();
	await app.tick('Talks').uncheck();
	const { name, bytes } = await save(page, ['SVG, real text', 'The whole graph']);
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
		const { bytes } = await save(page, ['PNG, pixels', 'The part on screen', '1×']);
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
