import { expect, test } from 'vitest';
import { springsOf } from '#lib/layout/springs.ts';
import { actor, relation } from './sample.ts';

const ends = (springs: readonly { a: number; b: number }[]) => springs.map(({ a, b }) => [a, b]);

test('there is one spring for a pair, shorter for friends than for foes', () => {
	const actors = [0, 1, 2, 3].map((key) => actor(key));
	const relations = [
		relation(0, 1, 'backs', '+'),
		relation(1, 0, 'backs', '+'),
		relation(2, 3, 'attacks', '-')
	];
	const [friends, foes] = springsOf({ actors, relations, seed: 1 });
	expect(ends([friends!, foes!])).toEqual([
		[0, 1],
		[2, 3]
	]);
	expect(friends!.length).toBeLessThan(foes!.length);
});

test('the more partners two actors have, the weaker their spring', () => {
	const actors = Array.from({ length: 8 }, (_, key) => actor(key));
	const hubs = [2, 3, 4].map((key) => relation(0, key)).concat([5, 6, 7].map((key) => relation(1, key)));
	const springs = springsOf({ actors, relations: [relation(0, 1), ...hubs], seed: 1 });
	expect(springs[0]!.strength).toBeLessThan(springs[1]!.strength / 2);
});

test('weak ties hold sides together, and pieces that nothing joins', () => {
	const actors = ['a', 'b', 'a', '', ''].map((side, key) => actor(key, { side, rank: -key }));
	const [first, second, ...ties] = springsOf({
		actors,
		relations: [relation(0, 1), relation(3, 4)],
		seed: 1
	});
	expect(ends([first!, second!])).toEqual([
		[0, 1],
		[3, 4]
	]);
	expect(ends(ties)).toEqual([
		[0, 2],
		[0, 3]
	]);
	for (const tie of ties) expect(tie.strength).toBeLessThan(first!.strength / 2);
});
