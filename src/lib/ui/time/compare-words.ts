/** What a comparison compares, in words and as the days of its form. */
import type { Id } from '#lib/model/document.ts';
import type { Day } from '#lib/model/time.ts';
import { momentInWords } from '#lib/view/as-of.ts';
import type { Comparison, Moment, Settings } from '#lib/view/settings.ts';

type Compared = Pick<Settings, 'asOf' | 'off'>;

/** Whether the two views are told by the same voices. */
export function hasSameVoices({ voicesOff }: Comparison, { off }: Compared): boolean {
	return sameSet(voicesOff, off.voices);
}

/** Whether they are as of the same time. */
export function hasSameTime({ asOf: before }: Comparison, { asOf: now }: Compared): boolean {
	return before?.first === now?.first && before?.last === now?.last;
}

/** Whether the two views are one and the same. */
export function isWithItself(comparison: Comparison, settings: Compared): boolean {
	return hasSameTime(comparison, settings) && hasSameVoices(comparison, settings);
}

/**
 * "From 28 January 2024 to 6 February 2024", "The voices ticked now against the others, all time"
 *
 * @param others the voices that are compared with, where they have a name
 */
export function comparisonWords(comparison: Comparison, settings: Compared, others = 'the others'): string {
	const [before, now] = [timeInWords(comparison.asOf), timeInWords(settings.asOf)];
	if (isWithItself(comparison, settings)) {
		return 'A view compared with itself: choose another day or other voices';
	}
	const voices = `voices ticked now against ${others}`;
	if (hasSameTime(comparison, settings)) return `The ${voices}, ${settings.asOf ? 'as of ' : ''}${now}`;
	const days = `From ${before} to ${now}`;
	return hasSameVoices(comparison, settings) ? days : `${days}; the ${voices}`;
}

/**
 * The days that the form of a comparison shows, null for all time; null as a whole where only voices are compared,
 * so that the form is free.
 */
export function comparedDays(
	comparison: Comparison,
	settings: Compared
): { readonly earlier: Day | null; readonly later: Day | null } | null {
	if (hasSameTime(comparison, settings) && !hasSameVoices(comparison, settings)) return null;
	return { earlier: comparison.asOf?.first ?? null, later: settings.asOf?.last ?? null };
}

function timeInWords(moment: Moment | null): string {
	return moment ? momentInWords(moment) : 'all time';
}

function sameSet(a: ReadonlySet<Id>, b: ReadonlySet<Id>): boolean {
	return a.size === b.size && [...a].every((one) => b.has(one));
}
