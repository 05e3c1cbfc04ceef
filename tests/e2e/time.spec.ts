/** As of a day: the control, the spine of events, two days compared, the story. */
import { expect, test } from './app.ts';

test('what was known to hold on two days', async ({ app, page }) => {
	await app.open('v1&asof=2024-01-28');
	await expect(app.receipt).toContainText('As of 28 January 2024: showing');
	await expect(app.receipt).toContainText('not yet');
	const sums = async () => {
		const text = await app.receipt.innerText();
		const numbers = (words: string) =>
			[...text.matchAll(new RegExp(`(\\d+) (?:${words})`, 'g'))].reduce((sum, [, n]) => sum + Number(n), 0);
		const shown = /and (?:(\d+) of )?58 relations/.exec(text)!;
		return {
			shown: Number(shown[1] ?? 58),
			kinds: numbers('certain|possible|carried forward|past'),
			hidden: numbers('not yet|over')
		};
	};
	const january = await sums();
	expect(january.kinds).toBe(january.shown);
	expect(january.shown + january.hidden).toBe(58);

	await page.keyboard.press('t');
	const dock = page.getByRole('region', { name: 'Time', exact: true });
	const slider = dock.getByRole('slider', { name: 'Day' });
	await slider.focus();
	for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowRight');
	await expect(app.receipt).toContainText('As of 6 February 2024');
	const february = await sums();
	expect(february.kinds).toBe(february.shown);
	expect(february.shown).toBeGreaterThan(january.shown);
	await expect(app.legend.getByRole('region', { name: 'As of 6 February 2024' })).toBeVisible();
	await app.legend.getByRole('checkbox', { name: /^possible/ }).uncheck();
	await expect(app.receipt).toContainText('by certainty');
	await page.keyboard.press('Control+z');
	await expect(app.receipt).not.toContainText('by certainty');
	await page.keyboard.press('Control+z');
	await expect(app.receipt).toContainText('As of 28 January 2024');
	await dock.getByRole('radio', { name: 'All time' }).check();
	await expect(app.receipt).toContainText('Showing all');
});

test('two days are compared in four line styles and as a list', async ({ app, page }) => {
	await app.open('v1&asof=2024-02-06&with=2024-01-28');
	await expect(app.receipt).toContainText('compared with 28 January 2024');
	const key = app.legend.getByRole('region', { name: 'Compared with 28 January 2024' });
	for (const word of ['added', 'ended', 'changed', 'the same']) await expect(key).toContainText(word);
	const dock = page.getByRole('region', { name: 'Time', exact: true });
	await expect(dock.getByRole('region', { name: 'Compare' })).toContainText(/Added/i);
	// What happened between the two days is not lost.
	await expect(dock.getByRole('region', { name: 'Compare' })).toContainText('between the two days');
});

test('an event lights its relations; who says that the visit ended the attacks', async ({ app, page }) => {
	await app.open();
	await page.keyboard.press('t');
	const dock = page.getByRole('region', { name: 'Time', exact: true });
	await dock.getByRole('button', { name: /^Qaani comes to Baghdad/ }).click();
	await expect(
		app.details.getByRole('heading', { name: 'Qaani comes to Baghdad and meets the groups' })
	).toBeVisible();
	await expect(app.details).toContainText('Led to “Attacks on US forces cease”');
	await app.details.getByText('What is said of this').first().click();
	await expect(app.details.locator('.claim').first()).toBeVisible();
	await expect(app.details).toContainText('Several Iranian and Iraqi sources');
	await expect(app.details.getByRole('heading', { name: 'Took place in it' })).toBeVisible();
	await expect.poll(async () => (await app.view()).get('events')).toBe('e_visit');
});

test('the story is stepped through and left where one was', async ({ app, page }) => {
	await app.open('v1&types=meets&camera=0,0,0.7');
	await page.keyboard.press('t');
	await page.getByRole('button', { name: 'Step through the story' }).click();
	const story = page.getByRole('region', { name: /story/i });
	await expect(story).toContainText('1 of');
	await page.keyboard.press('ArrowRight');
	await expect(story).toContainText('2 of');
	await expect(app.announcer).toContainText('Step 2 of');
	await expect.poll(async () => (await app.view()).get('events')).toBeTruthy();
	await page.keyboard.press('Escape');
	await expect(story).toBeHidden();
	await expect.poll(async () => (await app.view()).get('events')).toBeNull();
	expect((await app.view()).get('types')).toBe('meets');
	await expect.poll(async () => (await app.view()).get('camera')).toBe('0,0,0.7');
});
