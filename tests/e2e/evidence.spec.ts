/** According to whom: voices, ways of saying, the source with its passages, checks. */
import { createHash } from 'node:crypto';
import { expect, test } from './app.ts';

const TEXT = `The harbour stayed shut on Monday.

Captain Ilse Brand ordered the tugs out, a port official said. "We never closed it," the mayor said.

الميناء مغلق منذ يومين، قال مسؤول.`;

const spanOf = (words: string) => {
	const at = TEXT.indexOf(words);
	const start = [...TEXT.slice(0, at)].length;
	return { start, end: start + [...words].length };
};

/** A made-up document whose text we may carry about. */
const HARBOUR = {
	format: 'dramatis',
	version: 1,
	title: 'The harbour',
	sources: [
		{
			id: 's',
			title: 'Harbour shut',
			publisher: 'The Pilot',
			published: '2031-03-04',
			sha256: createHash('sha256').update(TEXT).digest('hex')
		}
	],
	voices: [
		{ id: 'pilot', label: 'The Pilot' },
		{ id: 'official', label: 'A port official', anonymous: true, people: 1 },
		{ id: 'mayor', label: 'The mayor' }
	],
	actors: [
		{ id: 'brand', name: 'Ilse Brand', kind: 'person' },
		{ id: 'tugs', name: 'The tugs', kind: 'people' },
		{ id: 'harbour', name: 'Harbour', kind: 'public-body' }
	],
	relations: [
		{ id: 'r1', type: 'commands', from: 'brand', to: 'tugs', when: '2031-03-03' },
		{ id: 'r2', type: 'opposes', from: 'brand', to: 'harbour', when: '2031-03-03/2031-03-05' }
	],
	events: [],
	links: [],
	claims: [
		{
			id: 'c1',
			about: ['r2'],
			statement: 'The harbour was closed.',
			modality: 'stated',
			voices: ['pilot'],
			source: 's',
			paragraph: 1,
			...spanOf('The harbour stayed shut on Monday')
		},
		{
			id: 'c2',
			about: ['r1'],
			statement: 'The captain sent the tugs.',
			modality: 'alleged',
			voices: ['pilot', 'official'],
			source: 's',
			paragraph: 2,
			...spanOf('Captain Ilse Brand ordered the tugs out')
		},
		{
			id: 'c3',
			about: ['r2'],
			statement: 'Nobody closed it.',
			modality: 'denied',
			voices: ['pilot', 'mayor'],
			source: 's',
			paragraph: 2,
			...spanOf('We never closed it')
		}
	]
};

test('what the report itself states, and what unnamed sources say', async ({ app, page }) => {
	await app.open();
	await page.keyboard.press('v');
	const voices = page.getByRole('region', { name: 'According to whom' });
	await voices.getByRole('button', { name: 'What the publication itself says' }).click();
	await expect(app.receipt).toContainText('told by other voices');
	await expect(app.announcer).toContainText('told by other voices');
	const [, own] = /and (\d+) of 58 relations/.exec(await app.receipt.innerText())!;
	await voices.getByRole('button', { name: 'Unnamed voices' }).click();
	await expect(app.receipt).not.toContainText(`${own} of 58 relations`);
	const [, unnamed] = /and (\d+) of 58 relations/.exec(await app.receipt.innerText())!;
	expect(Number(own)).toBeGreaterThan(30);
	expect(Number(unnamed)).toBeGreaterThan(3);
	await page.keyboard.press('Control+z');
	await expect(app.receipt).toContainText(`${own} of 58 relations`);
	await page.keyboard.press('Control+z');
	await expect(app.receipt).toContainText('Showing all');
});

test('only what several people say; the link keeps it', async ({ app, page }) => {
	await app.open('v1&least=2&said=alleged&lines=voice');
	await expect(app.receipt).toContainText('told by too few');
	await expect(app.receipt).toContainText('by how it is said');
	await expect(app.legend.getByRole('checkbox', { name: /^alleged/ })).not.toBeChecked();
	await expect(app.legend.getByRole('region', { name: 'Colours: who says it' })).toContainText('Reuters');
	await page.reload();
	await expect(app.receipt).toContainText('told by too few');
});

test('a denial stands beside what it denies, on the page and on the line', async ({ app, page }) => {
	await app.open();
	await app.openFile('harbour.json', JSON.stringify(HARBOUR));
	await expect(app.receipt).toContainText('3 actors and 2 relations');
	await page.keyboard.press('r');
	await app.details.getByRole('row', { name: /opposes/ }).click();
	await page.getByRole('tab', { name: 'Details' }).click();
	await expect(app.details.getByText('The voices disagree.')).toBeVisible();
	await expect(app.details.getByRole('heading', { level: 2 })).toContainText('denied by The mayor');
	await app.legend.getByRole('button', { name: 'Only denied' }).focus();
	await app.legend.getByRole('button', { name: 'Only denied' }).click();
	await expect(app.receipt).toContainText('1 of 2 relations');
	await expect(app.details.getByText(/left out by the filters/)).toBeVisible();
});

test('the text lights up, both ways, and is kept only when asked', async ({ app, page }) => {
	await app.open();
	await app.openFile('harbour.json', JSON.stringify(HARBOUR));
	await page.keyboard.press('s');
	const reader = page.getByRole('region', { name: 'Source', exact: true });
	await expect(reader).toContainText('Nobody closed it.');
	await reader.getByRole('button', { name: /Paste the text/ }).click();
	await page.getByRole('dialog').getByRole('textbox').fill(TEXT);
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^(Read|Use|Open)/ })
		.click();
	await expect(reader).toContainText('Captain Ilse Brand ordered the tugs out');
	await expect(reader.getByText('الميناء مغلق منذ يومين')).toBeVisible();
	await app.graph.focus();
	await page.keyboard.press(']');
	await expect(app.announcer).toContainText('The harbour was closed.');
	await page.keyboard.press(']');
	await expect(app.announcer).toContainText('The captain sent the tugs.');
	await expect.poll(async () => (await app.view()).get('relations')).toBe('r1');
	await page.keyboard.press('[');
	await expect(app.announcer).toContainText('The harbour was closed.');
	await page.reload();
	await app.openFile('harbour.json', JSON.stringify(HARBOUR));
	await page.keyboard.press('s');
	await expect(reader).toContainText('Nobody closed it.');
	await expect(reader).not.toContainText('Captain Ilse Brand ordered');
});

test('a text that is another one is said to be', async ({ app, page }) => {
	await app.open();
	await app.openFile('harbour.json', JSON.stringify(HARBOUR));
	await page.keyboard.press('s');
	const reader = page.getByRole('region', { name: 'Source', exact: true });
	await reader.getByRole('button', { name: /Paste the text/ }).click();
	await page.getByRole('dialog').getByRole('textbox').fill(`Something else.\n\n${TEXT}`);
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^(Read|Use|Open)/ })
		.click();
	await expect(reader).toContainText(/differs/);
	await expect(reader).toContainText(/not found/);
});

test('the checks lead to the place', async ({ app, page }) => {
	await app.open();
	await page.keyboard.press('c');
	const checks = page.getByRole('region', { name: /Checks/ });
	await expect(checks.getByRole('heading', { name: /one voice/i })).toBeVisible();
	await checks.getByRole('listitem').getByRole('button').first().click();
	await expect.poll(async () => (await app.view()).toString()).toMatch(/relations=|actors=|events=/);
});
