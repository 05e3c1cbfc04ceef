import { NOTHING } from '#lib/view/settings.ts';
import type { Screen, SideTab } from '../screen.svelte.ts';
import type { Command } from './command.ts';
import { focusTab, togglePanel } from './panel-focus.ts';

/** Opens a table and goes to its first row, or to its tab while it has none. */
function openTable(screen: Screen, tab: SideTab): void {
	screen.show(tab);
	requestAnimationFrame(() => {
		const row = document.querySelector<HTMLElement>('#details [role="row"][tabindex="0"]');
		if (row) row.focus();
		else focusTab(tab);
	});
}

export const VIEW_COMMANDS: readonly Command[] = [
	{
		id: 'search',
		name: 'Search actors and relations',
		key: '/',
		also: 'find go to',
		run: () => document.getElementById('search')?.focus()
	},
	{
		id: 'palette',
		name: 'All commands',
		key: 'mod+k',
		run: (_, screen) => (screen.dialog = 'palette')
	},
	{
		id: 'keys',
		name: 'Keys and help',
		key: '?',
		also: 'keyboard shortcuts',
		run: (_, screen) => (screen.dialog = 'keys')
	},
	{
		id: 'undo',
		name: 'Undo',
		key: 'mod+z',
		available: ({ history }) => history.undoLabel !== null,
		run: (workspace) => workspace.undo()
	},
	{
		id: 'redo',
		name: 'Redo',
		key: 'mod+shift+z',
		available: ({ history }) => history.redoLabel !== null,
		run: (workspace) => workspace.redo()
	},
	{ id: 'fit', name: 'Fit the graph', key: '0', also: 'zoom whole', run: (_, screen) => screen.fit() },
	{ id: 'zoom-in', name: 'Zoom in', key: '+', run: (_, screen) => screen.canvas?.zoomBy(1.3) },
	{ id: 'zoom-out', name: 'Zoom out', key: '-', run: (_, screen) => screen.canvas?.zoomBy(1 / 1.3) },
	{
		id: 'graph',
		name: 'Go to the graph',
		key: 'g',
		also: 'walk keyboard',
		run: () => document.getElementById('graph')?.focus()
	},
	{
		id: 'legend',
		name: 'Show or put away the legend',
		key: 'l',
		also: 'filter panel',
		run: (_, screen) => togglePanel(screen, 'legend', () => screen.toggleLegend())
	},
	{
		id: 'side',
		name: 'Show or put away the details',
		key: 'd',
		also: 'panel inspector',
		run: (_, screen) => togglePanel(screen, 'details', () => screen.toggleSide())
	},
	{
		id: 'actors',
		name: 'Table of actors',
		key: 'a',
		also: 'list',
		run: (_, screen) => openTable(screen, 'actors')
	},
	{
		id: 'relations',
		name: 'Table of relations',
		key: 'r',
		also: 'list',
		run: (_, screen) => openTable(screen, 'relations')
	},
	{ id: 'show-all', name: 'Show all: end every filter and focus', run: (workspace) => workspace.showAll() },
	{
		id: 'choose-nothing',
		name: 'Choose nothing',
		also: 'clear selection document',
		run: (workspace) => workspace.select(NOTHING)
	},
	{
		id: 'back',
		name: 'Back to where I was',
		key: 'alt+ArrowLeft',
		also: 'trail',
		available: ({ trail }) => trail.canGoBack,
		run: (workspace) => workspace.walkTrail(-1)
	},
	{
		id: 'forward',
		name: 'Forward again',
		key: 'alt+ArrowRight',
		also: 'trail',
		available: ({ trail }) => trail.canGoForward,
		run: (workspace) => workspace.walkTrail(1)
	},
	{
		id: 'fans',
		name: 'Open or close every bundle',
		key: 'b',
		also: 'parallel relations fan',
		run: (workspace) => workspace.set({ fans: !workspace.settings.fans })
	},
	{ id: 'theme-light', name: 'Light theme', run: (workspace) => workspace.set({ theme: 'light' }) },
	{ id: 'theme-dark', name: 'Dark theme', run: (workspace) => workspace.set({ theme: 'dark' }) },
	{ id: 'theme-system', name: 'Theme of the system', run: (workspace) => workspace.set({ theme: 'system' }) }
];
