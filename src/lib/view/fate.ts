/** What becomes of a record in a view. Each has exactly one fate, so that a receipt adds up. */
import type { Id } from '#lib/model/document.ts';

/** Why a record is hidden, in the order in which it is asked; an actor's reason counts for its relations too. */
export const REASONS = ['type', 'kind', 'side', 'hand', 'focus', 'lonely', 'budget'] as const;
export type Reason = (typeof REASONS)[number];

export type Fate = 'shown' | 'dimmed' | Reason;

export interface Filtered {
	readonly actors: ReadonlyMap<Id, Fate>;
	readonly relations: ReadonlyMap<Id, Fate>;
}

/** Whether a fate puts the record on screen. */
export function isVisible(fate: Fate | undefined): boolean {
	return fate === 'shown' || fate === 'dimmed';
}
