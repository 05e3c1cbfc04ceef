import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Combobox from '#lib/ui/Combobox.svelte';

const option = createRawSnippet((item: () => string) => ({ render: () => `<span>${item()}</span>` }));

function setUp(items: readonly string[]) {
	const onchoose = vi.fn();
	const screen = render(Combobox<string>, {
		id: 'fruit',
		label: 'Fruit',
		placeholder: '',
		query: '',
		items,
		keyOf: (item: string) => item,
		option,
		empty: 'Nothing',
		onchoose
	});
	return { screen, onchoose, field: screen.getByRole('combobox', { name: 'Fruit' }) };
}

test('is closed until something is typed, and closes again on Escape', async () => {
	const { screen, field } = setUp(['Apple', 'Pear']);
	await field.click();
	await expect.element(field).toHaveAttribute('aria-expanded', 'false');
	await userEvent.keyboard('p');
	await expect.element(field).toHaveAttribute('aria-expanded', 'true');
	await expect.element(screen.getByRole('option', { name: 'Pear' })).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.element(field).toHaveAttribute('aria-expanded', 'false');
	await expect.element(field).toHaveValue('');
});

test('arrows go round the list while the field keeps the focus, Enter chooses', async () => {
	const { field, onchoose } = setUp(['Apple', 'Pear', 'Quince']);
	await field.click();
	await userEvent.keyboard('x');
	await expect.element(field).toHaveAttribute('aria-activedescendant', 'fruit-0');
	await userEvent.keyboard('{ArrowUp}');
	await expect.element(field).toHaveAttribute('aria-activedescendant', 'fruit-2');
	await userEvent.keyboard('{ArrowDown}{ArrowDown}');
	await expect.element(field).toHaveAttribute('aria-activedescendant', 'fruit-1');
	await expect.element(field).toHaveFocus();
	await userEvent.keyboard('{Enter}');
	expect(onchoose).toHaveBeenCalledExactlyOnceWith('Pear');
});

test('says so when nothing is found, and Enter does nothing', async () => {
	const { screen, field, onchoose } = setUp([]);
	await field.click();
	await userEvent.keyboard('x{Enter}');
	await expect.element(screen.getByRole('status')).toHaveTextContent('Nothing');
	expect(onchoose).not.toHaveBeenCalled();
});
