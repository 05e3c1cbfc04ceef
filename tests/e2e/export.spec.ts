/** Taking a document out: what is said before it is saved, and what the file then holds. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { guessMapping } from '#lib/formats/meaning/guess.ts';
import { interpret } from '#lib/formats/meaning/interpret.ts';
import { readNative } from '#lib/formats/native/native.ts';
import { stageFile } from '#lib/formats/stage.ts';
import type { Document } from '#lib/model/document.ts';
import { bundled, expect, test, type App } from './app.ts';

const report = readNative(
	readFileSync(new URL('../../data/quds-force-baghdad-2024.dramatis.json', import.meta.url), 'utf8')
).document;

async function openDialog(app: App): Promise<{ dialog: Locator; losses: Locator }> {
	await app.command('Save as…');
	const dialog = app.page.getByRole('dialog', { name: 'Save as' });
	return { dialog, losses: dialog.getByTestId('loss-report') };
}

async function saved(page: Page, dialog: Locator): Promise<{ name: string; bytes: Buffer }> {
	const saving = page.waitForEvent('download');
	await dialog.getByRole('button', { name: 'Save', exact: true }).click();
	const download = await saving;
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** What our own readers make of a file, without asking anybody. */
async function readBack({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<Document> {
	const staged = await stageFile([{ name, bytes }]);
	if (staged.what === 'document') return staged.reading.document;
	if (staged.what !== 'graph') throw new Error(staged.what);
	const { mapping, questions } = guessMapping(staged.graph);
	expect(questions).toEqual([]);
	return interpret(staged.graph, mapping).document;
}

const names = ({ actors }: Document) => actors.map(({ name }) => name).sort();

test('GEXF of the report: losses are said, then the file holds all the rest', async ({ app, page }) => {
	await app.open();
	const { dialog, losses } = await openDialog(app);
	await expect(losses).toContainText('Nothing of them is lost.');
	await dialog.getByRole('radio', { name: 'GEXF' }).check();
	const claims = report.claims.filter(({ about }) => report.relations.some(({ id }) => about.includes(id)));
	await expect(losses.getByRole('status')).toContainText('No place in GEXF');
	await expect(losses.locator('div', { hasText: 'Kept as notes' }).last()).toContainText(
		`${claims.length} claims`
	);
	await expect(losses.locator('div', { hasText: 'Left out' }).last()).toContainText(
		`${report.links.length} links`
	);
	expect(await app.violations()).toEqual([]);
	const file = await saved(page, dialog);
	expect(file.name).toBe('the-quds-force-commander-in-baghdad-january-2024.gexf');
	await expect(page.getByRole('alert')).toContainText(`Saved: ${file.name}, `);
	await expect(app.announcer).toContainText(`Saved: ${file.name}, `);
	await expect(dialog).toBeHidden();
	const back = await readBack(file);
	expect(names(back)).toEqual(names(report));
	expect(back.relations.length).toBe(report.relations.length);
	expect(back.relations.filter(({ when }) => when).length).toBe(
		report.relations.filter(({ when }) => when).length
	);
	// The next time it begins where it was.
	const again = await openDialog(app);
	await expect(again.dialog.getByRole('radio', { name: 'GEXF' })).toBeChecked();
});

test('CSV of what is visible, exact', async ({ app, page }) => {
	await app.open('v1&types=attacks,accuses,urges');
	const shown = await app.receipt.innerText();
	const { dialog, losses } = await openDialog(app);
	await dialog.getByRole('radio', { name: 'Two CSV tables' }).check();
	await dialog.getByRole('radio', { name: 'Exact' }).check();
	await dialog.getByRole('radio', { name: 'What is visible' }).check();
	const [, actors, relations] = /: (\d+) actors and (\d+) relations/.exec(await dialog.innerText())!;
	expect(Number(relations)).toBeLessThan(report.relations.length);
	expect(shown).toContain(`${relations} of ${report.relations.length} relations`);
	await expect(dialog).toContainText(`${relations} of ${report.relations.length} relations (hidden`);
	await expect(losses).toContainText(`${actors} actors, ${relations} relations, `);
	const file = await saved(page, dialog);
	expect(file.name).toMatch(/\.csv\.zip$/);
	const back = await readBack(file);
	expect([back.actors.length, back.relations.length]).toEqual([Number(actors), Number(relations)]);
	const claims = back.claims.map(({ statement }) => statement);
	expect(claims.length).toBeGreaterThan(Number(relations) / 2);
	for (const statement of claims)
		expect(report.claims.some((claim) => claim.statement === statement)).toBe(true);
});

test('a copy for others is without what was ticked, and names that stay are said', async ({ app, page }) => {
	await app.open();
	const { dialog, losses } = await openDialog(app);
	await dialog.getByText('Leave something out').click();
	await dialog.getByRole('checkbox', { name: 'Positions' }).check();
	await dialog.getByRole('checkbox', { name: 'Authors' }).check();
	await dialog.getByRole('searchbox', { name: 'Find actors' }).fill('qaani');
	await page.keyboard.press('Enter');
	await dialog.getByRole('checkbox', { name: 'Esmail Qaani' }).check();
	await dialog.getByRole('searchbox', { name: 'Find actors' }).fill('');
	await expect(dialog.getByRole('checkbox', { name: 'Esmail Qaani' })).toBeChecked();
	await expect(losses).toContainText(`${bundled.actors.length - 1} actors`);
	await losses.getByText('Names of actors left out still stand in').click();
	await expect(losses.getByText(/\bQaani\b/).first()).toBeVisible();
	expect(await app.violations()).toEqual([]);
	const back = await readBack(await saved(page, dialog));
	expect(back.actors.some(({ id }) => id === 'qaani')).toBe(false);
	expect(back.positions).toBeUndefined();
	expect(back.sources.some(({ authors }) => authors)).toBe(false);
	// The open document is as it was.
	await expect(app.receipt).toContainText(`all ${bundled.actors.length} actors`);
});

test('by the keyboard alone', async ({ app, page }) => {
	await app.open();
	await page.keyboard.press('Control+Shift+S');
	const dialog = page.getByRole('dialog', { name: 'Save as' });
	await expect(dialog.getByRole('radio', { name: 'Dramatis document' })).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(dialog.getByRole('radio', { name: 'Excel workbook' })).toBeChecked();
	await page.keyboard.press('Tab');
	await page.keyboard.press('ArrowDown');
	await expect(dialog.getByRole('radio', { name: 'What is visible' })).toBeChecked();
	await expect(dialog.getByRole('button', { name: 'Save', exact: true })).toBeEnabled();
	const saving = page.waitForEvent('download');
	await page.keyboard.press('Enter');
	const download = await saving;
	expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
	const back = await readBack({ name: 'x.xlsx', bytes: readFileSync(await download.path()) });
	expect(names(back)).toEqual(names(report));
	await page.keyboard.press('Control+Shift+S');
	await expect(dialog).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
});

test('on a narrow screen all of it can be reached, and nothing sticks out', async ({ app, page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await app.open();
	await page.keyboard.press('Control+Shift+S');
	const dialog = page.getByRole('dialog', { name: 'Save as' });
	await dialog.getByRole('radio', { name: 'PLOVER' }).check();
	await expect(dialog.getByTestId('loss-report')).toContainText('relations that are a state');
	await dialog.getByRole('button', { name: 'Save', exact: true }).scrollIntoViewIfNeeded();
	await expect(dialog.getByRole('button', { name: 'Save', exact: true })).toBeInViewport();
	expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

test('writing can be cancelled, and done again', async ({ app, page }) => {
	const actors = Array.from({ length: 4000 }, (_, at) => ({ id: `a${at}`, name: `A ${at}`, kind: 'person' }));
	const relations = Array.from({ length: 40_000 }, (_, at) => ({
		id: `r${at}`,
		type: 'meets',
		from: `a${at % 4000}`,
		to: `a${(at * 7 + 1) % 4000}`
	}));
	const positions = Object.fromEntries(actors.map(({ id }, at) => [id, [at % 60, at / 60]]));
	await app.open();
	await app.openFile(
		'large.dramatis.json',
		JSON.stringify({ format: 'dramatis', version: 1, title: 'Large', actors, relations, positions })
	);
	await expect(app.receipt).toContainText('of 4,000 actors');
	const { dialog } = await openDialog(app);
	await dialog.getByRole('radio', { name: 'Excel workbook' }).check();
	const save = dialog.getByRole('button', { name: 'Save', exact: true });
	await save.click();
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await expect(app.announcer).toContainText('Saving was cancelled.');
	await dialog.getByRole('radio', { name: 'Pajek' }).check();
	const file = await saved(page, dialog);
	expect(file.name).toBe('large.net');
	expect((await readBack(file)).relations.length).toBe(40_000);
});
