/** What a table is, guessed from its first rows: whether it has a header, and what its rows are. */
import { findPair, nodeUseNamed, saysNothing } from '#lib/formats/meaning/column-words.ts';

/** Rows of relations, rows of actors, or a square of weights with the same actors on both sides. */
export type TableKind = 'edges' | 'nodes' | 'matrix';

type Rows = readonly (readonly string[])[];

/** Numbers with any decimal mark and sign, dates, times. */
const DATA =
	/^[-+−]?[\d.,]*\d[\d.,\s%]*(?:e[-+]?\d+)?$|^\d{1,4}[-./]\d{1,2}(?:[-./]\d{1,4})?(?:[T ][\d:.+Z-]+)?$/i;

/** Whether a cell is a word that columns are called by. */
export function soundsLikeHeader(cell: string): boolean {
	return cell.length > 1 && cell.length <= 60 && /\p{L}/u.test(cell) && !saysNothing(cell);
}

/** Whether a column of this name tells one actor from another. */
export function namesNode(header: string): boolean {
	const use = header.length <= 60 ? nodeUseNamed(header) : undefined;
	return use === 'id' || use === 'name';
}

function isData(cell: string): boolean {
	return cell.length < 60 && DATA.test(cell.trim());
}

/**
 * Whether the first row names the columns.
 * @param rows the first rows of the table, none of them empty
 */
export function hasHeader(rows: Rows): boolean {
	const [first, ...others] = rows;
	if (first === undefined) return false;
	// Files that were put one after the other have their header in the middle again.
	const rest = others.filter(
		(row) => row.length !== first.length || row.some((cell, at) => cell !== first[at])
	);
	if (new Set(first).size < first.filter((cell) => cell !== '').length) return false;
	if (first.some((cell) => cell.length > 200)) return false;
	const columns = first.map((_, column) =>
		rest.map((row) => row[column] ?? '').filter((cell) => cell !== '')
	);
	// A word such as `part of` names a column, or is a value: then it comes again below.
	if (first.some((cell, column) => soundsLikeHeader(cell) && !columns[column]!.includes(cell))) return true;
	if (first.some(isData)) return false;
	if (columns.some((cells) => cells.length > 0 && cells.every(isData))) return true;
	// A list of names needs no header, and who made it rarely wrote one.
	if (first.length < 2) return false;
	// Names that come again are actors, not words for columns.
	const below = new Set(columns.flat());
	return !first.some((cell) => cell !== '' && below.has(cell));
}

/**
 * Whether the rows are a square: the same labels in the first row and in the first column.
 * @param whole whether these are all rows of the table
 */
export function isMatrix(rows: Rows, whole: boolean): boolean {
	const labels = matrixLabels(rows);
	const body = rows.slice(1);
	if (labels.length < 2 || body.length === 0) return false;
	const known = new Set(labels);
	const own = body.map((row) => row[0] ?? '');
	if (new Set(own).size < own.length || !own.every((label) => known.has(label))) return false;
	if (whole && (own.length !== labels.length || known.size !== labels.length)) return false;
	const values = body.flatMap((row) => row.slice(1)).filter((cell) => cell.trim() !== '');
	return values.every(isData) || (whole && own.length > 2);
}

/** Labels of the columns; some programs write no cell above those of the rows. */
export function matrixLabels(rows: Rows): readonly string[] {
	const [first = [], second = []] = rows;
	return second.length === first.length + 1 ? first : first.slice(1);
}

/**
 * What the rows are. Without a sign of anything else they are relations: that is what most tables hold that come
 * here alone, and the screen for columns asks.
 */
export function kindOf(headers: readonly string[] | undefined, body: Rows, width: number): TableKind {
	if (width < 2) return 'nodes';
	if (headers && findPair(headers.slice(0, 200))) return 'edges';
	if (headers && hasIdAndName(headers)) return 'nodes';
	if (headers?.some(namesNode) && !columnsShare(body)) return 'nodes';
	return 'edges';
}

/** As in the tables that we write; in them an actor's id may well be its name. */
function hasIdAndName(headers: readonly string[]): boolean {
	const uses = new Set(headers.filter(namesNode).map(nodeUseNamed));
	return uses.has('id') && uses.has('name');
}

/** Whether the first two columns speak of the same things. */
function columnsShare(body: Rows): boolean {
	// In lists of actors, the id of many is their name.
	const rows = body.filter((row) => row[0] !== row[1]);
	const first = new Set(rows.map((row) => row[0] ?? '').filter((cell) => cell !== ''));
	const second = new Set(rows.map((row) => row[1] ?? '').filter((cell) => cell !== ''));
	const both = [...first].filter((cell) => second.has(cell)).length;
	return both > 0 && both * 5 >= Math.min(first.size, second.size);
}
