import { expect, test } from 'vitest';
import type { LayoutInput } from '#lib/layout/layout.ts';
import { pairsOf } from '#lib/layout/pairs.ts';
import { sweep } from '#lib/layout/sweep.ts';
import { neighboursOf } from '#lib/layout/pairs.ts';
import { untangle } from '#lib/layout/untangle.ts';
import type { Point } from '#lib/model/document.ts';
import { actor, measuresOf, relation } from './sample.ts';

/** Two rows of six, where each of the upper is related to the opposite end of the lower. */
const ladder: LayoutInput = {
	actors: Array.from({ length: 12 }, (_, key) => actor(key, { width: 20, height: 20 })),
	relations: [0, 1, 2, 3, 4, 5].map((key) => relation(key, 11 - key)),
	seed: 1
};
const rows = [
	[0, 1, 2, 3, 4, 5],
	[6, 7, 8, 9, 10, 11]
];
const place = (ordered: readonly (readonly number[])[]) => {
	const points: Point[] = ladder.actors.map(() => [0, 0]);
	ordered.forEach((row, y) => row.forEach((index, x) => (points[index] = [x * 50, y * 100])));
	return points;
};
const crossings = (ordered: number[][]) => measuresOf(ladder, place(ordered)).crossings;

test('trading places undoes all crossings of a ladder', () => {
	expect(crossings(rows)).toBe(15);
	const result = untangle(ladder, pairsOf(ladder), rows, place);
	expect(crossings(result)).toBe(0);
	expect(result.map((row) => [...row].sort((i, j) => i - j))).toEqual(rows);
});

test('sweeping does so too, and leaves the rows that it was given alone', () => {
	const before = structuredClone(rows);
	expect(crossings(sweep(rows, neighboursOf(12, pairsOf(ladder))))).toBe(0);
	expect(rows).toEqual(before);
});
