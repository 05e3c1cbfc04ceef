import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextLines } from '#lib/formats/text/text-lines.ts';
import { anyPieces, inPieces } from '../staged-graphs.ts';

function linesOf(text: string, pieces: readonly number[]): string[] {
	const lines: string[] = [];
	const reader = new TextLines((line) => lines.push(line));
	for (const piece of inPieces(text, pieces)) reader.write(piece);
	reader.end();
	return lines;
}

it('lines are the same in whatever pieces the text comes', () => {
	const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\r\n') });
	fc.assert(
		fc.property(text, anyPieces, (whole, pieces) => {
			const expected = whole.split(/\r\n|\n|\r/);
			if (expected.at(-1) === '') expected.pop();
			expect(linesOf(whole, pieces)).toEqual(expected);
		})
	);
});
