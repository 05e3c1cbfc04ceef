/**
 * Splits CSV text (RFC 4180, any delimiter, any mixture of line ends) into rows of cells while it arrives.
 * Nothing is converted. papaparse was tried for it: it wants one kind of line end for a whole file, scans an
 * unclosed quote again with every piece, and cannot be fed without streams of Node.
 */
import { tooManyColumns } from '#lib/formats/limits.ts';
import { UnreadableError } from '#lib/model/problems.ts';

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Articles are pasted into cells; a cell of more lines is a quote that nobody closed. */
export const MOST_LINES_IN_A_CELL = 500;

/** @param line of the file, from 1, in which the row begins */
type OnRow = (cells: string[], line: number) => void;

/** Told of oddities that do not stop the reading. */
type OnOddity = (line: number, reason: string) => void;

/** Within a cell: at its start, in a plain one, in quotes, after a quote in quotes, after the closing quote. */
type State = 'start' | 'plain' | 'quoted' | 'quote' | 'after';

export class RowSplitter {
	readonly #delimiter: number;
	readonly #onRow: OnRow;
	readonly #onOddity: OnOddity;
	readonly #longest: number;
	readonly #most: number;
	#state: State = 'start';
	#cells: string[] = [];
	/** What earlier pieces, or parts between quotes, hold of the cell. */
	#cell = '';
	#line = 1;
	#rowLine = 1;
	#quoteLine = 1;
	#afterReturn = false;

	/**
	 * @param delimiter one UTF-16 unit, no quote and no line end
	 * @param longest UTF-16 units of a cell in quotes
	 * @param most cells of a row
	 */
	constructor(
		delimiter: string,
		longest: number,
		onRow: OnRow,
		onOddity: OnOddity = () => undefined,
		most = Infinity
	) {
		this.#delimiter = delimiter.charCodeAt(0);
		this.#longest = longest;
		this.#most = most;
		this.#onRow = onRow;
		this.#onOddity = onOddity;
	}

	/**
	 * @throws UnreadableError with the line of the quote, when a quote is not closed where it should be
	 * @throws LimitError with the line of a row that has too many cells, as soon as it has them
	 */
	write(piece: string): void {
		let at = 0;
		if (this.#afterReturn && piece.length > 0) {
			this.#afterReturn = false;
			if (piece.charCodeAt(0) === LF) at = 1;
		}
		while (at < piece.length) {
			if (this.#state === 'quoted') at = this.#quoted(piece, at);
			else if (this.#state === 'quote') at = this.#quote(piece, at);
			else at = this.#plain(piece, at);
		}
	}

	/** @throws UnreadableError when a quote is still open */
	end(): void {
		if (this.#state === 'quoted') throw this.#unclosed();
		if (this.#state === 'start' && this.#cells.length === 0) return;
		this.#endCell('');
		this.#endRow();
	}

	/** From any state outside quotes, to the end of the piece or to a quote that opens a cell. */
	#plain(piece: string, start: number): number {
		const delimiter = this.#delimiter;
		const length = piece.length;
		let from = start;
		for (let at = start; at < length; at++) {
			const unit = piece.charCodeAt(at);
			if (unit === delimiter) {
				this.#endCell(piece.slice(from, at));
				from = at + 1;
			} else if (unit === LF || unit === CR) {
				this.#endCell(piece.slice(from, at));
				if (unit === CR && at + 1 === length) this.#afterReturn = true;
				else if (unit === CR && piece.charCodeAt(at + 1) === LF) at++;
				this.#line++;
				this.#endRow();
				from = at + 1;
			} else if (this.#state === 'start') {
				if (unit === QUOTE) return this.#open(at + 1);
				this.#state = 'plain';
			}
		}
		this.#keep(piece.slice(from), false);
		return length;
	}

	#open(next: number): number {
		this.#state = 'quoted';
		this.#quoteLine = this.#line;
		return next;
	}

	#quoted(piece: string, start: number): number {
		const found = piece.indexOf('"', start);
		const end = found < 0 ? piece.length : found;
		this.#countLines(piece, start, end);
		this.#keep(piece.slice(start, end), true);
		if (this.#line - this.#quoteLine > MOST_LINES_IN_A_CELL) throw this.#unclosed();
		if (found < 0) return end;
		this.#state = 'quote';
		return found + 1;
	}

	/** After a quote inside quotes: a second one is a quote of the text, anything else is outside. */
	#quote(piece: string, at: number): number {
		const unit = piece.charCodeAt(at);
		if (unit === QUOTE) {
			this.#keep('"', true);
			this.#state = 'quoted';
			return at + 1;
		}
		this.#state = 'after';
		if (unit !== this.#delimiter && unit !== LF && unit !== CR) this.#oddQuote();
		return at;
	}

	/** Text after a closing quote: sloppy within a line, but over lines it is the sign of a quote left open. */
	#oddQuote(): void {
		if (this.#line > this.#quoteLine) throw this.#unclosed();
		this.#onOddity(this.#line, 'There is text after a closing quote; it was taken as part of the cell.');
	}

	/** A return at the end of a piece counts at once; a line feed that follows it does not. */
	#countLines(piece: string, start: number, end: number): void {
		for (let at = start; at < end; at++) {
			const unit = piece.charCodeAt(at);
			if (unit === LF && !this.#quotedReturn) this.#line++;
			else if (unit === CR) this.#line++;
			this.#quotedReturn = unit === CR;
		}
		if (end < piece.length) this.#quotedReturn = false;
	}
	#quotedReturn = false;

	/** Plain cells are cut by the staging, which says so; here only memory is spared. */
	#keep(text: string, inQuotes: boolean): void {
		if (this.#cell.length + text.length <= this.#longest) this.#cell += text;
		else if (inQuotes) throw this.#unclosed();
		else if (this.#cell.length <= this.#longest) this.#cell += text.slice(0, this.#longest + 1);
	}

	#endCell(rest: string): void {
		if (this.#cells.length >= this.#most) throw tooManyColumns(this.#most, `line ${this.#rowLine}`);
		if (this.#cell === '') this.#cells.push(rest);
		else {
			this.#cells.push(this.#cell + rest);
			this.#cell = '';
		}
		this.#state = 'start';
	}

	#endRow(): void {
		const cells = this.#cells;
		const line = this.#rowLine;
		this.#cells = [];
		this.#rowLine = this.#line;
		this.#onRow(cells, line);
	}

	#unclosed(): UnreadableError {
		const place = `line ${this.#quoteLine}`;
		return new UnreadableError(
			`A quotation mark opens at ${place} and is not closed where a cell ends.`,
			'Close it, or write quotation marks inside a cell twice.',
			place
		);
	}
}
