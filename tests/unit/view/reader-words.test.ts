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
		/does not say which text.*0 of 2 passages.*2 doubtful\.$/
	);
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
	expect(claimAloud(facts, claim, 3, 90)).toBe(
		'Claim 3 of 90, paragraph 2: They met. Stated, according to The paper › A spokesman.'
	);
	const [doubtful] = anchors({ doubtful: 1 });
	expect(claimAloud(facts, { ...claim, voices: [] }, 1, 1, doubtful)).toMatch(
		/according to a voice that is not named\. Passage perhaps found/
	);
});
