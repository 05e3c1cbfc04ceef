import fc from 'fast-check';
import Graph from 'graphology';
import { parse } from 'graphology-gexf';
import { describe, expect, it } from 'vitest';
import { GEXF } from '#lib/formats/xml/gexf.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { anyWhen } from '../../generate-values.ts';
import { contentOf, staged, written } from '../staged-graphs.ts';
import { differences, fixture, holdsXmlLaws, INTEROP, interopFiles, networkx, refusal } from '../xml-laws.ts';

const everything = () => staged(GEXF, fixture('gexf/everything.gexf'));
const node = (graph: StagedGraph, id: string) =>
	new Map(contentOf(graph).nodes.find(([known]) => known === id)?.[1]);
const edges = (graph: StagedGraph) =>
	contentOf(graph).edges.map(({ directed, values }) => ({ directed, ...Object.fromEntries(values) }));

holdsXmlLaws(GEXF, fixture('gexf/everything.gexf'));

describe('what GEXF knows', () => {
	it('is counted to the last element', () => {
		const { nodes, edges } = everything().tally;
		expect(nodes).toEqual({ inFile: 7, taken: 6, merged: 0, leftOut: 1 });
		expect(edges).toEqual({ inFile: 6, taken: 4, merged: 0, leftOut: 2 });
	});

	it('is taken as text: attributes, places, nests, descent', () => {
		const graph = everything();
		expect([graph.title, graph.description]).toEqual(['Visits', 'Who saw whom']);
		expect([...node(graph, 'a')]).toEqual([
			[' 9', 'nine'],
			[' colour', 'blue'],
			[' rank', 'three'],
			[' side', 'north'],
			[' side (2)', 'x|y'],
			['name', 'A & "B"'],
			['when', '2024-01-05/2024-02-04'],
			['x', '1.5'],
			['y', '2.25']
		]);
		expect([...node(graph, 'a2')]).toEqual([
			[' rank', '1'],
			['parent', 'a1'],
			['when', '../2024']
		]);
		expect(node(graph, '__proto__').get('parent')).toBe('a');
		expect(node(graph, '__proto__').get(' parents')).toBe('a; a1');
		expect(graph.nodeColumns.find(({ name }) => name === 'rank')?.type).toBe('integer');
	});

	it('has edges with label, kind, weight and values that change', () => {
		expect(edges(everything())).toEqual([
			{ directed: true, id: 'i' },
			{
				directed: false,
				id: '0',
				' label': 'sees',
				' weight': '2',
				' weight (over time)': '/2024-01-03: 1; 2024-01-03/: 2',
				' weight (weight)': '2.5'
			},
			{ directed: false, id: '1', type: 'likes', when: '2024-05-01/..' },
			{ directed: false, id: '4' }
		]);
	});

	it('is told where it is lost or odd', () => {
		expect(differences(everything())).toEqual([
			'left-out node line 23: The node has no id, so that no edge could name it.',
			'left-out edge line 31: The edge does not say where it begins.',
			'noticed other line 5: The graph itself has the time “2023/”; there is no place for that, and it was not taken.',
			'noticed other line 14: Taken as text: 1 value of “rank” that should be “integer”, the first “three”.',
			'noticed other line 14: Taken as it stands: 1 value of “side” that the file does not allow, the first “north”.',
			'noticed other line 14: No attribute “9” is declared for nodes; taken as a column of that name.',
			'noticed other line 15: Not taken: 2 colours, sizes and shapes.',
			'noticed other line 16: 4 nodes said nothing of “rank” and got the default of the file, “1”.',
			'noticed other line 16: Taken as if they were included: ends that the period of 1 element excludes.',
			'noticed other line 13: GEXF does not know “colour” on nodes; taken as a column of that name.',
			'noticed other line 19: Taken as a column of text: the parents of 1 node; they are descent and not what a node lies in.',
			'noticed other line 19: Taken as a column “spells”: the several times of 1 element, and from the first to the last as one period.',
			'noticed other line 24: Not taken: 1 value without a name or without a value.',
			'noticed other line 24: Taken as columns “start” and “end”: the times of 1 element that are more exact than a day, the first “2024-01-05T10:00:00Z/2024-01-06”.',
			'noticed other line 25: Taken as columns “start” and “end”: the times of 1 element that are no dates, the first “2024-02-30/”.',
			'noticed other line 28: Taken the last of an element, and all as text beside it: 2 values of “weight” with a time of their own.',
			'noticed other line 28: Taken without a direction: 1 edge that goes both ways (mutual).',
			'noticed other line 32: Taken without a direction: 1 edge of a type that GEXF does not know, the first “sideways”.',
			'noticed other : The file announces 9 edges and has 6: something may be missing in it.',
			'noticed other : The file says of itself: creator “Somebody”. This was not taken.',
			'left-out edge line 30: The edge names “gone”, and the file has no such node.'
		]);
	});
});

describe('times', () => {
	it('are periods where they are dates: also hours, spells and moments', () => {
		const graph = everything();
		expect(node(graph, 'a1').get('when')).toBe('2024-01/..');
		expect(node(graph, '__proto__').get('when')).toBe('2024-01-01/2024-03-02');
		expect(node(graph, '__proto__').get(' spells')).toBe('2024-03-01/2024-03-02; 2024-01-01/2024-01-09');
		expect(node(graph, 'hour').get('when')).toBe('2024-01-05/2024-01-06');
		expect(node(graph, 'hour').get(' start')).toBe('2024-01-05T10:00:00Z');
		expect([...node(graph, 'wrong')].slice(1)).toEqual([[' start', '2024-02-30']]);
	});

	it('are no periods where they are numbers', () => {
		const graph = staged(GEXF, fixture('gexf/numbers.gexf'));
		expect(contentOf(graph).nodes.map(([, values]) => Object.fromEntries(values))).toEqual([
			{ ' spells': '2000.0; 2001.0' },
			{ ' start': '2000', ' end': '2001.5' },
			{ when: '2024-01-29' },
			{ ' spells': '2024-01-01/2024-01-09; 2024-02-01/', when: '2024-01-01/..' },
			{}
		]);
		expect(graph.differences).toHaveLength(3);
	});

	it('are called slices and timetype in GEXF 1.1, and may be years there', () => {
		const graph = staged(GEXF, fixture('gexf/slices.gexf'));
		expect(node(graph, '1').get('when')).toBe('2009-03-01/..');
		expect(edges(graph)).toEqual([{ directed: false, id: '0', when: '2009' }]);
		expect(graph.differences).toEqual([]);
	});

	it('are written for the timeline of Gephi where they are days, and exactly beside', () => {
		const times = (when: string) => {
			const graph = { ...small, edges: [{ ...small.edges[0]!, values: ['e', 'backs', when, '2'] }] };
			const text = written(GEXF, graph);
			expect(text).toContain(`<attvalue for="dramatis.when" value="${when}"/>`);
			expect(edges(staged(GEXF, text))[0]).toMatchObject({ when });
			return /(?: start="[^"]*")?(?: end="[^"]*")?>/.exec(/<edge [^>]*>/.exec(text)![0])![0];
		};
		expect(times('2024-01-29')).toBe(' start="2024-01-29" end="2024-01-29">');
		expect(times('2024-01-29/..')).toBe(' start="2024-01-29">');
		expect(times('/2024-02-04')).toBe(' end="2024-02-04">');
		expect(times('2024-01-27/2024-01-28')).toBe(' start="2024-01-27" end="2024-01-28">');
		for (const when of ['2014', '2024-01-28~', '2024-02-30', '[2024-01-27..2024-01-28]', '../..']) {
			expect(times(when)).toBe('>');
		}
		fc.assert(fc.property(anyWhen, (when) => void times(when)));
	});
});

describe('a file that cannot be read', () => {
	it.each([
		['<graphml/>', /outermost element is “graphml”/],
		['<gexf><graph><nodes><node id="a', /ends too early, at line 1, column 31/],
		['<gexf><graph></gexf>', /not valid XML/]
	])('%j is refused with words', (text, message) => {
		expect(refusal(GEXF, text).message).toMatch(message);
	});

	it('is one that goes too deep, and that is known at once', () => {
		const deep = '<nodes><node id="a">'.repeat(100_000);
		expect(refusal(GEXF, `<gexf><graph>${deep}`).message).toContain('256 levels');
	});
});

it('is known by its outermost element', () => {
	expect(GEXF.recognises('<?xml version="1.0"?><gexf version="1.3">')).toBe(true);
	expect(GEXF.recognises('<graphml>')).toBe(false);
});

describe.skipIf(!INTEROP)('files that others wrote', () => {
	it.each(interopFiles('gexf'))(
		'$name has the nodes, edges, places and times that others count',
		({ text, raw }) => {
			const graph = staged(GEXF, text);
			expect([graph.tally.nodes.inFile, graph.tally.nodes.taken]).toEqual([raw.nodes, raw.nodes]);
			expect([graph.tally.edges.inFile, graph.tally.edges.taken]).toEqual([raw.edges, raw.edges]);
			const { nodes, edges } = contentOf(graph);
			const having = (key: string) =>
				[...nodes.map(([, values]) => values), ...edges.map(({ values }) => values)].filter((values) =>
					new Map(values).has(key)
				).length;
			expect(having('x')).toBe(raw.positions);
			expect(having('y')).toBe(raw.positions);
			expect(having('when')).toBe(raw.elements_with_start_end);
			expect(having('parent')).toBe(raw.nodes_with_pid);
			expect(edges.filter(({ source, target }) => source === target)).toHaveLength(raw.selfloops ?? 0);
			expect(graph.differences.filter(({ effect }) => effect !== 'noticed')).toEqual([]);
		}
	);

	it.each(interopFiles('gexf'))('$name is to graphology what it is to us', ({ text }) => {
		const theirs = parse(Graph, text, { allowUndeclaredAttributes: true });
		const ours = staged(GEXF, text);
		expect(theirs.nodes()).toEqual(ours.nodes.map(({ id }) => id));
		const ends = theirs.mapEdges(
			(_, __, source, target, ___, ____, undirected) => `${source} ${target} ${!undirected}`
		);
		expect(ends.sort()).toEqual(
			ours.edges.map((edge) => `${edge.source} ${edge.target} ${edge.directed}`).sort()
		);
	});
});

const small: StagedGraph = {
	format: 'made-up',
	title: 'T',
	description: 'D',
	table: false,
	nodeColumns: [
		{ name: 'name', role: 'name' },
		{ name: 'x', role: 'x' },
		{ name: 'y', role: 'y' },
		{ name: 'men', type: 'int' },
		{ name: 'parent', role: 'parent' }
	],
	edgeColumns: [
		{ name: 'id', role: 'id' },
		{ name: 'type', role: 'type' },
		{ name: 'when', role: 'when' },
		{ name: 'weight' }
	],
	nodes: [
		{ id: 'a', values: ['<A>\n"B"', '1', '2', '7', undefined], place: '' },
		{ id: '', values: ['B', '1', 'left', '8', 'a'], place: '' }
	],
	edges: [{ source: 'a', target: '', directed: true, values: ['e', 'backs', '2024-01-29', '2'], place: '' }],
	tally: everything().tally,
	differences: []
};

describe('what is written', () => {
	it('is GEXF 1.3 with labels, kinds, weights, places and times', () => {
		expect(written(GEXF, small).split('\n').slice(1)).toEqual([
			'<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
			'<meta>',
			'<creator>Dramatis</creator>',
			'<keywords>T</keywords>',
			'<description>D</description>',
			'</meta>',
			'<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">',
			'<attributes class="node">',
			'<attribute id="dramatis.id" title="id" type="string"/>',
			'<attribute id="dramatis.x" title="x" type="double"/>',
			'<attribute id="dramatis.y" title="y" type="string"/>',
			'<attribute id="c0" title="men" type="integer"/>',
			'<attribute id="dramatis.parent" title="parent" type="string"/>',
			'</attributes>',
			'<attributes class="edge">',
			'<attribute id="dramatis.type" title="type" type="string"/>',
			'<attribute id="dramatis.id" title="id" type="string"/>',
			'<attribute id="dramatis.when" title="when" type="string"/>',
			'</attributes>',
			'<nodes count="2">',
			'<node id="a" label="&lt;A&gt;&#10;&quot;B&quot;">',
			'<attvalues>',
			'<attvalue for="c0" value="7"/>',
			'</attvalues>',
			'<viz:position x="1" y="-2"/>',
			'</node>',
			'<node id="n0" label="B" pid="a">',
			'<attvalues>',
			'<attvalue for="dramatis.id" value=""/>',
			'<attvalue for="dramatis.x" value="1"/>',
			'<attvalue for="dramatis.y" value="left"/>',
			'<attvalue for="c0" value="8"/>',
			'</attvalues>',
			'</node>',
			'</nodes>',
			'<edges count="1">',
			'<edge id="e" source="a" target="n0" label="backs" kind="backs" weight="2" start="2024-01-29" end="2024-01-29">',
			'<attvalues>',
			'<attvalue for="dramatis.when" value="2024-01-29"/>',
			'</attvalues>',
			'</edge>',
			'</edges>',
			'</graph>',
			'</gexf>',
			''
		]);
	});

	it('is what networkx reads', ({ skip }) => {
		const found = networkx('read_gexf', written(GEXF, small));
		if (found === null) skip('networkx is not installed');
		expect(found).toMatchObject({
			directed: true,
			nodes: [
				['a', { label: '<A>\n"B"', men: 7, viz: { position: { x: 1, y: -2 } } }],
				['n0', { label: 'B', men: 8, pid: 'a' }]
			],
			edges: [['a', 'n0', { id: 'e', weight: 2, when: '2024-01-29' }]]
		});
	}, 30_000);
});
