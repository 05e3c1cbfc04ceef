import type { Claim } from '#lib/model/document.ts';
import type { AttachedText, Check } from './check.ts';

/**
 * `reason`: `inverted` (it ends before it starts), `half` (only one end is given), `beyond` (the text ends before it
 * does), `paragraph` (the text has no such paragraph) or `lost` (not found in the text).
 * The last three only where a text is attached.
 */
export const passage: Check = {
	id: 'passage',
	name: 'Passages that do not fit',
	severity: 'grave',
	help: 'The place in the text that a claim points to cannot be, or is not in the text that is attached.',
	run: ({ document, texts }) =>
		document.claims.flatMap((claim) => {
			const reason = misfit(claim, texts.get(claim.source));
			return reason ? [{ place: { what: 'claim', id: claim.id } as const, reason }] : [];
		})
};

function misfit({ id, start, end, paragraph }: Claim, text: AttachedText | undefined): string | null {
	if ((start === undefined) !== (end === undefined)) return 'half';
	if (start !== undefined && end !== undefined && end <= start) return 'inverted';
	if (!text) return null;
	if (text.lost.has(id)) return 'lost';
	if (!text.size) return null;
	if (end !== undefined && end > text.size.length) return 'beyond';
	return paragraph !== undefined && paragraph > text.size.paragraphs ? 'paragraph' : null;
}
