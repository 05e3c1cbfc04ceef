import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import report from '#data/quds-force-baghdad-2024.dramatis.json?raw';
import { readNative } from '#lib/formats/native/native.ts';
import type { Document } from '#lib/model/document.ts';
import { Workspace } from '#lib/state/workspace.svelte.ts';
import { Screen } from '#lib/ui/screen.svelte.ts';
import EvidenceStage from './EvidenceStage.svelte';

const bundled = readNative(report).document;

function setUp(document: Document = bundled) {
	const workspace = new Workspace();
	workspace.open(document);
	const screen = new Screen();
	screen.show('checks');
	const page = render(EvidenceStage, { workspace, screen, panel: 'checks' });
	return { workspace, screen, page };
}

test('the report: by severity, counted, and each row leads to its place', async () => {
	const { workspace, screen, page } = setUp();
	await expect
		.element(page.getByRole('status'))
		.toHaveTextContent(/^0 grave findings, \d+ doubtful ones, \d+ notes$/);
	await expect.element(page.getByRole('heading', { name: 'Doubtful', level: 3 })).toBeVisible();
	await expect.element(page.getByRole('heading', { name: 'Grave' })).not.toBeInTheDocument();
	const row = page.getByRole('button', { name: 'No relation names “Attacks on US forces cease”.' });
	await row.click();
	expect([...workspace.selection.events]).toEqual(['e_lull']);
	expect(screen.sideTab).toBe('checks');
	await expect.element(row).toHaveAttribute('aria-current', 'true');
});

test('one check alone shows more of it, and more on demand', async () => {
	const { page } = setUp();
	const list = page.getByRole('list', { name: /^Relations that rest on one voice/ });
	await expect.poll(() => list.getByRole('listitem').elements().length).toBe(12);
	await page
		.getByRole('button', { name: /^and \d+ more: show \d+ of Relations that rest on one voice/ })
		.click();
	await expect.poll(() => list.getByRole('listitem').elements().length).toBeGreaterThan(50);
	await page.getByRole('combobox', { name: 'Show' }).selectOptions('empty-event');
	await expect.element(list).not.toBeInTheDocument();
	await expect.element(page.getByRole('listitem').first()).toBeVisible();
});

test('claims lead to what they are about, links to their events, sources to the pane', async () => {
	const { workspace, screen, page } = setUp({
		...bundled,
		sources: bundled.sources.map(({ id, title, publisher }) => ({ id, title, publisher: publisher! })),
		claims: bundled.claims
			.filter(({ about }) => !about.includes('l_visit_led_to_lull'))
			.map((claim) => (claim.id === 'c16' ? { ...claim, start: 9, end: 3 } : claim))
	});
	await page.getByRole('button', { name: /^The passage ends before it starts/ }).click();
	expect([...workspace.selection.relations]).toEqual(bundled.claims.find(({ id }) => id === 'c16')!.about);
	await page.getByRole('button', { name: /^Nobody is given for the link/ }).click();
	expect([...workspace.selection.events]).toEqual(['e_visit', 'e_lull']);
	await page.getByRole('button', { name: /^No date is given: “Reuters”/ }).click();
	expect(screen.sideTab).toBe('source');
});

test('a change of the document is checked, a moved actor is not', async () => {
	const { workspace, page } = setUp();
	await expect.element(page.getByRole('status')).toHaveTextContent(/^0 grave/);
	workspace.edit('Remove claims', (document) => ({ ...document, claims: [] }));
	await expect.element(page.getByRole('status')).toHaveTextContent(/^67 grave/);
	const rows = page.getByRole('listitem').elements();
	workspace.move(new Map([['qaani', [1, 1]]]));
	await expect.poll(() => page.getByRole('listitem').elements()).toEqual(rows);
});
