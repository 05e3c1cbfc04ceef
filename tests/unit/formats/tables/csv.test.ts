import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CSV, CsvReader } from '#lib/formats/tables/csv.ts';
import type { CsvOptions } from '#lib/formats/tables/csv.ts';
import { LIMITS } from '#lib/formats/limits.ts';
import { Staging } from '#lib/formats/staging.ts';
import { UnreadableError } from '#lib/model/problems.ts';

function read(text: string | readonly string[], options: CsvOptions = {}) {
	const staging = new Staging('csv', LIMITS);
	const reader = new CsvReader(staging, LIMITS, options);
	for (const piece of typeof text === 'string' ? [text] : text) reader.write(piece);
	reader.end();
	return { ...staging.finish('make'), guesses: reader.guesses };
}

const fixture = (name: string) =>
	readFileSync(new URL(`../../../fixtures/csv/${name}`, import.meta.url), 'utf8');
const names = (columns: readonly { name: string }[]) => columns.map(({ name }) => name);
const reasons = ({ differences }: ReturnType<typeof read>) =>
	differences.map(({ reason }) => reason).join('\n');

describe('the delimiter', () => {
	it.each([
		['commas', 'source,target\na,b\n', ','],
		['tabs, with commas inside', 'source\ttarget\nSmith, J\tb, c\n', '\t'],
		['semicolons, with decimal commas', 'name;value\na;1,5\nb;2,5\n', ';'],
		['semicolons, with decimal commas and no header', 'a;1,5\nb;2,5\n', ';'],
		['commas, with a semicolon in every row', 'id,name,aliases\n1,Bob,B;Bobby\n2,Al,A;Ally\n', ','],
		[
			'commas, with a semicolon in each of many rows',
			`id,name,aliases\n${'1,Bob,B;Bobby\n'.repeat(30)}`,
			','
		],
		['bars', 'from|to\na, b|c;d\n', '|'],
		['as the line sep= says', 'sep=;\r\na,b;c\r\nd;e,f\r\n', ';'],
		['as sep= says, though nobody would guess it', 'sep=:\na:b\nc:d\n', ':'],
		['in quotes it is none', '"a;b";"c;d"\n"x;,,,y";z\n', ';']
	])('is found from the content: %s', (_, text, delimiter) => {
		expect(read(text).guesses[0]).toMatchObject({
			delimiter,
			columns: { length: 2 + Number(text.includes('aliases')) }
		});
	});

	it('can be said by the user', () => {
		expect(names(read('a;b,c\n1;2,3\n', { delimiter: ',' }).edgeColumns)).toEqual(['a;b', 'c']);
	});
});

describe('the header', () => {
	it('is found by its words, or by numbers below it', () => {
		expect(read('from,to\na,b\n').guesses[0]!.header).toBe(true);
		expect(read('xx,yy,zz\na,b,1\nc,d,2\n').guesses[0]!.header).toBe(true);
	});

	it('is missing where names come again, or a number stands in the first row; this is said', () => {
		const graph = read('Alice,Bob\nBob,Carol\n');
		expect(graph.guesses[0]!.header).toBe(false);
		expect(names(graph.edgeColumns)).toEqual(['Column 1', 'Column 2']);
		expect(graph.tally.edges.taken).toBe(2);
		expect(reasons(graph)).toMatch(/first row looks like data/);
		expect(read('1,2\n3,4\n').guesses[0]!.header).toBe(false);
		expect(read('a,part of,b\nc,part of,d\n').guesses[0]!.header).toBe(false);
	});

	it('can be said by the user', () => {
		expect(read('1,2\n3,4\n', { header: true }).tally.edges.taken).toBe(1);
		expect(read('from,to\na,b\n', { header: false }).tally.edges.taken).toBe(2);
	});

	it('may have names that are empty, equal, or those of prototypes', () => {
		const graph = read('from,to,x,x,,__proto__,constructor\na,b,1,2,3,4,5\n');
		expect(names(graph.edgeColumns)).toEqual([
			'from',
			'to',
			'x',
			'x (2)',
			'__proto__',
			'constructor',
			'Column 5'
		]);
		expect(graph.edges[0]!.values).toEqual(['a', 'b', '1', '2', '4', '5', '3']);
		expect(({} as Record<string, unknown>)['4']).toBeUndefined();
	});

	it('that is said again in the middle is no row', () => {
		const graph = read('from,to\na,b\nfrom,to\nc,d\n');
		expect(graph.tally).toMatchObject({ edges: { taken: 2 }, others: { leftOut: 1 } });
	});

	it('with thousands of equal names is refused in no time', () => {
		const since = performance.now();
		expect(() => read(`from,to${',x'.repeat(20_000)}\na,b\n`)).toThrow(UnreadableError);
		expect(performance.now() - since).toBeLessThan(2000);
	});
});

describe('rows', () => {
	it('keep every value as it stands', () => {
		const values = [
			'0012',
			'1e3',
			'-0',
			'NaN',
			'2^53',
			'9007199254740993',
			'01/02/2024',
			' x ',
			'MARCH1',
			'TRUE',
			'=1+1'
		];
		const graph = read(`from,to,${values.map((_, at) => `c${at}`).join(',')}\na,b,${values.join(',')}\n`);
		expect(graph.edges[0]!.values).toEqual(['a', 'b', ...values]);
	});

	it('that are too short or too long are taken, and told', () => {
		const graph = read('from,to,note\na,b\nc,d,e,f\ng,h,i,,\n');
		expect(graph.edges.map(({ values }) => values)).toEqual([
			['a', 'b'],
			['c', 'd', 'e', 'f'],
			['g', 'h', 'i']
		]);
		expect(graph.edgeColumns.at(-1)).toEqual({ name: 'Column 4' });
		expect(graph.differences.map(({ place }) => place)).toEqual(['line 2', 'line 3']);
	});

	it('of which thousands are too short do not drown everything else', () => {
		const graph = read(`from,to,note\n${'a,b\n'.repeat(5000)}`);
		expect(graph.differences.length).toBeLessThan(30);
		expect(reasons(graph)).toMatch(/In all, 5000 rows have fewer cells/);
	});

	it('count once each, whatever they hold', () => {
		const cell = fc.constantFrom('a', 'b', '', '0', '"x\ny"', 'from', '__proto__');
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 })), (rows) => {
				const { tally, nodes, edges } = read(['from,to\n', ...rows.map((row) => `${row.join(',')}\n`)]);
				for (const { inFile, taken, merged, leftOut } of [tally.nodes, tally.edges, tally.others])
					expect(taken + merged + leftOut).toBe(inFile);
				expect([nodes.length, edges.length]).toEqual([tally.nodes.taken, tally.edges.taken]);
				const filled = rows.filter((row) => row.some((one) => one !== '')).length;
				const { others } = tally;
				expect(tally.edges.inFile + tally.nodes.inFile + others.inFile).toBeLessThanOrEqual(filled + 1);
				if (tally.nodes.inFile === 0) expect(tally.edges.inFile + others.inFile).toBe(filled);
			})
		);
	});
});

describe('what a table is', () => {
	it('relations, where two columns belong together, or nothing else is known', () => {
		expect(read('Source Name,Target Name\na,b\n').guesses[0]!.kind).toBe('edges');
		expect(read('left,right,n\na,b,1\n').guesses[0]!.kind).toBe('edges');
	});

	it('actors, where each has a name and nobody else', () => {
		const graph = read('id,name,kind\na,Alpha,person\nb,Beta,state\n');
		expect(graph.guesses[0]!.kind).toBe('nodes');
		expect(graph.nodes.map(({ id, values }) => [id, values[1]])).toEqual([
			[null, 'Alpha'],
			[null, 'Beta']
		]);
		expect(read('name\nAlice\nBob\n').guesses[0]!.kind).toBe('nodes');
	});

	it('whatever the user says', () => {
		expect(read('id,name\na,b\n', { kind: 'edges' }).tally.edges.taken).toBe(1);
		expect(read('from,to\na,b\n', { kind: 'nodes' }).tally.nodes.taken).toBe(1);
	});

	it('two tables in one file, with an empty line between them', () => {
		const graph = read(fixture('two-tables.csv'));
		expect(graph.guesses.map(({ kind, rows }) => [kind, rows])).toEqual([
			['nodes', 2],
			['edges', 2]
		]);
		expect(graph.edges[0]).toMatchObject({
			source: null,
			target: null,
			values: ['a', 'b', 'meets'],
			place: 'line 6'
		});
		expect(graph.table).toBe(true);
	});

	it('an empty line alone begins no second table', () => {
		expect(read('source,target,type\na,b,meets\n\nc,d,meets\n').guesses).toHaveLength(1);
	});
});

it('a list of actors may have names for ids', () => {
	expect(read('id,label\nAnn,Ann\nBob,Bob\n').guesses[0]!.kind).toBe('nodes');
	expect(read('id,label,kind\nA B,The pair,people\nCy,Cy,person\n').guesses[0]!.kind).toBe('nodes');
	expect(read('name,label\nAnn,Bob\nBob,Ann\nCy,Cy\n').guesses[0]!.kind).toBe('edges');
	// The header says it, whatever the ids and the names are.
	expect(read('id,name\nAnn,Bob\nBob,Ann\nCy,Cy\n').guesses[0]!.kind).toBe('nodes');
	expect(read('id,name,kind,color\nAnn,Ann,person,red\nBob,Bob C,person,red\nBob C,Ann,,\n')).toMatchObject({
		guesses: [{ kind: 'nodes' }],
		tally: { nodes: { taken: 3 }, edges: { inFile: 0 } }
	});
});

it('a row that goes on without end is refused while it is read; spreadsheets may write their empty cells', () => {
	const columns = (row: string) => read(`from,to${row}\na,b${row}\n`).tally.edges.taken;
	expect(columns(','.repeat(16_382))).toBe(1);
	expect(() => columns(','.repeat(20_000))).toThrow(/more than 20000 columns/);
});

describe('a matrix', () => {
	it('has an edge for every cell with a value but 0, with a direction', () => {
		const graph = read(fixture('matrix.csv'));
		expect(graph.guesses[0]!.kind).toBe('matrix');
		expect(graph.nodes.map(({ id }) => id)).toEqual(['Ankh', 'Bess', 'Cato']);
		expect(
			graph.edges.map(({ source, target, directed, values }) => [source, target, directed, values[0]])
		).toEqual([
			['Ankh', 'Bess', true, '2'],
			['Bess', 'Cato', true, '-1'],
			['Cato', 'Ankh', true, '3']
		]);
		expect(graph.edges[0]!.place).toBe('line 2, cell 3');
	});

	it('that is the same on both sides has edges without a direction, and says how many cells they are', () => {
		const graph = read('\tA\tB\tC\nA\t1\t2\t0\nB\t2\t0\t5\nC\t\t5\t0.0\n');
		expect(graph.edges.map(({ source, target, directed }) => [source, target, directed])).toEqual([
			['A', 'A', false],
			['A', 'B', false],
			['B', 'C', false]
		]);
		expect(reasons(graph)).toMatch(/5 cells with a value are 3 connections/);
		expect(graph.tally.edges).toEqual({ inFile: 5, taken: 3, merged: 2, leftOut: 0 });
		expect(reasons(graph)).toMatch(/The cell says the same as line 2, cell 3,/);
	});

	it('may have its rows in another order, and no cell in the corner', () => {
		expect(
			read('A,B,C\nC,0,0,1\nA,1,0,0\nB,0,0,0\n').edges.map(({ source, target }) => [source, target])
		).toEqual([
			['C', 'C'],
			['A', 'A']
		]);
	});

	it('with labels that do not match is told, when the user says that it is one', () => {
		const graph = read(',A,B\nA,0,1\nD,1,0\n', { kind: 'matrix' });
		expect(graph.nodes.map(({ id }) => id)).toEqual(['A', 'B', 'D']);
		expect(reasons(graph)).toMatch(/for “D”, and no column is/);
		expect(reasons(graph)).toMatch(/column for “B”, and no row/);
	});

	it('is not seen in a plain list of relations', () => {
		expect(read('a,b\nb,a\n').guesses[0]!.kind).toBe('edges');
		expect(read('A,B,C\nB,C,A\nC,A,B\n').guesses[0]!.kind).toBe('edges');
	});
});

describe('a file', () => {
	it('as people save them is read with every oddity told', () => {
		const graph = read(fixture('messy.csv'));
		expect(graph.guesses[0]).toMatchObject({ delimiter: ';', header: true, kind: 'edges', rows: 3 });
		expect(graph.edges[0]!.values.slice(0, 5)).toEqual([
			'Müller',
			'attacks',
			'Group "A"; north',
			'2024-01-29',
			'ten\nsources'
		]);
		expect(graph.edges[1]!.values.slice(0, 4)).toEqual(['0012', '=cmd', '-7', '1e3']);
		expect(graph.edges[2]!.values.slice(0, 3)).toEqual(['__proto__', 'constructor', ' B ']);
		expect(graph.tally.others).toMatchObject({ inFile: 1, leftOut: 1 });
		expect(reasons(graph)).toMatch(/above the table/);
		expect(reasons(graph)).toMatch(/called “when”/);
	});

	it('with a quote that nobody closed is refused with its line', () => {
		expect(() => read(fixture('unclosed-quote.csv'))).toThrow(expect.objectContaining({ place: 'line 2' }));
	});

	it('cut at any place is refused, or read as far as it goes', () => {
		for (const name of ['messy.csv', 'matrix.csv', 'two-tables.csv', 'unclosed-quote.csv']) {
			const text = fixture(name);
			for (let end = 0; end <= text.length; end++) {
				try {
					read(text.slice(0, end));
				} catch (error) {
					expect(error).toBeInstanceOf(UnreadableError);
				}
			}
		}
	});

	it('in any pieces is the same', () => {
		const text = fixture('messy.csv') + fixture('two-tables.csv');
		fc.assert(
			fc.property(fc.array(fc.nat(text.length), { maxLength: 10 }), (places) => {
				const ends = [...places, text.length].sort((a, b) => a - b);
				const pieces = ends.map((end, at) => text.slice(at === 0 ? 0 : ends[at - 1], end));
				expect(read(pieces)).toEqual(read(text));
			})
		);
	});

	it('that is large is read while it arrives, and in pieces like at once', () => {
		const text = `source,target,n\n${Array.from({ length: 30_000 }, (_, at) => `a${at},b${at % 7},${at}\n`).join('')}`;
		const pieces = text.match(/[^]{1,1009}/g)!;
		expect(read(pieces)).toEqual(read(text));
		expect(read(pieces).tally.edges.taken).toBe(30_000);
	});
});

describe('what looks like a table', () => {
	it.each([
		['a list of relations', 'source,target\na,b\n', true],
		['a header alone', 'source,target\n', true],
		['JSON that is broken', '{"nodes": [1, 2],\n"edges": [3, 4]', false],
		['XML', '<a b="c,d">\n<e f="g,h">', false],
		[
			'prose',
			'Dear Sir,\nI write to you, with regret, to say\nthat nothing, at all, was found, so far.\n',
			false
		],
		['a single column', 'Alice\nBob\n', false]
	])('%s', (_, text, yes) => {
		expect(CSV.recognises(text)).toBe(yes);
	});
});
