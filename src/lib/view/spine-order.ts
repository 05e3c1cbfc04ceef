/** The order of events where dates leave it open and links do not. */
import type { Event, Id } from '#lib/model/document.ts';
import { compareWhen, parseWhen, type Day } from '#lib/model/time.ts';

/** A link's two events, the earlier first. */
interface Pair {
	readonly earlier: Id;
	readonly later: Id;
}

/** So many events that wait for one another in a row are put in order; nobody dates more of them that vaguely. */
const PASSES = 4;

/**
 * Events in the order of time (compareWhen). One that a link has before another, but that would come after it, is
 * moved before it if its date allows that it began first: "on or before 4 February" may well be January.
 */
export function inOrder(events: readonly Event[], links: readonly Pair[]): Event[] {
	const sorted = [...events].sort((a, b) => compareWhen(a.when, b.when));
	const places = new Map(sorted.map(({ id }, place) => [id, place]));
	const turned = links.flatMap(({ earlier, later }) => {
		const [from, to] = [places.get(earlier), places.get(later)];
		if (from === undefined || to === undefined || from < to) return [];
		return mayPrecede(sorted[from]!, sorted[to]!) ? [{ from, to }] : [];
	});
	if (!turned.length) return sorted;
	const ranks = Float64Array.from(sorted.keys());
	for (let pass = 0; pass < PASSES; pass++) {
		for (const { from, to } of turned) ranks[from] = Math.min(ranks[from]!, ranks[to]! - 0.5);
	}
	const order = [...sorted.keys()].sort((a, b) => ranks[a]! - ranks[b]! || a - b);
	return order.map((place) => sorted[place]!);
}

function mayPrecede(one: Event, other: Event): boolean {
	const [first, second] = [one, other].map(({ when }) => (when === undefined ? null : parseWhen(when)));
	return !!first && !!second && first.earliestStart <= startOf(second.earliestStart, second.latestStart);
}

/** Where an event stands in the order of time: an open start stands where it is known to have begun. */
function startOf(earliest: Day, latest: Day): Day {
	return earliest === -Infinity ? latest : earliest;
}
