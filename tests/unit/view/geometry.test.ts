/** Laws of the geometry; that it equals Cytoscape's is proved in tests/component/geometry.test.ts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTOR_KINDS, FAMILIES } from '#lib/model/document.ts';
import { BORDER } from '#lib/view/appearance.ts';
import { sceneBounds, symbolBox } from '#lib/view/bounds.ts';
import { edgeGeometry, loopStyle } from '#lib/view/geometry.ts';
import { meetingPoint, outlineAround, placedOutline } from '#lib/view/outline.ts';
import { anyScene, sceneEdge, sceneNode } from './scenes.ts';
import type { Point } from '#lib/model/document.ts';
import type { EdgeGeometry } from '#lib/view/geometry.ts';

const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const kind = fc.constantFrom(...ACTOR_KINDS);

function distance(a: Point, b: Point): number {
	return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** How far a point is from a polygon's nearest side. */
function fromSides(point: Point, corners: readonly Point[]): number {
	return Math.min(
		...corners.map((a, i) => {
			const b = corners[(i + 1) % corners.length]!;
			const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
			const share = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy);
			const nearest = Math.max(0, Math.min(1, share));
			return distance(point, [a[0] + nearest * dx, a[1] + nearest * dy]);
		})
	);
}

describe('outlines', () => {
	test('a line from outside meets the outer edge of the border, on its way to the middle', () => {
		fc.assert(
			fc.property(kind, number(20, 80), number(0, 7), (kind, size, angle) => {
				const from: Point = [100 + 200 * Math.cos(angle), 50 + 200 * Math.sin(angle)];
				const meeting = meetingPoint({ kind, x: 100, y: 50, size }, from)!;
				const outer = placedOutline(kind, 100, 50, size + BORDER);
				if ('radius' in outer) expect(distance(meeting, [100, 50])).toBeCloseTo(outer.radius, 6);
				else expect(fromSides(meeting, outer.corners)).toBeLessThan(0.3);
				const detour = distance(from, meeting) + distance(meeting, [100, 50]) - distance(from, [100, 50]);
				expect(detour).toBeCloseTo(0, 6);
			})
		);
	});

	test('from inside a symbol there is no way to its edge', () => {
		for (const kind of ACTOR_KINDS) {
			expect(meetingPoint({ kind, x: 0, y: 0, size: 40 }, [1, 2])).toBeUndefined();
		}
	});

	test('the second line runs at one distance from the first', () => {
		fc.assert(
			fc.property(kind, number(20, 80), number(0.5, 8), (kind, size, away) => {
				const outline = placedOutline(kind, 0, 0, size);
				const around = outlineAround(outline, away);
				if ('radius' in around || 'radius' in outline) {
					expect(around).toEqual({ radius: size / 2 + away });
					return;
				}
				around.corners.forEach((corner, i) => {
					const next = around.corners[(i + 1) % around.corners.length]!;
					const middle: Point = [(corner[0] + next[0]) / 2, (corner[1] + next[1]) / 2];
					expect(fromSides(middle, outline.corners)).toBeCloseTo(away, 6);
				});
			})
		);
	});
});

describe('edges', () => {
	const left = sceneNode('n0', 0, 0);
	const right = sceneNode('n1', 200, 0);
	const fromTo = (bend: number): EdgeGeometry =>
		edgeGeometry(sceneEdge('e0', 'n0', 'n1', { bend }), left, right)!;

	test('a straight one runs from border to border', () => {
		const { path, middle, controls } = fromTo(0);
		expect(controls).toEqual([]);
		expect(path).toHaveLength(2);
		expect(path[0]).toEqual([15.75, 0]);
		expect(middle[1]).toBe(0);
	});

	test('a positive bend goes to the right of the way, which is down for one that points right', () => {
		expect(fromTo(40).controls).toEqual([[100, 40]]);
		expect(fromTo(40).middle[1]).toBeGreaterThan(15);
		expect(fromTo(-40).middle[1]).toBeLessThan(-15);
	});

	test('is the same line when it is turned round and bent the other way', () => {
		fc.assert(
			fc.property(number(-90, 90), kind, kind, fc.constantFrom(...FAMILIES), (bend, a, b, family) => {
				const [from, to] = [sceneNode('n0', 3, 5, { kind: a }), sceneNode('n1', 170, 90, { kind: b })];
				const there = edgeGeometry(sceneEdge('e', 'n0', 'n1', { bend, family }), from, to);
				const back = edgeGeometry(
					sceneEdge('e', 'n1', 'n0', { bend: -bend, family, toTarget: false, toSource: true }),
					to,
					from
				);
				there!.path.toReversed().forEach((point, i) => {
					expect(distance(point, back!.path[i]!)).toBeCloseTo(0, 6);
				});
			})
		);
	});

	test('carries the marks of its direction and standing', () => {
		const shapes = (more: object): string[] =>
			edgeGeometry(sceneEdge('e', 'n0', 'n1', { family: 'conflict', ...more }), left, right)!.arrowheads.map(
				(head) => head.shape
			);
		expect(shapes({})).toEqual(['triangle']);
		expect(shapes({ toSource: true, toTarget: false })).toEqual(['triangle']);
		expect(shapes({ toSource: true, standing: 'denied' })).toEqual(['triangle', 'tee', 'triangle']);
		expect(shapes({ standing: 'unsourced' })).toEqual(['circle', 'triangle']);
	});

	test('is not drawn between symbols that lie upon each other', () => {
		expect(edgeGeometry(sceneEdge('e', 'n0', 'n1'), left, sceneNode('n1', 4, 3))).toBeUndefined();
		expect(
			edgeGeometry(sceneEdge('e', 'n0', 'n1', { bend: 9 }), left, { ...left, key: 'n1' })
		).toBeUndefined();
	});

	test('loops differ where bends differ, and grow with them', () => {
		fc.assert(
			fc.property(number(-200, 200), number(0.5, 100), (bend, more) => {
				const [small, large] = [loopStyle(bend), loopStyle(bend + more)];
				expect(large.distance).toBeGreaterThan(small.distance);
				expect(large.sweep).not.toBe(small.sweep);
				expect(edgeGeometry(sceneEdge('e', 'n0', 'n0', { bend }), left, left)!.path).toHaveLength(5);
			})
		);
	});
});

describe('bounds', () => {
	test('hold every symbol, every point of every line and every label', () => {
		fc.assert(
			fc.property(anyScene, ({ nodes, edges }) => {
				const label = { box: { x: -900, y: 3, width: 20, height: 10 } };
				const bounds = sceneBounds(nodes, edges, [label]);
				const holds = ([x, y]: Point): boolean =>
					x >= bounds.x - 1e-6 &&
					x <= bounds.x + bounds.width + 1e-6 &&
					y >= bounds.y - 1e-6 &&
					y <= bounds.y + bounds.height + 1e-6;
				expect(bounds.x).toBeLessThanOrEqual(-900);
				for (const node of nodes) {
					const { x, y, width, height } = symbolBox(node);
					expect(holds([x, y]) && holds([x + width, y + height])).toBe(true);
				}
				const byKey = new Map(nodes.map((node) => [node.key, node]));
				for (const edge of edges) {
					const geometry = edgeGeometry(edge, byKey.get(edge.source)!, byKey.get(edge.target)!);
					for (const point of geometry ? drawnPoints(geometry.path) : []) expect(holds(point)).toBe(true);
				}
			})
		);
	});

	test('are as large as the symbol of a lone actor needs', () => {
		const { width, height } = sceneBounds([sceneNode('n0', 10, 20)], []);
		expect(width).toBe(height);
		expect(width).toBeGreaterThan(30);
		expect(width).toBeLessThan(40);
	});

	test('of nothing are empty', () => {
		expect(sceneBounds([], [])).toEqual({ x: 0, y: 0, width: 0, height: 0 });
	});
});

function drawnPoints(path: readonly Point[]): Point[] {
	if (path.length === 2) return [...path];
	const points: Point[] = [];
	for (let i = 0; i + 2 < path.length; i += 2) {
		for (let t = 0; t <= 1; t += 0.05) {
			const at = (j: 0 | 1): number =>
				(1 - t) ** 2 * path[i]![j] + 2 * (1 - t) * t * path[i + 1]![j] + t ** 2 * path[i + 2]![j];
			points.push([at(0), at(1)]);
		}
	}
	return points;
}
