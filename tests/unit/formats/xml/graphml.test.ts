import fc from 'fast-check';
import Graph from 'graphology';
import { parse } from 'graphology-graphml';
import { describe, expect, it } from 'vitest';
import { GRAPHML } from '#lib/formats/xml/graphml.ts';
import { LIMITS } from '#lib/formats/limits.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { contentOf, staged, written } from '../staged-graphs.ts';
import { differences, fixture, holdsXmlLaws, INTEROP, interopFiles, networkx, refusal } from '../xml-laws.ts';

const file = (inside: string) => `<graphml><graph edgedefault="directed">${inside}</graph></graphml>`;
const read = (inside: string) => staged(GRAPHML, file(inside));
const everything = () => staged(GRAPHML, fixture('graphml/everything.graphml'));
const node = (graph: StagedGraph, id: string) =>
	new Map(contentOf(graph).nodes.find(([known]) => known === id)?.[1]);

holdsXmlLaws(GRAPHML, fixture('graphml/everything.graphml'));

describe('what GraphML knows', () => {
	it('is counted to the last element', () => {
		const { nodes, edges } = everything().tally;
		expect(nodes).toEqual({ inFile: 7, taken: 5, merged: 1, leftOut: 1 });
		expect(edges).toEqual({ inFile: 6, taken: 3, merged: 0, leftOut: 3 });
	});

	it('is taken as text, with defaults, descriptions and nests', () => {
		const graph = everything();
		expect(graph.description).toBe('Two houses');
		expect([...node(graph, 'house')]).toEqual([
			[' age', 'about 90'],
			[' colour', ' red '],
			[' name', 'A & B'],
			['description', 'The big one']
		]);
		expect(node(graph, '__proto__').get(' colour')).toBe('yellow');
		expect(node(graph, 'house::cellar').get('parent')).toBe('house');
		expect(node(graph, 'house::cellar').get(' colour')).toBe('<none>');
		const edges = contentOf(graph).edges.map(({ directed, values }) => [directed, new Map(values)] as const);
		expect(edges.map(([directed]) => directed)).toEqual([true, true, false]);
		expect(edges[0]![1].get(' age')).toBe('12345678901234567890');
		expect(edges[1]![1].get(' weight (w2)')).toBe('much');
		expect(edges[1]![1].get(' sourceport')).toBe('door');
		expect(edges[2]![1].get(' weight')).toBe('1.0');
	});

	it('is told element by element where it cannot be taken, and once for each kind where it is odd', () => {
		expect(differences(everything())).toEqual([
			'left-out node line 26: The node has no id, so that no edge could name it.',
			'left-out edge line 27: A hyperedge joins 3 nodes (“house”, “__proto__”, “house::attic”); an edge here joins two. Make it a node, with an edge to each of them.',
			'left-out edge line 31: The edge does not say where it ends.',
			'merged node line 34: The node “house” stands in the file already, at line 13; the two were made one. What it says otherwise was not taken.',
			'noticed other line 12: The graph itself says “season”: “winter”. There is no place for that; it was not taken.',
			'noticed other line 15: Taken as text: 1 value of “age” that should be “int”, the first “about 90”.',
			'noticed other line 16: Not taken: 2 ports (points of a node at which edges end); the edges end at the node.',
			'noticed other line 20: No key “zzz” is declared; taken as a column of that name.',
			'noticed other line 20: The key “w” is not declared for nodes, but for others; taken as a column “weight”.',
			'noticed other line 20: 4 nodes said nothing of “colour” and got the default of the file, “yellow”.',
			'noticed other line 21: 3 edges said nothing of “weight” and got the default of the file, “1.0”.',
			'noticed other line 32: Passed over: 1 element “locator”, not read here.',
			'noticed other line 34: The file has 2 graphs; they were read as one.',
			'left-out edge line 30: The edge names “nowhere”, and the file has no such node.'
		]);
	});

	it('has directions that may be written in several ways, or not at all', () => {
		const edges = ['true', '1', 'false', '0', 'no'].map(
			(said) => `<edge source="a" target="a" directed="${said}"/>`
		);
		const graph = read(`<node id="a"/>${edges.join('')}<edge source="a" target="a"/>`);
		expect(graph.edges.map(({ directed }) => directed)).toEqual([true, true, false, false, true, true]);
		expect(differences(graph)).toEqual([
			'noticed other line 1: 1 edge had a direction that is neither true nor false, the first “no”; taken as the graph says.'
		]);
		const silent = staged(
			GRAPHML,
			'<graphml><graph><node id="a"/><edge source="a" target="a"/></graph></graphml>'
		);
		expect(silent.edges[0]!.directed).toBe(false);
		expect(differences(silent)[0]).toContain('does not say whether its edges have a direction');
	});

	it('may have keys twice, late, or values twice; nothing is lost without a word', () => {
		const graph = staged(
			GRAPHML,
			`<graphml><key id="k" for="node" attr.name="one"/><key id="k" for="node" attr.name="two"/><key id="k" for="edge" attr.name="three"/>
			<graph edgedefault="directed"><node id="a"><data key="k">1</data><data key="k">2</data><data>3</data></node>
			<edge source="a" target="a"><data key="k">4</data></edge></graph><key id="late" for="node"/></graphml>`
		);
		expect([...node(graph, 'a')]).toEqual([[' one', '2']]);
		expect(contentOf(graph).edges[0]!.values).toEqual([[' three', '4']]);
		expect(differences(graph)).toHaveLength(4);
	});
});

describe('dialects', () => {
	it('yEd: labels are names, boxes are places, groups are nests, the rest is one notice', () => {
		const graph = staged(GRAPHML, fixture('graphml/yed.graphml'));
		expect([...node(graph, 'n0')]).toEqual([
			[' yfiles.foldertype', 'group'],
			['name', 'Bloc'],
			['x', '110'],
			['y', '0']
		]);
		expect([...node(graph, 'n0::n0')]).toEqual([
			[' further labels', 'second'],
			[' url', 'https://example.org/'],
			['name', 'Quds\nForce'],
			['parent', 'n0'],
			['x', '18.5'],
			['y', '22']
		]);
		expect([...node(graph, 'n1')]).toEqual([]);
		expect(contentOf(graph).edges[0]!.values).toEqual([
			[' label', 'backs'],
			['id', 'e0']
		]);
		expect(graph.differences).toHaveLength(1);
	});

	it('Gephi: its label is the name, and its places count upwards', () => {
		const graph = staged(GRAPHML, fixture('graphml/gephi.graphml'));
		const values = node(graph, '0012');
		expect([values.get('name'), values.get('x'), values.get('y')]).toEqual(['Baghdad', '-4.5', '-12.25']);
	});

	it('TinkerPop: labelV is the kind, labelE the type', () => {
		const graph = staged(
			GRAPHML,
			`<graphml><key id="labelV" for="node" attr.name="labelV" attr.type="string"/><key id="labelE" for="edge" attr.name="labelE" attr.type="string"/>
			<graph edgedefault="directed"><node id="1"><data key="labelV">person</data></node><edge source="1" target="1"><data key="labelE">knows</data></edge></graph></graphml>`
		);
		expect([...node(graph, '1')]).toEqual([['kind', 'person']]);
		expect(contentOf(graph).edges[0]!.values).toEqual([['type', 'knows']]);
	});
});

describe('a file that cannot be read', () => {
	it.each([
		['', /no element of XML/, ''],
		['<gexf/>', /outermost element is “gexf”/, 'line 1, column 7'],
		[
			'<graphml>\n<graph>',
			/ends too early, at line 2, column 7: the element “graph” is not closed/,
			'line 2, column 7'
		],
		[
			'<!DOCTYPE graphml [<!ENTITY a "b">]><graphml><desc>&a;</desc></graphml>',
			/an entity that XML does not know/,
			'line 1, column 54'
		],
		['<graphml>\u0001</graphml>', /a character that XML does not allow/, 'line 1, column 10'],
		['<graphml>\ud800</graphml>', /a character that XML does not allow/, 'line 1, column 1'],
		['<graphml/><graphml/>', /not valid XML/, 'line 1, column 19'],
		['<graphml a="1" a="2"/>', /duplicate attribute/, 'line 1, column 22']
	])('%j is refused with words and a place', (text, message, place) => {
		const error = refusal(GRAPHML, text);
		expect(error.message).toMatch(message);
		expect(error.remedy).toMatch(/^[A-Z].*\.$/);
		if (place) expect(error.place).toBe(place);
	});

	it('is one that goes too deep, too wide or on too long', () => {
		const deep = '<graph><node id="a">'.repeat(100_000);
		expect(refusal(GRAPHML, `<graphml>${deep}`).message).toContain('256 levels');
		const wide = Array.from({ length: 3000 }, (_, at) => `a${at}=""`).join(' ');
		expect(refusal(GRAPHML, file(`<node ${wide}/>`)).message).toContain('2000 attributes');
		const data = Array.from({ length: 3000 }, (_, at) => `<data key="${at}"/>`).join('');
		expect(refusal(GRAPHML, file(`<node id="a">${data}</node>`)).message).toContain('2000 columns');
		const long = file('<node id="a"/><node id="b"/>');
		expect(refusal(GRAPHML, long, { ...LIMITS, elements: 1 }).message).toContain('more than 1 elements');
	});
});

it('allows a DOCTYPE and half a dozen ways to begin, and is known by them', () => {
	for (const start of [
		'',
		'\ufeff',
		' \n',
		'<?xml version="1.0"?>\n<!-- <gexf> -->',
		'<!DOCTYPE graphml [<!ELEMENT a (b)>]>',
		'<g:'
	]) {
		const text = start === '<g:' ? '<g:graphml xmlns:g="x"/>' : `${start}<graphml/>`;
		expect(GRAPHML.recognises(text), text).toBe(true);
		expect(staged(GRAPHML, text).nodes).toEqual([]);
	}
	for (const text of ['', '<', 'graphml', '<gexf>', '<html><graphml>', '<!-- <graphml>', '{"graphml": 1}']) {
		expect(GRAPHML.recognises(text), text).toBe(false);
	}
	fc.assert(fc.property(fc.string(), (text) => void GRAPHML.recognises(`<${text}`)));
});

describe.skipIf(!INTEROP)('files that others wrote', () => {
	it.each(interopFiles('graphml'))('$name has the nodes and edges that others count', ({ text, raw }) => {
		const graph = staged(GRAPHML, text);
		expect([graph.tally.nodes.inFile, graph.tally.nodes.taken]).toEqual([raw.nodes, raw.nodes]);
		expect([graph.tally.edges.inFile, graph.tally.edges.taken]).toEqual([raw.edges, raw.edges]);
		expect(graph.edges.filter(({ source, target }) => source === target)).toHaveLength(raw.selfloops ?? 0);
		expect(graph.differences.filter(({ effect }) => effect !== 'noticed')).toEqual([]);
	});

	it.each(interopFiles('graphml'))('$name is to graphology what it is to us', ({ text }) => {
		const theirs = parse(Graph, text);
		const ours = staged(GRAPHML, text);
		expect(theirs.nodes()).toEqual(ours.nodes.map(({ id }) => id));
		const ends = theirs.mapEdges(
			(_, __, source, target, ___, ____, undirected) => `${source} ${target} ${!undirected}`
		);
		expect(ends.sort()).toEqual(
			ours.edges.map((edge) => `${edge.source} ${edge.target} ${edge.directed}`).sort()
		);
	});
});

describe('what is written', () => {
	const graph: StagedGraph = {
		format: 'made-up',
		title: 'T',
		table: false,
		nodeColumns: [
			{ name: 'name', role: 'name' },
			{ name: 'y', role: 'y' },
			{ name: 'number of men', type: 'int' }
		],
		edgeColumns: [{ name: 'type', role: 'type' }],
		nodes: [
			{ id: 'a', values: ['<A> & "B"\r\n', '2', '7'], place: '' },
			{ id: 'b c', values: ['B', '-1.5', '8'], place: '' }
		],
		edges: [{ source: 'a', target: 'b c', directed: true, values: ['backs'], place: '' }],
		tally: everything().tally,
		differences: []
	};

	it('has ids and names as the schema wants them, and the true ones beside', () => {
		expect(written(GRAPHML, graph).split('\n').slice(2)).toEqual([
			'<key id="dramatis.title" for="graph" attr.name="title" attr.type="string"/>',
			'<key id="dramatis.id" for="node" attr.name="original-id" attr.type="string"/>',
			'<key id="dramatis.name" for="node" attr.name="name" attr.type="string"/>',
			'<key id="dramatis.y" for="node" attr.name="y" attr.type="double"/>',
			'<key id="dramatis.n0" for="node" attr.name="number_of_men" attr.type="int"><desc>number of men</desc></key>',
			'<key id="dramatis.again.node-label" for="node" attr.name="label" attr.type="string"/>',
			'<key id="dramatis.type" for="edge" attr.name="type" attr.type="string"/>',
			'<key id="dramatis.again.edge-label" for="edge" attr.name="label" attr.type="string"/>',
			'<graph id="G" edgedefault="directed">',
			'<data key="dramatis.title">T</data>',
			'<node id="a"><data key="dramatis.name">&lt;A&gt; &amp; "B"&#13;',
			'</data><data key="dramatis.y">-2</data><data key="dramatis.n0">7</data><data key="dramatis.again.node-label">&lt;A&gt; &amp; "B"&#13;',
			'</data></node>',
			'<node id="n0"><data key="dramatis.id">b c</data><data key="dramatis.name">B</data><data key="dramatis.y">1.5</data><data key="dramatis.n0">8</data><data key="dramatis.again.node-label">B</data></node>',
			'<edge source="a" target="n0"><data key="dramatis.type">backs</data><data key="dramatis.again.edge-label">backs</data></edge>',
			'</graph>',
			'</graphml>',
			''
		]);
	});

	it('is what networkx reads, with types and labels', ({ skip }) => {
		const found = networkx('read_graphml', written(GRAPHML, graph));
		if (found === null) skip('networkx is not installed');
		const name = '<A> & "B"\r\n';
		expect(found).toEqual({
			directed: true,
			nodes: [
				['a', { name, y: -2, number_of_men: 7, label: name }],
				['n0', { 'original-id': 'b c', name: 'B', y: 1.5, number_of_men: 8, label: 'B' }]
			],
			edges: [['a', 'n0', { type: 'backs', label: 'backs' }]]
		});
	}, 30_000);
});
