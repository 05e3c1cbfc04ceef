/** The cells of one sheet of a workbook, row by row. */
import type { Attributes, ElementRule } from '#lib/formats/xml/xml.ts';
import { columnOf, numberText, unescaped } from '#lib/formats/tables/xlsx-values.ts';
import type { Shown } from '#lib/formats/tables/xlsx-values.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** Told of each row that has a value: its cells without the empty ones at the end, and its number from 1. */
export type OnCells = (cells: string[], row: number) => void;

export interface SheetFacts {
	/** Groups of cells that are merged into one. */
	readonly merged: number;
	/** Cells with an error such as `#N/A`, by their place; the first twenty. */
	readonly errors: readonly string[];
	readonly errorCount: number;
}

interface SheetContext {
	readonly name: string;
	readonly shared: readonly string[];
	readonly formats: readonly Shown[];
	readonly from1904: boolean;
}

const MOST_ERRORS = 20;

export class SheetCells {
	/** For an XmlReader. */
	readonly rules: ReadonlyMap<string, ElementRule>;
	readonly #sheet: SheetContext;
	readonly #onCells: OnCells;
	#row = 0;
	#cells: string[] = [];
	#column = -1;
	#type = 'n';
	#style = 0;
	#text = '';
	#merged = 0;
	readonly #errors: string[] = [];
	#errorCount = 0;

	constructor(sheet: SheetContext, onCells: OnCells) {
		this.#sheet = sheet;
		this.#onCells = onCells;
		const text: ElementRule = { text: true, close: (part) => (this.#text += part) };
		const inline: ElementRule = {
			children: new Map([
				['t', text],
				['r', { children: new Map([['t', text]]) }]
			])
		};
		const cell: ElementRule = {
			open: (attributes) => this.#openCell(attributes),
			close: () => this.#closeCell(),
			children: new Map([
				['v', text],
				['is', inline]
			])
		};
		const row: ElementRule = {
			open: (attributes) => this.#openRow(attributes),
			close: () => this.#closeRow(),
			children: new Map([['c', cell]])
		};
		const children = new Map<string, ElementRule>([
			['sheetData', { children: new Map([['row', row]]) }],
			['mergeCells', { children: new Map([['mergeCell', { open: () => void this.#merged++ }]]) }]
		]);
		this.rules = new Map([['worksheet', { children }]]);
	}

	/** To be asked for when the sheet is read. */
	get facts(): SheetFacts {
		return { merged: this.#merged, errors: this.#errors, errorCount: this.#errorCount };
	}

	#openRow({ r }: Attributes): void {
		const number = Number(r);
		this.#row = Number.isInteger(number) && number > 0 ? number : this.#row + 1;
		this.#cells = [];
		this.#column = -1;
	}

	#closeRow(): void {
		while (this.#cells.length > 0 && this.#cells.at(-1) === '') this.#cells.pop();
		if (this.#cells.length > 0) this.#onCells(this.#cells, this.#row);
	}

	#openCell({ r, t = 'n', s = '0' }: Attributes): void {
		const column = r === undefined ? this.#column + 1 : columnOf(r);
		if (column === null || column > 16_383)
			throw this.#fault(`a cell says that it stands at ${r ?? 'no place'}`);
		this.#column = column;
		this.#type = t;
		this.#style = Number(s);
		this.#text = '';
	}

	#closeCell(): void {
		const value = this.#value();
		// Cells that only have a style may reach to the last column there is.
		if (value === '') return;
		while (this.#cells.length < this.#column) this.#cells.push('');
		this.#cells[this.#column] = value;
	}

	#value(): string {
		const text = this.#text;
		switch (this.#type) {
			case 's':
				return this.#shared(text);
			case 'str':
			case 'inlineStr':
				return unescaped(text);
			case 'b':
				return text === '1' ? 'TRUE' : 'FALSE';
			case 'e':
				if (++this.#errorCount <= MOST_ERRORS)
					this.#errors.push(`row ${this.#row}, cell ${this.#column + 1}: ${text}`);
				return '';
			case 'n':
				return text === ''
					? ''
					: numberText(text, this.#sheet.formats[this.#style] ?? 'number', this.#sheet.from1904);
			default:
				return text;
		}
	}

	#shared(number: string): string {
		if (number === '') return '';
		const text = this.#sheet.shared[Number(number)];
		if (text === undefined) throw this.#fault(`the text number ${number.slice(0, 20)} is missing`);
		return text;
	}

	#fault(what: string): UnreadableError {
		return new UnreadableError(
			`The workbook is damaged: in the sheet ${this.#sheet.name}, ${what}.`,
			'Open it in Excel or LibreOffice, and save it again.',
			`${this.#sheet.name}, row ${this.#row}`
		);
	}
}
