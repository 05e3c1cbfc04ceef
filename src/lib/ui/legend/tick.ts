/** Ticking the legend: the view changes, and what is left is said. */
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import { onlyThese, ticked } from '#lib/view/legend.ts';
import { receiptInWords } from '#lib/view/receipt.ts';
import type { FilterGroup, FilterValues } from '#lib/view/settings.ts';

export const FILTER_LABELS: Readonly<Record<FilterGroup, string>> = {
	types: 'Filter by type',
	kinds: 'Filter by kind',
	sides: 'Filter by side',
	modalities: 'Filter by how it is said',
	voices: 'Filter by voice',
	certainties: 'Filter by certainty'
};

/** Ticks values of a group on or off. */
export function tick<G extends FilterGroup>(
	workspace: Workspace,
	group: G,
	values: readonly FilterValues[G][],
	on: boolean
): void {
	workspace.set({ off: ticked(workspace.settings, group, values, on).off }, { label: FILTER_LABELS[group] });
	workspace.announce(receiptInWords(workspace.receipt));
}

/** Ticks these values of a group and no other of `all`. */
export function tickOnly<G extends FilterGroup>(
	workspace: Workspace,
	group: G,
	all: readonly FilterValues[G][],
	values: readonly FilterValues[G][]
): void {
	workspace.set(
		{ off: onlyThese(workspace.settings, group, all, values).off },
		{ label: FILTER_LABELS[group] }
	);
	workspace.announce(receiptInWords(workspace.receipt));
}
