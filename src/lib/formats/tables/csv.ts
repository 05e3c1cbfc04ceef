/** CSV and its relatives: commas, semicolons, tabs, bars. The delimiter is found from the content. */
import { findPair } from '#lib/formats/meaning/column-words.ts';
import { dialectOf } from '#lib/formats/tables/csv-dialect.ts';
import { RowSplitter } from '#lib/formats/tables/csv-rows.ts';
import type { ForeignFormat, TextReader } from '#lib/formats/foreign.ts';
import type { Limits } from '#lib/formats/limits.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { namesNode, soundsLikeHeader } from '#lib/formats/tables/table-guess.ts';
import { TableReader } from '#lib/formats/tables/table.ts';
import type { TableGuess, TableOptions } from '#lib/formats/tables/table.ts';

export interface CsvOptions extends TableOptions {
	/** One UTF-16 unit. */
	readonly delimiter?: string;
	/** Put before the lines, where several files are read together: `edges.csv, `. */
	readonly placePrefix?: string;
}

/** The beginning by which the delimiter is found, in UTF-16 units. */
const HEAD = 65_536;

/**
 * How many more cells a row may have than there may be columns: spreadsheets write their empty ones too, and a matrix
 * has a cell for each actor.
 */
const CELLS_PER_COLUMN = 10;

/** What begins so is a broken file of another format, not a table. */
const OTHER = /^\s*(?:[<{]|\[\s*[[{"\]])/;

export const CSV: ForeignFormat = {
	id: 'csv',
	name: 'Table (CSV, TSV)',
	extensions: ['.csv', '.tsv', '.tab', '.txt'],
	recognises: looksLikeTable,
	reader: (staging, limits) => new CsvReader(staging, limits),
	missingEnds: 'make'
};

function looksLikeTable(head: string): boolean {
	if (OTHER.test(head.slice(0, 1000))) return false;
	const { share, rows, width, skip, delimiter } = dialectOf(head, head.length < HEAD);
	if (skip > 0) return true;
	if (rows > 1) return share >= 0.7;
	return width > 1 && head.split(delimiter).some((cell) => soundsLikeHeader(cell.replace(/["\r\n]/g, '')));
}

export class CsvReader implements TextReader {
	readonly #staging: Staging;
	readonly #limits: Limits;
	readonly #options: CsvOptions;
	/** Gathers the beginning until the delimiter can be told. */
	#head = '';
	#splitter: RowSplitter | undefined;
	#delimiter = '';
	readonly #tables: TableReader[] = [];
	#firstRow: readonly string[] = [];
	#afterBlank = false;
	#skippedLines = 0;

	constructor(staging: Staging, limits: Limits, options: CsvOptions = {}) {
		this.#staging = staging;
		this.#limits = limits;
		this.#options = options;
	}

	write(piece: string): void {
		if (this.#splitter) return this.#splitter.write(piece);
		this.#head += piece;
		if (this.#head.length >= HEAD) this.#begin(false);
	}

	end(): void {
		if (!this.#splitter) this.#begin(true);
		this.#splitter?.end();
		this.#tables.at(-1)?.end();
	}

	/** How each table of the file was understood, and by which delimiter it was cut; to be asked for after the end. */
	get guesses(): readonly (TableGuess & { readonly delimiter: string })[] {
		return this.#tables.map(({ guess }) => ({ ...guess, delimiter: this.#delimiter }));
	}

	#begin(whole: boolean): void {
		// A surrogate pair or a line end may be cut, which is no harm to counting cells.
		const text = this.#head.startsWith('\uFEFF') ? this.#head.slice(1) : this.#head;
		this.#head = '';
		const found = dialectOf(text.slice(0, HEAD), whole);
		this.#delimiter = this.#options.delimiter ?? found.delimiter;
		this.#skippedLines = found.skip > 0 ? 1 : 0;
		this.#splitter = new RowSplitter(
			this.#delimiter,
			this.#limits.valueLength,
			(cells, line) => this.#row(cells, line),
			(line, reason) => this.#staging.notice(this.#place(line), reason),
			CELLS_PER_COLUMN * this.#limits.columns
		);
		this.#splitter.write(text.slice(found.skip));
	}

	#row(cells: readonly string[], line: number): void {
		if (cells.length === 1 && cells[0] === '') {
			this.#afterBlank = true;
			return;
		}
		const table = this.#tables.at(-1);
		if (table === undefined) this.#newTable(cells, this.#options);
		else if (this.#afterBlank && this.#beginsAnother(cells)) {
			table.end();
			this.#staging.notice(this.#place(line), 'A second table begins here.');
			this.#newTable(cells, {});
		}
		this.#afterBlank = false;
		this.#tables.at(-1)!.row(cells, this.#place(line));
	}

	#newTable(firstRow: readonly string[], options: TableOptions): void {
		this.#firstRow = firstRow;
		this.#tables.push(new TableReader(this.#staging, options));
	}

	/** After an empty line, a row that can only be a header, and not the one that there was. */
	#beginsAnother(cells: readonly string[]): boolean {
		const names = cells.filter((cell) => cell !== '');
		if (names.length < 2 || new Set(names).size < names.length) return false;
		if (names.every((name, at) => name === this.#firstRow[at])) return false;
		if (names.filter(soundsLikeHeader).length * 2 < names.length) return false;
		return findPair(names) !== null || names.some(namesNode);
	}

	#place(line: number): string {
		return `${this.#options.placePrefix ?? ''}line ${line + this.#skippedLines}`;
	}
}
