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
	/** Columns of nodes or of edges. */
	readonly columns: number;
}

export const LIMITS: Limits = {
	fileBytes: 512 * 1024 * 1024,
	unpackedBytes: 1024 * 1024 * 1024,
	unpackedRatio: 100,
	archiveEntries: 1000,
	elements: 5_000_000,
	depth: 256,
	valueLength: 1_000_000,
	columns: 2000
};
