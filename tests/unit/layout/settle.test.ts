import { expect, test } from 'vitest';
import { settle } from '#lib/layout/settle.ts';
import type { Point } from '#lib/model/document.ts';
import { actor } from './sample.ts';

const planned: Point[] = [
	[0, 0],
	[300, 0],
	[0.123, 300]
];
const settled = (given: Parameters<typeof actor>[1][]) =>
	settle({ actors: given.map((one, key) => actor(key, one)), relations: [], seed: 1 }, planned);

test('the whole picture follows a pinned actor', () => {
	expect(settled([{}, { x: 1000.25, y: 50, pinned: true }, {}])).toEqual([
		[700.3, 50],
		[1000.25, 50],
		[700.4, 350]
	]);
});

test('without pins its middle stays where it was', () => {
	const points = settled([{ x: 100, y: 100 }, { x: 200 }, { x: 150, y: 50 }]);
	expect(points).toEqual([
		[0, -100],
		[300, -100],
		[0.1, 200]
	]);
});

test('a pin beyond all measure stays, and does not take the others along', () => {
	const points = settled([{ x: 1e300, pinned: true }, {}, {}]);
	expect(points[0]).toEqual([1e300, 0]);
	expect(
		points
			.slice(1)
			.flat()
			.every((value) => Math.abs(value) < 1000)
	).toBe(true);
});
