import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { difference } from './difference.ts';

/** The canvas alone: what the pointer is over, the focus and the panels are no part of a view. */
async function canvasOf(page: Page): Promise<Buffer> {
	await page.mouse.move(1, 1);
	await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
	await page.locator('header, aside, .foot').evaluateAll((parts) => {
		for (const part of parts) (part as HTMLElement).style.visibility = 'hidden';
	});
	return page.locator('#graph').screenshot();
}

test('a link shows the same in another profile', async ({ app, browser, baseURL }) => {
	await app.open();
	await app.tick('Talks').uncheck();
	await app.search.fill('kataib');
	await app.page.keyboard.press('Enter');
	await app.graph.focus();
	await app.page.keyboard.press('Shift+ArrowRight');
	await app.page.keyboard.press('+');
	await app.command('Dark theme');
	await expect.poll(async () => (await app.view()).get('theme')).toBe('dark');
	await expect.poll(async () => (await app.view()).get('camera')).not.toBeNull();
	const link = app.page.url();
	const receipt = await app.receipt.innerText();
	const picture = await canvasOf(app.page);

	const context = await browser.newContext({
		baseURL,
		viewport: { width: 1440, height: 900 },
		reducedMotion: 'reduce'
	});
	const page = await context.newPage();
	await page.goto(link);
	await expect(page.getByTestId('receipt')).toHaveText(receipt);
	await expect(page.locator('#details').getByRole('heading', { name: 'Kataib Hezbollah' })).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect.poll(async () => page.url()).toBe(link);
	await expect
		// The camera in the address is rounded to a tenth of a pixel: edges are smoothed a little differently.
		.poll(async () => (await difference(await context.newPage(), await canvasOf(page), picture)).far)
		.toBeLessThan(0.001);
	await context.close();
});

test('a link pasted into the open page is followed', async ({ app, page }) => {
	await app.open();
	await page.evaluate(() => (location.hash = 'v1&actors=qaani&types=meets'));
	await expect(app.details.getByRole('heading', { name: 'Esmail Qaani' })).toBeVisible();
	await expect(app.receipt).toContainText('by type');
});

for (const link of [
	'v9&x=1',
	'v1&camera=NaN,1,1',
	'v1&types=%E0%A4%A',
	'nonsense',
	'v1&actors=__proto__&at=__proto__:1:1'
]) {
	test(`a broken link opens the report all the same: ${link}`, async ({ app }) => {
		await app.open(link);
		await expect(app.details.getByRole('heading', { level: 2 })).toContainText('Quds Force');
	});
}

test('a link for another document says so', async ({ app, page }) => {
	await app.open('v1&doc=zzzzzz&types=meets');
	await expect(page.getByRole('alert')).toContainText('another document');
	await expect(app.receipt).toContainText('Showing all');
});

test('a broken stored setting is passed over', async ({ app, page }) => {
	await page.addInitScript(() => localStorage.setItem('dramatis.theme', '{"evil":true}'));
	await app.open();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('the theme is kept for the next visit', async ({ app, page }) => {
	await app.open();
	await app.command('Dark theme');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.goto('about:blank');
	await app.open();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
