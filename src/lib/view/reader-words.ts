/** What the reader says of a text and of the claims in it. */
import type { Anchor } from '#lib/analysis/anchor.ts';
import { SURENESSES, type Sureness } from '#lib/analysis/sureness.ts';
import type { Claim } from '#lib/model/document.ts';
import type { Facts } from './facts.ts';
import { count, figure } from './receipt.ts';
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

/** As it follows "90 passages": found how? */
const FOUND_WORDS = {
	certain: 'found',
	likely: 'likely found',
	doubtful: 'perhaps found'
} as const;

/**
 * Whether it is the very text, and how many passages were found in it: "… 74 of 90 passages found, 9 likely, 7 not
 * found." Where none was for certain: "… 20,000 of 20,000 passages likely found, 0 for certain."
 */
export function verdict(identity: keyof typeof IDENTITY_WORDS, anchors: readonly Anchor[]): string {
	if (!anchors.length) return IDENTITY_WORDS[identity];
	const counts = tally(anchors);
	const best = (['certain', 'likely', 'doubtful'] as const).find((sureness) => counts[sureness] > 0);
	const again = best === 'certain' && identity !== 'same' ? ' again' : '';
	const rest = SURENESSES.filter((sureness) => sureness !== best && best && counts[sureness] > 0);
	const parts = [
		`${figure(best ? counts[best] : 0)} of ${count(anchors.length, 'passage')} ${FOUND_WORDS[best ?? 'certain']}${again}`,
		...(best && best !== 'certain' ? ['0 for certain'] : []),
		...rest.map((sureness) => `${figure(counts[sureness])} ${sureness}`)
	];
	return `${IDENTITY_WORDS[identity]} ${parts.join(', ')}.`;
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
	const { paragraph } = claim;
	return [
		`Claim ${figure(place)} of ${figure(total)}${paragraph === undefined ? '' : `, paragraph ${figure(paragraph)}`}:`,
		`${shortened(claim.statement, 400).replace(/\.$/, '')}.`,
		`${modality[0]!.toUpperCase()}${modality.slice(1)}, according to ${chainInWords(facts, claim)}.`,
		...(anchor && anchor.sureness !== 'certain' ? [`Passage ${SURENESS_WORDS[anchor.sureness]}.`] : [])
	].join(' ');
}
