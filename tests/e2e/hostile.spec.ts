import { expect, test } from './app.ts';

const BASE = {
	format: 'dramatis',
	version: 1,
	sources: [{ id: 's', title: 'S' }],
	voices: [{ id: 'v', label: 'V' }],
	events: [],
	links: []
};

const HOSTILE_IDS = [
	'__proto__',
	'constructor',
	'toString',
	'hasOwnProperty',
	'',
	' ',
	'x"], node[id = "y',
	'</script>',
	'\u202eabc',
	'then'
];
const MARKUP =
	'<img src=x onerror=alert(1)><script>alert(2)</script>{{constructor.constructor("alert(3)")()}}';

function hostileDocument(): string {
	const actors = HOSTILE_IDS.map((id, i) => ({
		id,
		name: [MARKUP, 'x'.repeat(1_000_000), 'كتائب حزب الله', '\u202eright to left', '', 'a\u0301'.repeat(50)][
			i % 6
		],
		kind: 'person',
		side: MARKUP,
		description: MARKUP
	}));
	const relations = HOSTILE_IDS.map((id, i) => ({
		id,
		type: i % 2 ? 'attacks' : '__proto__',
		from: id,
		to: HOSTILE_IDS[(i + 1) % HOSTILE_IDS.length],
		when: i % 3 ? '2024-13-45' : '[2024-01-27..2024-01-28]',
		note: 'javascript:alert(1)'
	}));
	const claims = relations.map(({ id }, i) => ({
		id: `c${i}`,
		about: [id],
		statement: MARKUP,
		modality: 'stated',
		voices: ['v'],
		source: 's'
	}));
	const sources = [{ id: 's', title: MARKUP, url: 'javascript:alert(1)' }];
	// JSON.stringify would lose nothing here, but positions need an own key named __proto__.
	const text = JSON.stringify({ ...BASE, title: MARKUP, sources, actors, relations, claims });
	return text.replace(/}$/, ',"positions":{"__proto__":[1,2],"constructor":[300,40]}}');
}

test('a hostile document opens, is drawn as text, arranged, searched and saved', async ({ app, page }) => {
	await app.open();
	await app.openFile('hostile.json', hostileDocument());
	await expect(app.receipt).toContainText(`${HOSTILE_IDS.length} actors`);
	await expect(app.details.getByText('<img src=x').first()).toBeVisible();
	await expect(page.locator('img')).toHaveCount(0);
	await expect(page.locator('a[href^="javascript"]')).toHaveCount(0);
	for (const layout of ['Forces', 'By side', 'Around one actor', 'By command', 'Circle']) {
		await page.getByRole('button', { name: 'Arrange', exact: true }).click();
		await page.getByRole('menuitem', { name: new RegExp(layout, 'i') }).click();
		await expect(app.announcer).toContainText('Arranged', { timeout: 20_000 });
		await expect(
			page.getByRole('button', { name: new RegExp(`^Undo: Arrange: ${layout}`, 'i') })
		).toBeEnabled();
	}
	await app.search.fill('script');
	await app.search.fill('');
	await app.graph.focus();
	for (const key of ['ArrowRight', 'ArrowDown', '.', 'Enter']) await page.keyboard.press(key);
	const saved = page.waitForEvent('download');
	await page.keyboard.press('Control+s');
	expect((await saved).suggestedFilename()).toMatch(/^[\p{L}\p{N}-]+\.dramatis\.json$/u);
	await page.keyboard.press('Escape');
});

const BROKEN: readonly [string, string, RegExp][] = [
	['empty.json', '', /not opened/],
	['cut.json', '{"format":"dramatis","version":1,"title":"x","actors":[{"id":"a"', /line 1/],
	['page.json', '<!doctype html><p>404', /not opened/],
	['other.json', '{"nodes":[]}', /not opened/],
	['newer.json', '{"format":"dramatis","version":99,"title":"x"}', /version/],
	['deep.json', '['.repeat(200_000), /not opened/],
	['zeros.json', '\0'.repeat(5000), /not opened/]
];

for (const [name, content, words] of BROKEN) {
	test(`a broken file leaves the open document as it is: ${name}`, async ({ app, page }) => {
		await app.open();
		const before = await app.receipt.innerText();
		await app.openFile(name, content);
		await expect(page.getByRole('alert')).toContainText(words);
		await expect(page.getByRole('alert')).toContainText('what was open still is');
		await expect(app.receipt).toHaveText(before);
	});
}

test('a file with mistakes opens with remarks that name place and remedy', async ({ app, page }) => {
	await app.open();
	const actors = [
		{ id: 'a', name: 'A', kind: 'person' },
		{ id: 'a', name: 'Twin', kind: 'person' },
		{ id: 'b', name: 'B', kind: 'dragon' }
	];
	const relations = [
		{ id: 'r', type: 'meets', from: 'a', to: 'nobody' },
		{ id: 'q', type: 'dances with', from: 'a', to: 'a', when: 'yesterday' }
	];
	await app.openFile(
		'mistakes.json',
		JSON.stringify({ ...BASE, title: 'Mistakes', actors, relations, claims: [] })
	);
	await page.getByRole('alert').getByRole('button', { name: 'Show' }).click();
	const remarks = page.getByRole('dialog', { name: 'Remarks on the document' });
	for (const place of ['actors[1]', 'actors[2]', 'relations[0]', 'relations[1]'])
		await expect(remarks).toContainText(place);
	await page.keyboard.press('Escape');
	await expect(app.receipt).toContainText('1 actor');
});
