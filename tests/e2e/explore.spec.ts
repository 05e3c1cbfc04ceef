import { bundled, expect, test } from './app.ts';

const ACTORS = bundled.actors.length;
const RELATIONS = bundled.relations.length;

test('the report is there at first sight, with what it holds', async ({ app }) => {
	await app.open();
	await expect(app.receipt).toHaveText(`Showing all ${ACTORS} actors and ${RELATIONS} relations.`);
	await expect(app.details.getByRole('heading', { level: 2 })).toContainText('Quds Force');
	await expect(app.details.getByRole('heading', { name: 'What happened' })).toBeVisible();
	await expect(app.details.getByRole('heading', { name: 'Source' })).toBeVisible();
});

test('who persuaded whom, and who says so', async ({ app }) => {
	await app.open();
	await app.search.fill('qaani');
	await app.page.keyboard.press('Enter');
	await expect(app.details.getByRole('heading', { name: 'Esmail Qaani' })).toBeVisible();
	const pressure = app.details.getByRole('region', { name: 'Pressure' });
	await pressure
		.getByRole('button', { name: /^Evidence: urges/ })
		.first()
		.click();
	await expect(app.details.getByRole('heading', { level: 2 })).toContainText('urges');
	await expect(app.details.locator('.claim').first()).toContainText('Reuters');
	await expect(app.details.locator('.claim').first()).toContainText('paragraph');
});

test('the legend filters, and the receipt says what is hidden', async ({ app }) => {
	await app.open();
	const conflict = app.legend.getByRole('button', { name: 'Only Conflict' });
	await conflict.focus();
	await conflict.click();
	await app.tick('Pressure').check();
	await expect(app.tick('Conflict')).toBeChecked();
	await expect(app.tick('Talks')).not.toBeChecked();
	await expect(app.receipt).toContainText('by type');
	const [, shown, all, hidden] = /and (\d+) of (\d+) relations \(hidden: (\d+) by type\)/.exec(
		await app.receipt.innerText()
	)!;
	expect(Number(shown) + Number(hidden)).toBe(Number(all));
	await app.legend.getByLabel('Keep actors left without a relation').uncheck();
	await expect(app.receipt).toContainText('left without a relation');
	await app.receipt.getByRole('button', { name: 'Show all' }).click();
	await expect(app.receipt).toContainText('Showing all');
});

test('a filter may dim instead of hide', async ({ app }) => {
	await app.open();
	await app.legend.getByRole('combobox', { name: 'Relations that are not ticked' }).selectOption('dim');
	await app.tick('Talks').uncheck();
	await expect(app.receipt).toContainText('dimmed');
	await expect(app.receipt).toContainText(`and ${RELATIONS} relations (`);
});

test('a click on the graph opens an actor; drag is one edit that undo takes back', async ({ app, page }) => {
	await app.open();
	const from = await app.place('kataib_hezbollah');
	await page.mouse.click(from.x, from.y);
	await expect(app.details.getByRole('heading', { name: 'Kataib Hezbollah' })).toBeVisible();
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x + 30, from.y + 10, { steps: 3 });
	await page.mouse.move(from.x + 60, from.y + 40, { steps: 3 });
	await page.mouse.up();
	const undo = page.getByRole('button', { name: 'Undo: Move an actor' });
	await expect(undo).toBeEnabled();
	await expect.poll(async () => (await app.view()).get('at')).toContain('kataib_hezbollah');
	await undo.click();
	await expect.poll(async () => (await app.view()).get('at')).toBeNull();
	await page.getByRole('button', { name: 'Redo: Move an actor' }).click();
	await expect.poll(async () => (await app.view()).get('at')).toContain('kataib_hezbollah');
});

test('a box chooses several', async ({ app, page }) => {
	await app.open();
	const [a, b] = [await app.place('qaani'), await app.place('kataib_hezbollah')];
	const reach = 45;
	await page.keyboard.down('Shift');
	await page.mouse.move(Math.min(a.x, b.x) - reach, Math.min(a.y, b.y) - reach);
	await page.mouse.down();
	await page.mouse.move(Math.max(a.x, b.x) + reach, Math.max(a.y, b.y) + reach, { steps: 6 });
	await page.mouse.up();
	await page.keyboard.up('Shift');
	await expect(app.details.getByRole('heading', { name: /actors chosen/ })).toBeVisible();
});

test('focus shows the neighbourhood, and ends', async ({ app }) => {
	await app.open('v1&actors=kataib_hezbollah');
	await app.details.getByRole('button', { name: 'Focus' }).click();
	await expect(app.receipt).toContainText('beyond the focus');
	const bar = app.page.getByRole('group', { name: 'Focus' });
	const near = await app.receipt.innerText();
	await bar.getByRole('combobox').selectOption('2 steps');
	await expect(app.receipt).not.toHaveText(near);
	await bar.getByRole('button', { name: 'End focus' }).click();
	await expect(app.receipt).toContainText('Showing all');
});

test('an actor can be put away and brought back', async ({ app }) => {
	await app.open('v1&actors=kataib_hezbollah');
	await app.details.getByRole('button', { name: 'Put away' }).click();
	await expect(app.receipt).toContainText('1 put away one by one');
	await app.legend.getByRole('button', { name: 'Bring back' }).click();
	await expect(app.receipt).toContainText('Showing all');
});

test('the trail leads back and forward', async ({ app, page }) => {
	await app.open('v1&actors=kataib_hezbollah');
	await app.search.fill('qaani');
	await page.keyboard.press('Enter');
	await expect(app.details.getByRole('heading', { name: 'Esmail Qaani' })).toBeVisible();
	await page.getByRole('button', { name: 'Back to where I was' }).click();
	await expect(app.details.getByRole('heading', { name: 'Kataib Hezbollah' })).toBeVisible();
	await page.getByRole('button', { name: 'Forward again' }).click();
	await expect(app.details.getByRole('heading', { name: 'Esmail Qaani' })).toBeVisible();
});

for (const spelling of ['Kataib', "Kata'ib", 'Ketaeb', 'كتائب', 'KATAIB HEZBOLLAH']) {
	test(`search finds ${spelling}`, async ({ app }) => {
		await app.open();
		await app.search.fill(spelling);
		await expect(app.page.getByRole('option').first()).toContainText('Kataib Hezbollah');
		await expect(app.page.getByRole('option').first()).toContainText('Armed group');
	});
}

for (const layout of ['Forces', 'By side', 'Around one actor', 'By command', 'Circle']) {
	test(`layout: ${layout}, and undo brings the old positions back`, async ({ app, page }) => {
		await app.open();
		await page.getByRole('button', { name: 'Arrange', exact: true }).click();
		await page.getByRole('menuitem', { name: new RegExp(layout, 'i') }).click();
		await expect(app.announcer).toContainText('Arranged', { timeout: 20_000 });
		await expect
			.poll(async () => ((await app.view()).get('at') ?? '').split(',').length)
			.toBeGreaterThan(ACTORS / 2);
		await page.getByRole('button', { name: /^Undo: Arrange/ }).click();
		await expect.poll(async () => (await app.view()).get('at')).toBeNull();
	});
}

test('tables: sorted, filtered, one selection with the graph', async ({ app, page }) => {
	await app.open();
	await page.getByRole('tab', { name: 'Actors' }).click();
	const table = page.getByRole('grid', { name: 'Actors' });
	await table.getByRole('button', { name: 'Relations' }).click();
	await expect(table.getByRole('columnheader', { name: /Relations/ })).toHaveAttribute(
		'aria-sort',
		'ascending'
	);
	await page.getByRole('searchbox', { name: 'Filter actors' }).fill('kataib');
	await table.getByRole('row', { name: /Kataib Hezbollah/ }).click();
	await expect.poll(async () => (await app.view()).get('actors')).toBe('kataib_hezbollah');
	await page.getByRole('tab', { name: 'Relations' }).click();
	await expect(page.getByRole('grid', { name: 'Relations' })).toHaveAttribute(
		'aria-rowcount',
		String(RELATIONS + 1)
	);
});

test('removing an actor says what went with it, and undo brings it back', async ({ app, page }) => {
	await app.open('v1&actors=kataib_hezbollah');
	await app.command('Remove the chosen actor');
	await expect(page.getByRole('alert')).toContainText(
		/Remove Kataib Hezbollah\. Gone: 1 actor, \d+ relations/
	);
	await expect(app.receipt).toContainText(`all ${ACTORS - 1} actors`);
	await page.keyboard.press('Control+z');
	await expect(app.receipt).toContainText(`all ${ACTORS} actors and ${RELATIONS} relations`);
});

test('filters that leave nothing say so and offer the way back', async ({ app, page }) => {
	await app.open('v1&lonely=go');
	for (const family of ['Structure', 'Support', 'Talks', 'Pressure', 'Conflict', 'Presence'])
		await app.tick(family).uncheck();
	await page.getByRole('button', { name: 'Show everything' }).click();
	await expect(app.receipt).toContainText('Showing all');
});

test('a bundle opens to a fan when it is clicked', async ({ app, page }) => {
	await app.open();
	const [a, b] = [await app.place('qaani'), await app.place('iran_aligned_groups')];
	// The pair has a bundle of pressure and one of talks, bent to either side of the straight line.
	const [dx, dy] = [b.x - a.x, b.y - a.y];
	const length = Math.hypot(dx, dy);
	const opened = app.details.getByText('2 relations chosen');
	for (const off of [9, -9, 6, -6, 12, -12]) {
		await page.mouse.click((a.x + b.x) / 2 - (dy / length) * off, (a.y + b.y) / 2 + (dx / length) * off);
		if (await opened.isVisible()) break;
	}
	await expect(opened).toBeVisible();
	await expect(app.details.getByRole('article')).toHaveCount(2);
});
