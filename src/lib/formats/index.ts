/** The file formats that can be read or written. */
import { refuseTooLarge } from '#lib/formats/format.ts';
import type { Format, Reading } from '#lib/formats/format.ts';
import { NATIVE } from '#lib/formats/native/native.ts';
import { quoted } from '#lib/model/problem-log.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** In the order in which they are asked whether they know a text. */
export const FORMATS: readonly Format[] = [NATIVE];

/**
 * Reads a file in whichever format its content shows; the name decides only when the content does not.
 * Throws UnreadableError when it is too large, in no format that we read, or past all reading.
 */
export function readFile(name: string, text: string): Reading {
	refuseTooLarge(text);
	const ending = name.toLowerCase();
	const format =
		FORMATS.find((one) => one.recognises(text)) ??
		FORMATS.find((one) => one.extensions.some((extension) => ending.endsWith(extension)));
	if (format) return format.read(text);
	const known = FORMATS.map((one) => `${one.name} (${one.extensions.join(', ')})`).join('; ');
	throw new UnreadableError(
		`${quoted(name)} is in no format that can be read here.`,
		`These can be read: ${known}.`
	);
}
