import { expect, test } from 'vitest';
import { concentric } from '#lib/layout/concentric.ts';
import type { LayoutInput } from '#lib/layout/layout.ts';
import type { Point } from '#lib/model/document.ts';
import { actor, relation } from './sample.ts';

const run = (input: LayoutInput) => concentric.run(input, () => undefined) as Point[];
/** Rings are 1.6 times as wide as high. */
const distance = ([x, y]: Point, [cx, cy]: Point) => Math.hypot((x - cx) / 1.6, y - cy);

const chain: LayoutInput = {
	actors: [0, 1, 2, 3, 4].map((key) => actor(key, { rank: key === 1 ? 9 : 1 })),
	relations: [relation(0, 1), relation(1, 2), relation(2, 3)],
	seed: 1
};

test('each further relation from the centre is a ring further out; who cannot be reached is outermost', () => {
	const points = run({ ...chain, centre: 0 });
	const out = points.map((point) => distance(point, points[0] ?? [0, 0]));
	expect(out).toEqual([...out].sort((a, b) => a - b));
	expect(new Set(out.map(Math.round)).size).toBe(5);
});

test.each([undefined, -1, 99, 0.5])(
	'without a centre (%s) the most important actor is in the middle',
	(centre) => {
		const points = run({ ...chain, ...(centre === undefined ? {} : { centre }) });
		const [first, middle, second] = points;
		const near = distance(first ?? [0, 0], middle ?? [0, 0]);
		expect(((first?.[0] ?? 0) + (second?.[0] ?? 0)) / 2).toBeCloseTo(middle?.[0] ?? 0, 0);
		expect(((first?.[1] ?? 0) + (second?.[1] ?? 0)) / 2).toBeCloseTo(middle?.[1] ?? 0, 0);
		expect(near).toBeLessThan(distance(points[3] ?? [0, 0], points[1] ?? [0, 0]));
	}
);

test('a crowd around one actor becomes several rings', () => {
	const actors = Array.from({ length: 301 }, (_, key) => actor(key));
	const points = run({
		actors,
		relations: actors.slice(1).map(({ key }) => relation(0, key)),
		seed: 1,
		centre: 0
	});
	const out = points.slice(1).map((point) => distance(point, points[0] ?? [0, 0]));
	expect(Math.min(...out)).toBeLessThan(500);
	expect(Math.max(...out)).toBeLessThan(3000);
});
