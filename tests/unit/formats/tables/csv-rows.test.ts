import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { MOST_LINES_IN_A_CELL, RowSplitter } from '#lib/formats/tables/csv-rows.ts';
import { UnreadableError } from '#lib/model/problems.ts';

function split(pieces: readonly string[], delimiter = ',', longest = 1000) {
	const rows: { cells: string[]; line: number }[] = [];
	const odd: string[] = [];
	const splitter = new RowSplitter(
		delimiter,
		longest,
		(cells, line) => rows.push({ cells, line }),
		(line, reason) => odd.push(`${line}: ${reason}`)
	);
	for (const piece of pieces) splitter.write(piece);
	splitter.end();
	return { rows, odd, cells: rows.map(({ cells }) => cells) };
}

function placeOf(pieces: readonly string[], longest?: number): string {
	try {
		split(pieces, ',', longest);
	} catch (error) {
		if (error instanceof UnreadableError) return error.place;
		throw error;
	}
	return 'nothing was thrown';
}

/** Text in which everything that matters to CSV is frequent. */
const nasty = fc.string({
	unit: fc.constantFrom('"', ',', '\n', '\r', ';', 'a', ' ', '😀', '\0'),
	maxLength: 12
});
const rowsOf = (cell: fc.Arbitrary<string>) =>
	fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

function cutAt(text: string, places: readonly number[]): string[] {
	const ends = [...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b);
	return ends.map((end, at) => text.slice(at === 0 ? 0 : ends[at - 1], end));
}

it('a row of too many cells is refused before its end, with its line', () => {
	let rows = 0;
	const count = () => void rows++;
	const splitter = new RowSplitter(',', 1000, count, undefined, 3);
	splitter.write('a,b,c\n,,\n"",,"x"');
	expect(rows).toBe(2);
	expect(() => splitter.write('\n,,,,')).toThrow(
		expect.objectContaining({ limit: 'columns', place: 'line 4' })
	);
	expect(rows).toBe(3);
});

describe('rows of CSV', () => {
	it('are what was written, whatever is in quotes and whichever line ends are mixed', () => {
		const ends = fc.constantFrom('\n', '\r', '\r\n');
		fc.assert(
			fc.property(rowsOf(nasty), fc.infiniteStream(ends), (rows, end) => {
				const text = rows.map((row) => row.map(quote).join(',') + end.next().value).join('');
				expect(split([text]).cells).toEqual(rows);
			})
		);
	});

	it('are the same wherever the text is cut into pieces, or refused all the same', () => {
		const outcome = (pieces: string[]) => {
			try {
				return split(pieces);
			} catch (error) {
				return (error as UnreadableError).message;
			}
		};
		fc.assert(
			fc.property(fc.array(nasty), fc.array(fc.nat(200), { maxLength: 20 }), (parts, places) => {
				const text = parts.join('');
				expect(outcome(cutAt(text, places))).toEqual(outcome([text]));
			}),
			{ numRuns: 500 }
		);
	});

	it('are those of papaparse where all lines end alike and quotes are as they should be', () => {
		const plain = nasty.map((text) => text.replace(/["\n\r,]/g, ''));
		const cell = fc.oneof(
			plain,
			nasty.map((text) => quote(text.replaceAll('\r', '')))
		);
		fc.assert(
			fc.property(rowsOf(cell), (rows) => {
				const text = rows.map((row) => row.join(',')).join('\n');
				const expected = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
				expect(split([text]).cells).toEqual(expected.data);
			})
		);
	});

	it('know the line that they begin in, across cells of several lines', () => {
		const { rows } = split(['a,"b\r', '\nc\rd"\r', '\n\ne,f']);
		expect(rows.map(({ line, cells }) => [line, cells.length])).toEqual([
			[1, 2],
			[4, 1],
			[5, 2]
		]);
	});

	it('have quotes inside plain cells, spaces and other delimiters as they stand', () => {
		expect(split(['5" pipe, "x" ;y,\n']).cells).toEqual([['5" pipe', ' "x" ;y', '']]);
	});

	it('take text after a closing quote in the same line, and say so', () => {
		const { cells, odd } = split(['"He said "hello" to",x\n']);
		expect(cells).toEqual([['He said hello" to"', 'x']]);
		expect(odd).toHaveLength(1);
		expect(odd[0]).toMatch(/^1: .*closing quote/);
	});
});

describe('a quote that nobody closed', () => {
	it('is refused with the line where it opens: at the end of the file', () => {
		expect(placeOf(['a,b\nc,"d\ne,f\n'])).toBe('line 2');
	});

	it('at the next quote', () => {
		expect(placeOf(['a,b\nc,"d\ne,"f",g\nh,i\n'])).toBe('line 2');
	});

	it('after hundreds of lines, without reading on', () => {
		const rest = 'x,y\n'.repeat(MOST_LINES_IN_A_CELL + 10);
		expect(placeOf(['a,b\nc,"d\n', rest, '"\n'])).toBe('line 2');
	});

	it('and at the limit for a value', () => {
		expect(placeOf(['a,"', 'x'.repeat(60), 'x'.repeat(60), '"\n'], 100)).toBe('line 1');
	});

	it('takes no time that grows with the square of the text', () => {
		const since = performance.now();
		expect(placeOf(['"', ...Array.from({ length: 20_000 }, () => 'x'.repeat(100))], 1e9)).toBe('line 1');
		expect(performance.now() - since).toBeLessThan(2000);
	});
});
