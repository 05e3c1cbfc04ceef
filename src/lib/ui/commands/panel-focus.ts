/** Where the focus goes when a key opens a panel or puts it away. */
import { tick } from 'svelte';
import type { Screen, SheetTab, SideTab } from '../screen.svelte.ts';

const TIME = 'section[aria-label="Time"]';
const PANELS = { legend: '#legend', details: '#lists', time: TIME };
const SHEET = '#lists';

/**
 * Once the page shows it, moves the focus to a panel's tab, which says the panel's name; to the dock's button where
 * time has no tab.
 */
export function focusTab(tab: SheetTab): void {
	void tick().then(() => {
		const dock = tab === 'time' ? document.querySelector<HTMLElement>(`${TIME} button[aria-expanded]`) : null;
		(document.getElementById(`tab-${tab}`) ?? dock)?.focus();
	});
}

/** Opens a tab beside the graph and moves the focus to it. */
export function openSide(screen: Screen, tab: SideTab): void {
	screen.show(tab);
	focusTab(tab);
}

/** Runs what opens a panel or puts it away; the focus goes into what was opened, and to the graph from what went. */
export function togglePanel(screen: Screen, panel: keyof typeof PANELS, toggle: () => void): void {
	const element = document.querySelector(screen.narrow ? SHEET : PANELS[panel]);
	const inside = element?.contains(document.activeElement) ?? false;
	toggle();
	if (isOpen(screen, panel)) focusTab(shownTab(screen, panel));
	else if (inside) void tick().then(() => document.getElementById('graph')?.focus());
}

function isOpen(screen: Screen, panel: keyof typeof PANELS): boolean {
	if (screen.narrow) return screen.sheet !== 'low';
	return { legend: screen.legendOpen, details: screen.sideOpen, time: screen.timeOpen }[panel];
}

function shownTab(screen: Screen, panel: keyof typeof PANELS): SheetTab {
	if (screen.narrow) return screen.sheetTab;
	return { legend: screen.legendTab, details: screen.sideTab, time: 'time' as const }[panel];
}
