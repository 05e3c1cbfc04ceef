import { expect, test } from 'vitest';
import { pairsOf } from '#lib/layout/pairs.ts';
import { cross, hits, tangleOf } from '#lib/layout/tangle.ts';
import type { Point } from '#lib/model/document.ts';
import { actor, relation } from './sample.ts';

test('two segments cross only in a point inside both', () => {
	expect(cross([0, 0], [10, 10], [0, 10], [10, 0])).toBe(true);
	expect(cross([0, 0], [10, 10], [20, 0], [12, 9])).toBe(false);
	expect(cross([0, 0], [10, 0], [5, 0], [5, 10])).toBe(false);
	expect(cross([0, 0], [10, 0], [2, 0], [8, 0])).toBe(false);
});

test('a segment hits a symbol that it runs through, also straight up or across', () => {
	const symbol = actor(0, { width: 20, height: 10 });
	expect(hits([-50, 0], [50, 0], symbol, [0, 0])).toBe(true);
	expect(hits([0, -50], [0, 50], symbol, [0, 0])).toBe(true);
	expect(hits([-50, -20], [50, 20], symbol, [0, 0])).toBe(true);
	expect(hits([-50, 6], [50, 6], symbol, [0, 0])).toBe(false);
	expect(hits([-50, 0], [-11, 0], symbol, [0, 0])).toBe(false);
	expect(hits([-12, -20], [12, 20], symbol, [0, 40])).toBe(false);
});

test('the cost counts crossings, hits and length, each pair once', () => {
	const actors = [0, 1, 2, 3, 4].map((key) => actor(key, { width: 10, height: 10 }));
	const relations = [relation(0, 1), relation(1, 0), relation(2, 3)];
	const pairs = pairsOf({ actors, relations, seed: 1 });
	const costWith = (points: Point[]) => tangleOf(actors, pairs, points, pairs.keys());
	const apart = costWith([
		[0, 0],
		[100, 0],
		[0, 50],
		[100, 50],
		[0, 200]
	]);
	const crossing = costWith([
		[0, 0],
		[100, 50],
		[0, 50],
		[100, 0],
		[0, 200]
	]);
	const through = costWith([
		[0, 0],
		[100, 0],
		[0, 50],
		[100, 50],
		[50, 0]
	]);
	expect(pairs).toHaveLength(2);
	// The crossing is seen from both pairs.
	expect(crossing - apart).toBeGreaterThan(2);
	expect(crossing - apart).toBeLessThan(2.5);
	expect(through - apart).toBeCloseTo(3, 6);
});
