import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hierarchyOf, levelsOf } from '#lib/layout/hierarchy.ts';
import type { LayoutRelation } from '#lib/layout/layout.ts';
import { actor, relation } from './sample.ts';

const levels = (size: number, relations: LayoutRelation[]) =>
	levelsOf(hierarchyOf({ actors: Array.from({ length: size }, (_, key) => actor(key)), relations, seed: 1 }));

test.each([
	['commands', [0, 1]],
	['part_of', [1, 0]],
	['member_of', [1, 0]],
	['holds_post', [1, 0]],
	['advises', [1, 0]],
	['succeeds', [1, 0]],
	['meets', [undefined, undefined]],
	['__proto__', [undefined, undefined]]
])('%s says who stands above', (type, expected) => {
	expect(levels(2, [relation(0, 1, type)])).toEqual(expected);
});

test('who commands the body in which they hold a post stands above it', () => {
	expect(levels(2, [relation(0, 1, 'holds_post'), relation(0, 1, 'commands')])).toEqual([0, 1]);
	expect(levels(2, [relation(1, 0, 'holds_post'), relation(1, 0, 'commands')])).toEqual([1, 0]);
});

test('a level is the longest way down, and a top stands right above what is below it', () => {
	const chain = [relation(0, 1, 'commands'), relation(1, 2, 'commands'), relation(0, 2, 'commands')];
	expect(levels(4, [...chain, relation(3, 2, 'commands')])).toEqual([0, 1, 2, 1]);
});

test('whatever the relations, everybody stands above those below them', () => {
	const any = fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom('commands', 'part_of', 'holds_post', 'meets'));
	fc.assert(
		fc.property(fc.array(any, { maxLength: 40 }), (list) => {
			const actors = Array.from({ length: 10 }, (_, key) => actor(key, { rank: key % 3 }));
			const relations = list.map(([from, to, type]) => relation(from, to, type));
			const below = hierarchyOf({ actors, relations, seed: 1 });
			const found = levelsOf(below);
			below.forEach((lowers, upper) => {
				for (const lower of lowers) expect(found[upper]).toBeLessThan(found[lower] ?? -1);
			});
		})
	);
});

test('a chain of thousands, closed to a ring, does not overflow the stack', () => {
	const ring = Array.from({ length: 20_000 }, (_, key) => relation(key, (key + 1) % 20_000, 'commands'));
	expect(Math.max(...levels(20_000, ring).map((level) => level ?? -1))).toBe(19_999);
});
