/** What kind of separated text a file is, told from how it begins. */
import { RowSplitter } from '#lib/formats/tables/csv-rows.ts';

/** In the order of trust: a decimal comma, or a comma in a name, makes a comma look like a delimiter. */
const DELIMITERS = ['\t', ';', '|', ','] as const;

/** Rows that are looked at. */
const ROWS = 60;

interface Dialect {
	readonly delimiter: string;
	/** UTF-16 units at the start of the text that are no rows: the line `sep=;` of Excel. */
	readonly skip: number;
	/** How evenly it cuts, from 0 to 1: half for the first row, half for all rows; 0 for a single column. */
	readonly share: number;
	/** Cells of most rows. */
	readonly width: number;
	/** Rows that were looked at. */
	readonly rows: number;
}

/** Excel writes the line `sep=;` first where the delimiter is not the one of the country. */
const SEP_LINE = /^"?sep=([^"\r\n])"?(?:\r\n|\r|\n|$)/i;

/**
 * The delimiter of a text, by how evenly each candidate cuts its first rows.
 * @param head the beginning of the text, without a byte order mark
 * @param whole whether it is all of the text; otherwise its last row counts for nothing
 */
export function dialectOf(head: string, whole: boolean): Dialect {
	const said = SEP_LINE.exec(head);
	if (said) return measure(head.slice(said[0].length), said[1]!, whole, said[0].length);
	const measured = DELIMITERS.map((delimiter) => measure(head, delimiter, whole, 0));
	return measured.reduce((best, next) => (better(next, best) ? next : best));
}

/** Evenly cut rows speak loudest; of two that cut evenly, the one that cuts into more. */
function better(one: Dialect, other: Dialect): boolean {
	if (Math.abs(one.share - other.share) > 0.1) return one.share > other.share;
	return one.width > other.width * 1.5 && one.width > other.width + 1;
}

function measure(text: string, delimiter: string, whole: boolean, skip: number): Dialect {
	const widths = firstRows(text, delimiter, whole).map((cells) => cells.length);
	const width = mostFrequent(widths);
	const even = widths.filter((one) => one === width).length / widths.length;
	// A title may stand above the table, but mostly the first row is the header, and as wide as the others.
	const share = width > 1 ? even / 2 + (widths[0] === width ? 0.5 : 0) : 0;
	return { delimiter, skip, width, rows: widths.length, share };
}

function mostFrequent(widths: readonly number[]): number {
	const counts = new Map<number, number>();
	for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
	let best = 1;
	for (const [width, times] of counts) if (times > (counts.get(best) ?? 0)) best = width;
	return best;
}

/** Rows that are not empty, as far as they can be read. */
function firstRows(text: string, delimiter: string, whole: boolean): string[][] {
	const rows: string[][] = [];
	const keep = (cells: string[]) => {
		if (rows.length < ROWS && cells.some((cell) => cell !== '')) rows.push(cells);
	};
	const splitter = new RowSplitter(delimiter, text.length, keep);
	try {
		splitter.write(text);
		// Of a header of ten thousand columns the beginning is better than nothing.
		if (whole || rows.length === 0) splitter.end();
	} catch {
		// The reader will say what is wrong, with its line.
	}
	if (rows.length === 0) rows.push([text]);
	return rows;
}
