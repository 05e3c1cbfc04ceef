import { expect, test } from './app.ts';

test('the graph is walked with the arrow keys, and each step is said', async ({ app, page }) => {
	await app.open();
	await page.keyboard.press('g');
	await expect(app.graph).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(app.announcer).toContainText(/relations?/);
	const first = await app.announcer.innerText();
	await page.keyboard.press('ArrowLeft');
	await expect(app.announcer).not.toHaveText(first);
	await expect(app.announcer).toContainText('according to');
	await page.keyboard.press('.');
	await expect(app.announcer).toContainText(/^1 of \d+:/);
	await page.keyboard.press('.');
	await expect(app.announcer).toContainText(/^2 of \d+:/);
	await page.keyboard.press('Enter');
	await expect(app.announcer).toContainText(/relations?/);
	await page.keyboard.press('Enter');
	await expect(app.details).toBeFocused();
	await page.keyboard.press('g');
	await page.keyboard.press('Escape');
	await expect(app.announcer).toHaveText('Nothing chosen.');
});

test('an actor is moved without dragging', async ({ app, page }) => {
	await app.open('v1&actors=qaani');
	await app.graph.focus();
	await page.keyboard.press('Shift+ArrowRight');
	await expect.poll(async () => (await app.view()).get('at')).toContain('qaani');
	await page.keyboard.press('Control+z');
	await expect.poll(async () => (await app.view()).get('at')).toBeNull();
});

test('one tab stop into the graph, and few before it', async ({ app, page }) => {
	await app.open();
	let stops = 0;
	while (!(await app.graph.evaluate((graph) => graph === document.activeElement)) && stops < 15) {
		await page.keyboard.press('Tab');
		stops++;
	}
	expect(stops).toBeLessThanOrEqual(10);
	await page.keyboard.press('Tab');
	expect(await app.graph.evaluate((graph) => graph.contains(document.activeElement))).toBe(false);
});

test('the palette reaches every command and shows its key', async ({ app, page }) => {
	await app.open();
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('option', { name: /Save the picture/ })).toContainText('Ctrl+E');
	await page.getByRole('combobox', { name: 'Command' }).fill('dark');
	await page.keyboard.press('Enter');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('slash searches, question mark shows the keys', async ({ app, page }) => {
	await app.open();
	await page.keyboard.press('/');
	await expect(app.search).toBeFocused();
	await page.keyboard.press('Escape');
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Keys and help' })).toBeVisible();
	expect(await app.violations()).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a table is walked with the arrow keys', async ({ app, page }) => {
	await app.open();
	await page.keyboard.press('r');
	const table = page.getByRole('grid', { name: 'Relations' });
	await table.locator('[tabindex="0"]').focus();
	await page.keyboard.press('End');
	await expect(table.locator(':focus')).toHaveAttribute(
		'aria-rowindex',
		(await table.getAttribute('aria-rowcount'))!
	);
	await page.keyboard.press('Enter');
	await expect(table.locator(':focus')).toHaveAttribute('aria-selected', 'true');
});

test('what a screen reader is given', async ({ app }) => {
	await app.open('v1&actors=kataib_hezbollah');
	await expect(app.page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - group /Graph/
      - complementary "Legend and filters"
      - complementary "Details and lists":
        - tablist "Details and lists":
          - tab "Details" [selected]
          - tab "Actors"
          - tab "Relations"
        - tabpanel "Details"
  `);
	await expect(app.details).toMatchAriaSnapshot(`
    - heading "Kataib Hezbollah" [level=2]
    - button "Focus"
    - button "Pin"
    - button "Put away"
    - region "Structure"
  `);
});
