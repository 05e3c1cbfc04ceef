/**
 * What a format of another program is. To add one: a file with such an object, and a line in foreign-formats.ts.
 * Text comes in pieces, so that a large file is read while it arrives, and can be left at any piece.
 */
import type { Limits } from '#lib/formats/limits.ts';
import type { EdgeRole, NodeRole, StagedGraph } from '#lib/formats/staged.ts';
import type { Staging } from '#lib/formats/staging.ts';

export interface TextReader {
	/** Takes the next piece of the text, of any length. @throws UnreadableError when nothing more can be read */
	write(piece: string): void;
	/** Says that the text is over. @throws UnreadableError when it breaks off, with the place */
	end(): void;
}

/** What of a staged graph a written file holds, so that our own reader finds it again. */
export interface Keeps {
	readonly nodes: readonly NodeRole[];
	readonly edges: readonly EdgeRole[];
	/** Columns without a role. */
	readonly attributes: boolean;
	/** Whether edges without a direction stay so beside directed ones. */
	readonly direction: boolean;
	/** Sentences for what is kept in another form or with a limit, shown in the loss report as they stand. */
	readonly remarks: readonly string[];
}

export interface ForeignFormat {
	readonly id: string;
	readonly name: string;
	/** With the dot, in lower case; the first is the one that we write. */
	readonly extensions: readonly string[];
	/** Whether a text that begins so (up to 65,536 UTF-16 units, no byte order mark) looks like this format. Quick; never throws. */
	recognises(head: string): boolean;
	/** Begins to read: what is found goes into the staging. Absent for formats that are only written. */
	reader?(staging: Staging, limits: Limits): TextReader;
	/** See Staging.finish. */
	readonly missingEnds: 'leave-out' | 'make';
	/** The graph as text, in pieces. Deterministic: no clock, no chance. Absent for formats that are only read. */
	write?(graph: StagedGraph): Iterable<string>;
	readonly keeps?: Keeps;
	/** What an edge is in what is written: a relation (if absent), or a row of a table for each of its claims. */
	readonly rows?: 'relation' | 'claim';
}
