import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedPoint } from '#lib/formats/text/pajek-words.ts';
import { PAJEK } from '#lib/formats/text/pajek.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import { anyPieces, contentOf, staged, stagedGraphs, written } from '../staged-graphs.ts';

const read = (name: string) =>
	readFileSync(new URL(`../../../fixtures/pajek/${name}`, import.meta.url), 'utf8');
const project = read('project.paj');
const told = (graph: StagedGraph) =>
	graph.differences.map(({ effect, place, reason }) => `${effect} ${place}: ${reason}`).join('\n');

describe('a Pajek project', () => {
	const graph = staged(PAJEK, project);
	const content = contentOf(graph);

	it('is told by its first line', () => {
		expect(PAJEK.recognises(project)).toBe(true);
		expect(PAJEK.recognises('% one\r\n%two\r\n\r\n * vertices 3')).toBe(true);
		expect(PAJEK.recognises('%\r\n'.repeat(20_000))).toBe(false);
		for (const other of ['', '1 2', '*arcs', 'graph {}', '*networking'])
			expect(PAJEK.recognises(other)).toBe(false);
	});

	it('has all vertices, listed or not, with what partitions, vectors and clusters say', () => {
		expect(graph.title).toBe('Small one');
		expect(content.nodes).toEqual([
			[
				'1',
				[
					[' sides', '1'],
					[' time', '[1-*]'],
					[' z', '0.5'],
					['name', 'Quds Force'],
					['x', '102.0'],
					['y', '250']
				]
			],
			[
				'2',
				[
					[' chosen', '1'],
					[' sides', '2']
				]
			],
			[
				'3',
				[
					[' sides', '1'],
					[' z', '0.5'],
					['name', 'Baghdad'],
					['x', '1000'],
					['y', '0']
				]
			],
			['4', [[' sides', '2']]],
			[
				'5',
				[
					[' chosen', '1'],
					[' sides', '1']
				]
			]
		]);
	});

	it('has lines with relations, weights as they are written, labels and times', () => {
		const type = (name: string): [string, string] => ['type', name];
		expect(
			content.edges.map(({ source, target, directed, values }) => [source, target, directed, values])
		).toEqual([
			['1', '2', true, [[' weight', '1'], type('commands')]],
			[
				'1',
				'2',
				true,
				[[' label', 'since long'], [' time', '[5-10,12-*]'], [' weight', '-2.50'], type('commands')]
			],
			['1', '2', true, [type('commands')]],
			['1', '3', true, [type('2')]],
			['4', '4', false, [[' weight', '1'], type('backs')]],
			['1', '2', true, [type('3')]],
			['1', '3', true, [type('3')]],
			['5', '4', false, []]
		]);
	});

	it('adds up, and says what was not taken', () => {
		expect(graph.tally.nodes).toEqual({ inFile: 9, taken: 5, merged: 1, leftOut: 3 });
		expect(graph.tally.edges).toEqual({ inFile: 11, taken: 8, merged: 0, leftOut: 3 });
		expect(graph.tally.others).toEqual({ inFile: 2, taken: 0, merged: 0, leftOut: 2 });
		for (const line of [
			'left-out line 7: A vertex has a number from 1 to 5, and this is none.',
			'left-out line 16: The line names the vertex “30”, and the vertices are 1 to 5.',
			'left-out line 18: The line names the vertex “6”',
			'left-out line 28: “wealth” has 4 values, and the network has 5 vertices.',
			'left-out line 38: The section “*hierarchy” is not known',
			'left-out line 41: It belongs to a network after the first',
			'merged line 6',
			'noticed line 4: Shapes, colours and sizes were not taken',
			'noticed line 3: Positions lie between 0 and 1'
		])
			expect(told(graph)).toContain(line);
	});

	it('says the same in whatever pieces it comes, and whatever ends its lines', () => {
		fc.assert(fc.property(anyPieces, (pieces) => void expect(staged(PAJEK, project, pieces)).toEqual(graph)));
		expect(staged(PAJEK, project.replaceAll('\r\n', '\n'))).toEqual(graph);
		expect(staged(PAJEK, project.replaceAll('\r\n', '\r'))).toEqual(graph);
	});

	it('cut anywhere is refused, or whole lines are read', () => {
		for (let end = 0; end < project.length; end++) {
			try {
				const { tally } = staged(PAJEK, project.slice(0, end));
				for (const { inFile, taken, merged, leftOut } of [tally.nodes, tally.edges]) {
					expect(taken + merged + leftOut).toBe(inFile);
				}
			} catch (error) {
				expect(error, String(end)).toBeInstanceOf(UnreadableError);
			}
		}
	});
});

describe('a Pajek network', () => {
	it('of two sorts of vertices has a matrix between them', () => {
		const graph = staged(PAJEK, read('two-mode.net'));
		const content = contentOf(graph);
		expect(content.edges).toEqual([
			{
				source: '1',
				target: '4',
				directed: true,
				values: [
					[' weight', '1'],
					['type', 'visits']
				]
			},
			{
				source: '2',
				target: '3',
				directed: true,
				values: [
					[' weight', '-2'],
					['type', 'visits']
				]
			},
			{
				source: '2',
				target: '5',
				directed: true,
				values: [
					[' weight', '0.5'],
					['type', 'visits']
				]
			}
		]);
		expect(content.nodes.map(([, values]) => new Map(values).get(' mode'))).toEqual([
			'1',
			'1',
			'2',
			'2',
			'2'
		]);
	});

	it('with positions beyond the square keeps them, and with one position for all has none', () => {
		const far = contentOf(staged(PAJEK, '*Vertices 2\n1 a 150.25 -3\n2 b 0 1'));
		expect(far.nodes[0]![1]).toEqual([
			['name', 'a'],
			['x', '150.25'],
			['y', '-3']
		]);
		const heap = staged(
			PAJEK,
			'*vertices 2\n1 a 0.0 0.0 ellipse\n2 "b c" 0.0 0.0 ellipse kind state\n*edges\n1 2 1.0 tone kind'
		);
		expect(contentOf(heap).nodes).toEqual([
			['1', [['name', 'a']]],
			[
				'2',
				[
					[' kind', 'state'],
					['name', 'b c']
				]
			]
		]);
		expect(contentOf(heap).edges[0]!.values).toEqual([
			[' tone', 'kind'],
			[' weight', '1.0']
		]);
		expect(told(heap)).toContain('All positions are the same one');
	});

	it.each([
		['*Vertices 3\n*Matrix\n0 1 0\n1 0 0', 'line 4'],
		['*Vertices 1\n*Matrix\n0\n0', 'line 4'],
		['*Vertices 1\n*Matrix\nx', 'line 3'],
		['*Vertices many', 'line 1'],
		['*Vertices 6000000', 'line 1'],
		['*Vertices 4999999\n1 "a"\n*Arcs\n1 2', 'line 1'],
		['*Vertices 200001\n*Arcs\n1 2\n1 2', 'line 1'],
		['*Vertices 2\n1 "a"\n2 "b', 'line 3'],
		['*Vertices 2\n*Partition p\n*Vertices 2\n1', 'line 4'],
		['*Vertices 2\n*Partition p\n1\n2', 'line 3'],
		['% nothing', 'line 1'],
		['1 2 3', 'line 1']
	])('%j is refused with its line', (text, place) => {
		let refusal: unknown;
		try {
			staged(PAJEK, text);
		} catch (error) {
			refusal = error;
		}
		expect(refusal).toBeInstanceOf(UnreadableError);
		expect((refusal as UnreadableError).place).toBe(place);
	});

	it('may leave many vertices without a line, or more where it connects or lists as many others', () => {
		const count = (text: string) => staged(PAJEK, text).tally.nodes.taken;
		const lines = (line: (number: number) => string) =>
			Array.from({ length: 60_000 }, (_, at) => line(at + 1)).join('\n');
		expect(count('*Vertices 100000\n')).toBe(100_000);
		expect(() => count('*Vertices 100001\n')).toThrow('says that it has 100001 vertices, and lists');
		expect(count(`*Vertices 120000\n*Arcs\n${lines((from) => `${from} ${from + 60_000}`)}`)).toBe(120_000);
		expect(count(`*Vertices 160000\n${lines((number) => `${number} "a"`)}`)).toBe(160_000);
	});

	it('with a quote missing in the middle is read, and it is said', () => {
		const graph = staged(PAJEK, '*Vertices 2\n1 "a b\n2 "c"\n');
		expect(contentOf(graph).nodes.map(([, values]) => values[0]![1])).toEqual(['a b', 'c']);
		expect(told(graph)).toContain('noticed line 2: A closing quote');
	});
});

it('a decimal point moves without a change of digits', () => {
	expect(['0.1020', '1', '-.5', '0', '12.3456', '007'].map((number) => movedPoint(number, 3))).toEqual([
		'102.0',
		'1000',
		'-500',
		'0',
		'12345.6',
		'7000'
	]);
	fc.assert(
		fc.property(fc.nat(), fc.nat({ max: 9999 }), (whole, fraction) => {
			const number = `${whole}.${fraction}`;
			expect(movedPoint(movedPoint(number, -3), 3)).toBe(number);
		})
	);
});

describe('what we write as Pajek', () => {
	const plain = fc.string({ unit: fc.constantFrom('a', 'ü', ' ', '%', '*', '[', ']', '\\', "'", '1') });
	const shownAs = (text: string) => (text.endsWith('\\') ? `${text} ` : text);

	it('is read back as it was, as far as Pajek goes', () => {
		fc.assert(
			fc.property(stagedGraphs({ text: plain }), (graph) => {
				const number = new Map(graph.nodes.map(({ id }, at) => [id, String(at + 1)]));
				const content = contentOf(graph, PAJEK.keeps);
				const signed = graph.edgeColumns.some(({ role }) => role === 'sign');
				const again = contentOf(staged(PAJEK, written(PAJEK, graph)), PAJEK.keeps);
				const names = content.nodes.map(([id, values]) =>
					shownAs(new Map(values).get('name') ?? oneLine(id!))
				);
				expect(again.nodes.map(([id, values]) => [id, new Map(values).get('name')])).toEqual(
					names.map((name, at) => [String(at + 1), name])
				);
				const edges = [true, false].flatMap((directed) =>
					content.edges.filter((edge) => edge.directed === directed)
				);
				expect(again.edges).toEqual(
					edges.map(({ source, target, directed, values }) => {
						const all = new Map(values.map(([key, value]) => [key, shownAs(value)]));
						if (signed && !all.has('sign')) all.set('sign', '0');
						const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
						return { source: number.get(source!), target: number.get(target!), directed, values: sorted };
					})
				);
			})
		);
	});

	function oneLine(text: string): string {
		return text.replace(/[\r\n]+/g, ' ').replaceAll('"', "'");
	}

	it('never breaks on a text', () => {
		fc.assert(
			fc.property(stagedGraphs(), (graph) => {
				const again = staged(PAJEK, written(PAJEK, graph));
				expect(again.tally.nodes).toEqual(graph.tally.nodes);
				expect(again.tally.edges).toEqual(graph.tally.edges);
				expect(again.tally.others.inFile).toBe(0);
			})
		);
	});

	it('has positions in a square, exactly or in proportion', () => {
		const at = (points: readonly (readonly [string, string])[]): StagedGraph => ({
			...staged(PAJEK, '*Vertices 0'),
			nodeColumns: [
				{ name: 'x', role: 'x' },
				{ name: 'y', role: 'y' }
			],
			nodes: points.map((values, number) => ({ id: `n${number}`, values, place: '' }))
		});
		const back = (points: readonly (readonly [string, string])[]) =>
			contentOf(staged(PAJEK, written(PAJEK, at(points)))).nodes.map(([, values]) => {
				const map = new Map(values);
				return [map.get('x'), map.get('y')];
			});
		expect(
			back([
				['12.50', '999'],
				['0', '1000']
			])
		).toEqual([
			['12.50', '999'],
			['0', '1000']
		]);
		expect(
			back([
				['-100', '50'],
				['300', '250']
			])
		).toEqual([
			['0.000', '0.000'],
			['1000.000', '500.000']
		]);
		expect(
			back([
				['5', '5'],
				['5', '5']
			])
		).toEqual([
			['5', '5'],
			['5', '5']
		]);
		expect(
			back([
				['1e308', '-1e308'],
				['-1e308', '1e308']
			])
		).toEqual([
			['1000.000', '0.000'],
			['0.000', '1000.000']
		]);
	});
});

const folder = process.env.INTEROP_DIR;
it.skipIf(!folder)('the Pajek file of others has what is expected of it', () => {
	const name = 'constellation_ninetriangles.net';
	const expected = JSON.parse(readFileSync(join(folder!, 'expected.json'), 'utf8')) as {
		file: string;
		expected: { own: { vertices: number; edges: number; arcs: number; negative_lines: number } };
	}[];
	const { own } = expected.find(({ file }) => file === name)!.expected;
	const graph = staged(PAJEK, readFileSync(join(folder!, name), 'utf8'));
	const weight = graph.edgeColumns.findIndex((column) => column.name === 'weight');
	expect(graph.nodes).toHaveLength(own.vertices);
	expect(graph.edges.filter(({ directed }) => !directed)).toHaveLength(own.edges);
	expect(graph.edges.filter(({ directed }) => directed)).toHaveLength(own.arcs);
	expect(graph.edges.filter(({ values }) => Number(values[weight]) < 0)).toHaveLength(own.negative_lines);
	expect(graph.differences).toEqual([]);
});

/** Read by networkx, whose nodes are labels; skipped where it is not installed. */
const networkx = spawnSync('python3', ['-c', 'import networkx'], { stdio: 'ignore' }).status === 0;
it.skipIf(!networkx)('networkx reads what we write', () => {
	const source =
		'*Vertices 3\n1 "a b" 0.1 0.2 0.5\n2 "ü" 1 1 0.5\n3 "c\\"\n*Arcs :1 "backs"\n1 2\n1 2\n*Edges :2 "meets"\n2 3\n3 3\n';
	const script = `
import json, sys, networkx
graph = networkx.parse_pajek(sys.stdin.read())
ends = sorted([a, b, data["weight"], data["l"]] for a, b, data in graph.edges(data=True))
print(json.dumps([sorted(graph.nodes), ends, graph.name]))`;
	const graph = { ...staged(PAJEK, source), title: 'Two words' };
	const { stdout } = spawnSync('python3', ['-c', script], { input: written(PAJEK, graph), encoding: 'utf8' });
	const [nodes, edges, name] = JSON.parse(stdout) as [string[], unknown[], string];
	expect(nodes).toEqual(['a b', 'c\\ ', 'ü']);
	expect(edges).toHaveLength(4);
	expect(edges).toContainEqual(['a b', 'ü', 1, 'backs']);
	expect(name).toBe('Two words');
});
