import { expect, test } from 'vitest';
import type { Anchor } from '#lib/analysis/anchor.ts';
import type { Sureness } from '#lib/analysis/sureness.ts';
import { factsOf } from '#lib/view/facts.ts';
import { claimAloud, verdict } from '#lib/view/reader-words.ts';
import { small } from '../model/small-document.ts';

const anchors = (counts: Partial<Record<Sureness, number>>): Anchor[] =>
	Object.entries(counts).flatMap(([sureness, count]) =>
		Array.from({ length: count }, (_, index) => ({
			claim: `${sureness} ${index}`,
			start: 0,
			end: 1,
			sureness: sureness as Sureness,
			share: 1
		}))
	);

test('the verdict says whether it is the very text, and the numbers add up', () => {
	expect(verdict('other', anchors({ certain: 74, likely: 9, 'not found': 7 }))).toBe(
		'The text differs from the one that the claims were read in. 74 of 90 passages found again, 9 likely, 7 not found.'
	);
	expect(verdict('same', anchors({ certain: 1 }))).toBe(
		'This is the very text that the claims were read in. 1 of 1 passage found.'
	);
	expect(verdict('unnamed', anchors({ doubtful: 2 }))).toMatch(
		/does not say which text.* 2 of 2 passages perhaps found, 0 for certain\.$/
	);
	expect(verdict('other', anchors({ likely: 20_000, doubtful: 1_000, 'not found': 1 }))).toMatch(
		/ 20,000 of 21,001 passages likely found, 0 for certain, 1,000 doubtful, 1 not found\.$/
	);
	expect(verdict('other', anchors({ 'not found': 5 }))).toMatch(/ 0 of 5 passages found\.$/);
	expect(verdict('unchecked', [])).toMatch(
		/cannot be checked at this address: browsers allow that over https only\.$/
	);
});

test('a claim is read out with its place, its voices and what is doubtful about its passage', () => {
	const facts = factsOf(small);
	const claim = {
		...small.claims[0]!,
		statement: 'They met.',
		paragraph: 2,
		voices: ['paper-voice', 'spokesman']
	};
	expect(claimAloud(facts, { ...claim, paragraph: 1_002 }, 1_003, 9_000)).toBe(
		'Claim 1,003 of 9,000, paragraph 1,002: They met. Stated, according to The paper › A spokesman.'
	);
	const [doubtful] = anchors({ doubtful: 1 });
	expect(claimAloud(facts, { ...claim, voices: [] }, 1, 1, doubtful)).toMatch(
		/according to a voice that is not named\. Passage perhaps found/
	);
});
