/** Lists of records in JSON, or one record a line, read as a table: PLOVER events, and what databases export. */
import type { ForeignFormat, TextReader } from '#lib/formats/foreign.ts';
import { WholeText, readTree } from '#lib/formats/json/json-document.ts';
import { readJson } from '#lib/formats/json/json-parse.ts';
import { JsonObject, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import { LIMITS } from '#lib/formats/limits.ts';
import type { Limits } from '#lib/formats/limits.ts';
import { Notices } from '#lib/formats/notices.ts';
import type { Staging, ValueList } from '#lib/formats/staging.ts';
import { TextLines } from '#lib/formats/text/text-lines.ts';
import { UnreadableError } from '#lib/model/problems.ts';

export const RECORDS: ForeignFormat = {
	id: 'records',
	name: 'List of records (JSON)',
	extensions: ['.json', '.jsonl', '.ndjson'],
	recognises: (head) => /^\s*\[\s*\{/.test(head) || looksLikeLines(head),
	reader: (staging, limits) => new RecordsReader(staging, limits),
	missingEnds: 'make'
};

/** A whole object on the first line, and the beginning of another, or nothing, on the next. */
function looksLikeLines(head: string): boolean {
	const line = /^(\{[^\r\n]*\})[ \t]*[\r\n]+(?:\{|$)/.exec(head)?.[1];
	if (line === undefined) return false;
	try {
		return readJson(line, LIMITS.depth).tree instanceof JsonObject;
	} catch {
		return false;
	}
}

class RecordsReader implements TextReader {
	readonly #staging: Staging;
	readonly #limits: Limits;
	readonly #whole = new WholeText();
	readonly #lines = new TextLines((line) => this.#readLine(line));
	readonly #notices = new Notices();
	/** Unknown before the first character that is no white space. */
	#byLine: boolean | undefined;
	#line = 0;

	constructor(staging: Staging, limits: Limits) {
		this.#staging = staging;
		this.#limits = limits;
		staging.table = true;
	}

	write(piece: string): void {
		if (this.#byLine === undefined) {
			const first = /[^\s\uFEFF]/.exec(piece)?.[0];
			if (first !== undefined) this.#byLine = first === '{';
		}
		// White space before the first record has no lines of records.
		if (this.#byLine) this.#lines.write(piece);
		else this.#whole.write(piece);
	}

	end(): void {
		if (this.#byLine) this.#lines.end();
		else this.#readList();
		this.#notices.tell(this.#staging);
	}

	#readList(): void {
		const list = readTree(this.#whole.take(), this.#staging, this.#limits);
		if (!Array.isArray(list))
			throw new UnreadableError('The file is not a list of records.', 'Choose another file.');
		list.forEach((record, at) => this.#record(record, `record ${at + 1}`));
	}

	#readLine(line: string): void {
		const place = `line ${++this.#line}`;
		if (line.trim() === '') return;
		let tree: JsonTree;
		try {
			({ tree } = readJson(line, this.#limits.depth));
		} catch (error) {
			if (!(error instanceof UnreadableError)) throw error;
			throw new UnreadableError(
				`The file has one record a line, and ${place} is not whole JSON.`,
				'Correct the line in a text editor; if it is the last, get a whole copy.',
				place
			);
		}
		this.#record(tree, place);
	}

	#record(record: JsonTree, place: string): void {
		if (!(record instanceof JsonObject))
			return this.#staging.leaveOut('edge', place, 'It is not a record with keys.');
		const cells = new Map<string, string[]>();
		gatherCells(cells, '', record);
		const values: ValueList = [...cells].map(([path, texts]) => [
			this.#staging.edgeColumn(path),
			texts.join('; ')
		]);
		for (const [path, { length }] of cells)
			if (length > 1)
				this.#notices.add(path, place, (count) => {
					const records = count === 1 ? '1 record has' : `${count} records have`;
					return `${records} several values of ${path}; “; ” is put between them.`;
				});
		this.#staging.edge(null, null, true, values, place);
	}
}

/** Values by path, such as `source.name`; lists give several values of one path. As deep as JSON was let be. */
function gatherCells(cells: Map<string, string[]>, path: string, value: JsonTree): void {
	if (Array.isArray(value)) return value.forEach((one) => gatherCells(cells, path, one));
	if (value instanceof JsonObject) {
		for (const [key, one] of value.entries()) gatherCells(cells, path === '' ? key : `${path}.${key}`, one);
		return;
	}
	const text = textOf(value);
	if (text === undefined || text === '') return;
	const texts = cells.get(path);
	if (texts) texts.push(text);
	else cells.set(path, [text]);
}
