import { UnreadableError } from '#lib/model/problems.ts';

/** How much of a file is read. Generous, stated to the user, and raised at their wish where memory allows. */
export interface Limits {
	/** Bytes as they lie in the file. */
	readonly fileBytes: number;
	/** Bytes after unpacking, and how many times more than before. */
	readonly unpackedBytes: number;
	readonly unpackedRatio: number;
	readonly archiveEntries: number;
	/** Nodes, edges and all else that is counted. */
	readonly elements: number;
	/** Of lists, objects or XML elements in one another. */
	readonly depth: number;
	/** UTF-16 units of one value. */
	readonly valueLength: number;
	/** UTF-16 units of all ids and values that are taken: a file can have one long text stand in many places. */
	readonly characters: number;
	/** Columns of nodes or of edges. */
	readonly columns: number;
	/** Actors, relations and claims of a document that is explored and changed here. */
	readonly records: number;
}

export const LIMITS: Limits = {
	fileBytes: 512 * 1024 * 1024,
	unpackedBytes: 1024 * 1024 * 1024,
	unpackedRatio: 100,
	archiveEntries: 1000,
	elements: 5_000_000,
	depth: 256,
	valueLength: 1_000_000,
	// V8's longest text has twice as many, and a document has to be saved as one.
	characters: 256 * 1024 * 1024,
	columns: 2000,
	// Measured: with three times as many each change holds the page for seconds.
	records: 500_000
};

export type LimitName = keyof Limits;

/** Thrown for what could be read if a limit were higher. */
export class LimitError extends UnreadableError {
	override name = 'LimitError';
	constructor(
		readonly limit: LimitName,
		message: string,
		remedy: string,
		place = ''
	) {
		super(message, remedy, place);
	}
}

/** A file with more columns than `most`. */
export function tooManyColumns(most: number, place = ''): LimitError {
	return new LimitError(
		'columns',
		`The file has more than ${most} columns.`,
		'Take the columns that matter into a file of their own.',
		place
	);
}

/** Limits of which one is four times as high as it is now. */
export function raised(limits: Partial<Limits>, limit: LimitName): Partial<Limits> {
	return { ...limits, [limit]: 4 * (limits[limit] ?? LIMITS[limit]) };
}
