import { expect, test } from './app.ts';

for (const width of [1440, 1024, 760, 390, 320]) {
	test(`nothing is cut off or unreachable at ${width} px`, async ({ app, page }) => {
		await page.setViewportSize({ width, height: width < 700 ? 844 : 900 });
		await app.open();
		const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(sideways).toBeLessThanOrEqual(0);
		for (const name of ['Arrange', 'More']) {
			const box = await page.getByRole('button', { name, exact: true }).boundingBox();
			expect(box!.x + box!.width).toBeLessThanOrEqual(width);
		}
		expect(await app.violations()).toEqual([]);
	});
}

test('text twice as large is not cut off', async ({ app, page }) => {
	await page.addInitScript(() => {
		addEventListener('DOMContentLoaded', () =>
			document.documentElement.style.setProperty('font-size', '200%')
		);
	});
	await app.open();
	await page.getByRole('tab', { name: 'Actors' }).click();
	const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(sideways).toBeLessThanOrEqual(0);
	await expect(page.getByRole('button', { name: 'More' })).toBeInViewport();
});

test('the dark theme passes axe too, with an actor, a relation and dialogs open', async ({ app, page }) => {
	await app.open('v1&theme=dark&actors=qaani');
	expect(await app.violations()).toEqual([]);
	await app.details
		.getByRole('button', { name: /^Evidence/ })
		.first()
		.click();
	expect(await app.violations()).toEqual([]);
	for (const key of ['Control+e', 'Control+k']) {
		await page.keyboard.press(key);
		await expect(page.getByRole('dialog')).toBeVisible();
		expect(await app.violations()).toEqual([]);
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0);
	}
});

test('the canvas does not change size when panels come and go', async ({ app, page }) => {
	await app.open();
	const before = await app.graph.boundingBox();
	await page.keyboard.press('l');
	await page.keyboard.press('d');
	expect(await app.graph.boundingBox()).toEqual(before);
});
