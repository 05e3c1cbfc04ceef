/** What docs/formats.md says under “Where readers disagree”, a test for each row that no other test holds. */
import { describe, expect, it } from 'vitest';
import { JGF } from '#lib/formats/json/jgf.ts';
import { NODE_LINK } from '#lib/formats/json/node-link.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { GML } from '#lib/formats/text/gml.ts';
import { PAJEK } from '#lib/formats/text/pajek.ts';
import { GEXF } from '#lib/formats/xml/gexf.ts';
import { GRAPHML } from '#lib/formats/xml/graphml.ts';
import { staged } from './staged-graphs.ts';
import { differenceLines, edgeLines, nodeLines } from './staged-words.ts';

const edges = (graph: StagedGraph) => edgeLines(graph).map((line) => line.replace(/:.*/s, ''));
const graphml = (inside: string, edgedefault = ' edgedefault="directed"') =>
	staged(GRAPHML, `<graphml><graph${edgedefault}>${inside}</graph></graphml>`);
const gexf = (inside: string, attributes = '') =>
	staged(GEXF, `<gexf version="1.3"><graph ${attributes}>${inside}</graph></gexf>`);
const AB = '<node id="a"/><node id="b"/>';

describe('where readers disagree', () => {
	it('each edge has the direction that it says', () => {
		const one = graphml(`${AB}<edge source="a" target="b"/><edge source="b" target="a" directed="false"/>`);
		expect(edges(one)).toEqual(['a -> b', 'b -- a']);
		const other = gexf(
			`<nodes>${AB}</nodes><edges><edge source="a" target="b"/><edge source="a" target="b" type="undirected"/><edge source="b" target="a" type="mutual"/></edges>`,
			'defaultedgetype="directed"'
		);
		expect(edges(other)).toEqual(['a -> b', 'a -- b', 'b -- a']);
		expect(differenceLines(other)).toEqual(['noticed other at line 1']);
	});

	it('GraphML that does not say a direction has none', () => {
		const graph = graphml(`${AB}<edge source="a" target="b"/>`, '');
		expect(edges(graph)).toEqual(['a -- b']);
		expect(graph.differences[0]!.reason).toMatch(/does not say whether its edges have a direction/);
	});

	it('all nodes and graphs of a GraphML file are taken, and hyperedges told', () => {
		const nested = graphml(
			'<node id="a"><graph><node id="c"/></graph></node><node id="b"/><hyperedge><endpoint node="a"/><endpoint node="b"/></hyperedge>'
		);
		expect(nodeLines(nested)).toEqual(['c: role parent = a', 'a: ', 'b: ']);
		expect(nested.tally.edges.leftOut).toBe(1);
		const two = staged(
			GRAPHML,
			`<graphml><graph edgedefault="directed"><node id="a"/></graph><graph edgedefault="undirected">${AB}<edge source="a" target="b"/></graph></graphml>`
		);
		expect([two.nodes.length, ...edges(two)]).toEqual([2, 'a -- b']);
	});

	it('values of GEXF 1.3 stand as they are, and spells are one period', () => {
		const graph = gexf(
			'<attributes class="node"><attribute id="0" title="t" type="listboolean"/></attributes><nodes>' +
				'<node id="a"><attvalues><attvalue for="0" value="[true, false]"/></attvalues></node>' +
				'<node id="b"><spells><spell start="2001-01-01" end="2002-01-01"/><spell start="2005-01-01" end="2006-01-01"/></spells></node>' +
				'<node id="c" start="2009-03-01T10:00:00"/></nodes>',
			'timeformat="date"'
		);
		expect(nodeLines(graph)).toEqual([
			'a: t = [true, false]',
			'b: spells = 2001-01-01/2002-01-01; 2005-01-01/2006-01-01, role when = 2001-01-01/2006-01-01',
			'c: role when = 2009-03-01/.., start = 2009-03-01T10:00:00'
		]);
	});

	it('of two nodes with one id the first holds, and an edge to nowhere is left out', () => {
		const nodes = '<node id="a" label="first"/><node id="a" label="second"/>';
		const graph = gexf(`<nodes>${nodes}</nodes><edges><edge source="a" target="x"/></edges>`);
		expect(nodeLines(graph)).toEqual(['a: role name = first']);
		expect(graph.differences.map(({ reason }) => reason)).toEqual([
			expect.stringContaining('What it says otherwise was not taken.'),
			expect.stringContaining('no such node')
		]);
	});

	it('GML tells nodes apart by their ids, and keeps parallel edges', () => {
		const graph = staged(
			GML,
			'graph [ node [ id 1 label "A" ] node [ id 2 label "A" ] edge [ source 1 target 2 ] edge [ source 1 target 2 ] ]'
		);
		expect([graph.nodes.length, ...edges(graph)]).toEqual([2, '1 -- 2', '1 -- 2']);
	});

	it('Pajek has arcs and edges, and the first of several networks', () => {
		const net = (lines: string) => `*Vertices 2\n1 "A"\n2 "B"\n${lines}`;
		expect(edges(staged(PAJEK, net('*Arcs\n1 2 -1\n*Edges\n1 2 1')))).toEqual(['1 -> 2', '1 -- 2']);
		const two = staged(PAJEK, `*Network a\n${net('*Edges\n1 2')}\n*Network b\n${net('*Edges\n1 2')}`);
		expect([two.nodes.length, two.tally.nodes.leftOut, two.tally.edges.leftOut]).toEqual([2, 2, 1]);
	});

	it('node-link has a direction unless it says otherwise, and numbers for ids', () => {
		const text = '{"nodes":[{"name":"A"},{"name":"B"}],"links":[{"source":0,"target":1}]}';
		expect(edges(staged(NODE_LINK, text))).toEqual(['0 -> 1']);
		expect(edges(staged(NODE_LINK, text.replace('{', '{"directed":false,')))).toEqual(['0 -- 1']);
	});

	it('several JSON graphs are one, and edges say where they come from', () => {
		const graph = staged(
			JGF,
			'{"graphs":[{"nodes":{"a":{}}},{"label":"two","nodes":{"a":{},"b":{}},"edges":[{"source":"a","target":"b"}]}]}'
		);
		expect(edgeLines(graph)).toEqual(['a -> b: label of the graph = two']);
		expect(graph.tally.nodes).toMatchObject({ taken: 2, merged: 1 });
	});
});
