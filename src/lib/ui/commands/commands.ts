/** Every command of the app. To add one: an object in one of these lists; the palette and the keys follow. */
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Screen } from '../screen.svelte.ts';
import { ARRANGE_COMMANDS } from './arrange-commands.ts';
import { ACTOR_COMMANDS } from './actor-commands.ts';
import { isKey, type Command } from './command.ts';
import { EDIT_COMMANDS } from './edit-commands.ts';
import { EVIDENCE_COMMANDS } from './evidence-commands.ts';
import { FILE_COMMANDS } from './file-commands.ts';
import { VIEW_COMMANDS } from './view-commands.ts';

export const COMMANDS: readonly Command[] = [
	...VIEW_COMMANDS,
	...EVIDENCE_COMMANDS,
	...ACTOR_COMMANDS,
	...ARRANGE_COMMANDS,
	...EDIT_COMMANDS,
	...FILE_COMMANDS
];

/** The commands that make sense now. */
export function availableCommands(workspace: Workspace, screen: Screen): readonly Command[] {
	return COMMANDS.filter((command) => command.available?.(workspace, screen) ?? true);
}

/** Runs the command whose key was pressed, unless somebody is typing or a dialog is open. */
export function runKey(event: KeyboardEvent, workspace: Workspace, screen: Screen): void {
	if (event.defaultPrevented) return;
	const command = COMMANDS.find(({ key }) => key !== undefined && isKey(event, key));
	const undoes = command?.id === 'undo' || command?.id === 'redo';
	// Undo in a text field is the field's own. Anywhere else the browser would take it for the field typed in last.
	if (undoes && isTextField(event.target)) return;
	if (undoes) event.preventDefault();
	if (document.querySelector('dialog[open]')) return;
	const writes = event.getModifierState('AltGraph');
	const plain = writes || (!event.ctrlKey && !event.metaKey && !event.altKey);
	if (plain && isTyping(event.target)) return;
	if (!command || !(command.available?.(workspace, screen) ?? true)) return;
	event.preventDefault();
	command.run(workspace, screen);
}

const TEXT_FIELDS: ReadonlySet<string> = new Set([
	'text',
	'search',
	'number',
	'url',
	'email',
	'tel',
	'password'
]);

function isTextField(target: EventTarget | null): boolean {
	return target instanceof HTMLInputElement
		? TEXT_FIELDS.has(target.type)
		: target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement &&
		(target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) &&
		!(target instanceof HTMLInputElement && target.type === 'checkbox')
	);
}
