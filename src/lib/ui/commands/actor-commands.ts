import type { Workspace } from '#lib/state/workspace.svelte.ts';
import { FOCUS_STEPS, toggled } from '#lib/view/settings.ts';
import type { Command } from './command.ts';

const oneActor = ({ selection }: Workspace) => selection.actors.size === 1;
const chosen = ({ selection }: Workspace) => [...selection.actors][0]!;

export const ACTOR_COMMANDS: readonly Command[] = [
	...FOCUS_STEPS.map((steps): Command => ({
		id: `focus-${steps}`,
		name: `Focus on the chosen actor, ${steps} ${steps === 1 ? 'step' : 'steps'}`,
		key: String(steps),
		available: oneActor,
		run: (workspace) => workspace.focusOn(chosen(workspace), steps)
	})),
	{
		id: 'focus-end',
		name: 'End focus',
		available: ({ settings }) => settings.focus !== null,
		run: (workspace) => workspace.focusOn(null)
	},
	{
		id: 'put-away',
		name: 'Put the chosen actor away',
		key: 'h',
		also: 'hide',
		available: oneActor,
		run: (workspace) => workspace.putAway(chosen(workspace))
	},
	{
		id: 'bring-back',
		name: 'Bring back everybody put away',
		also: 'unhide',
		available: ({ settings }) => settings.hiddenActors.size > 0,
		run: (workspace) => workspace.set({ hiddenActors: new Set() })
	},
	{
		id: 'pin',
		name: 'Pin or unpin the chosen actor',
		key: 'p',
		available: oneActor,
		run: (workspace) => workspace.set({ pinned: toggled(workspace.settings.pinned, chosen(workspace)) })
	}
];
