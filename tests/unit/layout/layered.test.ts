import { expect, test } from 'vitest';
import { layered } from '#lib/layout/layered.ts';
import type { LayoutInput, LayoutRelation } from '#lib/layout/layout.ts';
import type { Point } from '#lib/model/document.ts';
import { actor, relation } from './sample.ts';

const run = (size: number, relations: LayoutRelation[]) => {
	const actors = Array.from({ length: size }, (_, key) => actor(key));
	return layered.run({ actors, relations, seed: 1 } satisfies LayoutInput, () => undefined) as Point[];
};

test('the commander stands above the commanded, and who has no such relation below all', () => {
	const points = run(5, [relation(0, 1, 'commands'), relation(2, 1, 'part_of'), relation(3, 0, 'meets')]);
	const [top, middle, low, ...rest] = points.map(([, y]) => y) as [number, number, number, ...number[]];
	expect(top).toBeLessThan(middle);
	expect(middle).toBeLessThan(low);
	for (const y of rest) expect(y).toBeGreaterThan(low);
});

test('two commands side by side do not cross', () => {
	const [a, b, ofA, ofB] = run(4, [relation(0, 2, 'commands'), relation(1, 3, 'commands')]) as Point[];
	expect(Math.sign((ofA?.[0] ?? 0) - (ofB?.[0] ?? 0))).toBe(Math.sign((a?.[0] ?? 0) - (b?.[0] ?? 0)));
});

test('a broad level is dealt to several rows', () => {
	const points = run(
		60,
		Array.from({ length: 59 }, (_, at) => relation(0, at + 1, 'commands'))
	);
	const width = Math.max(...points.map(([x]) => x)) - Math.min(...points.map(([x]) => x));
	const height = Math.max(...points.map(([, y]) => y)) - Math.min(...points.map(([, y]) => y));
	expect(width / height).toBeGreaterThan(1);
	expect(width / height).toBeLessThan(2.5);
});
