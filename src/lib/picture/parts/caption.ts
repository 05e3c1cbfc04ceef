/** What a picture shows and leaves out, in words. */
import { momentInWords } from '#lib/view/as-of.ts';
import { isVisible, type Filtered } from '#lib/view/fate.ts';
import { languageName } from '#lib/view/names.ts';
import type { Facts } from '#lib/view/facts.ts';
import { filtersInWords } from '#lib/view/filters-in-words.ts';
import { comparisonInWords, count, isPartial, receiptInWords, type Receipt } from '#lib/view/receipt.ts';
import type { Settings } from '#lib/view/settings.ts';
import type { PicturePart } from '#lib/picture/svg.ts';
import { paragraphsPart } from './paragraphs.ts';
import type { PartStyle } from './type-styles.ts';

export interface CaptionFacts {
	readonly facts: Facts;
	readonly settings: Settings;
	readonly receipt: Receipt;
	readonly filtered: Filtered;
	/** Names for which there was no room. */
	readonly leftOut: number;
}

/** The moment, the filters, the numbers; each moment and comparison is said once. */
export function captionPart(view: CaptionFacts, style: PartStyle): PicturePart {
	const part = paragraphsPart(
		'caption',
		[
			{ text: momentLine(view.settings), type: 'heading', most: 2 },
			{ text: filterLine(view), type: 'text', most: 12, space: 1 },
			{ text: `${countLine(view)}${languageWords(view)}`, type: 'text', most: 8, space: 1 }
		],
		style,
		{ above: 12, below: 0 }
	);
	// The numbers are always there.
	return part!;
}

/** "As of 30 January 2024, compared with 28 January 2024." */
function momentLine({ asOf, comparedWith }: Settings): string {
	const compared = comparedWith ? comparisonInWords(asOf, comparedWith) : '';
	if (asOf) return `As of ${momentInWords(asOf)}${compared && `, ${compared}`}.`;
	return compared && `All time, ${compared}.`;
}

function filterLine({ facts, settings }: CaptionFacts): string {
	return filtersInWords(facts, settings, false)
		.map((sentence) => `${sentence}.`)
		.join(' ');
}

function countLine({ receipt, leftOut }: CaptionFacts): string {
	// Without a moment the receipt would not say how sure things are where all of them are shown.
	const needsMoment = receipt.asOf && !receipt.differences && !isPartial(receipt);
	const numbers = receiptInWords(needsMoment ? receipt : { ...receipt, asOf: null, comparedWith: null });
	if (!leftOut) return numbers;
	return `${numbers} ${count(leftOut, 'name')} left out for lack of room.`;
}

/** How many of the visible actors have no name in the language that was asked for, so that theirs is another. */
function languageWords({ facts, filtered, settings: { names } }: CaptionFacts): string {
	if (names === '') return '';
	const without = facts.document.actors.filter(
		(actor) => isVisible(filtered.actors.get(actor.id)) && !actor.names?.some(({ lang }) => lang === names)
	);
	if (!without.length) return '';
	return ` ${count(without.length, 'actor')} ${without.length === 1 ? 'has' : 'have'} no name in ${languageName(names)}.`;
}
