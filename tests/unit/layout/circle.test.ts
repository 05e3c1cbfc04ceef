import { expect, test } from 'vitest';
import { circle } from '#lib/layout/circle.ts';
import type { Point } from '#lib/model/document.ts';
import { actor, likeADocument } from './sample.ts';

/** The centre of the circle through three points. */
function centreThrough([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): Point {
	const [a, b, c] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy];
	const twice = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by));
	return [
		(a * (by - cy) + b * (cy - ay) + c * (ay - by)) / twice,
		(a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / twice
	];
}

test('all stand on one circle, each side in one piece', () => {
	const input = likeADocument(30, 50);
	const points = circle.run(input, () => undefined) as Point[];
	const centre = centreThrough(points[0] ?? [0, 0], points[10] ?? [0, 0], points[20] ?? [0, 0]);
	const radii = points.map(([x, y]) => Math.hypot(x - centre[0], y - centre[1]));
	expect(Math.max(...radii) - Math.min(...radii)).toBeLessThan(1);
	const angle = ({ key }: { key: number }) =>
		Math.atan2((points[key]?.[1] ?? 0) - centre[1], (points[key]?.[0] ?? 0) - centre[0]);
	const around = [...input.actors].sort((a, b) => angle(a) - angle(b)).map(({ side }) => side);
	const changes = around.filter((side, at) => side !== around.at(at - 1)).length;
	expect(changes).toBe(new Set(around).size);
});

test('the circle is no wider than its symbols need', () => {
	const actors = Array.from({ length: 20 }, (_, key) => actor(key));
	const points = circle.run({ actors, relations: [], seed: 1 }, () => undefined) as Point[];
	const width = Math.max(...points.map(([x]) => x)) - Math.min(...points.map(([x]) => x));
	// Twenty symbols of 112 × 72: each takes its diagonal, 133, and 20 × 133 / π is 847.
	expect(width).toBeGreaterThan(800);
	expect(width).toBeLessThan(900);
});
