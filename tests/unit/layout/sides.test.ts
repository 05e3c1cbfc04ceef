import { expect, test } from 'vitest';
import { sides } from '#lib/layout/sides.ts';
import type { Point } from '#lib/model/document.ts';
import { actor, likeADocument, relation } from './sample.ts';

test('each side has a stretch of the width to itself', () => {
	const input = likeADocument(40, 70);
	const points = sides.run(input, () => undefined) as Point[];
	const stretches = [...new Set(input.actors.map(({ side }) => side))].map((side) => {
		const xs = input.actors.flatMap((one) => (one.side === side ? (points[one.key]?.[0] ?? 0) : []));
		return [Math.min(...xs), Math.max(...xs)] as const;
	});
	stretches.sort((p, q) => p[0] - q[0]);
	stretches.slice(1).forEach(([left], at) => expect(left).toBeGreaterThan(stretches[at]?.[1] ?? 0));
});

test('is about as wide as a screen, also when one side has nearly all actors', () => {
	const actors = Array.from({ length: 120 }, (_, key) => actor(key, { side: key < 110 ? 'a' : 'b' }));
	const points = sides.run({ actors, relations: [], seed: 1 }, () => undefined) as Point[];
	const span = (axis: 0 | 1) =>
		Math.max(...points.map((point) => point[axis])) - Math.min(...points.map((point) => point[axis]));
	expect(span(0) / span(1)).toBeGreaterThan(1.2);
	expect(span(0) / span(1)).toBeLessThan(2.2);
});

test('many sides share a column, so that the picture does not become a strip', () => {
	const actors = Array.from({ length: 60 }, (_, key) => actor(key, { side: `side ${key}` }));
	const points = sides.run({ actors, relations: [relation(0, 1)], seed: 1 }, () => undefined) as Point[];
	expect(new Set(points.map(([x]) => x)).size).toBeLessThan(30);
});
