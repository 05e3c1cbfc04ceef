import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Column } from '#lib/ui/lists/column.ts';
import VirtualTable from '#lib/ui/lists/VirtualTable.svelte';

interface Row {
	readonly id: string;
	readonly size: number;
}

const COLUMNS: readonly Column<Row>[] = [
	{ id: 'id', name: 'Id', width: '1fr', text: ({ id }) => id, compare: (a, b) => a.id.localeCompare(b.id) },
	{
		id: 'size',
		name: 'Size',
		width: '1fr',
		text: ({ size }) => String(size),
		compare: (a, b) => b.size - a.size
	}
];

function setUp(count: number, chosen = '') {
	const onchoose = vi.fn();
	const onopen = vi.fn();
	const rows = Array.from({ length: count }, (_, i) => ({ id: `row ${i}`, size: i }));
	const screen = render(VirtualTable<Row>, {
		label: 'Rows',
		columns: COLUMNS,
		rows,
		keyOf: ({ id }: Row) => id,
		isChosen: ({ id }: Row) => id === chosen,
		isVisible: () => true,
		onchoose,
		onopen
	});
	const grid = screen.getByRole('grid', { name: 'Rows' });
	(grid.element() as HTMLElement).style.height = '400px';
	return { screen, grid, onchoose, onopen };
}

test('keeps few of many rows in the page, and knows how many there are', async () => {
	const { screen, grid } = setUp(5_000);
	await expect.element(grid).toHaveAttribute('aria-rowcount', '5001');
	await expect.poll(() => screen.getByRole('row').elements().length).toBeLessThan(60);
	await expect.element(screen.getByRole('row', { name: 'row 0 0' })).toBeVisible();
});

test('End and Enter reach and choose the last row', async () => {
	const { screen, onchoose } = setUp(5_000);
	(screen.getByRole('row', { name: 'row 0 0' }).element() as HTMLElement).focus();
	await userEvent.keyboard('{End}');
	await expect.element(screen.getByRole('row', { name: 'row 4999 4999' })).toHaveFocus();
	await userEvent.keyboard('{Enter}');
	expect(onchoose).toHaveBeenCalledExactlyOnceWith({ id: 'row 4999', size: 4_999 });
});

test('Enter on a chosen row opens it, on another one chooses that', async () => {
	const { screen, onchoose, onopen } = setUp(50, 'row 0');
	(screen.getByRole('row', { name: 'row 0 0' }).element() as HTMLElement).focus();
	await userEvent.keyboard('{Enter}');
	expect(onopen).toHaveBeenCalledExactlyOnceWith({ id: 'row 0', size: 0 });
	expect(onchoose).not.toHaveBeenCalled();
	await userEvent.keyboard('{ArrowDown}');
	await expect.element(screen.getByRole('row', { name: 'row 1 1' })).toHaveFocus();
	await userEvent.keyboard('{Enter}');
	expect(onchoose).toHaveBeenCalledExactlyOnceWith({ id: 'row 1', size: 1 });
	expect(onopen).toHaveBeenCalledOnce();
});

test('a head sorts down, up, and not', async () => {
	const { screen } = setUp(50);
	const head = screen.getByRole('columnheader', { name: 'Size' });
	const first = () => screen.getByRole('row').elements()[1]!.textContent;
	await screen.getByRole('button', { name: 'Size' }).click();
	await expect.element(head).toHaveAttribute('aria-sort', 'ascending');
	await expect.poll(first).toContain('row 49');
	await screen.getByRole('button', { name: 'Size' }).click();
	await expect.element(head).toHaveAttribute('aria-sort', 'descending');
	await screen.getByRole('button', { name: 'Size' }).click();
	await expect.element(head).toHaveAttribute('aria-sort', 'none');
	await expect.poll(first).toContain('row 0');
});
