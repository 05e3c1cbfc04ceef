import { describe, expect, it } from 'vitest';
import { NODE_LINK } from '#lib/formats/json/node-link.ts';
import { staged } from '../staged-graphs.ts';
import { differenceLines, edgeLines, nodeLines, stagedFixture } from '../staged-words.ts';

const edgesOf = (text: string) => edgeLines(staged(NODE_LINK, text));

describe('node-link JSON', () => {
	it('takes ids of any kind, keys of parallel edges, and one direction for all', () => {
		const graph = stagedFixture(NODE_LINK, 'networkx.json');
		expect(graph.title).toBe('Small');
		expect(nodeLines(graph)).toEqual(['10: kind = state', 'B: ', '[0,1]: ', '12345678901234567890: ']);
		expect(edgeLines(graph)).toEqual([
			'10 -- B: key = 0, weight = 0.50',
			'10 -- B: key = 1',
			'[0,1] -- [0,1]: key = 0'
		]);
		expect(differenceLines(graph)).toEqual([
			'noticed other at graph',
			'left-out edge at links[4]',
			'left-out edge at links[3]'
		]);
	});

	it('finds ends that are the nodes themselves', () => {
		expect(edgeLines(stagedFixture(NODE_LINK, 'd3-objects.json'))).toEqual(['a -> b: value = 2']);
	});

	it('finds ends that are numbers of nodes, where they can be nothing else', () => {
		expect(edgesOf('{"nodes":[{"name":"A"},{"name":"B"}],"links":[{"source":1,"target":0}]}')).toEqual([
			'1 -> 0: '
		]);
		expect(edgeLines(stagedFixture(NODE_LINK, 'old-networkx.json'))).toEqual(['b -> a: ']);
		expect(edgesOf('{"nodes":[{"id":1},{"id":0}],"links":[{"source":1,"target":0}]}')).toEqual(['1 -> 0: ']);
	});

	it('finds ends that are names, where nodes have no ids', () => {
		expect(edgeLines(stagedFixture(NODE_LINK, 'named.json'))).toEqual(['Ben -> Ann: ']);
	});

	it('reads the JSON of graphology, and ends that are called from and to', () => {
		const graph = stagedFixture(NODE_LINK, 'graphology.json');
		expect(nodeLines(graph)).toEqual(['n1: label = One, x = 0.5', 'n2: ']);
		expect(edgeLines(graph)).toEqual(['n1 -- n2: key = e1, undirected = true, weight = 3']);
		expect(edgesOf('{"nodes":["a","b"],"edges":[{"from":"a","to":"b"}]}')).toEqual(['a -> b: ']);
	});
});
