/** What a reader is told about a view: how much of the document it shows, and why not the rest. */
import type { Id } from '#lib/model/document.ts';
import type { Certainty } from '#lib/model/time.ts';
import { CERTAINTIES, CERTAINTY_WORDS, momentInWords } from './as-of.ts';
import {
	DIFFERENCES,
	REASONS,
	isVisible,
	type Difference,
	type Fate,
	type Filtered,
	type Reason
} from './fate.ts';
import type { Comparison, Moment, Settings } from './settings.ts';

export interface Tally {
	readonly total: number;
	/** On screen, dimmed ones included. */
	readonly visible: number;
	/** On screen, but dimmed by a filter. */
	readonly dimmed: number;
	/** Why the others are not, in the order of REASONS, those that hide nothing left out. */
	readonly hidden: readonly { readonly reason: Reason; readonly count: number }[];
}

export interface Receipt {
	readonly actors: Tally;
	readonly relations: Tally;
	/** The moment of the view, and how many of the visible relations are how certain in it. */
	readonly asOf: Moment | null;
	/** What the view is compared with; null where it is not. */
	readonly comparedWith: Comparison | null;
	readonly certainties: ReadonlyMap<Certainty, number>;
	/** How many of the visible relations differ how from the view compared; null where none is. */
	readonly differences: ReadonlyMap<Difference, number> | null;
}

/**
 * The numbers of a view. For actors and for relations, total = visible + all hidden; and the visible relations are
 * all certainties together where the view has a moment, or all differences where it is compared.
 */
export function receiptOf(
	{ actors, relations, certainties, differences }: Filtered,
	{ asOf, comparedWith }: Pick<Settings, 'asOf' | 'comparedWith'>
): Receipt {
	return {
		actors: tally(actors),
		relations: tally(relations),
		asOf,
		comparedWith,
		// Compared, a relation may be there at either moment: its certainty is of that one.
		certainties: counted(
			comparedWith
				? []
				: [...certainties].filter(([id]) => isVisible(relations.get(id))).map(([, one]) => one)
		),
		differences: comparedWith && counted(differences.values())
	};
}

function counted<T>(values: Iterable<T>): ReadonlyMap<T, number> {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}

function tally(fates: ReadonlyMap<Id, Fate>): Tally {
	const counts = new Map<Fate, number>();
	for (const fate of fates.values()) counts.set(fate, (counts.get(fate) ?? 0) + 1);
	const dimmed = counts.get('dimmed') ?? 0;
	return {
		total: fates.size,
		visible: (counts.get('shown') ?? 0) + dimmed,
		dimmed,
		hidden: REASONS.flatMap((reason) => {
			const count = counts.get(reason);
			return count ? [{ reason, count }] : [];
		})
	};
}

const REASON_WORDS: Readonly<Record<Reason, string>> = {
	type: 'by type',
	kind: 'by kind of actor',
	side: 'by side',
	hand: 'put away one by one',
	modality: 'by how it is said',
	unpublished: 'not yet published',
	voice: 'told by other voices',
	few: 'told by too few',
	'not-yet': 'not yet',
	over: 'over',
	certainty: 'by certainty',
	focus: 'beyond the focus',
	lonely: 'left without a relation',
	budget: 'more than fit the picture',
	part: 'outside the part shown'
};

/**
 * "Showing 14 of 23 actors (hidden: 9 by side) and 19 of 41 relations (hidden: 12 by type, 10 by side)."
 * "As of 29 January 2024: 30 actors and 44 of 59 relations (31 certain, 6 possible, 7 carried forward; hidden: …)."
 */
export function receiptInWords(receipt: Receipt): string {
	const { actors, relations, asOf } = receipt;
	const start = startInWords(asOf, receipt.comparedWith);
	if (!isPartial(receipt) && !asOf && !receipt.differences) {
		return `Showing all ${count(actors.total, 'actor')} and ${count(relations.total, 'relation')}.`;
	}
	const kinds = receipt.differences
		? DIFFERENCES.map((one) => part(receipt.differences?.get(one), DIFFERENCE_WORDS[one]))
		: CERTAINTIES.map((one) => part(receipt.certainties.get(one), CERTAINTY_WORDS[one]));
	return `${start} ${tallyInWords(actors, 'actor')} and ${tallyInWords(relations, 'relation', kinds.flat())}.`;
}

function startInWords(asOf: Moment | null, comparedWith: Comparison | null): string {
	const now = asOf ? `As of ${momentInWords(asOf)}` : '';
	if (!comparedWith) return now ? `${now}: showing` : 'Showing';
	return `${now || 'All time'}, ${comparisonInWords(asOf, comparedWith)}: showing`;
}

/** "compared with 28 January 2024", "compared with another telling of the same time" */
export function comparisonInWords(asOf: Moment | null, comparedWith: Comparison): string {
	const before = comparedWith.asOf;
	const sameMoment = before?.first === asOf?.first && before?.last === asOf?.last;
	if (sameMoment) return 'compared with another telling of the same time';
	return `compared with ${before ? momentInWords(before) : 'all time'}`;
}

export const DIFFERENCE_WORDS: Readonly<Record<Difference, string>> = {
	added: 'added',
	ended: 'ended',
	changed: 'changed',
	same: 'the same'
};

/** Whether anything is hidden or dimmed. */
export function isPartial({ actors, relations }: Pick<Receipt, 'actors' | 'relations'>): boolean {
	return [actors, relations].some((tally) => tally.visible < tally.total || tally.dimmed > 0);
}

function part(number: number | undefined, words: string): string[] {
	return number ? [`${figure(number)} ${words}`] : [];
}

function tallyInWords(tally: Tally, noun: string, kinds: readonly string[] = []): string {
	const parts = kinds.length ? [kinds.join(', ')] : [];
	if (tally.hidden.length) {
		const reasons = tally.hidden.map(({ reason, count }) => `${figure(count)} ${REASON_WORDS[reason]}`);
		parts.push(`hidden: ${reasons.join(', ')}`);
	}
	if (tally.dimmed) parts.push(`${figure(tally.dimmed)} dimmed`);
	const share =
		tally.visible === tally.total
			? count(tally.total, noun)
			: `${figure(tally.visible)} of ${count(tally.total, noun)}`;
	return parts.length ? `${share} (${parts.join('; ')})` : share;
}

/** A number and its noun in the right form: "1 actor", "1,200 actors". */
export function count(number: number, noun: string): string {
	return `${figure(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** 12345 as "12,345". */
export function figure(number: number): string {
	return number.toLocaleString('en');
}
