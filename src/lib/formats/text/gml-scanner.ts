/** The words of a GML text that comes in pieces. */
import { withoutEntities } from '#lib/formats/text/entities.ts';
import { breaksOff, TextPlace } from '#lib/formats/text/text-place.ts';

/** `word`: a key, a number or a bare value. `text`: what stood in quotes, its entities resolved. */
export type GmlWord = 'word' | 'text' | '[' | ']';

/**
 * Cuts the text into words. It holds no more than the word that it is in, and looks at each character once,
 * wherever the pieces end.
 */
export class GmlScanner {
	readonly #take: (word: GmlWord, text: string) => void;
	readonly #place = new TextPlace();
	#state: 'blank' | 'comment' | 'word' | 'text' = 'blank';
	#begun = '';
	/** Where the word that was handed on last begins. */
	line = 1;
	column = 1;

	constructor(take: (word: GmlWord, text: string) => void) {
		this.#take = take;
	}

	/** Of the word that was handed on last. */
	get place(): string {
		return `line ${this.line}, column ${this.column}`;
	}

	/** Of the end of what was read. */
	get end(): string {
		return this.#place.toString();
	}

	write(piece: string): void {
		for (let at = 0; at < piece.length;) at = this[this.#state](piece, at);
	}

	/** Hands on the last word. @throws UnreadableError inside a quoted text */
	finish(): void {
		if (this.#state === 'text') throw breaksOff(this.place, 'a closing quote for the text that begins there');
		if (this.#state === 'word') this.#emit('word');
	}

	blank(piece: string, at: number): number {
		const from = until(NOT_BLANK, piece, at);
		this.#place.pass(piece, at, from);
		const sign = piece[from];
		if (sign === undefined) return from;
		this.line = this.#place.line;
		this.column = this.#place.column;
		if (sign === '#') this.#state = 'comment';
		else if (sign === '"') this.#state = 'text';
		else if (sign !== '[' && sign !== ']') {
			this.#state = 'word';
			return from;
		}
		this.#place.pass(piece, from, from + 1);
		if (sign === '[' || sign === ']') this.#take(sign, sign);
		return from + 1;
	}

	comment(piece: string, at: number): number {
		const end = until(LINE_END, piece, at);
		this.#place.pass(piece, at, end);
		if (end < piece.length) this.#state = 'blank';
		return end;
	}

	word(piece: string, at: number): number {
		const end = until(WORD_END, piece, at);
		this.#begun += piece.slice(at, end);
		this.#place.pass(piece, at, end);
		if (end < piece.length) this.#emit('word');
		return end;
	}

	text(piece: string, at: number): number {
		const quote = piece.indexOf('"', at);
		const end = quote < 0 ? piece.length : quote;
		this.#begun += piece.slice(at, end);
		this.#place.pass(piece, at, quote < 0 ? end : end + 1);
		if (quote < 0) return end;
		this.#emit('text');
		return end + 1;
	}

	#emit(word: 'word' | 'text'): void {
		const text = this.#begun;
		this.#begun = '';
		this.#state = 'blank';
		this.#take(word, word === 'text' ? withoutEntities(text) : text);
	}
}

const NOT_BLANK = /[^\s\uFEFF]/g;
const LINE_END = /[\r\n]/g;
const WORD_END = /[\s[\]"#]/g;

/** Where the expression next matches, or the end of the piece. It is set anew each time, so it may be shared. */
function until(expression: RegExp, piece: string, at: number): number {
	expression.lastIndex = at;
	return expression.exec(piece)?.index ?? piece.length;
}
