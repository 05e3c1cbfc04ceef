import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOT } from '#lib/formats/text/dot.ts';
import { LIMITS } from '#lib/formats/limits.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import { anyId, anyText } from '../../generate-values.ts';
import { anyPieces, contentOf, staged, stagedGraphs, written } from '../staged-graphs.ts';

const read = (name: string) =>
	readFileSync(new URL(`../../../fixtures/dot/${name}`, import.meta.url), 'utf8');
const report = read('report.gv');
const told = (graph: StagedGraph) =>
	graph.differences.map(({ effect, place, reason }) => `${effect} ${place}: ${reason}`).join('\n');
const ends = (text: string) =>
	staged(DOT, text).edges.map(({ source, target, directed }) => `${source}${directed ? '>' : '-'}${target}`);
const ids = (text: string) => staged(DOT, text).nodes.map(({ id }) => id);
function refusal(text: string): UnreadableError {
	try {
		staged(DOT, text);
	} catch (error) {
		expect(error).toBeInstanceOf(UnreadableError);
		return error as UnreadableError;
	}
	throw new Error(`was read: ${text}`);
}

describe('a DOT file', () => {
	const graph = staged(DOT, report);
	const content = contentOf(graph);
	const values = (id: string) => Object.fromEntries(content.nodes.find(([known]) => known === id)![1]);

	it('is told by its beginning', () => {
		for (const text of [
			report,
			read('two-graphs.dot'),
			'STRICT DiGraph{',
			'graph "a\\"b" {',
			'graph/**/x/**/{'
		]) {
			expect(DOT.recognises(text), text).toBe(true);
		}
		for (const text of [
			'',
			'graph [',
			'graph',
			'a { }',
			'{"graph": {}}',
			'<graph>',
			'digraph a b {',
			'*Vertices 3'
		]) {
			expect(DOT.recognises(text), text).toBe(false);
		}
	});

	it('has nodes with what they say, and with the defaults where they are named first', () => {
		expect(content.nodes.map(([id]) => id)).toEqual([
			...['quds', 'long name here', 'baghdad', 'militia', 'later', '-1.5', 'é', 'a', 'b', '1a.b'],
			...['cluster_iraq', 'cluster_inner']
		]);
		const common = { ' kind': 'unknown', ' colour': 'grey' };
		expect(values('quds')).toEqual({
			...common,
			name: 'Quds\nForce quds',
			x: '10',
			y: '20.50',
			parent: 'cluster_iraq'
		});
		expect(values('long name here')).toEqual({
			...common,
			name: '<b>bold</b> &amp; <i>more</i>',
			' URL': 'https://example.org/',
			...{ x: '1', y: '-2', ' z': '3', ' pin': 'true' }
		});
		expect(values('baghdad')).toEqual({ ...common, ' kind': 'state', parent: 'cluster_inner' });
		expect(values('militia')).toEqual({ ...common, ' kind': 'state', parent: 'cluster_inner' });
		expect(values('later')).toEqual(common);
		expect(values('é')).toEqual({ ...common, ' x': 'y' });
		expect(values('1a.b')).toEqual({ ...common, ' x': 'y', ' bold': 'true' });
		expect(values('cluster_iraq')).toEqual({ name: 'Iraq' });
		expect(values('cluster_inner')).toEqual({ parent: 'cluster_iraq' });
	});

	it('has the edges of chains and subgraphs, each with its attributes', () => {
		const label = (from: string, to: string): [string, string] => [' label', `backs ${from} to ${to}`];
		const weight: [string, string] = [' weight', '2'];
		expect(content.edges).toEqual([
			{ source: 'militia', target: 'baghdad', directed: true, values: [] },
			{
				source: 'militia',
				target: 'long name here',
				directed: true,
				values: [label('militia', 'long name here'), weight]
			},
			{
				source: 'quds',
				target: 'militia',
				directed: true,
				values: [
					[' label', 'again'],
					[' tailport', 'port:ne'],
					[' weight', '3']
				]
			},
			{
				source: 'quds',
				target: 'later',
				directed: true,
				values: [label('quds', 'later'), [' tailport', 'port:ne'], weight]
			},
			{
				source: 'later',
				target: 'long name here',
				directed: true,
				values: [label('later', 'long name here'), weight]
			},
			{ source: 'a', target: 'b', directed: false, values: [weight] }
		]);
	});

	it('adds up, and says what was not taken as it stands', () => {
		expect([graph.title, graph.description]).toEqual(['Who "backs" whom', 'A small report']);
		expect(graph.tally.edges).toMatchObject({ inFile: 7, taken: 6 });
		expect(graph.tally.nodes).toEqual({ inFile: 12, taken: 12, merged: 0, leftOut: 0 });
		expect(graph.tally.others).toEqual({ inFile: 1, taken: 0, merged: 0, leftOut: 1 });
		for (const line of [
			'merged line 18: The graph is strict, so the edge from “quds” to “militia” is that of line 17',
			'left-out line 15: The subgraph “set” is no cluster',
			'noticed line 20: -- does not belong into this kind of graph',
			'noticed line 21: “1a.b” should stand in quotes',
			'noticed graph: What the file says of the graph itself was not taken: rankdir.'
		])
			expect(told(graph)).toContain(line);
	});

	it('may hold several graphs, whose nodes of one name are one', () => {
		const two = staged(DOT, read('two-graphs.dot'));
		expect(contentOf(two).nodes).toEqual([
			[
				'a',
				[
					['name', 'A'],
					['parent', 'cluster_x']
				]
			],
			['b', []],
			['c', [['parent', 'cluster_x']]],
			['d', [['parent', 'x']]],
			...['cluster_x', 'cluster_y', 'x'].map((id) => [id, []])
		]);
		expect(two.edges.map(({ source, target, directed }) => [source, target, directed])).toEqual([
			...[
				['a', 'b', false],
				['a', 'b', false],
				['b', 'a', false],
				['a', 'a', false]
			]
		]);
		expect(told(two)).toContain('merged line 2');
		expect(told(two)).toContain('noticed line 2: The node “a” lies in two clusters; “cluster_x” was taken.');
		expect(told(two)).toContain('The file has 2 graphs');
	});

	it('says the same in whatever pieces it comes', () => {
		fc.assert(fc.property(anyPieces, (pieces) => void expect(staged(DOT, report, pieces)).toEqual(graph)));
	});

	it('cut anywhere is refused, but for blanks at its end', () => {
		for (let end = 0; end < report.trimEnd().length; end++) refusal(report.slice(0, end));
	});
});

describe('in DOT', () => {
	it('keywords are words without quotes, in any case', () => {
		expect(ids('graph { "node"; nodes; "Graph" [a=b]; edge [x=y] NODE [z=1] }')).toEqual([
			'node',
			'nodes',
			'Graph'
		]);
		expect(ids('graph{a;;b;;c}')).toEqual(['a', 'b', 'c']);
	});

	it('texts keep all but the backslash of a quote and of a line end', () => {
		expect(ids('graph { "a\\"b\\\\" "\\n\\x" "c\\\r\nd\\\re" "__proto__" "" }')).toEqual([
			'a"b\\\\',
			'\\n\\x',
			'cde',
			'__proto__',
			''
		]);
		expect(ids('graph { "a" + /* on */ "b"\n+ "c" "d" }')).toEqual(['abc', 'd']);
	});

	it('numerals are names, and signs between names need no blanks', () => {
		expect(ids('graph { -.5 3. -12 .7 }')).toEqual(['-.5', '3.', '-12', '.7']);
		expect(ends('digraph{a->b->-1;a--c}')).toEqual(['a>b', 'b>-1', 'a-c']);
	});

	it('subgraphs stand for all their nodes, those of their subgraphs and of their other places too', () => {
		expect(ends('digraph { a -> {b {c}} -> d }').sort()).toEqual(['a>b', 'a>c', 'b>d', 'c>d']);
		expect(ends('digraph { subgraph s {a} subgraph s {b}; subgraph s -> c }')).toEqual(['a>c', 'b>c']);
		expect(ends('digraph { {a b} -> {c -> d} }').sort()).toEqual(['a>c', 'a>d', 'b>c', 'b>d', 'c>d']);
		expect(ends('digraph { subgraph s { a subgraph s { b } } -> c }').sort()).toEqual(['a>c', 'b>c']);
	});

	it('a strict graph has one edge between two nodes, in either direction if it has none', () => {
		expect(ends('strict graph { a -- b -- a; a -- a -- a }')).toEqual(['a-b', 'a-a']);
		expect(ends('strict digraph { a -> b -> a -> b }')).toEqual(['a>b', 'b>a']);
	});

	it('a cluster has a name of its own even if a node has the same', () => {
		const graph = contentOf(staged(DOT, 'graph { cluster_a; subgraph cluster_a { b } }'));
		expect(graph.nodes).toEqual([
			['cluster_a', []],
			['b', [['parent', 'cluster_a (cluster)']]],
			['cluster_a (cluster)', []]
		]);
	});

	it('labels have line ends, names and entities', () => {
		const label = (text: string) => staged(DOT, `graph { "a\\b" [label=${text}] }`).nodes[0]!.values[0];
		expect(label('"\\N: x\\ny\\l\\\\n &eacute;\\l"')).toBe('a\\b: x\ny\n\\n é');
		expect(label('<<i>\\N</i> &lt;>')).toBe('<i>\\N</i> &lt;');
	});

	it.each([
		['graph', 'line 1, column 6'],
		['graph { a', 'line 1, column 10'],
		['graph { a -- }', 'line 1, column 14'],
		['graph {\n "a', 'line 2, column 2'],
		['graph { a [b=', 'line 1, column 14'],
		['graph { a [b=;] }', 'line 1, column 14'],
		['graph { a [label=<b<i>] }', 'line 1, column 18'],
		['graph { /* a }', 'line 1, column 9'],
		['graph { a [color=#ff0000] }', 'line 1, column 18'],
		['graph { a-b }', 'line 1, column 11'],
		['graph { "a" + b }', 'line 1, column 15'],
		['graph { "a" +', 'line 1, column 14'],
		['graph { } }', 'line 1, column 11'],
		['graph { edge }', 'line 1, column 14'],
		['graph a b {', 'line 1, column 9'],
		['graph { a@b }', 'line 1, column 10'],
		['graph { {a}:p }', 'line 1, column 13']
	])('%j is refused with its place', (text, place) => {
		expect(refusal(text).place).toBe(place);
	});

	it('nothing is too deep, too long or too entangled to be answered', () => {
		const chain = Array.from({ length: 100_000 }, (_, number) => `n${number}`).join(' -> ');
		expect(staged(DOT, `digraph { ${chain} [weight=2] }`).edges).toHaveLength(99_999);
		expect(staged(DOT, `graph ${'{'.repeat(LIMITS.depth)}a${'}'.repeat(LIMITS.depth)}`).nodes).toHaveLength(
			1
		);
		expect(refusal(`graph ${'{'.repeat(LIMITS.depth + 2)}`).message).toMatch(/nested too deeply/);
		expect(staged(DOT, `graph { a [label="${'x'.repeat(300_000)}"] }`, [1]).nodes).toHaveLength(1);
		const limits = { ...LIMITS, elements: 1000 };
		const many = Array.from({ length: 40 }, (_, number) => `n${number}`).join(' ');
		expect(() => staged(DOT, `graph { {${many}} -- {${many}} }`, [], limits)).toThrow(
			/more than 1000 elements/
		);
		const defaults = Array.from({ length: 500 }, (_, number) => `a${number}=1`).join(' ');
		expect(() =>
			staged(DOT, `graph { node [${defaults}] ${many} }`, [], { ...limits, elements: 500 })
		).toThrow(/defaults and subgraphs/);
	});

	it('words in any order are read or refused, and add up', () => {
		const word = fc.constantFrom(
			...[
				'graph',
				'subgraph',
				'cluster_a',
				'node',
				'edge',
				'{',
				'{',
				'}',
				'}',
				'[',
				']',
				'=',
				';',
				',',
				':',
				'->',
				'--',
				'+'
			],
			...[
				'a',
				'b',
				'"c"',
				'1',
				'<i>',
				'"',
				'<',
				'//',
				'/*',
				'*/',
				'#',
				'\n',
				'\\',
				'-',
				'__proto__',
				'label',
				'pos',
				'cluster'
			]
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 30 }), fc.boolean(), (words, strict) => {
				const text = `${strict ? 'strict ' : ''}digraph { ${words.join(' ')}`;
				try {
					const { tally } = staged(
						DOT,
						text + '}'.repeat(Math.max(0, words.filter((each) => each === '{').length))
					);
					for (const { inFile, taken, merged, leftOut } of [tally.nodes, tally.edges]) {
						expect(taken + merged + leftOut).toBe(inFile);
					}
				} catch (error) {
					expect(error).toBeInstanceOf(UnreadableError);
				}
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('what we write as DOT', () => {
	const fit = (text: string) => text.replace(/[^\P{Cc}\t\n\r\u007f-\u009f]/gu, '');
	const fitting = {
		id: anyId.map(fit),
		text: anyText.map(fit),
		columnName: fc.oneof(anyId, anyText).map(fit)
	};

	it('is read back as it was', () => {
		fc.assert(
			fc.property(stagedGraphs(fitting), (graph) => {
				// The ids of relations are made in their own way.
				fc.pre(graph.edges.every(({ values }) => values.every((value = '') => value === fit(value))));
				const again = staged(DOT, written(DOT, graph));
				expect(contentOf(again, DOT.keeps)).toEqual(contentOf(graph, DOT.keeps));
				expect(again.differences).toEqual([]);
			}),
			{ numRuns: 300 }
		);
	});

	it('keeps columns apart that are called as DOT or we call things', () => {
		const names = [
			'label',
			'pos',
			'dir',
			'headport',
			'dramatis_type',
			'dramatis__x',
			'dramatis',
			'dramatis_undirected',
			'name',
			...['image', 'href', 'URL', 'shape', 'shapefile', 'fontpath', '_background']
		];
		fc.assert(
			fc.property(stagedGraphs({ ...fitting, columnName: fc.constantFrom(...names) }), (graph) => {
				fc.pre(graph.edges.every(({ values }) => values.every((value = '') => value === fit(value))));
				expect(contentOf(staged(DOT, written(DOT, graph)))).toEqual(contentOf(graph));
			})
		);
	});

	it('has no attribute that Graphviz would act on but those that we mean', () => {
		const values = ['image', 'href', 'URL', 'shapefile', '_background', 'class'].map((name) => `${name}="x"`);
		const text = written(
			DOT,
			staged(DOT, `digraph { a [${values}, label="A"]; a -> b [${values}, dir=none] }`)
		);
		const names = [...text.matchAll(/[[,] "?([^"=]+)"?=/g), ...text.matchAll(/\["?([^"=]+)"?=/g)];
		expect(new Set(names.map(([, name]) => name!).filter((name) => !name.startsWith('dramatis_')))).toEqual(
			new Set(['label'])
		);
		expect(text).toContain('"dramatis__image"="x"');
	});

	it('has no control characters and no halves of characters, and ids that have some stay apart', () => {
		fc.assert(
			fc.property(stagedGraphs(), (graph) => {
				const text = written(DOT, graph);
				expect(text).toBe(fit(text).toWellFormed());
				const again = contentOf(staged(DOT, text));
				expect([again.nodes.length, again.edges.length]).toEqual([graph.nodes.length, graph.edges.length]);
			})
		);
		const columns = [{ name: 'x\0' }, { name: 'x\x01' }, { name: 'parent', role: 'parent' as const }];
		const two = ['a\0', 'a\x01', 'a\ud800', 'a\ud801'].map((id) => ({
			id,
			values: ['\0', 'b', 'a\0'],
			place: ''
		}));
		const empty = staged(DOT, 'digraph { }');
		expect(
			contentOf(staged(DOT, written(DOT, { ...empty, nodeColumns: columns, nodes: two }))).nodes
		).toEqual(
			['n0', 'n1', 'n2', 'n3'].map((id) => [
				id,
				[
					[' x\ufffd', '\ufffd'],
					[' x\ufffd-2', 'b'],
					['parent', 'n0']
				]
			])
		);
	});

	it('is what Graphviz understands', () => {
		const graph = staged(
			DOT,
			'digraph g { a [label="A\\nB", pos="1,2"]; a -> b [dramatis_type="backs"]; b -- a }'
		);
		expect(written(DOT, graph)).toBe(
			[
				'digraph "g" {',
				'\tdramatis="1"',
				'\tdramatis_labels="type"',
				'\t"a" [label="A\\nB", pos="1,2"]',
				'\t"b"',
				'\t"a" -> "b" [label="backs", "dramatis_type"="backs"]',
				'\t"b" -> "a" [dir="none", dramatis_undirected="true"]',
				'}',
				''
			].join('\n')
		);
	});
});
