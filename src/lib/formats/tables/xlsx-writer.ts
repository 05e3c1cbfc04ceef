/** Excel workbooks (ECMA-376) out. Every cell is typed as text, so that nothing is taken for a formula, number or date. */
import type { StagedGraph, Values } from '#lib/formats/staged.ts';
import { extraTables, graphTables } from '#lib/formats/out/written-tables.ts';
import type { WrittenTable } from '#lib/formats/out/written-tables.ts';
import { xmlAttribute, xmlText } from '#lib/formats/xml/xml-text.ts';
import { zipped } from '#lib/formats/bytes/zip-writer.ts';
import type { Document } from '#lib/model/document.ts';

/** Stands in the workbook as the program that made it. */
export const PROGRAM = 'Dramatis';

/** Excel's own limits. */
const MOST_ROWS = 1_048_576;
const LONGEST_CELL = 32_767;

/** A document as a workbook with the sheets Actors, Relations, Events and Sources; `graph` is what flatten makes of it. */
export function writeXlsx(graph: StagedGraph, document: Document): Uint8Array<ArrayBuffer> {
	return writeWorkbook([...graphTables(graph), ...extraTables(document)]);
}

/** How many values are longer than a cell can be, and are cut. */
export function cutInXlsx(tables: readonly WrittenTable[]): number {
	let cut = 0;
	for (const { rows } of tables) for (const row of rows) for (const value of row) if (tooLong(value)) cut++;
	return cut;
}

function tooLong(value: string | undefined): boolean {
	return value !== undefined && value.length > LONGEST_CELL;
}

/** Tables as sheets; one with more rows than a sheet can have goes on in further sheets. The same bytes every time. */
export function writeWorkbook(tables: readonly WrittenTable[]): Uint8Array<ArrayBuffer> {
	const sheets = tables.flatMap(sheetsOf);
	const numbers = sheets.map((_, index) => index + 1);
	const files = [
		{ name: '[Content_Types].xml', text: [contentTypes(numbers)] },
		{ name: '_rels/.rels', text: [relations([DOCUMENT, APP])] },
		{ name: 'docProps/app.xml', text: [APP_PROPERTIES] },
		{ name: 'xl/workbook.xml', text: [workbook(sheets.map(({ name }) => name))] },
		{ name: 'xl/_rels/workbook.xml.rels', text: [relations([...numbers.map(sheetRelation), STYLES])] },
		{ name: 'xl/styles.xml', text: [STYLE_SHEET] },
		...sheets.map(({ text }, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, text }))
	];
	return zipped(files);
}

interface Sheet {
	readonly name: string;
	readonly text: Iterable<string>;
}

function sheetsOf(table: WrittenTable): Sheet[] {
	const most = MOST_ROWS - 1;
	const rows = [...table.rows].length;
	const count = Math.max(1, Math.ceil(rows / most));
	return Array.from({ length: count }, (_, index) => ({
		name: index === 0 ? table.name : `${table.name} ${index + 1}`,
		text: sheetXml(table, index * most, most)
	}));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';

function* sheetXml({ header, rows }: WrittenTable, from: number, most: number): Generator<string> {
	const frozen =
		'<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
	let piece = `${HEAD}<worksheet xmlns="${MAIN}">${frozen}<sheetData>${rowXml(header, 1, 1)}`;
	let index = -1;
	for (const row of rows) {
		index++;
		if (index < from) continue;
		if (index >= from + most) break;
		piece += rowXml(row, index - from + 2, 0);
		if (piece.length < 65_536) continue;
		yield piece;
		piece = '';
	}
	yield `${piece}</sheetData></worksheet>`;
}

function rowXml(values: Values, number: number, style: number): string {
	const cells = values.map((value, column) => {
		if (value === undefined || value === '') return '';
		const place = `${columnLetters(column)}${number}`;
		return `<c r="${place}"${style ? ` s="${style}"` : ''} t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
	});
	return `<row r="${number}">${cells.join('')}</row>`;
}

/** What XML cannot hold has a way of its own here, `_x0007_`, and so has what looks like it (ST_Xstring). */
function cellText(value: string): string {
	const cut = tooLong(value) ? value.slice(0, LONGEST_CELL).replace(/[\uD800-\uDBFF]$/, '') : value;
	const escaped = cut
		.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
		.replace(/[^\P{Cc}\t\n\u007f-\u009f]|[\ufffe\uffff]|\p{Cs}/gu, hexCode);
	return xmlText(escaped);
}

function hexCode(character: string): string {
	return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** 0 → A, 27 → AB. */
export function columnLetters(column: number): string {
	const rest = Math.floor(column / 26);
	return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

interface Relation {
	readonly id: string;
	readonly type: string;
	readonly target: string;
}

const DOCUMENT: Relation = { id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' };
const APP: Relation = { id: 'rId2', type: 'extended-properties', target: 'docProps/app.xml' };
const STYLES: Relation = { id: 'styles', type: 'styles', target: 'styles.xml' };

function sheetRelation(number: number): Relation {
	return { id: `rId${number}`, type: 'worksheet', target: `worksheets/sheet${number}.xml` };
}

function relations(list: readonly Relation[]): string {
	const items = list.map(
		({ id, type, target }) =>
			`<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`
	);
	return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

function workbook(names: readonly string[]): string {
	const sheets = names.map(
		(name, index) => `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
	);
	return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${sheets.join('')}</sheets></workbook>`;
}

const APP_PROPERTIES = `${HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>${PROGRAM}</Application></Properties>`;

/** The second style is that of the header, in bold; 49 is the number format of text. */
const STYLE_SHEET =
	`${HEAD}<styleSheet xmlns="${MAIN}">` +
	'<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
	'<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
	'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
	'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
	'<cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
	'<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>';

function contentTypes(numbers: readonly number[]): string {
	const type = 'application/vnd.openxmlformats-officedocument';
	const override = (part: string, what: string) =>
		`<Override PartName="/${part}" ContentType="${type}.${what}+xml"/>`;
	const parts = [
		override('xl/workbook.xml', 'spreadsheetml.sheet.main'),
		override('xl/styles.xml', 'spreadsheetml.styles'),
		override('docProps/app.xml', 'extended-properties'),
		...numbers.map((number) => override(`xl/worksheets/sheet${number}.xml`, 'spreadsheetml.worksheet'))
	];
	return (
		`${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
		`<Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`
	);
}
