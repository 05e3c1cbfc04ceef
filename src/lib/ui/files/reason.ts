import { UnreadableError } from '#lib/model/problems.ts';

/** Why something failed, as a sentence: where, what, and what to do. */
export function reasonOf(error: unknown): string {
	if (error instanceof UnreadableError) {
		return [error.place && `${error.place}:`, error.message, error.remedy].filter(Boolean).join(' ');
	}
	return error instanceof Error ? error.message : String(error);
}
