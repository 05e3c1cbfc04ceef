/** The words of a DOT text that comes in pieces. */
import { breaksOff, TextPlace, wrongAt } from '#lib/formats/text/text-place.ts';

/**
 * `name`: an id without quotes, which may be a keyword. `odd`: one that Graphviz would cut in two or refuse.
 * `text`: in quotes. `html`: between < and >, its tags kept as text. `sign`: one of { } [ ] = ; , : + -> and --.
 */
export type DotWord = 'name' | 'odd' | 'text' | 'html' | 'sign';

type State =
	| 'blank'
	| 'comment'
	| 'block'
	| 'name'
	| 'text'
	| 'escape'
	| 'html'
	/** After a sign that the next one may belong to. */
	| 'dash'
	| 'slash';

const PLAIN_ID = /^(?:[A-Za-z_\u0080-\uFFFF][A-Za-z0-9_\u0080-\uFFFF]*|-?(?:\.\d+|\d+(?:\.\d*)?))$/;

/** Holds no more than the word that it is in, and looks at each character once, wherever the pieces end. */
export class DotScanner {
	readonly #take: (word: DotWord, text: string) => void;
	readonly #place = new TextPlace();
	#state: State = 'blank';
	#begun = '';
	/** How many < are open. */
	#open = 0;
	/** The last unit of the piece before, where two together mean something. */
	#last = '';
	#afterEquals = false;
	/** Where the word that was handed on last begins. */
	line = 1;
	column = 1;

	constructor(take: (word: DotWord, text: string) => void) {
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
		for (let at = 0; at < piece.length;) {
			const next = this[this.#state](piece, at);
			this.#place.pass(piece, at, next);
			this.#last = next > at ? piece.charAt(next - 1) : this.#last;
			at = next;
		}
	}

	/** Hands on the last word. @throws UnreadableError inside a quoted text, an HTML text or a comment */
	finish(): void {
		const missing: Partial<Record<State, string>> = {
			text: 'a closing quote for the text that begins there',
			escape: 'a closing quote for the text that begins there',
			html: 'a > for the < that stands there',
			block: 'the end */ of the comment that begins there',
			dash: 'an arrow -> or --',
			slash: 'a comment'
		};
		const lacks = missing[this.#state];
		if (lacks !== undefined) throw breaksOff(this.place, lacks);
		if (this.#state === 'name') this.#emitName();
	}

	blank(piece: string, at: number): number {
		const from = until(NOT_BLANK, piece, at);
		if (from > at || from === piece.length) return from;
		this.line = this.#place.line;
		this.column = this.#place.column;
		const sign = piece.charAt(from);
		const state = OPENING.get(sign) ?? 'name';
		if ('{}[]=;,:+'.includes(sign)) this.#emit('sign', sign);
		else if (sign === '#' && this.#afterEquals)
			throw this.#wrong('a value; one that begins with # needs quotes');
		else if (sign === '>' || sign === '\\') throw this.#wrong('a name, or one in quotes');
		else this.#state = state;
		if (state === 'name' && this.#state === 'name') return from;
		if (state === 'html') this.#open = 1;
		return from + 1;
	}

	comment(piece: string, at: number): number {
		const end = until(LINE_END, piece, at);
		if (end < piece.length) this.#state = 'blank';
		return end;
	}

	block(piece: string, at: number): number {
		if (piece[at] === '/' && this.#begun === '*') {
			this.#begun = '';
			this.#state = 'blank';
			return at + 1;
		}
		const star = piece.indexOf('*', at);
		this.#begun = star < 0 ? '' : '*';
		return star < 0 ? piece.length : star + 1;
	}

	name(piece: string, at: number): number {
		const end = until(NAME_END, piece, at);
		this.#begun += piece.slice(at, end);
		if (end < piece.length) {
			if (this.#begun === '')
				throw this.#wrong('a name; one with other signs than letters and digits needs quotes');
			this.#emitName();
		}
		return end;
	}

	text(piece: string, at: number): number {
		const end = until(QUOTE_OR_BACKSLASH, piece, at);
		this.#begun += piece.slice(at, end);
		if (end === piece.length) return end;
		if (piece[end] === '"') this.#emit('text', this.#begun);
		else this.#state = 'escape';
		return end + 1;
	}

	/** After a backslash. Only that of a quote and of a line end goes away; all others are left to the labels. */
	escape(piece: string, at: number): number {
		const sign = piece.charAt(at);
		if (this.#last === '\r') {
			// The line end was CR; its LF goes too.
			this.#state = 'text';
			return sign === '\n' ? at + 1 : at;
		}
		if (sign !== '\r') {
			this.#state = 'text';
			if (sign === '"') this.#begun += '"';
			else if (sign !== '\n') this.#begun += `\\${sign}`;
		}
		return at + 1;
	}

	html(piece: string, at: number): number {
		const end = until(ANGLE, piece, at);
		if (end < piece.length) this.#open += piece[end] === '<' ? 1 : -1;
		const closes = end < piece.length && this.#open === 0;
		this.#begun += piece.slice(at, closes ? end : end + 1);
		if (closes) this.#emit('html', this.#begun);
		return Math.min(end + 1, piece.length);
	}

	dash(piece: string, at: number): number {
		const sign = piece.charAt(at);
		if (sign === '>' || sign === '-') {
			this.#emit('sign', `-${sign}`);
			return at + 1;
		}
		if (!/[\d.]/.test(sign)) throw this.#wrong('an arrow -> or --; a name with - in it needs quotes');
		this.#begun = '-';
		this.#state = 'name';
		return at;
	}

	slash(piece: string, at: number): number {
		const sign = piece.charAt(at);
		if (sign !== '/' && sign !== '*') throw this.#wrong('a comment; a name with / in it needs quotes');
		this.#state = sign === '/' ? 'comment' : 'block';
		return at + 1;
	}

	#emitName(): void {
		this.#emit(PLAIN_ID.test(this.#begun) ? 'name' : 'odd', this.#begun);
	}

	#emit(word: DotWord, text: string): void {
		this.#begun = '';
		this.#state = 'blank';
		this.#afterEquals = word === 'sign' && text === '=';
		this.#take(word, text);
	}

	#wrong(expected: string): Error {
		return wrongAt(this.#place.toString(), 'DOT', expected);
	}
}

const OPENING: ReadonlyMap<string, State> = new Map([
	['#', 'comment'],
	['"', 'text'],
	['<', 'html'],
	['-', 'dash'],
	['/', 'slash']
]);

const NOT_BLANK = /[^\s\uFEFF]/g;
const LINE_END = /[\r\n]/g;
const NAME_END = /[^A-Za-z0-9_.\u0080-\uFFFF]|[\uFEFF]/g;
const QUOTE_OR_BACKSLASH = /["\\]/g;
const ANGLE = /[<>]/g;

/** Where the expression next matches, or the end of the piece. It is set anew each time, so it may be shared. */
function until(expression: RegExp, piece: string, at: number): number {
	expression.lastIndex = at;
	return expression.exec(piece)?.index ?? piece.length;
}
