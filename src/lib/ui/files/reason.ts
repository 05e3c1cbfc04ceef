import { UnreadableError } from '#lib/model/problems.ts';
import { shortened } from '#lib/view/sentences.ts';

/** What a button says that reads a file in spite of a limit. */
export const ALL_THE_SAME = 'Read it all the same';

/** Why something failed, as a sentence: where, what, and what to do. */
export function reasonOf(error: unknown): string {
	if (error instanceof UnreadableError) {
		const { place, message, remedy } = error;
		const isSaid = place === '' || message.includes(place);
		return [isSaid ? '' : `${place}:`, message, remedy].filter(Boolean).join(' ');
	}
	return error instanceof Error ? error.message : String(error);
}

/**
 * That files were not opened, and why. Of several that are read together, the one that cannot be read is named first:
 * the reason begins with its name.
 * @param names of the files, at least one
 */
export function notOpened(names: readonly string[], error: unknown): string {
	const reason = reasonOf(error);
	if (names.length === 1)
		return `“${shortened(names[0]!, 80)}” was not opened; what was open still is. ${reason}`;
	const message = error instanceof UnreadableError ? error.message : '';
	const faulty = names.find((name) => message.startsWith(`${name}: `));
	if (faulty === undefined)
		return `None of the ${names.length} files was opened; what was open still is. ${reason}`;
	const others = names.length === 2 ? 'the other one was' : `the other ${names.length - 1} were`;
	const why = reason.replace(`${faulty}: `, '');
	return `“${shortened(faulty, 80)}” cannot be read, so ${others} not opened either; what was open still is. ${why}`;
}

/** What becomes of folders: nothing. '' when there are none. */
export function foldersLeft([first, ...others]: readonly string[]): string {
	if (first === undefined) return '';
	const name = `“${shortened(first, 80)}”`;
	return others.length
		? `${name} and ${others.length} more are folders and were not opened: drop the files in them instead.`
		: `${name} is a folder and was not opened: drop the files in it instead.`;
}
