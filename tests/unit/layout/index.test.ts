import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LAYOUTS } from '#lib/layout/index.ts';
import type { LayoutInput } from '#lib/layout/layout.ts';
import { actor, likeADocument, measuresOf, overlaps, relation, strewn } from './sample.ts';

const TYPES = ['commands', 'part_of', 'member_of', 'holds_post', 'advises', 'succeeds', 'meets', '__proto__'];
const SIDES = ['', 'north', 'south', '__proto__', 'constructor'];

const place = fc.oneof(
	{ weight: 8, arbitrary: fc.integer({ min: -800, max: 800 }) },
	{ weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -1e300, 1e9, -0) }
);
const anyActor = fc.record({
	x: place,
	y: place,
	width: fc.double({ min: 1, max: 300, noNaN: true }),
	height: fc.double({ min: 1, max: 120, noNaN: true }),
	side: fc.constantFrom(...SIDES),
	rank: fc.nat(5),
	pinned: fc.boolean()
});
const anyInput = fc
	.record({
		actors: fc.array(anyActor, { maxLength: 14 }),
		relations: fc.array(
			fc.tuple(
				fc.integer({ min: -1, max: 15 }),
				fc.nat(15),
				fc.constantFrom(...TYPES),
				fc.constantFrom('+', '-', '0')
			),
			{ maxLength: 30 }
		),
		centre: fc.option(fc.integer({ min: -1, max: 15 }), { nil: undefined }),
		seed: fc.integer()
	})
	.map(({ actors, relations, centre, seed }): LayoutInput => ({
		actors: actors.map((given, key) => actor(key, given)),
		relations: relations.map(([from, to, type, sign]) => relation(from, to, type, sign)),
		...(centre === undefined ? {} : { centre }),
		seed
	}));

const silent = () => undefined;

describe.each(LAYOUTS.map((layout) => [layout.id, layout] as const))('the layout %s', (id, layout) => {
	const numRuns = id === 'force' ? 15 : 100;

	test('gives finite points, keeps pins, and lets no symbols overlap', { timeout: 60_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(anyInput, async (input) => {
				const points = await layout.run(input, silent);
				expect(points).toHaveLength(input.actors.length);
				expect(points.flat().every(Number.isFinite)).toBe(true);
				const stays = (key: number) => {
					const { pinned, x, y } = input.actors[key] ?? actor(key);
					return pinned && Number.isFinite(x) && Number.isFinite(y);
				};
				for (const { key, x, y } of input.actors) if (stays(key)) expect(points[key]).toEqual([x, y]);
				expect(overlaps(input, points).filter(([i, j]) => !stays(i) || !stays(j))).toEqual([]);
			}),
			{ numRuns }
		);
	});

	test('gives the same points for the same input, to the last digit', async () => {
		const input = likeADocument(23, 41);
		const first = await layout.run(input, silent);
		await layout.run(likeADocument(15, 30, 8), silent);
		expect(await layout.run(structuredClone(input), silent)).toEqual(first);
	});

	test('is far less tangled than chance, and without an overlap', async () => {
		for (const seed of [1, 2, 3]) {
			const input = likeADocument(23, 41, seed);
			const found = measuresOf(input, await layout.run(input, silent));
			const byChance = [1, 2, 3, 4, 5].map((salt) => measuresOf(input, strewn(input, salt)));
			const mean = (key: 'crossings' | 'hits') => byChance.reduce((sum, one) => sum + one[key], 0) / 5;
			expect(found.overlaps).toBe(0);
			expect(found.crossings).toBeLessThan(0.6 * mean('crossings'));
			expect(found.hits).toBeLessThan(0.6 * mean('hits'));
		}
	});

	test('stays where the picture was', async () => {
		const moved = likeADocument(12, 20);
		const actors = moved.actors.map((one) => ({ ...one, x: one.x + 5000, y: one.y - 3000 }));
		const points = await layout.run({ ...moved, actors }, silent);
		const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
		const shift = (before: number[], after: number[]) => Math.abs(middle(before) - middle(after));
		const xs = actors.map(({ x }) => x);
		const ys = actors.map(({ y }) => y);
		expect(
			shift(
				xs,
				points.map(([x]) => x)
			)
		).toBeLessThan(100);
		expect(
			shift(
				ys,
				points.map(([, y]) => y)
			)
		).toBeLessThan(100);
	});

	test('reports progress that grows to the whole', async () => {
		const heard: number[] = [];
		await layout.run(likeADocument(10, 14), (share) => heard.push(share));
		expect(heard).toEqual([...heard].sort((a, b) => a - b));
		expect(heard.at(-1)).toBe(1);
	});

	test('leaves its input and Math.random as they were', async () => {
		const input = likeADocument(12, 20);
		const before = structuredClone(input);
		const { random } = Math;
		await layout.run(input, silent);
		expect(input).toEqual(before);
		expect(Math.random).toBe(random);
	});
});

test('every layout has an id and a name of its own, and a help text', () => {
	expect(new Set(LAYOUTS.map(({ id }) => id)).size).toBe(LAYOUTS.length);
	expect(new Set(LAYOUTS.map(({ name }) => name)).size).toBe(LAYOUTS.length);
	for (const { help } of LAYOUTS) expect(help).toMatch(/^\S.{20,}\.$/);
});
