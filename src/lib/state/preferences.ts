/** Choices that outlive the page. */
import { keepPreference, keepRecord, readPreference, readRecord } from '#lib/storage/preferences.ts';
import type { Settings } from '#lib/view/settings.ts';

/** The theme kept last; `system` where none is, or where what is kept makes no sense. */
export function preferredTheme(): Settings['theme'] {
	return readPreference('theme', ['system', 'light', 'dark']);
}

/** Keeps a theme; that storage is full or forbidden is no reason to bother anybody. */
export function keepTheme(theme: Settings['theme']): void {
	keepPreference('theme', theme);
}

interface KeptPicture {
	readonly choices?: unknown;
	readonly texts?: unknown;
}

/** What was chosen for pictures last: the choices for all documents, the texts of one. Anything may stand in it. */
export function keptPicture(document: string): KeptPicture {
	return { choices: readRecord('picture', 'choices'), texts: readRecord('picture', `=${document}`) };
}

/** Keeps what was chosen for pictures; that storage is full or forbidden is no reason to bother anybody. */
export function keepPicture(document: string, { choices, texts }: KeptPicture): void {
	keepRecord('picture', 'choices', choices);
	keepRecord('picture', `=${document}`, texts);
}
