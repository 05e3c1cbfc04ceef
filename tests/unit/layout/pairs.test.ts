import { expect, test } from 'vitest';
import { byRank, neighboursOf, pairsOf } from '#lib/layout/pairs.ts';
import { actor, relation } from './sample.ts';

const actors = [3, 9, 9].map((rank, key) => actor(key, { rank }));

test('relations of two actors are one pair, in whichever direction; others than between two are none', () => {
	const relations = [
		relation(2, 0, 'attacks', '-'),
		relation(0, 2, 'backs', '+'),
		relation(1, 1),
		relation(0, 3),
		relation(-1, 0),
		relation(0.5, 1)
	];
	const pairs = pairsOf({ actors, relations, seed: 1 });
	expect(pairs).toEqual([{ a: 0, b: 2, count: 2, hostile: 1, friendly: 1 }]);
	expect(neighboursOf(3, pairs)).toEqual([[2], [], [0]]);
});

test('the most important come first, equals in their order', () => {
	expect([0, 2, 1].sort(byRank({ actors, relations: [], seed: 1 }))).toEqual([1, 2, 0]);
});
