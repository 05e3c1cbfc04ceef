/** A view in one or two sentences, for the `alt` of an image, and in full, for a description beside it. */
import type { Id } from '#lib/model/document.ts';
import { momentInWords } from '#lib/view/as-of.ts';
import { isVisible } from '#lib/view/fate.ts';
import { comparisonInWords, count, isPartial } from '#lib/view/receipt.ts';
import { shortened } from '#lib/view/sentences.ts';
import { twinText } from './twin-plain.ts';
import { actorWords, twinOf } from './twin.ts';
import type { TwinView } from './twin-view.ts';
import { fileWords, isolated } from './wording.ts';

/** UTF-16 units; screen readers read an alternative text in one breath, and it cannot be paused. */
export const LONGEST_ALT = 250;

/** How many of the best tied actors are named, at the most. */
const MOST_NAMED = 3;

/**
 * What the picture is, how much of the document it shows, as of when, and who stands in the middle of it. One line,
 * LONGEST_ALT at the most: names go first, then the title is cut.
 */
export function altText(view: TwinView): string {
	const named = mostTied(view);
	for (const length of [100, 60, 30]) {
		const first = whatItShows(view, length);
		for (let names = length === 100 ? named.length : Math.min(1, named.length); names >= 0; names--) {
			const text = [first, ...(names ? [`Most relations: ${named.slice(0, names).join(', ')}.`] : [])].join(
				' '
			);
			if (text.length <= LONGEST_ALT) return text;
		}
	}
	// Numbers of a hundred digits cannot be; this is for whoever changes the words above.
	return shortened(whatItShows(view, 30), LONGEST_ALT);
}

/** The whole written twin as plain text. */
export function longDescription(view: TwinView): string {
	return twinText(twinOf(view));
}

function whatItShows({ facts, receipt }: TwinView, longest: number): string {
	const { actors, relations, asOf, comparedWith } = receipt;
	const title = isolated(fileWords(shortened(facts.document.title.trim() || '(no title)', longest)));
	const part = isPartial(receipt) ? 'part of ' : '';
	const moment = asOf ? `, as of ${momentInWords(asOf)}` : '';
	const compared = comparedWith ? `, ${comparisonInWords(asOf, comparedWith)}` : '';
	const numbers = `${count(actors.visible, 'actor')}, ${count(relations.visible, 'relation')}`;
	return `Graph of ${part}“${title}”${moment}${compared}: ${numbers}.`;
}

/** Those with the most visible relations: "Kataib Hezbollah (12)". None where nobody has two. */
function mostTied({ facts, filtered, settings }: TwinView): string[] {
	const ties = new Map<Id, number>();
	for (const { id, from, to } of facts.document.relations) {
		if (!isVisible(filtered.relations.get(id))) continue;
		for (const end of new Set([from, to])) ties.set(end, (ties.get(end) ?? 0) + 1);
	}
	return [...ties]
		.filter(([, number]) => number > 1)
		.sort(([a, m], [b, n]) => n - m || (facts.order.get(a) ?? 0) - (facts.order.get(b) ?? 0))
		.slice(0, MOST_NAMED)
		.map(([id, number]) => {
			const { text, ...rest } = actorWords(facts, id, settings.names);
			return `${isolated({ ...rest, text: shortened(text, 40) })} (${number})`;
		});
}
