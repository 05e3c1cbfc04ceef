/** A file of this site by its address: while it loads that is said, and whoever closes the dialog gets nothing. */
import { bundled, expect, test } from './app.ts';

const HOME = `${bundled.actors.length} actors and ${bundled.relations.length} relations`;

test('a file that loads slowly can be given up, and another one opened', async ({ app, page }) => {
	await app.open();
	let release = (): void => undefined;
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/slow.csv', async (route) => {
		await released;
		await route.fulfill({ body: 'from,to,type\na,b,meets\n' }).catch(() => undefined);
	});
	await page.route('**/quick.csv', (route) => route.fulfill({ body: 'from,to,type\na,b,meets\n' }));
	const dialog = page.getByRole('dialog', { name: 'Open a file of this site' });
	const ask = async (address: string) => {
		await app.command('Open a file of this site by its address…');
		await dialog.getByLabel('Address').fill(address);
		await dialog.getByLabel('Address').press('Enter');
	};

	await ask('slow.csv');
	await expect(dialog.getByRole('button', { name: 'Loading…' })).toBeVisible();
	await expect(dialog.locator('form[aria-busy="true"]')).toBeVisible();
	const stopped = page.waitForEvent('requestfailed', (request) => request.url().endsWith('slow.csv'));
	await page.keyboard.press('Escape');
	await stopped;
	release();
	await expect(dialog).toBeHidden();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(app.receipt).toContainText(HOME);

	await ask('quick.csv');
	await expect(page.getByRole('dialog', { name: 'Take in quick.csv' })).toBeVisible();
	await page.keyboard.press('Escape');
});
