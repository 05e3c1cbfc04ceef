/** The lines of a text that comes in pieces. */

/** Hands on each line without its end, whichever of CR, LF and CR LF that is. */
export class TextLines {
	readonly #line: (line: string) => void;
	/** The pieces of a line whose end has not come yet; joined once, or a long line would take quadratic time. */
	#begun: string[] = [];
	#returned = false;

	constructor(line: (line: string) => void) {
		this.#line = line;
	}

	write(piece: string): void {
		let from = this.#returned && piece.startsWith('\n') ? 1 : 0;
		if (piece !== '') this.#returned = piece.endsWith('\r');
		const ends = /\r\n|\n|\r/g;
		ends.lastIndex = from;
		for (let end = ends.exec(piece); end !== null; end = ends.exec(piece)) {
			this.#finish(piece.slice(from, end.index));
			from = ends.lastIndex;
		}
		if (from < piece.length) this.#begun.push(piece.slice(from));
	}

	/** Hands on the last line, if it has no end. */
	end(): void {
		if (this.#begun.length > 0) this.#finish('');
	}

	#finish(rest: string): void {
		const line = this.#begun.length === 0 ? rest : this.#begun.join('') + rest;
		this.#begun = [];
		this.#line(line);
	}
}
