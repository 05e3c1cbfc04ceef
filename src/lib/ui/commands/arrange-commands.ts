import { LAYOUTS } from '#lib/layout/index.ts';
import type { Command } from './command.ts';

export const ARRANGE_COMMANDS: readonly Command[] = [
	{
		id: 'arrange-own',
		name: 'Arrange: as the document has it',
		also: 'layout positions',
		run: (workspace, screen) => void workspace.arrange('').then(() => screen.fit())
	},
	...LAYOUTS.map((layout): Command => ({
		id: `arrange-${layout.id}`,
		name: `Arrange: ${layout.name}`,
		also: 'layout',
		run: (workspace, screen) => void workspace.arrange(layout.id).then(() => screen.fit())
	}))
];
