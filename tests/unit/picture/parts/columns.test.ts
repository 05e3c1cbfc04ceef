import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flow, type Block } from '#lib/picture/parts/columns.ts';

const anyBlocks: fc.Arbitrary<Block[]> = fc.array(
	fc.record({
		height: fc.integer({ min: 1, max: 60 }),
		space: fc.integer({ min: 0, max: 10 }),
		glued: fc.boolean()
	}),
	{ maxLength: 40 }
);

test('blocks follow one another down the columns, none over another, what is glued together', () => {
	fc.assert(
		fc.property(anyBlocks, fc.integer({ min: 1, max: 6 }), (blocks, columns) => {
			const { places, height } = flow(blocks, columns);
			expect(places).toHaveLength(blocks.length);
			places.forEach(({ column, top }, i) => {
				const { glued, space } = blocks[i]!;
				const before = places[i - 1];
				expect(column).toBeLessThan(columns);
				expect(top + blocks[i]!.height).toBeLessThanOrEqual(height);
				if (!before) return expect([column, top]).toEqual([0, 0]);
				if (column === before.column) expect(top).toBe(before.top + blocks[i - 1]!.height + space);
				else expect([column, top, glued]).toEqual([before.column + 1, 0, false]);
			});
		})
	);
});

test('columns are about as low as they can be', () => {
	fc.assert(
		fc.property(anyBlocks, fc.integer({ min: 1, max: 6 }), (blocks, columns) => {
			const loose = blocks.map((block) => ({ ...block, glued: false }));
			const total = loose.reduce((sum, { height, space }) => sum + height + space, 0);
			expect(flow(loose, columns).height).toBeLessThanOrEqual(total / columns + 71);
			expect(flow(loose, columns + 1).height).toBeLessThanOrEqual(flow(loose, columns).height + 1);
		})
	);
});
