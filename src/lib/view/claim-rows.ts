/** The claims of a source as the rows of a list, under the numbers of their paragraphs. */
import type { Claim } from '#lib/model/document.ts';

/** The number of a paragraph (null where claims have none), or a claim. */
export type Row =
	| { readonly claim: null; readonly paragraph: number | null }
	| { readonly claim: Claim; readonly paragraph: number | null };

/** @param claims of one source, in reading order */
export function rowsOf(claims: readonly Claim[]): Row[] {
	const rows: Row[] = [];
	for (const claim of claims) {
		const paragraph = claim.paragraph ?? null;
		if (rows.at(-1)?.paragraph !== paragraph) rows.push({ claim: null, paragraph });
		rows.push({ claim, paragraph });
	}
	return rows;
}
