/** Tables as CSV (RFC 4180). */
import type { StagedGraph, Values } from '#lib/formats/staged.ts';
import { graphTables } from '#lib/formats/out/written-tables.ts';
import type { WrittenTable } from '#lib/formats/out/written-tables.ts';
import { writtenIds } from '#lib/formats/written-graph.ts';
import { zipped } from '#lib/formats/bytes/zip-writer.ts';

/**
 * `safe`: no cell can be taken for a formula by a program that opens the file, and letters come out right in Excel.
 * `exact`: every value as it is, for programs that read data.
 */
export type CsvStyle = 'safe' | 'exact';

/** How spreadsheets know a formula (OWASP, CSV Injection), in the full width of East Asia as well. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** A number is nothing to run, whatever its sign; an apostrophe would make it none for those who count. */
const NUMBER = /^-\d{1,15}(\.\d{1,15})?$/;

/** What a cell has to stand in quotes for; other delimiters too, since a spreadsheet may cut at those of its country. */
const NEEDS_QUOTES = /[",;|\t\r\n]|^\s|\s$/;

/** The text of a table, a piece for some rows. */
export function* writeCsv(table: WrittenTable, style: CsvStyle): Generator<string> {
	let piece = (style === 'safe' ? '\uFEFF' : '') + line(table.header, style);
	for (const row of table.rows) {
		piece += line(row, style);
		if (piece.length < 65_536) continue;
		yield piece;
		piece = '';
	}
	if (piece !== '') yield piece;
}

function line(values: Values, style: CsvStyle): string {
	const cells = values.map((value) => cell(value ?? '', style));
	// A row with a single empty cell would be an empty line, which is no row.
	return `${cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')}\r\n`;
}

function cell(value: string, style: CsvStyle): string {
	const text = style === 'safe' && mayRun(value) ? `'${value}` : value;
	return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function mayRun(value: string): boolean {
	return FORMULA.test(value) && !NUMBER.test(value);
}

/** How many values have halves of characters, which UTF-8 cannot hold; the zip has U+FFFD for each. */
export function brokenValues(tables: readonly WrittenTable[]): number {
	let broken = 0;
	for (const { header, rows } of tables) {
		for (const values of [header, ...rows]) for (const value of values) if (!isWhole(value ?? '')) broken++;
	}
	return broken;
}

function isWhole(text: string): boolean {
	return text.isWellFormed();
}

/** The graph with other ids for those that UTF-8 cannot hold, since two of them would become one. */
function withWholeIds(graph: StagedGraph): StagedGraph {
	if (graph.nodes.every(({ id }) => isWhole(id ?? ''))) return graph;
	const ids = writtenIds(
		graph.nodes.filter(({ id }) => id !== null),
		isWhole,
		isWhole
	);
	const written = (id: string | null) => (id === null ? null : ids.found(id));
	const named = graph.nodeColumns.map(({ role }) => role === 'id' || role === 'parent');
	return {
		...graph,
		nodes: graph.nodes.map((node) => ({
			...node,
			id: written(node.id),
			values: node.values.map((value, at) => (named[at] && value !== undefined ? ids.found(value) : value))
		})),
		edges: graph.edges.map((edge) => ({
			...edge,
			source: written(edge.source),
			target: written(edge.target)
		}))
	};
}

/** How many values the safe style would change; each gets an apostrophe before it. */
export function changedWhenSafe(tables: readonly WrittenTable[]): number {
	let changed = 0;
	for (const { header, rows } of tables) {
		for (const values of [header, ...rows]) for (const value of values) if (mayRun(value ?? '')) changed++;
	}
	return changed;
}

export interface WrittenFile {
	readonly name: string;
	readonly text: Iterable<string>;
}

/** A graph as two files, actors.csv and relations.csv, which are read together. */
export function writeCsvPair(graph: StagedGraph, style: CsvStyle): WrittenFile[] {
	return graphTables(withWholeIds(graph)).map((table) => ({
		name: `${table.name.toLowerCase()}.csv`,
		text: writeCsv(table, style)
	}));
}

/** The two files in a zip archive: the same bytes every time. */
export function writeCsvZip(graph: StagedGraph, style: CsvStyle): Uint8Array<ArrayBuffer> {
	return zipped(writeCsvPair(graph, style));
}
