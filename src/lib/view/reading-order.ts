/** Claims as a reader of the sources comes upon them. */
import type { Claim } from '#lib/model/document.ts';
import type { Facts } from './facts.ts';

/**
 * Sorts claims by source (in the document's order), paragraph and place in the text. Claims without a paragraph come
 * after those with one; of equals the document's first comes first.
 */
export function inReadingOrder(
	{ sourceOrder }: Pick<Facts, 'sourceOrder'>,
	claims: readonly Claim[]
): readonly Claim[] {
	const place = ({ source }: Claim) => sourceOrder.get(source) ?? sourceOrder.size;
	return [...claims].sort(
		(a, b) =>
			place(a) - place(b) || order(a.paragraph, b.paragraph) || order(a.start, b.start) || order(a.end, b.end)
	);
}

function order(a = Infinity, b = Infinity): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
