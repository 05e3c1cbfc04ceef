import { expect, test } from 'vitest';
import { partOf } from '#lib/picture/part-of.ts';
import { emphasised } from '#lib/view/emphasis.ts';
import { sceneEdge, sceneNode } from '../view/scenes.ts';

test('what is chosen comes with its own ties, and without those between its neighbours', () => {
	const scene = {
		nodes: ['n0', 'n1', 'n2', 'n3'].map((key, i) => sceneNode(key, 100 * i, 0)),
		edges: [
			sceneEdge('e0', 'n0', 'n1'),
			sceneEdge('e1', 'n2', 'n0'),
			sceneEdge('e2', 'n1', 'n2'),
			sceneEdge('e3', 'n2', 'n3')
		]
	};
	const part = partOf(scene, emphasised(scene, new Set(['n0']))!);
	expect(part.nodes.map(({ key }) => key)).toEqual(['n0', 'n1', 'n2']);
	expect(part.edges.map(({ key }) => key)).toEqual(['e0', 'e1']);
});
