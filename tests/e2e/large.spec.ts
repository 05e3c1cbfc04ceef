import { generatedDocument } from '../benchmarks/generated-document.mjs';
import { expect, test } from './app.ts';

test('a document of 5,000 actors and 20,000 relations shows its most important 400', async ({
	app,
	page
}) => {
	await app.open();
	await app.openFile('large.json', JSON.stringify(generatedDocument(5000, 20_000)));
	await expect(app.receipt).toContainText('400 of 5,000 actors', { timeout: 30_000 });
	await expect(app.receipt).toContainText('of 20,000 relations');
	await expect(app.receipt).toContainText('more than fit the picture');
	await app.tick('Talks').uncheck();
	await expect(app.receipt).toContainText('by type');
	await app.search.fill('4321');
	await page.getByRole('option', { name: /4321/ }).first().click();
	await expect(app.details.getByRole('heading', { level: 2 })).toContainText('4321');
	await expect(app.details.getByText('Not on the picture: the filters leave it out.')).toHaveCount(0);
	await page.getByRole('tab', { name: 'Relations' }).click();
	await expect(page.getByRole('grid', { name: 'Relations' })).toHaveAttribute('aria-rowcount', '20001');
	expect(await page.getByRole('grid', { name: 'Relations' }).getByRole('row').count()).toBeLessThan(80);
});

test('a document without positions is arranged, and that can be cancelled', async ({ app, page }) => {
	await app.open();
	await app.openFile('unplaced.json', JSON.stringify(generatedDocument(900, 2700, 2, { positions: false })));
	const task = page.getByRole('group', { name: /^Arranging/ });
	// Without waiting for the button to stand still: the layout may be over by then.
	await task.getByRole('button', { name: 'Cancel' }).dispatchEvent('click');
	await expect(app.announcer).toContainText('cancelled');
	await expect(app.receipt).toContainText('of 900 actors');
});
