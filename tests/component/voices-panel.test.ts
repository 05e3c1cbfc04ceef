import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import report from '#data/quds-force-baghdad-2024.dramatis.json?raw';
import { readNative } from '#lib/formats/native/native.ts';
import type { Document } from '#lib/model/document.ts';
import { toDay } from '#lib/model/time-days.ts';
import { Workspace } from '#lib/state/workspace.svelte.ts';
import { Screen } from '#lib/ui/screen.svelte.ts';
import EvidenceStage from './EvidenceStage.svelte';

const bundled = readNative(report).document;

function setUp(document: Document = bundled) {
	const workspace = new Workspace();
	workspace.open(document);
	const page = render(EvidenceStage, { workspace, screen: new Screen(), panel: 'voices' });
	return { workspace, page };
}

const visible = (workspace: Workspace) => workspace.receipt.relations.visible;

test('what the publication itself says is one click, and one step of undo', async () => {
	const { workspace, page } = setUp();
	const all = visible(workspace);
	const choice = page.getByRole('button', { name: 'What the publication itself says' });
	await choice.click();
	await expect.element(choice).toHaveAttribute('aria-pressed', 'true');
	expect(visible(workspace)).toBeLessThan(all);
	expect(workspace.settings.off.voices.has('v_ten_sources')).toBe(true);
	expect(workspace.settings.off.voices.has('v_reuters')).toBe(false);
	workspace.undo();
	expect(visible(workspace)).toBe(all);
	await expect
		.element(page.getByRole('button', { name: 'All', exact: true }))
		.toHaveAttribute('aria-pressed', 'true');
});

test('ticking a voice hides what only it says, and says what is left', async () => {
	const { workspace, page } = setUp();
	await page.getByRole('checkbox', { name: /^Ten sources/ }).click();
	expect([...workspace.settings.off.voices]).toEqual(['v_ten_sources']);
	expect(workspace.announcement.text).toMatch(/^Showing /);
	await expect
		.element(page.getByRole('checkbox', { name: /^Ten sources.* 0 of \d+ visible/ }))
		.not.toBeChecked();
	await expect
		.element(page.getByRole('checkbox', { name: /^Reuters/ }).first())
		.toHaveProperty('indeterminate', true);
});

test('groups by side and by naming, and lines coloured by voice get their swatches', async () => {
	const { workspace, page } = setUp();
	await page.getByRole('combobox', { name: 'Group voices' }).selectOptions('by how they are named');
	await page.getByRole('button', { name: 'Only Unnamed groups' }).click();
	expect(workspace.settings.off.voices.has('v_reuters')).toBe(true);
	expect(workspace.settings.off.voices.has('v_five_sources')).toBe(false);
	expect(page.container.querySelectorAll('section[aria-label="Voices"] label svg')).toHaveLength(0);
	await page.getByRole('checkbox', { name: 'Colour lines by voice' }).click();
	expect(workspace.settings.lineColors).toBe('voice');
	await expect
		.poll(() => page.container.querySelectorAll('section[aria-label="Voices"] label svg').length)
		.toBeGreaterThan(5);
});

test('at least two people, with how it counted for the chosen line', async () => {
	const { workspace, page } = setUp();
	workspace.selectRelations(['r_qaani_commands_quds']);
	await expect.element(page.getByText('Esmail Qaani commands Quds Force. 1 person: Reuters.')).toBeVisible();
	const field = page.getByRole('spinbutton', { name: /^Said by at least/ });
	await userEvent.fill(field, '3');
	await userEvent.keyboard('{Enter}');
	expect(workspace.settings.leastPeople).toBe(3);
	expect(visible(workspace)).toBeLessThan(bundled.relations.length);
	await userEvent.fill(field, '0');
	await userEvent.keyboard('{Enter}');
	expect(workspace.settings.leastPeople).toBe(1);
	await userEvent.fill(field, '');
	await userEvent.keyboard('{Enter}');
	expect(workspace.settings.leastPeople).toBe(1);
});

test('a number of people holds once it is typed to the end, each as one step of undo', async () => {
	const { workspace, page } = setUp();
	const field = page.getByRole('spinbutton', { name: /^Said by at least/ });
	await userEvent.tripleClick(field);
	await userEvent.keyboard('30');
	expect(workspace.settings.leastPeople).toBe(1);
	await userEvent.keyboard('{Enter}');
	expect(workspace.settings.leastPeople).toBe(30);
	for (const [typed, holds] of [
		['1.5', 2],
		['{Delete}', 2],
		['-4', 1],
		['99999999', 1_000_000],
		['3', 3]
	] as const) {
		await userEvent.tripleClick(field);
		await userEvent.keyboard(typed);
		await userEvent.tab();
		expect(workspace.settings.leastPeople).toBe(holds);
		await expect.element(field).toHaveValue(holds);
	}
	await userEvent.click(field);
	await userEvent.keyboard('{ArrowUp}');
	expect(workspace.settings.leastPeople).toBe(4);
	workspace.undo();
	await expect.element(field).toHaveValue(3);
	workspace.undo();
	await expect.element(field).toHaveValue(1_000_000);
});

test('published by a day, and whenever again', async () => {
	const { workspace, page } = setUp();
	const field = page.getByLabelText('Published by');
	await userEvent.fill(field, '2024-02-17');
	expect(workspace.settings.knownBy).toBe(toDay('2024-02-17'));
	await page.getByRole('button', { name: 'whenever' }).click();
	expect(workspace.settings.knownBy).toBeNull();
	await expect.element(field).toHaveValue('');
});

test('five thousand voices: few rows in the page, the others are found by name', async () => {
	const voices = Array.from({ length: 5_000 }, (_, i) => ({ id: `v${i}`, label: `Voice ${i}` }));
	const claims = voices.map(({ id }, i) => ({
		...bundled.claims[0]!,
		id,
		about: [bundled.relations[i % bundled.relations.length]!.id],
		voices: ['v0', id]
	}));
	const { workspace, page } = setUp({ ...bundled, voices, claims });
	await expect.element(page.getByText('5,000 voices')).toBeVisible();
	await expect.poll(() => page.getByRole('checkbox').elements().length).toBeLessThan(80);
	await userEvent.fill(page.getByRole('searchbox', { name: 'Filter voices' }), 'voice 4321');
	await page.getByRole('checkbox', { name: /^Voice 4321/ }).click();
	expect([...workspace.settings.off.voices]).toEqual(['v4321']);
});
