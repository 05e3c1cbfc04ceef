/** What is wrong with an input, where, and what to do about it. Words are plain enough to be shown. */
export interface Problem {
	/** `refused`: the record was left out. `mended`: taken with a change. `noticed`: taken as it is. */
	readonly effect: 'refused' | 'mended' | 'noticed';
	/** Where: a JSON path such as `relations[3].from`, or a line. */
	readonly place: string;
	readonly message: string;
	readonly remedy: string;
}

/** Thrown when nothing at all can be read from an input. */
export class UnreadableError extends Error {
	override name = 'UnreadableError';
	constructor(
		message: string,
		readonly remedy: string,
		readonly place = ''
	) {
		super(message);
	}
}
