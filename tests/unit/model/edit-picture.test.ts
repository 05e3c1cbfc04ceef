import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { apply, diff, invert } from '#lib/model/change.ts';
import { emptyDocument, type Picture } from '#lib/model/document.ts';
import { setPicture } from '#lib/model/edit-picture.ts';

const plain = emptyDocument('T');
const anyPicture: fc.Arbitrary<Picture> = fc.record(
	{ title: fc.string(), credit: fc.string(), without: fc.subarray(['legend', 'sources'] as const) },
	{ requiredKeys: [], noNullPrototype: true }
);

test('undo gives back what was, whatever was set', () => {
	fc.assert(
		fc.property(anyPicture, anyPicture, (first, second) => {
			const before = setPicture(plain, first);
			const after = setPicture(before, second);
			expect(apply(after, invert(diff(before, after)))).toEqual(before);
			expect(after.picture ?? {}).toEqual({ ...first, ...second });
		})
	);
});

it('is no edit where nothing differs, and leaves no empty key', () => {
	const titled = setPicture(plain, { title: 'A' });
	expect(setPicture(titled, { title: 'A' })).toBe(titled);
	expect(setPicture(plain, {})).toBe(plain);
	expect(setPicture(titled, { title: undefined } as unknown as Picture)).not.toHaveProperty('picture');
});
