import { readerOf } from '#lib/state/reader.svelte.ts';
import { storyPlayer } from '#lib/state/story.svelte.ts';
import { DEFAULT_SETTINGS } from '#lib/view/settings.ts';
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Screen } from '../screen.svelte.ts';
import { stageOf } from '../time/stage.ts';
import type { Command } from './command.ts';
import { focusTab, openSide, togglePanel } from './panel-focus.ts';

function stepClaim(workspace: Workspace, screen: Screen, by: 1 | -1): void {
	screen.show('source');
	readerOf(workspace).stepClaim(by);
}

/** Who says it, when it was, and how one thing led to another. */
export const EVIDENCE_COMMANDS: readonly Command[] = [
	{
		id: 'voices',
		name: 'According to whom: the voices',
		key: 'v',
		also: 'filter sources anonymous named publication',
		run(_, screen) {
			screen.showLegend('voices');
			focusTab('voices');
		}
	},
	{
		id: 'source',
		name: 'The source and its passages',
		key: 's',
		also: 'reader text claims evidence',
		run: (_, screen) => openSide(screen, 'source')
	},
	{
		id: 'claim-next',
		name: 'Next claim of the source',
		key: ']',
		also: 'reader passage step',
		available: ({ document }) => document.claims.length > 0,
		run: (workspace, screen) => stepClaim(workspace, screen, 1)
	},
	{
		id: 'claim-previous',
		name: 'Previous claim of the source',
		key: '[',
		also: 'reader passage step back',
		available: ({ document }) => document.claims.length > 0,
		run: (workspace, screen) => stepClaim(workspace, screen, -1)
	},
	{
		id: 'checks',
		name: 'Checks of the evidence',
		key: 'c',
		also: 'lint unsourced quality problems',
		run: (_, screen) => openSide(screen, 'checks')
	},
	{
		id: 'voice-colours',
		name: 'Colour lines by voice or by family',
		also: 'color scheme who says',
		run: (workspace) =>
			workspace.set({ lineColors: workspace.settings.lineColors === 'voice' ? 'family' : 'voice' })
	},
	{
		id: 'time',
		name: 'Days and events',
		key: 't',
		also: 'timeline spine date as of',
		run: (_, screen) => togglePanel(screen, 'time', () => screen.toggleTime())
	},
	{
		id: 'all-time',
		name: 'All time: no day, no comparison',
		also: 'date as of end',
		available: ({ settings }) => settings.asOf !== null || settings.comparedWith !== null,
		run: (workspace) =>
			workspace.set({ asOf: DEFAULT_SETTINGS.asOf, comparedWith: DEFAULT_SETTINGS.comparedWith })
	},
	{
		id: 'story',
		name: 'Step through the story, or leave it',
		also: 'play events cause effect',
		available: (workspace) => storyPlayer(workspace).story.events.length > 0,
		run(workspace, screen) {
			const player = storyPlayer(workspace);
			if (player.index === null) player.start(stageOf(workspace, screen));
			else player.leave();
		}
	}
];
