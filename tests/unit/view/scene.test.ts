import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relationsMeasure } from '#lib/analysis/relations-measure.ts';
import type { Document } from '#lib/model/document.ts';
import { emphasised } from '#lib/view/emphasis.ts';
import { factsOf } from '#lib/view/facts.ts';
import { isVisible } from '#lib/view/fate.ts';
import { filterDocument } from '#lib/view/filter.ts';
import { buildScene } from '#lib/view/scene.ts';
import { DEFAULT_SETTINGS, NOTHING, type Selection, type Settings } from '#lib/view/settings.ts';
import { bestRanked, nodeTowards } from '#lib/view/walk.ts';
import { anyDocument } from '../generate.ts';
import { small } from '../model/small-document.ts';
import { anySelection, anySettings } from './settings.ts';

function sceneOf(document: Document, settings: Settings = DEFAULT_SETTINGS, selection: Selection = NOTHING) {
	const facts = factsOf(document);
	const filtered = filterDocument(facts, settings, selection);
	return {
		scene: buildScene(facts, filtered, relationsMeasure.run(document), settings, selection),
		filtered
	};
}

/** The United States and the group: two of conflict, one of pressure, in both directions. */
const parallel: Document = {
	...small,
	relations: [
		...small.relations,
		{ id: 'attack2', type: 'attacks', from: 'usa', to: 'kataib' },
		{ id: 'accusal', type: 'accuses', from: 'usa', to: 'kataib' },
		{ id: 'loop', type: 'commands', from: 'usa', to: 'usa' }
	]
};

describe('buildScene', () => {
	it('draws parallel relations of a family as one edge with a count, families side by side', () => {
		const { edges } = sceneOf(parallel).scene;
		const conflict = edges.find(({ family }) => family === 'conflict')!;
		expect(conflict).toMatchObject({
			relations: ['attack', 'attack2'],
			label: '2',
			toTarget: true,
			toSource: true
		});
		const pressure = edges.find(({ family }) => family === 'pressure')!;
		expect(pressure.bend).toBe(-conflict.bend);
		expect(pressure.bend).not.toBe(0);
	});

	it('opens a bundle to a fan when one of it is chosen, and when all are opened', () => {
		const chosen = { ...NOTHING, relations: new Set(['attack2']) };
		for (const { edges } of [
			sceneOf(parallel, DEFAULT_SETTINGS, chosen).scene,
			sceneOf(parallel, { ...DEFAULT_SETTINGS, fans: true }).scene
		]) {
			const fan = edges.filter(({ family }) => family === 'conflict');
			expect(fan.map(({ relations }) => relations)).toEqual([['attack'], ['attack2']]);
			expect(fan.map(({ label }) => label)).toEqual(['attacks', 'attacks']);
			expect(new Set(edges.map(({ bend }) => bend)).size).toBeGreaterThan(1);
		}
	});

	it('points the arrow from the one who acts', () => {
		const attack = sceneOf(small).scene.edges.find(({ family }) => family === 'conflict')!;
		expect(attack).toMatchObject({ source: 'n1', target: 'n2', toTarget: true, toSource: false });
	});

	it('keeps ids of the document out of its keys', () => {
		const hostile: Document = {
			...small,
			actors: [
				{ id: '__proto__', name: 'A', kind: 'person' },
				{ id: 'constructor', name: 'B', kind: 'person' }
			],
			relations: [{ id: 'toString', type: 'meets', from: '__proto__', to: 'constructor' }],
			claims: [],
			voices: [],
			positions: new Map()
		};
		const { scene } = sceneOf(hostile);
		expect(scene.nodes.map(({ key }) => key)).toEqual(['n0', 'n1']);
		expect(scene.edges).toHaveLength(1);
		expect(scene.edges[0]!.key).not.toContain('__proto__');
	});

	it('has each visible actor once, each visible relation in one edge, and edges only between its nodes', () => {
		const anyView = anyDocument().chain((document) =>
			fc.tuple(fc.constant(document), anySettings(document), anySelection(document))
		);
		fc.assert(
			fc.property(anyView, ([document, settings, selection]) => {
				const { scene, filtered } = sceneOf(document, settings, selection);
				const keys = new Set([...scene.nodes, ...scene.edges].map(({ key }) => key));
				expect(keys.size).toBe(scene.nodes.length + scene.edges.length);
				const visible = (fates: ReadonlyMap<string, never>) =>
					[...fates].filter(([, fate]) => isVisible(fate)).map(([id]) => id);
				expect(scene.nodes.map(({ actor }) => actor).sort()).toEqual(
					visible(filtered.actors as never).sort()
				);
				expect(scene.edges.flatMap(({ relations }) => relations).sort()).toEqual(
					visible(filtered.relations as never).sort()
				);
				for (const { source, target } of scene.edges) expect(keys.has(source) && keys.has(target)).toBe(true);
				for (const { x, y, size } of scene.nodes) expect([x, y, size].every(Number.isFinite)).toBe(true);
			}),
			{ numRuns: 200 }
		);
	});

	it('clips a name of a million characters', () => {
		const long = {
			...small,
			actors: [{ ...small.actors[0]!, name: 'x'.repeat(1_000_000) }, ...small.actors.slice(1)]
		};
		const lines = sceneOf(long).scene.nodes[0]!.label;
		expect(lines.length).toBeLessThanOrEqual(3);
		expect(lines.join('').length).toBeLessThan(200);
	});
});

describe('emphasised', () => {
	const { scene } = sceneOf(small);

	it('keeps what is pointed at, its ties and their other ends', () => {
		expect(emphasised(scene, new Set(['n1']))).toEqual(new Set(['n1', 'n2', scene.edges[1]!.key]));
	});

	it('is nothing when nothing of the scene is pointed at', () => {
		expect(emphasised(scene, new Set(['gone']))).toBeNull();
	});
});

describe('nodeTowards', () => {
	const placed = sceneOf({
		...small,
		positions: new Map([
			['quds', [0, 0]],
			['kataib', [50, 5]],
			['usa', [200, 0]]
		])
	}).scene;

	it('goes along a relation before it goes to somebody nearer', () => {
		expect(nodeTowards(placed, 'n0', 'right')?.actor).toBe('usa');
	});

	it('falls back on the nearest that way, and stays where nobody is', () => {
		expect(nodeTowards(placed, 'n1', 'left')?.actor).toBe('quds');
		expect(nodeTowards(placed, 'n0', 'left')).toBeNull();
	});

	it('starts at the best ranked', () => {
		expect(nodeTowards(placed, null, 'down')?.actor).toBe('usa');
		expect(bestRanked({ nodes: [], edges: [] })).toBeNull();
	});
});
