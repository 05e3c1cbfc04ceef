import { describe, expect, it } from 'vitest';
import { CYTOSCAPE_JSON } from '#lib/formats/json/cytoscape-json.ts';
import { staged } from '../staged-graphs.ts';
import { differenceLines, edgeLines, nodeLines, stagedFixture } from '../staged-words.ts';

describe('Cytoscape.js JSON', () => {
	it('gives data, parents, positions and classes', () => {
		const graph = stagedFixture(CYTOSCAPE_JSON, 'small.json');
		expect(nodeLines(graph)).toEqual([
			'qaani: label = Esmail Qaani, rank = 1.0, role parent = quds, role x = 10, role y = -2.50, classes = person key',
			'quds: label = قوة القدس, tags = ["mil","gov"]',
			'9007199254740993: ',
			'elements[3]: label = nobody knows me'
		]);
		expect(edgeLines(graph)).toEqual([
			'qaani -> quds: role id = e1, type = commands',
			'quds -> 9007199254740993: classes = dotted thin'
		]);
	});

	it('tells what it could not take, and that it opened no address of the style', () => {
		const graph = stagedFixture(CYTOSCAPE_JSON, 'small.json');
		expect(differenceLines(graph)).toEqual([
			'noticed other at style',
			'noticed other at ',
			'noticed node at elements[3]',
			'left-out node at elements[4]',
			'left-out edge at elements[7]',
			'left-out other at elements[9]',
			'left-out edge at elements[8]'
		]);
		expect(graph.differences[0]!.reason).toContain('no address in it was opened');
	});

	it('knows names and types in files of Cytoscape, and nothing of them elsewhere', () => {
		const graph = stagedFixture(CYTOSCAPE_JSON, 'desktop.cyjs');
		expect(graph.title).toBe('Halt');
		expect(nodeLines(graph)[0]).toContain('role name = A');
		expect(edgeLines(graph)[0]).toContain('role type = backs');
		const plain = staged(CYTOSCAPE_JSON, '[{"data":{"id":"a","name":"A"}}]');
		expect(nodeLines(plain)).toEqual(['a: name = A']);
	});

	it('makes an id of the place only where nobody has that id', () => {
		const graph = staged(CYTOSCAPE_JSON, `[{"data":{}},{"data":{"id":"[0]"}},{"group":"nodes"}]`);
		expect(nodeLines(graph)).toEqual(["[0]': ", '[0]: ', '[2]: ']);
	});
});
