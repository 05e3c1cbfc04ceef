import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { loosened, type Room } from '#lib/picture/loosen.ts';
import { labelSize, placeLabels } from '#lib/view/labels.ts';
import { anyScene, sceneNode } from '../view/scenes.ts';

const anyRoom: fc.Arbitrary<Room> = fc.record({
	width: fc.integer({ min: 50, max: 4000 }),
	height: fc.integer({ min: 50, max: 4000 }),
	labelSize: fc.integer({ min: 6, max: 40 })
});

describe('whatever the scene and the room', () => {
	test('actors only move, nobody far beyond the stretch, and the scene that was given stays', () => {
		fc.assert(
			fc.property(anyScene, anyRoom, (scene, room) => {
				const before = JSON.stringify(scene);
				const { nodes, edges } = loosened(scene, room);
				expect(JSON.stringify(scene)).toBe(before);
				expect(edges).toBe(scene.edges);
				expect(nodes.map((node, i) => ({ ...node, x: scene.nodes[i]!.x, y: scene.nodes[i]!.y }))).toEqual(
					scene.nodes
				);
				for (const axis of ['x', 'y'] as const) {
					const [was, is] = [scene.nodes, nodes].map((all) => all.map((node) => node[axis])) as [
						number[],
						number[]
					];
					const span = (places: readonly number[]) => Math.max(...places) - Math.min(...places);
					if (was.length) expect(span(is)).toBeLessThanOrEqual(1.6 * span(was) + 180.001);
					expect(is.every(Number.isFinite)).toBe(true);
				}
			})
		);
	});

	test('twice is the same', () => {
		fc.assert(
			fc.property(anyScene, anyRoom, (scene, room) => {
				expect(loosened(scene, room)).toEqual(loosened(scene, room));
			})
		);
	});
});

it('parts names that stand on each other, where there is room', () => {
	const at = (key: string, x: number) => sceneNode(key, x, 0, { label: ['A name'], size: 20 });
	const scene = { nodes: [at('a', 0), at('b', 12), at('c', 24)], edges: [] };
	expect(placeLabels(scene, 1).size).toBeLessThan(3);
	const { nodes } = loosened(scene, { width: 600, height: 300, labelSize: labelSize(1) });
	expect(placeLabels({ nodes, edges: [] }, 1).size).toBe(3);
});
