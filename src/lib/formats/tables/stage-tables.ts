/** Tables of text files and workbooks that belong together, into one staging. */
import { CsvReader } from '#lib/formats/tables/csv.ts';
import type { CsvOptions } from '#lib/formats/tables/csv.ts';
import type { Limits } from '#lib/formats/limits.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { TableReader } from '#lib/formats/tables/table.ts';
import type { TableGuess } from '#lib/formats/tables/table.ts';
import type { TextSource } from '#lib/formats/bytes/text-source.ts';
import { EXTRA_TABLES } from '#lib/formats/out/written-tables.ts';
import { PROGRAM } from '#lib/formats/tables/xlsx-writer.ts';
import { openWorkbook } from '#lib/formats/tables/xlsx.ts';
import type { Sheet, Watch } from '#lib/formats/tables/xlsx.ts';
import type { ZipEntry } from '#lib/formats/bytes/zip.ts';
import { quoted } from '#lib/model/problem-log.ts';

export interface WorkbookSource {
	readonly what: 'workbook';
	readonly name: string;
	readonly entries: readonly ZipEntry[];
}

export type TableSource = TextSource | WorkbookSource;

/** What the user says where a guess was wrong. */
export interface TableChoice extends Omit<CsvOptions, 'placePrefix'> {
	/** Whether the table is taken; without it, all are but hidden sheets. */
	readonly take?: boolean;
}

/** A table that was found, and how it was understood. */
export interface TableInfo extends TableGuess {
	/** Of the file, or of the sheet. */
	readonly name: string;
	readonly taken: boolean;
	/** Of text files. */
	readonly delimiter?: string;
}

/** Reads the tables one after the other. @throws UnreadableError, EncodingError */
export async function stageTables(
	sources: readonly TableSource[],
	staging: Staging,
	limits: Limits,
	choices: ReadonlyMap<string, TableChoice>,
	watch: Watch
): Promise<TableInfo[]> {
	const tables: TableInfo[] = [];
	for (const source of sources) {
		const prefix = sources.length > 1 ? `${source.name}, ` : '';
		if (source.what === 'text')
			tables.push(...(await stageText(source, staging, limits, choices, watch, prefix)));
		else tables.push(...(await stageWorkbook(source, staging, limits, choices, watch)));
	}
	return tables;
}

async function stageText(
	{ name, text }: TextSource,
	staging: Staging,
	limits: Limits,
	choices: ReadonlyMap<string, TableChoice>,
	watch: Watch,
	placePrefix: string
): Promise<TableInfo[]> {
	const { take = true, ...choice } = choices.get(name) ?? {};
	if (!take) return [passOver(staging, name, 'The table was not chosen.')];
	const reader = new CsvReader(staging, limits, { ...choice, placePrefix });
	for await (const piece of watch(text)) reader.write(piece);
	reader.end();
	return reader.guesses.map((guess, at) => ({
		...guess,
		name: at === 0 ? name : `${name} (${at + 1})`,
		taken: true
	}));
}

async function stageWorkbook(
	{ entries }: WorkbookSource,
	staging: Staging,
	limits: Limits,
	choices: ReadonlyMap<string, TableChoice>,
	watch: Watch
): Promise<TableInfo[]> {
	const { sheets, program } = await openWorkbook(entries, limits, watch);
	const ours = program === PROGRAM;
	const tables: TableInfo[] = [];
	for (const sheet of sheets) {
		const { take, ...choice } = choices.get(sheet.name) ?? {};
		const reason = take === true && sheet.cells ? undefined : whyNot(sheet, ours, take);
		if (reason !== undefined) tables.push(passOver(staging, sheet.name, reason));
		else tables.push(await stageSheet(sheet, staging, choice, sheets.length > 1));
	}
	return tables;
}

function whyNot(
	{ name, hidden, cells }: Sheet,
	ours: boolean,
	take: boolean | undefined
): string | undefined {
	if (!cells) return 'The sheet has no cells, only a chart or the like.';
	if (take === false) return 'The sheet was not chosen.';
	if (hidden) return 'The sheet is hidden, so it was not taken.';
	if (ours && EXTRA_TABLES.includes(name))
		return 'The sheet lists what the relations refer to, for reading; it is not read back.';
	return undefined;
}

function passOver(staging: Staging, name: string, reason: string): TableInfo {
	staging.leaveOut('other', name, reason);
	return { name, taken: false, kind: 'edges', header: false, columns: [], rows: 0 };
}

async function stageSheet(
	sheet: Sheet,
	staging: Staging,
	choice: CsvOptions,
	several: boolean
): Promise<TableInfo> {
	const reader = new TableReader(staging, { ...choice, even: true });
	const prefix = several ? `${sheet.name}, ` : '';
	const { merged, errors, errorCount } = await sheet.read((cells, row) =>
		reader.row(cells, `${prefix}row ${row}`)
	);
	reader.end();
	if (merged > 0) {
		const reason = `${merged} groups of cells are merged; their value was taken for the first cell of each only.`;
		staging.notice(
			sheet.name,
			merged === 1 ? reason.replace('1 groups of cells are', '1 group of cells is') : reason
		);
	}
	for (const error of errors)
		staging.notice(prefix + error, 'The cell has an error instead of a value; it was taken as empty.');
	if (errorCount > errors.length)
		staging.notice(
			sheet.name,
			`In all, ${errorCount} cells of ${quoted(sheet.name)} have an error instead of a value.`
		);
	return { ...reader.guess, name: sheet.name, taken: true };
}
