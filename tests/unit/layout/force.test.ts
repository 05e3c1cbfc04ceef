import { expect, test } from 'vitest';
import { force } from '#lib/layout/force.ts';
import type { LayoutInput } from '#lib/layout/layout.ts';
import { actor, likeADocument, measuresOf, relation } from './sample.ts';

const run = (input: LayoutInput) => force.run(input, () => undefined);
const distance = (p: readonly number[] = [], q: readonly number[] = []) =>
	Math.hypot((p[0] ?? 0) - (q[0] ?? 0), (p[1] ?? 0) - (q[1] ?? 0));

test('another seed gives another picture', async () => {
	const input = likeADocument(23, 41);
	expect(await run({ ...input, seed: 2 })).not.toEqual(await run(input));
});

test('faces the way the picture did before', async () => {
	const input = likeADocument(23, 41);
	const first = await run(input);
	const mirrored = input.actors.map((one, at) => ({
		...one,
		x: -(first[at]?.[0] ?? 0),
		y: first[at]?.[1] ?? 0
	}));
	const second = await run({ ...input, actors: mirrored });
	const moved = second.reduce(
		(sum, point, at) => sum + distance(point, [mirrored[at]?.x ?? 0, mirrored[at]?.y ?? 0]),
		0
	);
	expect(moved / second.length).toBeLessThan(20);
});

test('keeps friends nearer than strangers, and a side together', async () => {
	const input = likeADocument(60, 100);
	const points = await run(input);
	const mean = (pairs: [number, number][]) =>
		pairs.reduce((sum, [i, j]) => sum + distance(points[i], points[j]), 0) / pairs.length;
	const all = input.actors.flatMap(({ key }) =>
		input.actors.map((other): [number, number] => [key, other.key])
	);
	const sideOf = (key: number) => input.actors[key]?.side;
	expect(mean(input.relations.map(({ from, to }) => [from, to]))).toBeLessThan(0.6 * mean(all));
	expect(mean(all.filter(([i, j]) => sideOf(i) !== '' && sideOf(i) === sideOf(j)))).toBeLessThan(
		0.9 * mean(all)
	);
});

test('pieces without a relation between them stand side by side, actors without any below', async () => {
	const actors = Array.from({ length: 9 }, (_, key) => actor(key));
	const relations = [relation(0, 1), relation(1, 2), relation(3, 4), relation(4, 5)];
	const points = await run({ actors, relations, seed: 1 });
	const lowest = Math.max(...points.slice(0, 6).map(([, y]) => y));
	for (const [, y] of points.slice(6)) expect(y).toBeGreaterThan(lowest);
	expect(measuresOf({ actors, relations, seed: 1 }, points).width).toBeLessThan(1500);
});

test('a pin that is very far out costs no time and stays', async () => {
	const input = likeADocument(23, 41);
	const actors = input.actors.map((one) =>
		one.key < 2 ? { ...one, x: one.key ? 1e300 : -3e5, pinned: true } : one
	);
	const points = await run({ ...input, actors });
	expect(points.slice(0, 2).map(([x]) => x)).toEqual([-3e5, 1e300]);
	expect(
		points
			.slice(2)
			.flat()
			.every((value) => Math.abs(value) < 1e6)
	).toBe(true);
});

test('when all are pinned nobody moves', async () => {
	const input = likeADocument(8, 12);
	const actors = input.actors.map((one) => ({ ...one, pinned: true }));
	expect(await run({ ...input, actors })).toEqual(actors.map(({ x, y }) => [x, y]));
});

test('a graph too large for the forces is still laid out, in bounded time', { timeout: 30_000 }, async () => {
	const input = likeADocument(800, 1700);
	const points = await run(input);
	expect(measuresOf({ ...input, relations: [] }, points).overlaps).toBe(0);
});
