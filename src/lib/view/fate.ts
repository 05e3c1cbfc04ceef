/** What becomes of a record in a view. Each has exactly one fate, so that a receipt adds up. */
import type { Id } from '#lib/model/document.ts';
import type { Certainty } from '#lib/model/time.ts';

/** Why a record is hidden, in the order in which it is asked; an actor's reason counts for its relations too. */
export const REASONS = [
	'type',
	'kind',
	'side',
	'hand',
	'modality',
	'unpublished',
	'voice',
	'few',
	'not-yet',
	'over',
	'certainty',
	'focus',
	'lonely',
	'budget',
	/** Of a picture that shows a part of the view. */
	'part'
] as const;
export type Reason = (typeof REASONS)[number];

export type Fate = 'shown' | 'dimmed' | Reason;

/** What became of a relation from the moment, or the voices, that a view is compared with, to its own. */
export const DIFFERENCES = ['added', 'ended', 'changed', 'same'] as const;
export type Difference = (typeof DIFFERENCES)[number];

export interface Filtered {
	readonly actors: ReadonlyMap<Id, Fate>;
	readonly relations: ReadonlyMap<Id, Fate>;
	/** How sure relations are as of the view's moment: the visible ones, and those hidden for it; else empty. */
	readonly certainties: ReadonlyMap<Id, Certainty>;
	/** Of the visible relations, where two views are compared; else empty. */
	readonly differences: ReadonlyMap<Id, Difference>;
}

/** Whether a fate puts the record on screen. */
export function isVisible(fate: Fate | undefined): boolean {
	return fate === 'shown' || fate === 'dimmed';
}
