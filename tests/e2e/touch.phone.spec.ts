import { expect, test } from './app.ts';

test('a narrow screen has a sheet, and touch chooses', async ({ app, page }) => {
	await app.open();
	const at = await app.place('kataib_hezbollah');
	await page.touchscreen.tap(at.x, at.y);
	await page.getByRole('tab', { name: 'Details' }).tap();
	await expect(app.details.getByRole('heading', { name: 'Kataib Hezbollah' })).toBeVisible();
	await page.getByRole('tab', { name: 'Legend' }).tap();
	await page.getByRole('button', { name: 'Only Conflict' }).tap();
	await expect(app.receipt).toContainText('by type');
	await page.getByRole('button', { name: 'Pull the sheet up' }).tap();
	await page.getByRole('button', { name: 'Put the sheet down' }).tap();
	await expect(page.getByRole('tabpanel')).toHaveCount(0);
});

test('targets are large enough for a finger', async ({ app, page }) => {
	await app.open();
	const small = await page
		.getByRole('button')
		.filter({ visible: true })
		.evaluateAll((buttons) =>
			buttons
				.map((button) => ({
					name: button.getAttribute('aria-label') ?? button.textContent,
					box: button.getBoundingClientRect()
				}))
				.filter(({ box }) => Math.min(box.width, box.height) < 24)
				.map(({ name }) => name)
		);
	expect(small).toEqual([]);
});
