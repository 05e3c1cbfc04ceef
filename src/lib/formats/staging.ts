/**
 * Where readers put what they find. It keeps the books: every element that a reader names is counted once, as
 * taken, merged or left out, so that the receipt balances whatever the file holds.
 */
import { LIMITS, LimitError, tooManyColumns, type Limits } from '#lib/formats/limits.ts';
import type {
	Column,
	Difference,
	EdgeRole,
	NodeRole,
	StagedEdge,
	StagedGraph,
	StagedNode,
	Tally
} from '#lib/formats/staged.ts';
import { quoted } from '#lib/model/problem-log.ts';

/** Nobody reads more differences than these; all are counted. */
export const MOST_DIFFERENCES = 1000;

/** What a cell of a row counts for at least, in characters, an empty one too: about the memory that it takes. */
const CELL = 8;

type Kind = 'node' | 'edge' | 'other';

/** A value per column index (from `nodeColumn` or `edgeColumn`). */
export type ValueList = readonly (readonly [column: number, value: string])[];

export class Staging {
	title: string | undefined;
	description: string | undefined;
	/** Set by readers of tables. */
	table = false;
	readonly #format: string;
	readonly #limits: Limits;
	readonly #columns = { node: new Columns<NodeRole>(), edge: new Columns<EdgeRole>() };
	readonly #nodes: StagedNode[] = [];
	readonly #numbers = new Map<string, number>();
	readonly #edges: StagedEdge[] = [];
	readonly #counts = { node: newCount(), edge: newCount(), other: newCount() };
	readonly #differences: Difference[] = [];
	#characters = 0;

	constructor(format: string, limits: Limits = LIMITS) {
		this.#format = format;
		this.#limits = limits;
	}

	/** How many elements were named so far: what a progress line shows. */
	get elements(): number {
		const { node, edge, other } = this.#counts;
		return node.inFile + edge.inFile + other.inFile;
	}

	/**
	 * The index of a column, which is made if there is none of that name (and role) yet.
	 * @throws UnreadableError when there are more columns than the limit.
	 */
	nodeColumn(name: string, role?: NodeRole, type?: string): number {
		return this.#columns.node.index({ name, role, type }, this.#limits.columns);
	}

	/** Like nodeColumn, for edges. */
	edgeColumn(name: string, role?: EdgeRole, type?: string): number {
		return this.#columns.edge.index({ name, role, type }, this.#limits.columns);
	}

	/**
	 * Takes a node. A second one with the same id is merged into the first: it fills what that one lacks, and what it
	 * says otherwise is told as a difference.
	 * @param id any text, the empty one too; null in a table whose id column is not known yet
	 * @throws UnreadableError beyond the limits of elements and of characters
	 */
	node(id: string | null, values: ValueList, place: string): void {
		this.#count('node');
		this.#weigh(id?.length ?? 0, place);
		const row = this.#row(values, place);
		const known = id === null ? undefined : this.#numbers.get(id);
		if (known !== undefined) return this.#mergeNode(known, row, place);
		if (id !== null) this.#numbers.set(id, this.#nodes.length);
		this.#nodes.push({ id, values: row, place });
		this.#counts.node.taken++;
	}

	/**
	 * Takes an edge. Whether its ends exist is looked at in the end: files may name edges before nodes.
	 * @throws UnreadableError beyond the limits of elements and of characters
	 */
	edge(
		source: string | null,
		target: string | null,
		directed: boolean,
		values: ValueList,
		place: string
	): void {
		this.#count('edge');
		this.#weigh((source?.length ?? 0) + (target?.length ?? 0), place);
		this.#edges.push({ source, target, directed, values: this.#row(values, place), place });
		this.#counts.edge.taken++;
	}

	/** Counts something of the file that cannot be taken. The reason is a plain sentence. */
	leaveOut(element: Kind, place: string, reason: string): void {
		this.#count(element);
		this.#counts[element].leftOut++;
		this.#tell({ effect: 'left-out', element, place, reason });
	}

	/** Counts something of the file that the reader has made part of another element. The reason says of which. */
	merge(element: Kind, place: string, reason: string): void {
		this.#count(element);
		this.#counts[element].merged++;
		this.#tell({ effect: 'merged', element, place, reason });
	}

	/** Tells something odd about what was taken, or about something that is not counted. */
	notice(place: string, reason: string, element: Kind = 'other'): void {
		this.#tell({ effect: 'noticed', element, place, reason });
	}

	hasNode(id: string): boolean {
		return this.#numbers.has(id);
	}

	/**
	 * What was found.
	 * @param missingEnds what becomes of an edge with an end that the file does not list: it is left out, or the node
	 * is made with nothing but its id (for formats whose edges may name their nodes first, or only there)
	 */
	finish(missingEnds: 'leave-out' | 'make' = 'leave-out'): StagedGraph {
		const edges = this.#edges.filter((edge) => this.#hasEnds(edge, missingEnds));
		const { node, edge, other } = this.#counts;
		return {
			format: this.#format,
			...(this.title === undefined ? {} : { title: this.title }),
			...(this.description === undefined ? {} : { description: this.description }),
			table: this.table,
			nodeColumns: this.#columns.node.list,
			edgeColumns: this.#columns.edge.list,
			nodes: this.#nodes,
			edges,
			tally: { nodes: { ...node }, edges: { ...edge }, others: { ...other } },
			differences: this.#differences
		};
	}

	#hasEnds({ source, target, place }: StagedEdge, missingEnds: 'leave-out' | 'make'): boolean {
		for (const end of [source, target]) {
			if (end === null || this.#numbers.has(end)) continue;
			if (missingEnds === 'make') {
				this.#numbers.set(end, this.#nodes.length);
				this.#nodes.push({ id: end, values: [], place });
				this.#counts.node.inFile++;
				this.#counts.node.taken++;
				continue;
			}
			this.#counts.edge.taken--;
			this.#counts.edge.leftOut++;
			const reason = `The edge names ${quoted(end)}, and the file has no such node.`;
			this.#tell({ effect: 'left-out', element: 'edge', place, reason });
			return false;
		}
		return true;
	}

	#mergeNode(number: number, row: (string | undefined)[], place: string): void {
		const first = this.#nodes[number]!;
		const values = [...first.values];
		let differs = false;
		row.forEach((value, column) => {
			if (value === undefined) return;
			if (values[column] === undefined) values[column] = value;
			else if (values[column] !== value) differs = true;
		});
		this.#nodes[number] = { ...first, values };
		this.#counts.node.merged++;
		const other = differs ? ' What it says otherwise was not taken.' : '';
		this.#tell({
			effect: 'merged',
			element: 'node',
			place,
			reason: `The node ${quoted(first.id ?? '')} stands in the file already, at ${first.place}; the two were made one.${other}`
		});
	}

	#row(values: ValueList, place: string): (string | undefined)[] {
		const row: (string | undefined)[] = [];
		for (const [column, value] of values) {
			const text = this.#short(value, place);
			this.#weigh(Math.max(CELL, text.length) + CELL * Math.max(0, column - row.length), place);
			while (row.length < column) row.push(undefined);
			row[column] = text;
		}
		return row;
	}

	/** Before the memory is taken: a short file can ask for a lot of it. */
	#weigh(characters: number, place: string): void {
		this.#characters += characters;
		if (this.#characters <= this.#limits.characters) return;
		throw new LimitError(
			'characters',
			`Ids and values have more than ${this.#limits.characters} characters together; a cell counts for at least ${CELL}, an empty one too.`,
			'Take a part of it, or raise the limit if there is memory for it.',
			place
		);
	}

	#short(value: string, place: string): string {
		if (value.length <= this.#limits.valueLength) return value;
		this.notice(place, `A value has more than ${this.#limits.valueLength} characters; it was cut there.`);
		return value.slice(0, this.#limits.valueLength).replace(/[\uD800-\uDBFF]$/, '');
	}

	#count(kind: Kind): void {
		this.#counts[kind].inFile++;
		if (this.elements <= this.#limits.elements) return;
		throw new LimitError(
			'elements',
			`The file has more than ${this.#limits.elements} elements.`,
			'Take a part of it, or raise the limit if there is memory for it.'
		);
	}

	#tell(difference: Difference): void {
		if (this.#differences.length < MOST_DIFFERENCES) this.#differences.push(difference);
	}
}

function newCount(): { -readonly [K in keyof Tally]: number } {
	return { inFile: 0, taken: 0, merged: 0, leftOut: 0 };
}

class Columns<Role extends string> {
	readonly list: Column<Role>[] = [];
	/** By name and role, which cannot be mixed up: a role has no line break. */
	readonly #indexes = new Map<string, number>();

	index(column: { name: string; role: Role | undefined; type: string | undefined }, most: number): number {
		const key = `${column.role ?? ''}\n${column.name}`;
		const known = this.#indexes.get(key);
		if (known !== undefined) return known;
		if (this.list.length >= most) throw tooManyColumns(most);
		const { name, role, type } = column;
		this.list.push({
			name,
			...(type === undefined ? {} : { type }),
			...(role === undefined ? {} : { role })
		});
		this.#indexes.set(key, this.list.length - 1);
		return this.list.length - 1;
	}
}
