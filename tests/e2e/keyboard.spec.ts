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

test('a key that opens a panel goes into it, one that puts it away leads back to the graph', async ({
	app,
	page
}) => {
	await app.open();
	await app.graph.focus();
	for (const [key, name] of [
		['v', 'Voices'],
		['s', 'Source'],
		['c', 'Checks']
	] as const) {
		await page.keyboard.press(key);
		await expect(page.getByRole('tab', { name, selected: true })).toBeFocused();
	}
	await page.keyboard.press('d');
	await expect(app.details).toHaveCount(0);
	await expect(app.graph).toBeFocused();
	await page.keyboard.press('d');
	await expect(page.getByRole('tab', { name: 'Checks' })).toBeFocused();
	// Putting away a panel in which one is not leaves the focus alone.
	await page.keyboard.press('l');
	await expect(app.legend).toHaveCount(0);
	await expect(page.getByRole('tab', { name: 'Checks' })).toBeFocused();
	await page.keyboard.press('l');
	await expect(page.getByRole('tab', { name: 'Voices' })).toBeFocused();
	await page.keyboard.press('t');
	const time = page.getByRole('region', { name: 'Time', exact: true });
	await expect(time.getByRole('button', { name: /^Time:/ })).toBeFocused();
	await page.keyboard.press('t');
	await expect(app.graph).toBeFocused();
});

test('Home and End go to the first and the last tab, Escape to the graph', async ({ app, page }) => {
	await app.open();
	await page.keyboard.press('s');
	await page.keyboard.press('End');
	await expect(page.getByRole('tab', { name: 'Checks', selected: true })).toBeFocused();
	await page.keyboard.press('Home');
	await expect(page.getByRole('tab', { name: 'Details', selected: true })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(app.graph).toBeFocused();
});

test('focus stays near when its button goes or is disabled', async ({ app, page }) => {
	await app.open('v1&actors=qaani');
	const close = app.details.getByRole('button', { name: 'Close', exact: true });
	await close.focus();
	await page.keyboard.press('Enter');
	await expect(close).toHaveCount(0);
	await expect(app.details.locator(':focus')).toBeVisible();
	await app.tick('Talks').uncheck();
	await page.getByRole('button', { name: /^Undo/ }).click();
	await expect(page.getByRole('button', { name: /^Redo/ })).toBeFocused();
});

test('undo with nothing to undo leaves the field typed in last alone', async ({ app, page }) => {
	await app.open();
	await page.keyboard.press('a');
	await expect(page.getByRole('grid', { name: 'Actors' }).locator(':focus')).toBeVisible();
	const filter = app.details.getByRole('searchbox');
	await filter.focus();
	await page.keyboard.type('qaani');
	await app.graph.focus();
	await page.keyboard.press('Control+z');
	await page.keyboard.press('Control+Shift+z');
	await page.keyboard.press('Control+z');
	await expect(filter).toHaveValue('qaani');
	await filter.focus();
	await page.keyboard.press('Control+z');
	await expect(filter).not.toHaveValue('qaani');
});

test('Enter chooses a row, Enter again goes to its page', async ({ app, page }) => {
	await app.open();
	await page.keyboard.press('a');
	const row = page.getByRole('grid', { name: 'Actors' }).locator(':focus');
	await expect(row).toHaveAttribute('data-row', '0');
	await page.keyboard.press('ArrowDown');
	await expect(row).toHaveAttribute('data-row', '1');
	await page.keyboard.press('Enter');
	await expect(row).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('tab', { name: 'Details', selected: true })).toBeFocused();
});

test('what a row of the legend means stands beside its button', async ({ app, page }) => {
	await app.open();
	for (const help of [
		app.legend.getByRole('button', { name: /^What “/ }).first(),
		app.legend.getByRole('button', { name: /^What “/ }).last()
	]) {
		await help.focus();
		await page.keyboard.press('Enter');
		const open = page.locator('[popover]:popover-open');
		const button = (await help.boundingBox())!;
		await expect
			.poll(async () => (await open.boundingBox())!.x - (button.x + button.width))
			.toBeCloseTo(8, 0);
		const meaning = (await open.boundingBox())!;
		expect(Math.abs(meaning.y - button.y)).toBeLessThan(meaning.height);
		expect(meaning.y + meaning.height).toBeLessThan(900);
		await page.keyboard.press('Escape');
	}
});
