import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import report from '#data/quds-force-baghdad-2024.dramatis.json?raw';
import { readNative } from '#lib/formats/native/native.ts';
import { emptyDocument, type Document } from '#lib/model/document.ts';
import { toDay } from '#lib/model/time-days.ts';
import { Workspace } from '#lib/state/workspace.svelte.ts';
import { Screen } from '#lib/ui/screen.svelte.ts';
import TimeStage from './TimeStage.svelte';

function setUp(document: Document = readNative(report).document) {
	const workspace = new Workspace();
	workspace.open(document);
	const page = render(TimeStage, { workspace, screen: new Screen() });
	return { workspace, page };
}

const day = (iso: string) => toDay(iso)!;

test('a day is chosen, moved by keys, and ended, each as one step that can be undone', async () => {
	const { workspace, page } = setUp();
	await expect.element(page.getByRole('button', { name: 'Time: All time', exact: true })).toBeVisible();
	await page.getByRole('radio', { name: 'A day' }).click();
	const slider = page.getByRole('slider', { name: 'Day' });
	await expect.element(slider).toBeVisible();
	const before = workspace.settings.asOf!;
	expect(before.first).toBe(before.last);
	(slider.element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowRight}{ArrowRight}{PageUp}{PageDown}{ArrowLeft}');
	expect(workspace.settings.asOf!.first).toBe(before.first + 1);
	await expect.element(slider).toHaveAttribute('aria-valuenow', String(before.first + 1));
	workspace.undo();
	expect(workspace.settings.asOf).toEqual(before);
	await page.getByRole('radio', { name: 'All time' }).click();
	expect(workspace.settings.asOf).toBeNull();
});

test('a period has two handles that push each other', async () => {
	const { workspace, page } = setUp();
	await page.getByRole('radio', { name: 'A period' }).click();
	const [first, last] = [
		page.getByRole('slider', { name: 'First day' }),
		page.getByRole('slider', { name: 'Last day' })
	];
	(last.element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
	const { asOf } = workspace.settings;
	expect(asOf!.last - asOf!.first).toBe(3);
	(first.element() as HTMLElement).focus();
	await userEvent.keyboard('{PageUp}');
	expect(workspace.settings.asOf!.first).toBe(workspace.settings.asOf!.last);
});

test('typing a date sets the day, and the dock says how much is how certain', async () => {
	const { workspace, page } = setUp();
	await page.getByRole('radio', { name: 'A day' }).click();
	await userEvent.fill(page.container.querySelector('input[type="date"]')!, '2024-01-29');
	expect(workspace.settings.asOf).toEqual({ first: day('2024-01-29'), last: day('2024-01-29') });
	expect(workspace.announcement.text).toMatch(/^As of 29 January 2024: showing /);
	await expect
		.element(page.getByRole('button', { name: /^Time: As of 29 January 2024: \d+ relations certain/ }))
		.toBeVisible();
});

test('the spine lists events in order; arrows go through them, Enter chooses and moves nothing else', async () => {
	const { workspace, page } = setUp();
	const visit = page.getByRole('button', {
		name: /^Qaani comes to Baghdad and meets the groups, 29 January 2024/
	});
	await expect.element(visit).toBeVisible();
	expect(visit.element().getAttribute('aria-label')).toMatch(
		/Led to “Attacks on US forces cease”, according to Several/
	);
	const settings = workspace.settings;
	(visit.element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowRight}');
	await expect.element(page.getByRole('button', { name: /^Qaani presses the groups/ })).toHaveFocus();
	await userEvent.keyboard('{Enter}');
	expect([...workspace.selection.events]).toEqual(['e_pressure']);
	expect(workspace.settings).toBe(settings);
	await userEvent.keyboard('{Home}');
	await expect.element(page.getByRole('button', { name: /^An international coalition/ })).toHaveFocus();
});

test('two days are compared as a list whose rows choose relations', async () => {
	const { workspace, page } = setUp();
	await page.getByRole('button', { name: 'Compare' }).click();
	await page.getByRole('button', { name: 'Compare', exact: true }).last().click();
	expect(workspace.settings.comparedWith).not.toBeNull();
	expect(workspace.announcement.text).toMatch(/^As of .*, compared with .*: showing .* added/);
	const added = page.getByRole('region', { name: 'Added' });
	await expect.element(added).toBeVisible();
	await page.getByRole('radio', { name: 'All time' }).click();
	await expect.element(page.getByText(/^From \d+ \w+ \d+ to all time: /)).toBeVisible();
	await expect.element(page.getByLabelText('Later day')).toHaveValue('');
	workspace.undo();
	await added.getByRole('button').first().click();
	expect(workspace.selection.relations.size).toBe(1);
	await page.getByRole('button', { name: 'End comparison' }).click();
	expect(workspace.settings.comparedWith).toBeNull();
});

test('what one voice tells is compared with what all tell', async () => {
	const { workspace, page } = setUp();
	await page.getByRole('button', { name: 'Compare' }).click();
	await page.getByRole('combobox', { name: 'What to compare' }).selectOptions('who tells it');
	await page.getByRole('combobox', { name: 'as told by' }).selectOptions('1');
	await page.getByRole('button', { name: 'Compare', exact: true }).last().click();
	expect(workspace.settings.comparedWith!.voicesOff.size).toBeGreaterThan(3);
	expect(workspace.settings.asOf).toBeNull();
	await expect.element(page.getByRole('region', { name: 'Added' })).toBeVisible();
	await expect.element(page.getByText(/^The voices ticked now against .+ alone, all time/)).toBeVisible();
});

test('the wheel and the buttons zoom; what falls out of sight is counted and can be gone to', async () => {
	const { page } = setUp();
	await page.getByRole('button', { name: 'Show all time' }).click();
	await expect.element(page.getByRole('button', { name: /^An American drone kills/ })).toBeVisible();
	for (let i = 0; i < 6; i++) await page.getByRole('button', { name: 'Show a shorter time' }).click();
	const away = page.getByRole('button', { name: /earlier|later/ }).first();
	await expect.element(away).toBeVisible();
	await away.click();
	await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBeTruthy();
	expect(document.activeElement!.closest('ol')).not.toBeNull();
});

test('the story is stepped through and left for exactly the view that one came from', async () => {
	const { workspace, page } = setUp();
	workspace.selectActor('qaani');
	const { settings, selection } = workspace;
	await page.getByRole('button', { name: 'Step through the story' }).click();
	await expect.element(page.getByText('Step 1 of 8')).toBeVisible();
	await userEvent.keyboard('{ArrowRight}{ArrowRight}');
	await expect.element(page.getByText('Step 3 of 8')).toBeVisible();
	expect(workspace.selection.events.size).toBe(1);
	await userEvent.keyboard('{Escape}');
	await expect.element(page.getByRole('region', { name: 'Story' })).not.toBeInTheDocument();
	expect(workspace.settings).toEqual(settings);
	expect(workspace.selection).toEqual(selection);
	await expect.element(page.getByRole('button', { name: 'Step through the story' })).toHaveFocus();
});

test.each([
	['-9999-01-01', '9999-12-31'],
	['0001-01-01', '2024-02-04']
])('a document from %s to %s is as light as any, zoomed in too', async (...whens) => {
	const relations = whens.map((when, i) => ({ id: `r${i}`, type: 'meets', from: 'a', to: 'b', when }));
	const actors = ['a', 'b'].map((id) => ({ id, name: id, kind: 'person' as const }));
	const events = [{ id: 'e', title: 'The end', when: whens[1]! }];
	const { page } = setUp({ ...emptyDocument('Long'), actors, relations, events });
	const rects = () => page.container.querySelectorAll('.track rect').length;
	await page.getByRole('radio', { name: 'A day' }).click();
	await expect.poll(rects).toBeGreaterThan(1);
	for (let i = 0; i < 40; i++) {
		expect(rects()).toBeLessThan(1300);
		await page.getByRole('button', { name: 'Show a shorter time' }).click();
	}
	expect(rects()).toBeLessThan(10);
});

test('of more events in sight than can be told apart, the last is there too, and the others are drawn', async () => {
	const events = Array.from({ length: 1000 }, (_, i) => ({
		id: `e${i}`,
		title: `Event ${i}`,
		when: `20${String(10 + Math.floor(i / 100))}-01-${String(1 + (i % 28)).padStart(2, '0')}`
	}));
	const { page } = setUp({ ...emptyDocument('Many'), events });
	await expect
		.element(page.getByText('400 of 1,000 events can be chosen; zoom in for the others.'))
		.toBeVisible();
	const numbers = [...page.container.querySelectorAll('[data-place]')].map((one) =>
		Number((one as HTMLElement).dataset.place)
	);
	expect(numbers.length).toBe(400);
	expect(Math.max(...numbers)).toBeGreaterThan(990);
	expect(page.container.querySelector('path.crowd')?.getAttribute('d')).toMatch(/^M/);
	await expect.element(page.getByRole('button', { name: /earlier|later/ })).not.toBeInTheDocument();
});

test('a link with a comparison shows it at once', async () => {
	const workspace = new Workspace();
	workspace.open(readNative(report).document);
	workspace.set({ comparedWith: { asOf: null, voicesOff: new Set() } });
	const page = render(TimeStage, { workspace, screen: new Screen() });
	await expect.element(page.getByText(/^A view compared with itself: choose another day/)).toBeVisible();
});

test('on a phone the story is told in a low card, the sheet out of its way until it is left', async () => {
	const workspace = new Workspace();
	workspace.open(readNative(report).document);
	const screen = new Screen();
	screen.width = 390;
	screen.sheet = 'half';
	const page = render(TimeStage, { workspace, screen });
	await page.getByRole('button', { name: 'Step through the story' }).click();
	const text = page.getByRole('group', { name: 'Text of the step' });
	await expect.element(text).toBeVisible();
	expect(text.element().getBoundingClientRect().height).toBeLessThanOrEqual(112);
	expect(screen.sheet).toBe('low');
	await userEvent.keyboard('{Escape}');
	await expect.poll(() => screen.sheet).toBe('half');
});
