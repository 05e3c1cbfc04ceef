import { describe, expect, it } from 'vitest';
import { CX } from '#lib/formats/json/cx.ts';
import { CX2 } from '#lib/formats/json/cx2.ts';
import { differenceLines, edgeLines, nodeLines, stagedFixture } from '../staged-words.ts';

describe('CX', () => {
	const graph = stagedFixture(CX, 'small.cx');

	it('gathers nodes, attributes and places from all fragments', () => {
		expect(graph.title).toBe('Three');
		expect(graph.description).toBe('A small one');
		expect(nodeLines(graph)).toEqual([
			'1: age = 007, tags = ["x","y"], role x = 10.50, role y = -3, role name = A, represents = wikidata:Q1',
			'2: tags = ["x","y"], role x = 0, role y = 0, role name = B',
			'3: '
		]);
		expect(edgeLines(graph)).toEqual(['1 -> 2: weight = 1.50, role id = 7, role type = backs']);
		expect(graph.nodeColumns.find(({ name }) => name === 'tags')?.type).toBe('list_of_string');
	});

	it('tells what it left out, and that the program that wrote it failed', () => {
		expect(differenceLines(graph)).toEqual([
			'left-out node at nodes[3]',
			'left-out node at nodes[4]',
			'left-out edge at edges[2]',
			'noticed other at networkAttributes',
			'noticed other at cyVisualProperties',
			'noticed other at status',
			'noticed other at ',
			'noticed other at ',
			'left-out edge at edges[1]'
		]);
		expect(graph.differences.map(({ reason }) => reason).join(' ')).toContain('disk full');
	});
});

describe('CX2', () => {
	const graph = stagedFixture(CX2, 'small.cx2');

	it('takes short names for the long ones, and what is declared where nothing is said', () => {
		expect(nodeLines(graph)).toEqual([
			'10: role name = A, kind = state, rank = 12345678901234567890, role x = 1.50, role y = 2, z = 0',
			'2: role name = B, kind = unknown',
			'3: kind = unknown'
		]);
		expect(edgeLines(graph)).toEqual([
			'10 -> 2: role type = backs, weight = 1.0, role id = 0',
			'2 -> 10: weight = 2, role id = 1'
		]);
		expect(graph.nodeColumns.find(({ name }) => name === 'rank')?.type).toBe('integer');
	});

	it('tells what it left out', () => {
		expect(differenceLines(graph)).toEqual([
			'noticed other at networkAttributes',
			'left-out node at nodes[3]',
			'left-out edge at edges[3]',
			'noticed other at visualProperties',
			'left-out edge at edges[2]'
		]);
	});
});
