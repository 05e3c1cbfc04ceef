/** Which events are in sight on the spine, which lie beside it, and which of too many get words. */
import { endOf, type PlacedEvent } from './spine-lanes.ts';

export interface Sight {
	/** Any part of them is in sight; in the order of the spine, as are the others. */
	readonly inSight: readonly PlacedEvent[];
	readonly earlier: readonly PlacedEvent[];
	readonly later: readonly PlacedEvent[];
}

/** Parts events by a window of `width` pixels that begins `offset` pixels after the start of time. */
export function sightOf(placed: readonly PlacedEvent[], offset: number, width: number): Sight {
	const sight = { inSight: [] as PlacedEvent[], earlier: [] as PlacedEvent[], later: [] as PlacedEvent[] };
	if (!(width > 0)) return sight;
	for (const place of placed) {
		if (endOf(place) <= offset) sight.earlier.push(place);
		else if (place.from >= offset + width) sight.later.push(place);
		else sight.inSight.push(place);
	}
	for (const part of Object.values(sight)) part.sort((a, b) => a.item.place - b.item.place);
	return sight;
}

/**
 * At most so many of the events, in their order: those first of which `matters` says 2, then 1, then 0, and of each
 * sort evenly over all. An event's rank does not depend on what else is in sight, so that moving changes little.
 */
export function sampled(
	inSight: readonly PlacedEvent[],
	most: number,
	matters: (place: PlacedEvent) => 0 | 1 | 2
): readonly PlacedEvent[] {
	if (inSight.length <= most) return inSight;
	const ranks = Float64Array.from(inSight, (place) => evenShare(place.item.place) - matters(place));
	const limit = ranks.slice().sort()[most - 1] ?? -Infinity;
	return inSight.filter((_, index) => ranks[index]! <= limit);
}

/** Van der Corput's sequence: the first so many numbers always lie evenly between 0 and 1, no two on each other. */
function evenShare(number: number): number {
	let share = 0;
	for (let part = 0.5; number > 0; number >>>= 1, part /= 2) if (number & 1) share += part;
	return share;
}
