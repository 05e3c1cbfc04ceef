/** How a command ends, and what it ends with when it cannot do its work. */
export const EXIT = {
	/** All was done. */
	done: 0,
	/** `check` found problems. */
	problems: 1,
	/** A wrong call, a file that cannot be read or written, a browser that is missing. */
	failed: 2
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something that the user can mend: said in words, without a stack. */
export class Failure extends Error {
	override name = 'Failure';
	constructor(
		message: string,
		readonly remedy = ''
	) {
		super(message);
	}
}
