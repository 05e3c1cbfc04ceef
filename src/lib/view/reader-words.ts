/** What the reader says of a text and of the claims in it. */
import type { Anchor } from '#lib/analysis/anchor.ts';
import { SURENESSES, type Sureness } from '#lib/analysis/sureness.ts';
import type { Claim } from '#lib/model/document.ts';
import type { Facts } from './facts.ts';
import { count } from './receipt.ts';
import { MODALITY_WORDS, shortened, voiceInWords } from './sentences.ts';

/** How a passage stands in a text, as it follows "passage": "found again for certain". */
export const SURENESS_WORDS: Readonly<Record<Sureness, string>> = {
	certain: 'found',
	likely: 'likely found',
	doubtful: 'perhaps found: it may be elsewhere',
	'not found': 'not found'
};

/** How many passages there are of each sureness. */
export function tally(anchors: Iterable<Pick<Anchor, 'sureness'>>): Readonly<Record<Sureness, number>> {
	const counts = { certain: 0, likely: 0, doubtful: 0, 'not found': 0 };
	for (const { sureness } of anchors) counts[sureness]++;
	return counts;
}

const IDENTITY_WORDS = {
	same: 'This is the very text that the claims were read in.',
	other: 'The text differs from the one that the claims were read in.',
	unnamed: 'The document does not say which text the claims were read in.',
	unchecked:
		'Whether this is the very text cannot be checked at this address: browsers allow that over https only.'
} as const;

/** Whether it is the very text, and how many passages were found in it: "… 74 of 90 passages found, 9 likely, 7 not found." */
export function verdict(identity: keyof typeof IDENTITY_WORDS, anchors: readonly Anchor[]): string {
	const counts = tally(anchors);
	const names: Readonly<Record<Sureness, string>> = {
		certain: `of ${count(anchors.length, 'passage')} found${identity === 'same' ? '' : ' again'}`,
		likely: 'likely',
		doubtful: 'doubtful',
		'not found': 'not found'
	};
	const parts = SURENESSES.filter((sureness) => sureness === 'certain' || counts[sureness] > 0).map(
		(sureness) => `${counts[sureness]} ${names[sureness]}`
	);
	return anchors.length ? `${IDENTITY_WORDS[identity]} ${parts.join(', ')}.` : IDENTITY_WORDS[identity];
}

/** The voices of a claim, outermost first: "Reuters › 10 sources (10 people, unnamed)". */
export function chainInWords(facts: Facts, claim: Claim): string {
	const chain = claim.voices.slice(0, 12).map((id) => voiceInWords(facts.voices.get(id)));
	return chain.join(' › ') || 'a voice that is not named';
}

/** A claim as it is announced: "Claim 3 of 90, paragraph 2: … Alleged, according to Reuters › 10 sources." */
export function claimAloud(
	facts: Facts,
	claim: Claim,
	place: number,
	total: number,
	anchor?: Anchor
): string {
	const modality = MODALITY_WORDS[claim.modality];
	return [
		`Claim ${place} of ${total}${claim.paragraph === undefined ? '' : `, paragraph ${claim.paragraph}`}:`,
		`${shortened(claim.statement, 400).replace(/\.$/, '')}.`,
		`${modality[0]!.toUpperCase()}${modality.slice(1)}, according to ${chainInWords(facts, claim)}.`,
		...(anchor && anchor.sureness !== 'certain' ? [`Passage ${SURENESS_WORDS[anchor.sureness]}.`] : [])
	].join(' ');
}
