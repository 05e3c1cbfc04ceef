import { describe, expect, it } from 'vitest';
import { JGF } from '#lib/formats/json/jgf.ts';
import { differenceLines, edgeLines, nodeLines, stagedFixture } from '../staged-words.ts';

describe('JSON Graph Format', () => {
	it('takes labels, relations and metadata, in the order of the file', () => {
		const graph = stagedFixture(JGF, 'v2.json');
		expect([graph.title, graph.description]).toEqual(['Second', 'By hand']);
		expect(nodeLines(graph)).toEqual([
			'10: rank = 1.0, colour = red, role name = Ten',
			'9: colour = green, role name = Nine, colour (beside the metadata) = blue',
			'__proto__: '
		]);
		expect(edgeLines(graph)).toEqual([
			'10 -> 9: since = 2020, label = for years, role id = e, role type = backs',
			'9 -- __proto__: '
		]);
	});

	it('refuses hyperedges one by one, and tells of keys that stand twice', () => {
		const graph = stagedFixture(JGF, 'v2.json');
		expect(differenceLines(graph)).toEqual([
			'noticed other at ',
			'noticed other at ',
			'noticed other at graph.metadata',
			'merged node at graph.nodes["10"]',
			'left-out edge at graph.edges[3]',
			'left-out edge at graph.hyperedges[0]',
			'left-out edge at graph.hyperedges[1]',
			'left-out edge at graph.edges[2]'
		]);
		expect(graph.differences[0]!.reason).toContain('“10” stands twice');
	});

	it('makes one graph of several, and edges say which they were in', () => {
		const graph = stagedFixture(JGF, 'v1-several.json');
		expect(graph.title).toBeUndefined();
		expect(nodeLines(graph)).toEqual([
			'a: type = person, role name = A',
			'graphs[0].nodes[1]: role name = no id'
		]);
		expect(edgeLines(graph)).toEqual(['a -> a: role type = is, label of the graph = One']);
		expect(graph.tally.nodes).toEqual({ inFile: 3, taken: 2, merged: 1, leftOut: 0 });
	});
});
