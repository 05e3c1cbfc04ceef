import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Screen } from '../screen.svelte.ts';

/** Something that can be done by name: in the palette, by its key, from a menu. */
export interface Command {
	readonly id: string;
	readonly name: string;
	/** How the key is written and compared: `mod` is Ctrl, or Cmd on a Mac. Such as `/`, `mod+z`, `alt+ArrowLeft`. */
	readonly key?: string;
	/** Words by which it is found too. */
	readonly also?: string;
	/** Whether it makes sense now; it does when this is absent. */
	available?(workspace: Workspace, screen: Screen): boolean;
	run(workspace: Workspace, screen: Screen): void;
}

/** Whether a key event is the one that a command names. */
export function isKey(event: KeyboardEvent, key: string): boolean {
	const parts = key.split('+');
	const last = parts.at(-1) || '+';
	// AltGr, with which some keyboards write [ and ], reports Ctrl and Alt.
	const writes = event.getModifierState('AltGraph');
	const mod = !writes && (event.ctrlKey || event.metaKey);
	const alt = !writes && event.altKey;
	return (
		event.key.toLowerCase() === last.toLowerCase() &&
		mod === parts.includes('mod') &&
		alt === parts.includes('alt') &&
		(event.shiftKey === parts.includes('shift') || !/^[a-z]$/i.test(last))
	);
}

/** A key as people read it: "Ctrl+Z", "⌘Z" on a Mac. */
export function keyInWords(key: string, mac: boolean): string {
	return key
		.split('+')
		.map((part) =>
			part === 'mod' ? (mac ? '⌘' : 'Ctrl') : part === 'alt' ? 'Alt' : part === 'shift' ? 'Shift' : part
		)
		.map((part) => part.replace('Arrow', '').replace(/^[a-z]$/, (letter) => letter.toUpperCase()))
		.join(mac ? '' : '+');
}
