/** The graph as of a moment: how sure it is that a relation, or an actor, is there. */
import { whenOf, type Actor, type Relation } from '#lib/model/document.ts';
import { certaintyIn, parseWhen, type Certainty } from '#lib/model/time.ts';
import { dayInWords } from '#lib/model/time-words.ts';
import type { Facts } from './facts.ts';
import { isVisible, type Filtered } from './fate.ts';
import type { Moment } from './settings.ts';

/** How sure it is that a relation holds, or happens, in a moment; a date that nobody can read leaves it possible. */
export function relationCertainty(facts: Facts, relation: Relation, moment: Moment): Certainty {
	return certainty(whenOf(relation, facts.events), moment, facts.typeOf(relation).nature);
}

/** The same of an actor's being there at all. */
export function actorCertainty(actor: Actor, moment: Moment): Certainty {
	return certainty(actor.when, moment, 'state');
}

function certainty(when: string | undefined, { first, last }: Moment, nature: 'state' | 'act'): Certainty {
	const period = when === undefined ? null : parseWhen(when);
	if (when !== undefined && !period) return 'possible';
	return certaintyIn(period, first, last, nature);
}

/** From the most to the least: what a line of several relations shows is its surest one's. */
export const CERTAINTIES: readonly Certainty[] = ['certain', 'possible', 'carried', 'over', 'not-yet'];

/** The certainty that several relations have as one line. */
export function jointCertainty(certainties: readonly Certainty[]): Certainty | null {
	return CERTAINTIES.find((one) => certainties.includes(one)) ?? null;
}

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
	certain: 'certain',
	possible: 'possible',
	carried: 'carried forward',
	over: 'past',
	'not-yet': 'not yet'
};

/** "29 January 2024", "29 January 2024 to 6 February 2024" */
export function momentInWords({ first, last }: Moment): string {
	return first === last ? dayInWords(first) : `${dayInWords(first)} to ${dayInWords(last)}`;
}

/**
 * How many of the visible relations that are certain have no date: states that count as always so, because their
 * source does not limit them.
 */
export function undatedOf(facts: Facts, { relations, certainties }: Filtered): number {
	return facts.document.relations.filter(
		(relation) =>
			certainties.get(relation.id) === 'certain' &&
			isVisible(relations.get(relation.id)) &&
			whenOf(relation, facts.events) === undefined
	).length;
}

/** When a state that is carried forward was last known to hold; '' when its source leaves that open. */
export function lastKnown(facts: Facts, relation: Relation): string {
	const when = whenOf(relation, facts.events);
	const period = when === undefined ? null : parseWhen(when);
	const day = [period?.latestEnd, period?.latestStart].find((one) => Number.isFinite(one));
	return day === undefined ? '' : dayInWords(day);
}
