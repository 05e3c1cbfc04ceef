/** What a file format is. To add one: a file with such an object, and a line in index.ts. */
import type { Document } from '#lib/model/document.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import type { Problem } from '#lib/model/problems.ts';

/** Half of what the engines can hold in one text; a file of this size takes a minute and gigabytes to read. */
export const MAX_FILE_CHARACTERS = 256 * 1024 * 1024;

/** What came out of a file: a whole document, and what had to be left out or looks odd. */
export interface Reading {
	readonly document: Document;
	readonly problems: readonly Problem[];
}

export interface Format {
	readonly id: string;
	readonly name: string;
	/** With the dot, in lower case; the first is the one that we write. */
	readonly extensions: readonly string[];
	/** Whether a text looks like this format. Quick, never throws, may be wrong about broken files. */
	recognises(text: string): boolean;
	/** Throws UnreadableError when nothing at all can be read. */
	read(text: string): Reading;
	write?(document: Document): string;
}

/** Throws UnreadableError when a text has more than MAX_FILE_CHARACTERS (UTF-16 units). */
export function refuseTooLarge(text: string): void {
	if (text.length <= MAX_FILE_CHARACTERS) return;
	const limit = MAX_FILE_CHARACTERS / 1024 / 1024;
	throw new UnreadableError(
		`The file has more than ${limit} million characters.`,
		'Split it into several documents.'
	);
}
