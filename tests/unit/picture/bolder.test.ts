import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bolder, strengthAt } from '#lib/picture/bolder.ts';
import { edgeGeometry } from '#lib/view/geometry.ts';
import { anyScene, sceneEdge, sceneNode } from '../view/scenes.ts';

test('lines keep their strength where the picture is small, up to a limit, and never lose any', () => {
	expect(strengthAt(1, 1)).toBe(1);
	expect(strengthAt(0.4, 1)).toBeCloseTo(2);
	expect(strengthAt(0.4, 2)).toBe(3);
	expect(strengthAt(0.01, 1)).toBe(3);
});

test('everything is where it was, in proportion', () => {
	fc.assert(
		fc.property(anyScene, fc.double({ min: 1, max: 3, noNaN: true }), (scene, times) => {
			const bold = bolder(scene, times);
			bold.nodes.forEach(({ x, y, size }, i) => {
				const was = scene.nodes[i]!;
				[x - was.x / times, y - was.y / times, size - was.size / times].forEach((difference) =>
					expect(Math.abs(difference)).toBeLessThan(1e-9)
				);
			});
		})
	);
});

test('a bent line bends as far, in proportion', () => {
	const scene = {
		nodes: [sceneNode('n0', 0, 0), sceneNode('n1', 200, 0)],
		edges: [sceneEdge('e0', 'n0', 'n1', { bend: 40 })]
	};
	const middle = (times: number) => {
		const { nodes, edges } = bolder(scene, times);
		return edgeGeometry(edges[0]!, nodes[0]!, nodes[1]!)!.middle[1] * times;
	};
	expect(Math.abs(middle(2) - middle(1))).toBeLessThan(3);
});
