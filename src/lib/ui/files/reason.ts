import { UnreadableError } from '#lib/model/problems.ts';

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
