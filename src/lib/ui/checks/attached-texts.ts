/** What the checks need of the texts that are open in the reader. */
import type { AttachedText } from '#lib/analysis/checks/check.ts';
import type { Id } from '#lib/model/document.ts';
import type { OpenText } from '#lib/state/reader.svelte.ts';

type Text = Pick<OpenText, 'identity' | 'blocks' | 'anchors' | 'claims'>;

/** By source: how long a text is, where positions count in it, and which passages were not found. */
export function attachedTexts(texts: ReadonlyMap<Id, Text>): ReadonlyMap<Id, AttachedText> {
	return new Map([...texts].map(([source, text]) => [source, attachedText(text)]));
}

function attachedText({ identity, blocks, anchors, claims }: Text): AttachedText {
	const last = blocks.at(-1);
	// A claim that has no passage has none to be lost.
	const sought = new Set(claims.filter(({ start }) => start !== undefined).map(({ id }) => id));
	const lost = anchors.filter(({ claim, sureness }) => sureness === 'not found' && sought.has(claim));
	return {
		size: identity === 'other' ? null : { length: last?.end ?? 0, paragraphs: last?.paragraph ?? 0 },
		lost: new Set(lost.map(({ claim }) => claim))
	};
}
