import fc from 'fast-check';
import { expect, test } from 'vitest';
import { separate } from '#lib/layout/overlap.ts';
import { randomFrom } from '#lib/layout/random.ts';
import type { Point } from '#lib/model/document.ts';
import { actor, overlaps } from './sample.ts';

const sizes = fc.record({
	width: fc.integer({ min: 1, max: 300 }),
	height: fc.integer({ min: 1, max: 300 })
});
const spot = fc.tuple(fc.integer({ min: -150, max: 150 }), fc.integer({ min: -150, max: 150 }));

test('parts whatever overlaps, whatever the sizes', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(sizes, spot), { maxLength: 30 }), (bodies) => {
			const actors = bodies.map(([size], key) => actor(key, size));
			const points = separate(
				actors,
				bodies.map(([, at]) => at)
			);
			expect(overlaps({ actors, relations: [], seed: 1 }, points)).toEqual([]);
		})
	);
});

test('moves nothing when nothing overlaps', () => {
	const actors = [actor(0), actor(1), actor(2)];
	const points: Point[] = [
		[0, 0],
		[150, 10],
		[0, 90]
	];
	expect(separate(actors, points)).toEqual(points);
});

test('pushes only as far as is needed, and the shorter way', () => {
	const points = separate(
		[actor(0), actor(1)],
		[
			[0, 0],
			[10, 50]
		]
	);
	expect(points[0]?.[0]).toBe(0);
	expect(points[1]?.[0]).toBe(10);
	expect((points[1]?.[1] ?? 0) - (points[0]?.[1] ?? 0)).toBeCloseTo(72, 0);
});

test('a pinned symbol makes the other give way', () => {
	const actors = [actor(0, { pinned: true, x: 3.25, y: 4.5 }), actor(1)];
	const points = separate(actors, [
		[0, 0],
		[0, 0]
	]);
	expect(points[0]).toEqual([3.25, 4.5]);
	expect(overlaps({ actors, relations: [], seed: 1 }, points)).toEqual([]);
});

test('finds a way out when pins leave no room between them', () => {
	const random = randomFrom(5);
	const wall = Array.from({ length: 60 }, (_, key) =>
		actor(key, { pinned: true, x: Math.round(400 * random()), y: Math.round(300 * random()) })
	);
	const actors = [...wall, ...[60, 61, 62].map((key) => actor(key))];
	const points = separate(
		actors,
		actors.map(({ x, y }): Point => [x || 200, y || 150])
	);
	const free = overlaps({ actors, relations: [], seed: 1 }, points).filter(([, later]) => later >= 60);
	expect(free).toEqual([]);
});

test('unpacks a heap on one spot without taking for ever', () => {
	const actors = Array.from({ length: 1200 }, (_, key) => actor(key));
	const points = separate(
		actors,
		actors.map((): Point => [0, 0])
	);
	const width = Math.max(...points.map(([x]) => x)) - Math.min(...points.map(([x]) => x));
	expect(overlaps({ actors, relations: [], seed: 1 }, points)).toEqual([]);
	// 1,200 symbols of 112 × 72 in a square block are 3,900 wide; twice that would be a waste.
	expect(width).toBeLessThan(8000);
});
