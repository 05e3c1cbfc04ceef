/** What a reader is told about a view: how much of the document it shows, and why not the rest. */
import type { Id } from '#lib/model/document.ts';
import { REASONS, type Fate, type Filtered, type Reason } from './fate.ts';

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
}

/** The numbers of a view; total = visible + all hidden, for actors and for relations. */
export function receiptOf(filtered: Filtered): Receipt {
	return { actors: tally(filtered.actors), relations: tally(filtered.relations) };
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
	focus: 'beyond the focus',
	lonely: 'left without a relation',
	budget: 'more than fit the picture'
};

/** "Showing 14 of 23 actors (hidden: 9 by side) and 19 of 41 relations (hidden: 12 by type, 10 by side)." */
export function receiptInWords({ actors, relations }: Receipt): string {
	if (!isPartial({ actors, relations })) {
		return `Showing all ${count(actors.total, 'actor')} and ${count(relations.total, 'relation')}.`;
	}
	return `Showing ${tallyInWords(actors, 'actor')} and ${tallyInWords(relations, 'relation')}.`;
}

/** Whether anything is hidden or dimmed. */
export function isPartial({ actors, relations }: Receipt): boolean {
	return [actors, relations].some((tally) => tally.visible < tally.total || tally.dimmed > 0);
}

function tallyInWords(tally: Tally, noun: string): string {
	const parts: string[] = [];
	if (tally.hidden.length) {
		const reasons = tally.hidden.map(({ reason, count }) => `${figure(count)} ${REASON_WORDS[reason]}`);
		parts.push(`hidden: ${reasons.join(', ')}`);
	}
	if (tally.dimmed) parts.push(`${figure(tally.dimmed)} dimmed`);
	const share = `${figure(tally.visible)} of ${count(tally.total, noun)}`;
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
