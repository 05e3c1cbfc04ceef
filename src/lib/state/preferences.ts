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

/** How pictures were made last, whatever they showed. Anything may stand in it. */
export function keptPicture(): unknown {
	return readRecord('picture', 'choices');
}

/** Keeps how pictures are made; that storage is full or forbidden is no reason to bother anybody. */
export function keepPicture(choices: unknown): void {
	keepRecord('picture', 'choices', choices);
}
