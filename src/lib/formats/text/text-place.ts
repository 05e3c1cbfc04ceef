/** Where in a text that goes by in pieces something stands, and the sentences for what is wrong there. */
import { UnreadableError } from '#lib/model/problems.ts';

/** Counts lines and columns from 1; columns count code points, and CR, LF and CR LF end a line. */
export class TextPlace {
	line = 1;
	column = 1;
	/** Whether the last unit was a CR, whose LF may come with the next piece. */
	#returned = false;

	/** Goes on over the UTF-16 units of `text` from `from` up to `to`. */
	pass(text: string, from: number, to: number): void {
		for (let at = from; at < to; at++) {
			const unit = text.charCodeAt(at);
			if (unit === 10) {
				if (!this.#returned) this.line++;
				this.column = 1;
			} else if (unit === 13) {
				this.line++;
				this.column = 1;
			} else if (unit < 0xdc00 || unit > 0xdfff) this.column++;
			this.#returned = unit === 13;
		}
	}

	/** As `line 3, column 7`. */
	toString(): string {
		return `line ${this.line}, column ${this.column}`;
	}
}

/** For a text that breaks off. `missing` says what should still come, in words. */
export function breaksOff(place: string, missing: string): UnreadableError {
	return new UnreadableError(
		`The file ends too early, at ${place}: there should be ${missing}.`,
		'It seems to be cut off: get a whole copy.',
		place
	);
}

/** For a text that is wrong in the middle. */
export function wrongAt(place: string, format: string, expected: string, remedy?: string): UnreadableError {
	return new UnreadableError(
		`The file is not valid ${format}: at ${place} there should be ${expected}.`,
		remedy ?? 'Correct the line in a text editor.',
		place
	);
}
