/** Files of other programs on their way in: what is asked, what the receipt says, what is taken, and how it is undone. */
import { gzipSync } from 'node:zlib';
import { bundled, expect, test } from './app.ts';
import { ImportDialog, balanceIn } from './import-dialog.ts';
import { FRENCH, FRENCH_AGAIN, GEXF, STIX } from './import-files.ts';

const HOME = `${bundled.actors.length} actors and ${bundled.relations.length} relations`;

test('a French table in Windows-1252 is asked about, shown, taken, undone and done again', async ({
	app,
	page
}) => {
	await app.open();
	const dialog = new ImportDialog(app);
	await dialog.choose([FRENCH]);
	await expect(dialog.root).toContainText('In which of these do names read right?');
	await expect(dialog.root.getByRole('listitem').filter({ hasText: 'Cyrillic' })).toContainText('Tйhйran');
	const western = dialog.root.getByRole('listitem').filter({ hasText: 'Western European (Windows-1252)' });
	await expect(western).toContainText('Téhéran');
	await expect(western).toContainText('Milice d’été');
	await western.getByRole('button').click();

	await expect(dialog.root).toContainText('windows-1252');
	for (const [name, use] of [
		['Qui', 'from'],
		['Fait quoi', 'type'],
		['À qui', 'to'],
		['Quand', 'when'],
		['Selon qui', 'voice'],
		['Journal', 'source'],
		['Remarque', 'note']
	] as const)
		await expect(dialog.column(name)).toHaveValue(use);
	await expect(dialog.type('attaque')).toHaveValue('type attacks');
	await expect(dialog.type('soutient')).toHaveValue('type backs');
	await expect(dialog.root).toContainText('One word for a relation is not known here.');
	await dialog.type('fréquente').selectOption({ label: 'meets' });
	await expect(dialog.receipt).toContainText('5 actors, 5 relations, 6 claims.');
	const rows = await dialog.receipt.getByText(/rows in the file/).innerText();
	expect(balanceIn(rows)).toEqual([8, 5, 1, 2]);
	const remarks = await dialog.remarks();
	for (const [line, words] of [
		['line 4', 'only white space differs'],
		['line 4', 'The row says the same as line 3'],
		['line 6', 'does not say to whom'],
		['line 7', 'does not say who does it'],
		['line 8', '“bientôt” is not a date'],
		['line 9', '“téhéran” and “Téhéran” look nearly the same']
	] as const)
		await expect(remarks.filter({ hasText: line }).filter({ hasText: words })).toHaveCount(1);

	await expect(app.receipt).toContainText(HOME);
	await dialog.takeIn();
	await expect(app.receipt).toContainText('5 actors and 5 relations');
	await expect(app.details.getByRole('heading', { name: 'rapport' })).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(app.receipt).toContainText(HOME);
	await page.keyboard.press('Control+Shift+z');
	await expect(app.receipt).toContainText('5 actors and 5 relations');
});

test('a file of the same shape is read as the first one was, and only what is new is asked', async ({
	app
}) => {
	await app.open();
	const dialog = new ImportDialog(app);
	await dialog.choose([FRENCH]);
	await dialog.root.getByRole('button', { name: 'Western European (Windows-1252)' }).click();
	await dialog.type('fréquente').selectOption({ label: 'meets' });
	await dialog.column('Remarque').selectOption('leave');
	await expect(dialog.receipt).toContainText('Columns left out: Remarque.');
	await dialog.takeIn();

	await dialog.choose([FRENCH_AGAIN]);
	await expect(dialog.root).toContainText('Read as the last file with the same columns was.');
	await expect(dialog.column('Remarque')).toHaveValue('leave');
	await dialog.root.getByText('What the types of relations mean').click();
	await expect(dialog.type('fréquente')).toHaveValue('type meets');
	// Words of the other file alone are of no interest here.
	await expect(dialog.type('attaque')).toHaveCount(0);
	await expect(dialog.root).not.toContainText('is not known here');
	await dialog.root.getByRole('button', { name: 'Cancel' }).click();

	const words = FRENCH_AGAIN.content.toString().replace('fréquente', 'ignore');
	await dialog.choose([{ name: 'third.csv', content: words }]);
	await expect(dialog.root).toContainText('One word for a relation is not known here.');
	await dialog.takeIn();
	await expect(app.receipt).toContainText('2 actors and 1 relation');
});

test('a column that is said to mean something else changes the receipt', async ({ app }) => {
	await app.open();
	const dialog = new ImportDialog(app);
	const content = 'from,to,what,how\nAda,Ben,meets,phone\nBen,Cy,attacks,phone\nCy,,attacks,wire\n';
	await dialog.choose([{ name: 'x.csv', content }]);
	await expect(dialog.receipt).toContainText('3 rows in the file: 2 taken, 1 left out.');
	await expect(dialog.receipt).toContainText('3 actors, 2 relations');
	await dialog.column('how').selectOption('to');
	// Only one column can be the second actor: the two change places.
	await expect(dialog.column('to')).toHaveValue('attribute');
	await expect(dialog.receipt).toContainText('5 actors, 3 relations');
	await expect(dialog.receipt).toContainText('3 rows in the file, all taken.');
	await dialog.column('how').selectOption('type');
	await expect(dialog.column('what')).toHaveValue('to');
	await expect(dialog.type('phone')).toHaveValue(/^own /);
	await expect(dialog.root).toContainText('2 words for relations are not known here.');
	await dialog.root.getByRole('combobox', { name: 'has' }).selectOption('nodes');
	await expect(dialog.receipt).toContainText('3 rows of actors in the file');
	await dialog.root.getByRole('button', { name: 'Cancel' }).click();
	await expect(app.receipt).toContainText(HOME);
});

test('a GEXF file keeps periods and places, and says what it left out', async ({ app }) => {
	await app.open();
	const dialog = new ImportDialog(app);
	await dialog.choose([{ name: 'friends.gexf', content: GEXF }]);
	await expect(dialog.receipt).toContainText('3 actors, 2 relations');
	expect(balanceIn(await dialog.receipt.getByText(/relations in the file/).innerText())).toEqual([
		3, 2, 0, 1
	]);
	await expect((await dialog.remarks()).first()).toContainText(
		/line 1\d Left out: The edge names “n9”, and the file has no such node/
	);
	await dialog.takeIn();
	await expect(app.receipt).toContainText('3 actors and 2 relations');
	await app.search.fill('Ayla');
	await app.page.getByRole('option', { name: /Ayla/ }).first().click();
	await expect(app.details).toContainText('Person');
	await expect(app.details).toContainText(/2.*5 January 2024/);
});

test('a STIX bundle in gzip, whatever it is called, is read without a question', async ({ app }) => {
	await app.open();
	const dialog = new ImportDialog(app);
	await dialog.choose([{ name: 'download', content: gzipSync(STIX) }]);
	await expect(dialog.root).toContainText('STIX');
	await expect(dialog.root.getByRole('heading', { name: 'To be answered' })).toHaveCount(0);
	await expect(dialog.receipt).toContainText('3 actors, 2 relations');
	await dialog.takeIn();
	await expect(app.receipt).toContainText('3 actors and 2 relations');
	await app.search.fill('Jackal');
	await expect(app.page.getByRole('option', { name: /Wicked Jackal/ }).first()).toBeVisible();
});

test('a list of actors and a list of relations that are chosen together are one graph', async ({ app }) => {
	await app.open();
	const dialog = new ImportDialog(app);
	await dialog.choose([
		{ name: 'nodes.csv', content: 'id,label,kind\n1,Ada,person\n2,Ben,person\n3,Unit 7,military\n' },
		{ name: 'edges.csv', content: 'source,target,type\n1,2,meets\n2,3,commands\n2,4,attacks\n' }
	]);
	await expect(dialog.receipt).toContainText('3 rows of actors in the file, all taken.');
	await expect(dialog.receipt).toContainText('3 rows in the file, all taken.');
	await expect(dialog.receipt).toContainText('4 actors, 3 relations');
	// One of them can be left out again.
	await dialog.root.getByRole('checkbox', { name: /nodes\.csv/ }).uncheck();
	await expect(dialog.receipt).toContainText('4 actors, 3 relations');
	await expect(dialog.receipt).toContainText('1 other thing in the file: 0 taken, 1 left out.');
	await dialog.root.getByRole('checkbox', { name: /nodes\.csv/ }).check();
	await expect(dialog.receipt).toContainText('3 rows of actors in the file, all taken.');
	await dialog.takeIn();
	await expect(app.receipt).toContainText('4 actors and 3 relations');
	await expect(app.legend).toContainText('Military');
});

const JOINING = [
	'who,does,to whom,when',
	'Kataib Hizballah,threatens,US troops in Iraq,2024-02-01',
	'Iraqi Government,meets,A newcomer,2024-02-02',
	'A newcomer,meets,Kataib Hizballah,2024-02-03'
].join('\n');

test('added to the open document, look-alikes are offered and none is merged unasked', async ({
	app,
	page
}) => {
	await app.open();
	const dialog = new ImportDialog(app);
	const add = async () => {
		await dialog.choose([{ name: 'more.csv', content: JOINING }], 'Add a file to this document…');
		await expect(dialog.root.getByRole('radio', { name: /^Add it to/ })).toBeChecked();
		await expect(dialog.root.getByRole('group', { name: /Which are the same/ })).toBeVisible();
	};
	const [actors, relations] = [bundled.actors.length, bundled.relations.length];
	await add();
	const twins = dialog.root.getByRole('group', { name: /Which are the same/ }).getByRole('checkbox');
	for (const twin of await twins.all()) await expect(twin).not.toBeChecked();
	await dialog.takeIn();
	await expect(app.receipt).toContainText(`${actors + 4} actors and ${relations + 3} relations`);
	await page.keyboard.press('Control+z');
	await expect(app.receipt).toContainText(HOME);

	await add();
	await dialog.root.getByRole('checkbox', { name: /^Kataib Hizballah is Kataib Hezbollah/ }).check();
	await dialog.takeIn();
	await expect(app.receipt).toContainText(`${actors + 3} actors and ${relations + 3} relations`);
	await expect(app.announcer).toContainText('Added 4 actors and 3 relations');
	await app.search.fill('Kataib Hizballah');
	await page
		.getByRole('option', { name: /Kataib Hezbollah/ })
		.first()
		.click();
	await expect(app.details.getByRole('heading', { level: 2 })).toContainText('Kataib Hezbollah');
	await expect(app.details).toContainText('A newcomer');
	await page.keyboard.press('Control+z');
	await expect(app.receipt).toContainText(HOME);
	await page.keyboard.press('Control+Shift+z');
	await expect(app.receipt).toContainText(`${actors + 3} actors and ${relations + 3} relations`);
});

test('what was ticked holds no more when the columns mean something else', async ({ app }) => {
	await app.open();
	const dialog = new ImportDialog(app);
	await dialog.choose([{ name: 'more.csv', content: JOINING }], 'Add a file to this document…');
	const twin = dialog.root.getByRole('checkbox', { name: /^Kataib Hizballah is/ });
	await twin.check();
	await dialog.column('when').selectOption('leave');
	await expect(dialog.receipt).toContainText('Columns left out: when.');
	await expect(twin).not.toBeChecked();
	await dialog.takeIn();
	await expect(app.receipt).toContainText(`${bundled.actors.length + 4} actors`);
});

test('cancelled in the dialog, nothing has changed', async ({ app, page }) => {
	await app.open();
	const dialog = new ImportDialog(app);
	for (const leave of ['Escape', 'Cancel', 'Close']) {
		await dialog.choose([{ name: 'friends.gexf', content: GEXF }]);
		await expect(dialog.receipt).toContainText('3 actors, 2 relations');
		if (leave === 'Escape') await page.keyboard.press('Escape');
		else await dialog.root.getByRole('button', { name: leave, exact: true }).click();
		await expect(dialog.root).toHaveCount(0);
		await expect(app.receipt).toContainText(HOME);
		await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
	}
});

test('a table that is pasted as text, and a file that is dropped, come in by the same door', async ({
	app,
	page
}) => {
	await app.open();
	const dialog = new ImportDialog(app);
	await page.evaluate(() => {
		const data = new DataTransfer();
		data.setData('text/plain', 'who\tdoes\tto whom\nAda\tmeets\tBen\nBen\tattacks\tCy\n');
		document.body.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
		);
	});
	await expect(dialog.receipt).toContainText('3 actors, 2 relations');
	const drop = (target: string) =>
		page.evaluate(
			([selector, gexf]) => {
				const data = new DataTransfer();
				data.items.add(new File([gexf!], 'dropped.gexf'));
				const init = { dataTransfer: data, bubbles: true, cancelable: true };
				const element = document.querySelector(selector!)!;
				element.dispatchEvent(new DragEvent('dragover', init));
				element.dispatchEvent(new DragEvent('drop', init));
			},
			[target, GEXF]
		);
	// One that is dropped on the dialog takes the place of the one that it shows.
	await drop('dialog');
	await expect(page.getByRole('dialog', { name: 'Take in dropped.gexf' })).toBeVisible();
	await dialog.root.getByRole('button', { name: 'Cancel' }).click();
	await expect(app.receipt).toContainText(HOME);
	await drop('main');
	await expect(dialog.receipt).toContainText('3 actors, 2 relations');
	await dialog.takeIn();
	await expect(app.receipt).toContainText('3 actors and 2 relations');
	await page.locator('#graph').focus();
	await page.evaluate(() => {
		const data = new DataTransfer();
		data.setData('text/plain', 'No table, only a sentence.');
		document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
	});
	await expect(page.getByRole('alert')).toContainText('what was open still is');
});

test('with the keyboard alone, from the file to the picture', async ({ app, page }) => {
	await app.open();
	const dialog = new ImportDialog(app);
	await dialog.choose([FRENCH]);
	// The likeliest encoding has the focus.
	await expect(dialog.root.getByRole('button', { name: /Windows-1252/ })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(dialog.receipt).toContainText('5 relations');
	const reached = new Set<string>();
	for (let presses = 0; presses < 40; presses++) {
		await page.keyboard.press('Tab');
		const focused = page.locator(':focus');
		reached.add((await focused.getAttribute('aria-label')) ?? (await focused.innerText()));
		if (await dialog.take.evaluate((button) => button === document.activeElement)) break;
		if ((await focused.getAttribute('aria-label')) === '“fréquente” is') {
			// As a list that is closed takes letters.
			await page.keyboard.type('mee');
			await expect(dialog.type('fréquente')).toHaveValue('type meets');
		}
	}
	expect([...reached]).toContain('Qui is');
	await expect(dialog.take).toBeFocused();
	await expect(dialog.take).toBeEnabled();
	await page.keyboard.press('Enter');
	await expect(app.receipt).toContainText('5 actors and 5 relations');
});

for (const [width, height, theme] of [
	[1440, 900, 'light'],
	[1440, 900, 'dark'],
	[390, 844, 'light']
] as const) {
	test(`axe finds nothing in the dialog: ${width} pixels, ${theme}`, async ({ app, page }) => {
		await page.setViewportSize({ width, height });
		await page.emulateMedia({ colorScheme: theme });
		await app.open();
		const dialog = new ImportDialog(app);
		await dialog.choose([FRENCH]);
		await expect(dialog.root).toContainText('In which of these');
		expect(await app.violations()).toEqual([]);
		await dialog.root.getByRole('button', { name: 'Western European (Windows-1252)' }).click();
		await dialog.remarks();
		expect(await app.violations()).toEqual([]);
		const [scrollWidth, clientWidth] = await dialog.root.evaluate((element) => [
			element.scrollWidth,
			element.clientWidth
		]);
		expect(scrollWidth).toBe(clientWidth);
		// The yes and what it is said to stay in sight, however long the table is.
		await expect(dialog.take).toBeInViewport();
		await expect(dialog.root.getByRole('status')).toHaveText('5 actors, 5 relations; 2 left out');
		await page.keyboard.press('Escape');
		await dialog.choose([{ name: 'more.csv', content: JOINING }], 'Add a file to this document…');
		await expect(dialog.root.getByRole('checkbox', { name: /^Kataib Hizballah is/ })).toBeVisible();
		expect(await app.violations()).toEqual([]);
		await page.keyboard.press('Escape');
	});
}
