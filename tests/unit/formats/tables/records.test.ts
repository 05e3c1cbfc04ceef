import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#lib/formats/limits.ts';
import { RECORDS } from '#lib/formats/tables/records.ts';
import { Staging } from '#lib/formats/staging.ts';
import { UnreadableError } from '#lib/model/problems.ts';

function read(...pieces: string[]) {
	const staging = new Staging(RECORDS.id, LIMITS);
	const reader = RECORDS.reader!(staging, LIMITS);
	for (const piece of pieces) reader.write(piece);
	reader.end();
	return staging.finish('make');
}

const LIST =
	'[{"id": 12345678901234567890, "who": {"name": "A", "codes": ["X", "Y"]}, "none": null, "yes": true}, 7]';
const LINES = '{"a": 1, "b": "x"}\n\n{"a": 2.50, "__proto__": "y"}\n';

describe('records', () => {
	it('are rows, with a column for each path, and every value as it stands', () => {
		const graph = read(LIST);
		expect(graph.edgeColumns.map(({ name }) => name)).toEqual(['id', 'who.name', 'who.codes', 'yes']);
		expect(graph.edges).toEqual([
			{
				source: null,
				target: null,
				directed: true,
				values: ['12345678901234567890', 'A', 'X; Y', 'true'],
				place: 'record 1'
			}
		]);
		expect(graph.tally.edges).toEqual({ inFile: 2, taken: 1, merged: 0, leftOut: 1 });
		expect(graph.differences.map(({ reason }) => reason).join()).toMatch(
			/1 record has several values of who\.codes/
		);
		expect(graph.table).toBe(true);
	});

	it('may stand one a line', () => {
		const graph = read(LINES);
		expect(graph.edges.map(({ values, place }) => [values, place])).toEqual([
			[['1', 'x'], 'line 1'],
			[['2.50', undefined, 'y'], 'line 3']
		]);
	});

	it.each([LIST, LINES])('are the same in any pieces', (text) => {
		fc.assert(
			fc.property(fc.array(fc.nat(text.length)), (places) => {
				const ends = [...places, text.length].sort((a, b) => a - b);
				expect(read(...ends.map((end, at) => text.slice(at === 0 ? 0 : ends[at - 1], end)))).toEqual(
					read(text)
				);
			})
		);
	});

	it('cut anywhere are refused, or whole lines are read', () => {
		for (let end = 1; end < LIST.length; end++)
			expect(() => read(LIST.slice(0, end))).toThrow(UnreadableError);
		for (let end = 1; end < LINES.length - 1; end++) {
			const whole = [18, 19, 20].includes(end);
			if (whole) expect(read(LINES.slice(0, end)).tally.edges.taken).toBe(1);
			else expect(() => read(LINES.slice(0, end))).toThrow(UnreadableError);
		}
	});

	it('are known by how they begin', () => {
		expect(
			['[{"a":1}]', ' [\n {', '{"a":1}\n{"b"', '{"a":1}\n'].map((head) => RECORDS.recognises(head))
		).toEqual([true, true, true, true]);
		expect(
			['{"nodes": [\n', '{"a":1}', '[1,2]', '{a,b}\n{c'].map((head) => RECORDS.recognises(head))
		).toEqual([false, false, false, false]);
	});
});
