import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsBetween, tops } from '#lib/ui/reader/windowed.ts';

const anyHeights = fc
	.array(fc.integer({ min: 1, max: 500 }), { maxLength: 60 })
	.map((list) => Float64Array.from(list));

test('the rows of a stretch are those that touch it', () => {
	fc.assert(
		fc.property(
			anyHeights,
			fc.integer({ min: -900, max: 9000 }),
			fc.integer({ min: 1, max: 2000 }),
			(heights, from, size) => {
				const offsets = tops(heights);
				const [first, past] = rowsBetween(offsets, from, from + size);
				const touching = [...heights.keys()].filter(
					(row) => offsets[row]! < from + size && offsets[row + 1]! > from
				);
				expect([...heights.keys()].slice(first, past)).toEqual(touching);
			}
		)
	);
});

test('a list ends where its last row ends', () => {
	expect([...tops(Float64Array.of(10, 5, 1))]).toEqual([0, 10, 15, 16]);
	expect(rowsBetween(tops(new Float64Array()), 0, 100)).toEqual([0, 0]);
});
