import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { symbolBox } from '#lib/view/bounds.ts';
import { edgeLabelSize, placeEdgeLabels } from '#lib/view/edge-labels.ts';
import { overlap } from '#lib/view/grid.ts';
import { labelSize, placeLabels, shrunk } from '#lib/view/labels.ts';
import { anyScene, sceneEdge, sceneNode } from './scenes.ts';
import type { Box } from '#lib/view/bounds.ts';
import type { Scene, SceneNode } from '#lib/view/scene.ts';

const zoom = fc.double({ min: 0.1, max: 6, noNaN: true });
const scene = (nodes: readonly SceneNode[], edges: Scene['edges'] = []): Scene => ({ nodes, edges });

/** Boxes that only touch, give or take the last digits of a sum, do not count. */
function collide({ x, y, width, height }: Box, other: Box): boolean {
	return overlap({ x: x + 1e-9, y: y + 1e-9, width: width - 2e-9, height: height - 2e-9 }, other);
}

function collisions(boxes: readonly Box[]): number {
	return boxes.filter((box, i) => boxes.slice(0, i).some((other) => collide(box, other))).length;
}

describe('names of actors', () => {
	test('no two overlap, whatever must be written', () => {
		fc.assert(
			fc.property(anyScene, zoom, fc.integer({ min: 0, max: 8 }), (scene, zoom, many) => {
				const always = scene.nodes.slice(0, many).map((node) => node.key);
				const labels = placeLabels(scene, zoom, { always });
				expect(collisions([...labels.values()].map((label) => label.box))).toBe(0);
			})
		);
	});

	test('none lies on the symbol of another actor', () => {
		fc.assert(
			fc.property(anyScene, zoom, (scene, zoom) => {
				const labels = placeLabels(scene, zoom);
				for (const [key, { box }] of labels) {
					const others = scene.nodes.filter((node) => node.key !== key);
					expect(others.some((node) => collide(box, shrunk(symbolBox(node))))).toBe(false);
				}
			})
		);
	});

	test('zooming in takes none away', () => {
		fc.assert(
			fc.property(anyScene, zoom, fc.double({ min: 1, max: 5, noNaN: true }), (scene, zoom, closer) => {
				const nearer = placeLabels(scene, zoom * closer);
				for (const key of placeLabels(scene, zoom).keys()) expect([...nearer.keys()]).toContain(key);
			}),
			{ numRuns: 300 }
		);
	});

	test('the best ranked one is written, unless it would lie on a symbol', () => {
		fc.assert(
			fc.property(anyScene, zoom, ({ nodes }, zoom) => {
				const named = nodes.filter((node) => node.label.length > 0 && !node.dimmed);
				fc.pre(named.length > 0);
				const best = named.reduce((a, b) => (b.rank < a.rank ? b : a));
				const alone = nodes.map((node) => (node === best ? node : { ...node, label: [] }));
				expect(placeLabels(scene(nodes), zoom).has(best.key)).toBe(placeLabels(scene(alone), zoom).size > 0);
			})
		);
	});

	test('what must be written goes first and may cover a symbol', () => {
		const nodes = [
			sceneNode('n0', 0, 0, { rank: 0 }),
			sceneNode('n1', 20, 0, { rank: 1 }),
			sceneNode('n2', 20, 36, { rank: 2, label: [] })
		];
		expect([...placeLabels(scene(nodes), 1).keys()]).toEqual([]);
		expect([...placeLabels(scene(nodes), 1, { always: ['n1'] }).keys()]).toEqual(['n1']);
	});

	test('those of actors that step back come last', () => {
		const nodes = [sceneNode('n0', 0, 0, { rank: 0, dimmed: true }), sceneNode('n1', 20, 0, { rank: 1 })];
		expect([...placeLabels(scene(nodes), 1).keys()]).toEqual(['n1']);
	});

	test('are 12 to 16 pixels high on screen and smaller in the scene the closer one looks', () => {
		fc.assert(
			fc.property(zoom, zoom, (a, b) => {
				expect(labelSize(a) * a).toBeGreaterThanOrEqual(12 - 1e-9);
				expect(labelSize(a) * a).toBeLessThanOrEqual(16 + 1e-9);
				if (a < b) expect(labelSize(a)).toBeGreaterThan(labelSize(b));
			})
		);
		expect(labelSize(1)).toBe(13);
	});

	test('hang below the symbol', () => {
		const node = sceneNode('n0', 50, 70, { collective: true, label: ['Kataib', 'Hezbollah'] });
		const { box, margin, size } = placeLabels(scene([node]), 1).get('n0')!;
		expect(box.y).toBeGreaterThan(70 + 15);
		expect(box.x + box.width / 2).toBe(50);
		expect(box.height).toBeGreaterThan(2 * size);
		expect(margin).toBeGreaterThan(4);
	});
});

describe('texts on edges', () => {
	const ends = [sceneNode('n0', 0, 0), sceneNode('n1', 300, 0)];

	test('cover no symbol, no name and no other text', () => {
		fc.assert(
			fc.property(anyScene, zoom, (scene, zoom) => {
				const names = placeLabels(scene, zoom);
				const texts = [...placeEdgeLabels(scene, zoom, names).values()].map((label) => label.box);
				expect(collisions(texts)).toBe(0);
				const taken = [
					...[...names.values()].map((label) => label.box),
					...scene.nodes.map((node) => shrunk(symbolBox(node)))
				];
				expect(texts.some((box) => taken.some((other) => collide(box, other)))).toBe(false);
			})
		);
	});

	test('stand at the middle, or above it where a bar or ring is', () => {
		const placed = (standing: 'stated' | 'denied' | 'unsourced'): Box => {
			const one = scene(ends, [sceneEdge('e0', 'n0', 'n1', { label: '3', standing })]);
			return placeEdgeLabels(one, 1, new Map()).get('e0')!.box;
		};
		expect(placed('stated').y + placed('stated').height / 2).toBeCloseTo(0, 6);
		for (const standing of ['denied', 'unsourced'] as const) {
			expect(placed(standing).y + placed(standing).height).toBeLessThan(-3);
		}
	});

	test('give way to the name of an actor', () => {
		const nodes = [...ends, sceneNode('n2', 150, -30, { label: ['Kataib Hezbollah'] })];
		const one = scene(nodes, [sceneEdge('e0', 'n0', 'n1', { label: '3' })]);
		const names = placeLabels(one, 1);
		expect(names.has('n2')).toBe(true);
		expect(placeEdgeLabels(one, 1, names).size).toBe(0);
		expect(placeEdgeLabels(one, 1, new Map()).size).toBe(1);
	});

	test('go to the larger bundle, and from afar only the chosen are written', () => {
		const both = scene(ends, [
			sceneEdge('e0', 'n0', 'n1', { label: '2', relations: ['a', 'b'] }),
			sceneEdge('e1', 'n0', 'n1', { label: '3', relations: ['a', 'b', 'c'] })
		]);
		expect([...placeEdgeLabels(both, 1, new Map()).keys()]).toEqual(['e1']);
		expect([...placeEdgeLabels(both, 1, new Map(), { always: ['e0'] }).keys()]).toEqual(['e0']);
		expect(placeEdgeLabels(both, 0.3, new Map()).size).toBe(0);
		expect([...placeEdgeLabels(both, 0.3, new Map(), { always: ['e0'] }).keys()]).toEqual(['e0']);
		for (const zoom of [0.1, 0.5, 1, 4]) expect(edgeLabelSize(zoom) * zoom).toBeGreaterThanOrEqual(9.5);
	});

	test('an edge that is not drawn has none', () => {
		const upon = scene(
			[sceneNode('n0', 0, 0), sceneNode('n1', 2, 2)],
			[sceneEdge('e0', 'n0', 'n1', { label: '2' })]
		);
		expect(placeEdgeLabels(upon, 1, new Map()).size).toBe(0);
	});
});
