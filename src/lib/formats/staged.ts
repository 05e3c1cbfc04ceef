/**
 * What a file of another program holds, as the file says it: nodes, edges and columns of text, nothing interpreted.
 * Readers make it (through staging.ts), interpret.ts makes a document of it, flatten.ts makes it of a document,
 * and writers turn it into text again.
 */

/** What a column of the nodes means to us. */
export const NODE_ROLES = [
	'id',
	'name',
	'kind',
	'side',
	'description',
	'aliases',
	'collective',
	'sameAs',
	'when',
	/** The id of the node that this one lies in: a nested graph, a compound, a group. */
	'parent',
	/** Numbers, to the right. */
	'x',
	/** Numbers, downwards; a reader of a format that counts upwards turns them round. */
	'y'
] as const;
export type NodeRole = (typeof NODE_ROLES)[number];

/** What a column of the edges means to us. In a table, `from` and `to` are columns as well. */
export const EDGE_ROLES = [
	'id',
	'from',
	'to',
	'type',
	'when',
	'event',
	'note',
	'statement',
	/** The publication that a claim was read in, by its title. */
	'source',
	/** When the publication came out. */
	'published',
	/** Whom the publication quotes; several of a chain with ` > ` between them, outermost first. */
	'voice',
	'modality',
	'paragraph',
	/** A number whose sign tells friend from foe. */
	'sign'
] as const;
export type EdgeRole = (typeof EDGE_ROLES)[number];

export interface Column<Role extends string = string> {
	readonly name: string;
	/** As the file declares it, such as `double`; absent where it declares none. */
	readonly type?: string;
	/** Set where the format itself says what the column means; otherwise it is guessed or asked. */
	readonly role?: Role;
}

/** One value per column, in the order of the columns; undefined where the element has none. All is text. */
export type Values = readonly (string | undefined)[];

export interface StagedNode {
	/** The id of the file; null in a table whose id column is not known yet. */
	readonly id: string | null;
	readonly values: Values;
	/** Where in the file: `line 12`, `nodes[3]`, `row 7`. */
	readonly place: string;
}

export interface StagedEdge {
	/** Ids of nodes; null in a table whose columns are not known yet. */
	readonly source: string | null;
	readonly target: string | null;
	readonly directed: boolean;
	readonly values: Values;
	readonly place: string;
}

/** Something of the file that was not taken, or not as it stands. */
export interface Difference {
	/** `left-out`: the element is lost. `merged`: it is part of another one. `noticed`: it was taken, but. */
	readonly effect: 'left-out' | 'merged' | 'noticed';
	readonly element: 'node' | 'edge' | 'other';
	readonly place: string;
	/** A plain sentence with what to do about it, if anything can be done. */
	readonly reason: string;
}

/** How many of each kind; every element of the file is in exactly one of `taken`, `merged` and `leftOut`. */
export interface Tally {
	readonly inFile: number;
	readonly taken: number;
	readonly merged: number;
	readonly leftOut: number;
}

export interface StagedGraph {
	/** Id of the format that it was read from. */
	readonly format: string;
	readonly title?: string;
	readonly description?: string;
	/** Whether it is a table: rows whose columns have to be told apart before they are edges. */
	readonly table: boolean;
	readonly nodeColumns: readonly Column<NodeRole>[];
	readonly edgeColumns: readonly Column<EdgeRole>[];
	readonly nodes: readonly StagedNode[];
	readonly edges: readonly StagedEdge[];
	readonly tally: { readonly nodes: Tally; readonly edges: Tally; readonly others: Tally };
	/** The first thousand; `tally` counts all. */
	readonly differences: readonly Difference[];
}
