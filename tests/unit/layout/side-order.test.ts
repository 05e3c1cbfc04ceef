import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LayoutInput } from '#lib/layout/layout.ts';
import { sidesInOrder } from '#lib/layout/side-order.ts';
import { actor, relation } from './sample.ts';

const inputOf = (sides: string[], relations: LayoutInput['relations'] = []): LayoutInput => ({
	actors: sides.map((side, key) => actor(key, { side, rank: key })),
	relations,
	seed: 1
});
const namesOf = (input: LayoutInput) => sidesInOrder(input).map(([first]) => input.actors[first ?? 0]?.side);

test('puts the most hostile sides at the ends, the larger one left', () => {
	const sides = ['a', 'a', 'a', 'b', 'c', 'c', 'd'];
	const input = inputOf(sides, [relation(3, 4, 'attacks', '-'), relation(0, 6, 'meets', '0')]);
	expect(namesOf(input)).toEqual(['c', 'a', 'd', 'b']);
});

test('without hostility, the two largest sides are the ends', () => {
	expect(namesOf(inputOf(['a', 'b', 'b', 'c', 'c', 'c', '', '', '', '']))).toEqual(['c', 'a', '', 'b']);
});

test('a side stands nearer to the end that it is friendlier with', () => {
	const sides = ['left', 'left', 'right', 'foe', 'friend'];
	const acts = [
		relation(0, 2, 'attacks', '-'),
		relation(1, 2, 'attacks', '-'),
		relation(4, 2, 'backs', '+'),
		relation(3, 0, 'backs', '+')
	];
	expect(namesOf(inputOf(sides, acts))).toEqual(['left', 'foe', 'friend', 'right']);
});

test('and further from the end that it is hostile to', () => {
	const sides = ['left', 'left', 'right', 'p', 'q'];
	const acts = [relation(0, 2, 'attacks', '-'), relation(1, 2, 'attacks', '-'), relation(3, 0, 'warns', '-')];
	expect(namesOf(inputOf(sides, acts))).toEqual(['left', 'q', 'p', 'right']);
	const turned = [...acts.slice(0, 2), relation(3, 2, 'warns', '-'), relation(4, 0, 'warns', '-')];
	expect(namesOf(inputOf(sides, turned))).toEqual(['left', 'p', 'q', 'right']);
});

test('names the most important actor of a side first, and everybody once', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom('', 'a', 'b', '__proto__', 'constructor')), (sides) => {
			const groups = sidesInOrder(inputOf(sides));
			expect(groups.flat().sort((i, j) => i - j)).toEqual(sides.map((_, key) => key));
			for (const group of groups) {
				expect(group).toEqual([...group].sort((i, j) => j - i));
				expect(new Set(group.map((index) => sides[index])).size).toBe(1);
			}
		})
	);
});
