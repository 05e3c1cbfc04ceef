/** Rows of cells, from CSV, a spreadsheet or records, into the staging. Nothing is converted. */
import { MatrixReader } from '#lib/formats/tables/matrix.ts';
import type { Staging, ValueList } from '#lib/formats/staging.ts';
import { hasHeader, isMatrix, kindOf } from '#lib/formats/tables/table-guess.ts';
import type { TableKind } from '#lib/formats/tables/table-guess.ts';
import { quoted } from '#lib/model/problem-log.ts';

/** What the user says where a guess was wrong. */
export interface TableOptions {
	readonly header?: boolean;
	readonly kind?: TableKind;
	/** Whether short rows are no oddity, because the cells at their end are empty. */
	readonly even?: boolean;
}

/** How a table was understood. */
export interface TableGuess {
	readonly kind: TableKind;
	readonly header: boolean;
	/** Names of the columns; empty for a matrix. */
	readonly columns: readonly string[];
	/** Rows below the header that are not empty. */
	readonly rows: number;
}

/** By these rows it is decided what the table is. */
const HEAD_ROWS = 100;

/** Of oddities of one kind, so many are told one by one. */
const TOLD = 20;

interface Row {
	readonly cells: readonly string[];
	readonly place: string;
}

export class TableReader {
	readonly #staging: Staging;
	readonly #options: TableOptions;
	#head: Row[] | undefined = [];
	#kind: TableKind = 'edges';
	#header: readonly string[] | undefined;
	/** Index in the staging by number of the column; made when the first value comes where it has no name. */
	readonly #indexes: (number | undefined)[] = [];
	readonly #names: (string | undefined)[] = [];
	/** Names that are in use, each with the number that a second one of it gets. */
	readonly #taken = new Map<string, number>();
	#matrix: MatrixReader | undefined;
	#width = 0;
	#rows = 0;
	#empty = 0;
	readonly #ragged = { shorter: 0, longer: 0 };

	constructor(staging: Staging, options: TableOptions = {}) {
		this.#staging = staging;
		this.#options = options;
	}

	/**
	 * Takes the next row.
	 * @param place such as `line 12`
	 * @throws UnreadableError beyond the limits of the staging
	 */
	row(cells: readonly string[], place: string): void {
		if (isEmpty(cells)) {
			if (cells.length > 1) this.#empty++;
		} else if (this.#head === undefined) this.#take(cells, place);
		else if (this.#head.push({ cells, place }) >= HEAD_ROWS) this.#decide(false);
	}

	/** Says that there are no more rows. */
	end(): void {
		if (this.#head !== undefined) this.#decide(true);
		this.#matrix?.end();
		const { shorter, longer } = this.#ragged;
		this.#sum(this.#empty, 0, 'no value at all');
		this.#sum(shorter, TOLD, 'fewer cells than the first row');
		this.#sum(longer, TOLD, 'more cells than the first row');
	}

	/** How the table was understood; to be asked for after its end. */
	get guess(): TableGuess {
		const columns = this.#names.map((name) => name ?? '');
		return { kind: this.#kind, header: this.#header !== undefined, columns, rows: this.#rows };
	}

	#decide(whole: boolean): void {
		const head = this.#withoutTitles(this.#head ?? []);
		this.#head = undefined;
		const rows = head.map(({ cells }) => cells);
		const { kind, header } = this.#options;
		if (kind === 'matrix' || (kind === undefined && header === undefined && isMatrix(rows, whole)))
			return this.#beMatrix(head);
		const body = this.#readHeader(head, header ?? hasHeader(rows));
		const cells = body.map((row) => row.cells);
		this.#kind = kind ?? kindOf(this.#header, cells, this.#width);
		this.#staging.table = true;
		for (let column = 0; column < this.#width; column++) if (this.#names[column]) this.#index(column);
		for (const row of body) this.#take(row.cells, row.place);
	}

	/** Lines of a single cell above a table that has several columns. */
	#withoutTitles(head: readonly Row[]): readonly Row[] {
		const start = head.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
		if (start < 1 || head.length - start < 2) return head;
		for (const { place } of head.slice(0, start))
			this.#staging.leaveOut('other', place, 'The line stands above the table and is not part of it.');
		return head.slice(start);
	}

	#beMatrix(head: readonly Row[]): void {
		this.#kind = 'matrix';
		this.#header = head[0]?.cells ?? [];
		this.#matrix = new MatrixReader(this.#staging);
		for (const { cells, place } of head) this.#matrix.row(cells, place);
		this.#rows = Math.max(0, head.length - 1);
	}

	#readHeader(head: readonly Row[], there: boolean): readonly Row[] {
		const [first, ...rest] = head;
		this.#width = first?.cells.length ?? 0;
		if (first === undefined) return [];
		if (there) {
			this.#header = first.cells;
			first.cells.forEach((name, column) => this.#nameColumn(name.trim(), column, first.place));
			return rest;
		}
		this.#staging.notice(
			first.place,
			'The first row looks like data, not like names of columns, so it was read as data.'
		);
		first.cells.forEach((_, column) => (this.#names[column] = this.#freeName(`Column ${column + 1}`)));
		return head;
	}

	#nameColumn(name: string, column: number, place: string): void {
		if (name === '') return;
		const free = this.#freeName(name);
		this.#names[column] = free;
		if (free === name) return;
		this.#staging.notice(
			place,
			`Two columns are called ${quoted(name)}; column ${column + 1} is ${quoted(free)} here.`
		);
	}

	#freeName(name: string): string {
		let free = name;
		let number = this.#taken.get(name) ?? 2;
		for (; this.#taken.has(free); number++) free = `${name} (${number})`;
		this.#taken.set(name, number).set(free, 2);
		return free;
	}

	#index(column: number): number {
		const known = this.#indexes[column];
		if (known !== undefined) return known;
		const name = (this.#names[column] ??= this.#freeName(`Column ${column + 1}`));
		const index = this.#kind === 'nodes' ? this.#staging.nodeColumn(name) : this.#staging.edgeColumn(name);
		this.#indexes[column] = index;
		return index;
	}

	#take(cells: readonly string[], place: string): void {
		if (this.#repeatsHeader(cells)) {
			this.#staging.leaveOut('other', place, 'The row says the names of the columns again.');
			return;
		}
		this.#rows++;
		if (this.#matrix) return this.#matrix.row(cells, place);
		if (cells.length !== this.#width) this.#tellWidth(cells, place);
		const values = this.#values(cells);
		if (this.#kind === 'nodes') this.#staging.node(null, values, place);
		else this.#staging.edge(null, null, true, values, place);
	}

	#values(cells: readonly string[]): ValueList {
		const values: [number, string][] = [];
		for (let column = 0; column < cells.length; column++) {
			const cell = cells[column]!;
			if (cell !== '') values.push([this.#indexes[column] ?? this.#index(column), cell]);
		}
		return values;
	}

	#repeatsHeader(cells: readonly string[]): boolean {
		const header = this.#header;
		if (header === undefined || cells[0] !== header[0] || cells.length !== header.length) return false;
		return cells.every((cell, column) => cell === header[column]);
	}

	#tellWidth(cells: readonly string[], place: string): void {
		const kind = cells.length < this.#width ? 'shorter' : 'longer';
		if (kind === 'shorter' && this.#options.even) return;
		if (kind === 'longer' && isEmpty(cells.slice(this.#width))) return;
		if (++this.#ragged[kind] > TOLD) return;
		const reason =
			kind === 'shorter'
				? `The row has ${cells.length} of ${this.#width} cells; the others were taken as empty.`
				: `The row has ${cells.length} cells and the first row ${this.#width}; the others are in columns without a name of their own.`;
		this.#staging.notice(place, reason);
	}

	#sum(rows: number, told: number, what: string): void {
		if (rows <= told) return;
		const have = rows === 1 ? 'row has' : 'rows have';
		this.#staging.notice('the whole table', `In all, ${rows} ${have} ${what}.`);
	}
}

function isEmpty(cells: readonly string[]): boolean {
	for (const cell of cells) if (cell !== '') return false;
	return true;
}
