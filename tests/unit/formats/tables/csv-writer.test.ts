import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
	brokenValues,
	changedWhenSafe,
	writeCsv,
	writeCsvPair,
	writeCsvZip
} from '#lib/formats/tables/csv-writer.ts';
import { stageFile } from '#lib/formats/stage.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { extraTables, graphTables } from '#lib/formats/out/written-tables.ts';
import { writeXlsx } from '#lib/formats/tables/xlsx-writer.ts';
import { emptyDocument } from '#lib/model/document.ts';

const cell = fc.oneof(
	fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
	fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '=', '+', '-', '@', '\t', "'", ';', 'a') }),
	fc.constantFrom('=1+1', '-7', '0012', ' x', '＝cmd', '')
);
const table = fc
	.array(fc.tuple(cell, cell, cell), { maxLength: 10 })
	.map((rows) => ({ name: 'Actors', header: ['id', 'name', 'note'], rows }));

const parse = (text: string) =>
	Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',', newline: '\r\n' }).data.slice(0, -1);

const tally = { inFile: 0, taken: 0, merged: 0, leftOut: 0 };
const graph: StagedGraph = {
	format: 'dramatis',
	table: false,
	nodeColumns: [{ name: 'name', role: 'name' }],
	edgeColumns: [
		{ name: 'type', role: 'type' },
		{ name: 'when', role: 'when' }
	],
	nodes: [
		{ id: '__proto__', values: ['Müller; "A"'], place: '' },
		{ id: '0012', values: [], place: '' }
	],
	edges: [
		{ source: '__proto__', target: '0012', directed: true, values: ['attacks'], place: '' },
		{ source: '0012', target: '0012', directed: true, values: [undefined, '2024-01-29'], place: '' }
	],
	tally: { nodes: tally, edges: tally, others: tally },
	differences: []
};

describe('CSV that we write', () => {
	it('in the exact style is read by papaparse as it was', () => {
		fc.assert(
			fc.property(table, (one) => {
				expect(parse([...writeCsv(one, 'exact')].join(''))).toEqual([one.header, ...one.rows]);
			})
		);
	});

	it('in the safe style has no cell that is a formula, and changes nothing else; the changes are counted', () => {
		fc.assert(
			fc.property(table, (one) => {
				const text = [...writeCsv(one, 'safe')].join('');
				expect(text.startsWith('\uFEFF')).toBe(true);
				const [, ...rows] = parse(text);
				let changed = 0;
				rows.forEach((row, at) =>
					row.forEach((value, column) => {
						const was = one.rows[at]![column]!;
						// A plain number is no formula.
						expect(value).not.toMatch(/^(?!-\d+(?:\.\d+)?$)[=+\-@\t\r]/);
						if (value !== was) changed++;
						if (value !== was) expect(value).toBe(`'${was}`);
					})
				);
				expect(changedWhenSafe([one])).toBe(changed);
			})
		);
	});

	it('has the ends of lines and the quotes of RFC 4180', () => {
		const rows = [
			['a', undefined],
			['b"c', 'd\ne']
		];
		expect([...writeCsv({ name: 'x', header: ['p', 'q r'], rows }, 'exact')].join('')).toBe(
			'p,q r\r\na,\r\n"b""c","d\ne"\r\n'
		);
	});

	it('comes in pieces', () => {
		const rows = Array.from({ length: 20_000 }, (_, at) => [`row ${at}`]);
		expect([...writeCsv({ name: 'x', header: ['p'], rows }, 'exact')].length).toBeGreaterThan(2);
	});
});

describe('a graph as a pair of tables', () => {
	it('has actors by id and relations from id to id', () => {
		const texts = writeCsvPair(graph, 'exact').map(({ name, text }) => [name, [...text].join('')]);
		expect(texts).toEqual([
			['actors.csv', 'id,name\r\n__proto__,"Müller; ""A"""\r\n0012,\r\n'],
			['relations.csv', 'from,to,type,when\r\n__proto__,0012,attacks,\r\n0012,0012,,2024-01-29\r\n']
		]);
	});

	it('says the direction where there is one without', () => {
		const edges = [{ ...graph.edges[0]!, directed: false }];
		expect(graphTables({ ...graph, edges })[1].header).toEqual(['from', 'to', 'directed', 'type', 'when']);
	});

	it('keeps ids apart that differ in what UTF-8 cannot hold', async () => {
		const [a, b] = ['\ud800', '\ud801'];
		const broken: StagedGraph = {
			...graph,
			nodeColumns: [
				{ name: 'name', role: 'name' },
				{ name: 'parent', role: 'parent' }
			],
			nodes: [
				{ id: a, values: ['A', b], place: '' },
				{ id: b, values: ['B'], place: '' },
				{ id: 'n0', values: ['C', a], place: '' }
			],
			edges: [{ source: a, target: b, directed: true, values: ['x\ud800'], place: '' }]
		};
		expect(brokenValues(graphTables(broken))).toBe(7);
		const staged = await stageFile([{ name: 'x', bytes: writeCsvZip(broken, 'exact') }]);
		if (staged.what !== 'graph') throw new Error(staged.what);
		expect(staged.graph.nodes.map(({ values }) => values)).toEqual([
			['n1', 'A', 'n2'],
			['n2', 'B'],
			['n0', 'C', 'n1']
		]);
		expect(staged.graph.edges.map(({ values }) => values)).toEqual([['n1', 'n2', 'x\ufffd']]);
		expect(brokenValues(graphTables(graph))).toBe(0);
	});

	it.each([
		['a zip of CSV', writeCsvZip(graph, 'exact')],
		['a zip of safe CSV', writeCsvZip(graph, 'safe')],
		['a workbook', writeXlsx(graph, { ...emptyDocument('x'), events: [{ id: 'e', title: 'E' }] })]
	])('is read again from %s', async (_, bytes) => {
		const staged = await stageFile([{ name: 'x', bytes }]);
		if (staged.what !== 'graph') throw new Error(staged.what);
		expect(staged.graph.nodeColumns.map(({ name }) => name)).toEqual(['id', 'name']);
		expect(staged.graph.edgeColumns.map(({ name }) => name)).toEqual(['from', 'to', 'type', 'when']);
		expect(staged.graph.nodes.map(({ values }) => values)).toEqual([['__proto__', 'Müller; "A"'], ['0012']]);
		expect(staged.graph.edges.map(({ values }) => values)).toEqual([
			['__proto__', '0012', 'attacks'],
			['0012', '0012', undefined, '2024-01-29']
		]);
		const extra = staged.tables.filter(({ taken }) => !taken).map(({ name }) => name);
		expect(extra).toEqual(staged.graph.format === 'xlsx' ? ['Events', 'Sources'] : []);
	});
});

it('the tables of events and sources list what they have', () => {
	const [events, sources] = extraTables({
		...emptyDocument('x'),
		events: [
			{
				id: 'e',
				title: 'E',
				when: '2024',
				place: 'P',
				figures: [
					{ what: 'dead', min: 3, max: 5 },
					{ what: 'guns', value: 2, unit: 'tons' }
				]
			}
		],
		links: [{ id: 'l', type: 'led_to', from: 'e', to: 'f' }],
		sources: [{ id: 's', title: 'S', authors: ['A', 'B'] }]
	});
	expect([...events.rows]).toEqual([
		['e', 'E', '2024', 'P', 'dead: 3–5; guns: 2 tons', 'f', undefined, undefined]
	]);
	expect([...sources.rows][0]).toEqual([
		's',
		'S',
		undefined,
		undefined,
		undefined,
		undefined,
		'A; B',
		undefined,
		undefined
	]);
});
