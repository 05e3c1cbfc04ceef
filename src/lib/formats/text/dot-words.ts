/** The words of a DOT text as its grammar needs them: texts with + between them are one, keywords are told apart. */
import { DotScanner, type DotWord } from '#lib/formats/text/dot-scanner.ts';
import { breaksOff, wrongAt } from '#lib/formats/text/text-place.ts';
import type { UnreadableError } from '#lib/model/problems.ts';

export interface Word {
	readonly kind: DotWord;
	readonly text: string;
	/** In lower case; '' if it is none. */
	readonly keyword: string;
}

const KEYWORD = /^(?:strict|graph|digraph|node|edge|subgraph)$/i;

export class DotWords {
	readonly #word: (word: Word) => void;
	readonly #scanner = new DotScanner((kind, text) => this.#take(kind, text));
	/** A quoted text that + may follow. */
	#quoted: string | null = null;
	#joins = false;
	#column = 1;
	/** Where the word that was handed on last begins. */
	line = 1;

	constructor(word: (word: Word) => void) {
		this.#word = word;
	}

	/** Of the word that was handed on last. */
	get place(): string {
		return `line ${this.line}, column ${this.#column}`;
	}

	/** Of the end of what was read. */
	get end(): string {
		return this.#scanner.end;
	}

	write(piece: string): void {
		this.#scanner.write(piece);
	}

	/** Hands on the last word. @throws UnreadableError when it is not whole */
	finish(): void {
		this.#scanner.finish();
		if (this.#joins) throw breaksOff(this.end, 'a text in quotes after the +');
		this.#release();
	}

	/** For a word that should not be there. */
	wrong(expected: string): UnreadableError {
		return wrongAt(this.place, 'DOT', expected);
	}

	#take(kind: DotWord, text: string): void {
		if (this.#quoted !== null && this.#joins) {
			if (kind !== 'text') throw wrongAt(this.#scanner.place, 'DOT', 'a text in quotes after the +');
			this.#joins = false;
			this.#quoted += text;
			return;
		}
		if (this.#quoted !== null && kind === 'sign' && text === '+') {
			this.#joins = true;
			return;
		}
		this.#release();
		this.line = this.#scanner.line;
		this.#column = this.#scanner.column;
		if (kind === 'text') this.#quoted = text;
		else this.#word({ kind, text, keyword: kind === 'name' && KEYWORD.test(text) ? text.toLowerCase() : '' });
	}

	#release(): void {
		const text = this.#quoted;
		this.#quoted = null;
		if (text !== null) this.#word({ kind: 'text', text, keyword: '' });
	}
}

export function isSign(word: Word, sign: string): boolean {
	return word.kind === 'sign' && word.text === sign;
}

/** Whether a word can name something: it is no sign and no keyword. */
export function isId(word: Word): boolean {
	return word.kind !== 'sign' && word.keyword === '';
}
