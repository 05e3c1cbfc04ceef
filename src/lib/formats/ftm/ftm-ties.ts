/** Which ties of a file of FollowTheMoney were taken, so that one that is there several times becomes one. */
import type { Staging } from '#lib/formats/staging.ts';

interface Tie {
	readonly place: string;
	readonly sources: ReadonlySet<string>;
	readonly targets: ReadonlySet<string>;
	/** Pairs that came later, as JSON. */
	readonly more: Set<string>;
	count: number;
}

export class FtmTies {
	readonly #staging: Staging;
	readonly #ties = new Map<string, Tie>();

	constructor(staging: Staging) {
		this.#staging = staging;
	}

	/**
	 * Gives each pair of ends that is new for a tie to `take`, with its number within the tie, from 0; a tie without
	 * any new pair is counted as merged.
	 * @param key what makes ties the same: the id of an entity, or that and a property
	 */
	each(
		key: string,
		sources: readonly string[],
		targets: readonly string[],
		place: string,
		take: (source: string, target: string, number: number) => void
	): void {
		const known = this.#ties.get(key);
		const tie = known ?? {
			place,
			sources: new Set(sources),
			targets: new Set(targets),
			more: new Set<string>(),
			count: 0
		};
		this.#ties.set(key, tie);
		const before = tie.count;
		// Of large lists, looking at each pair again would take long.
		const isWhole =
			known && sources.every((one) => tie.sources.has(one)) && targets.every((one) => tie.targets.has(one));
		if (!isWhole)
			for (const source of sources)
				for (const target of targets)
					if (known === undefined || isNew(tie, source, target)) take(source, target, tie.count++);
		if (tie.count > before) return;
		const reason = `The same tie stands in the file already, at ${tie.place}; the two were made one. What this one says otherwise was not taken.`;
		this.#staging.merge('edge', place, reason);
	}
}

/** Whether a pair was not there yet; from now on it is. */
function isNew({ sources, targets, more }: Tie, source: string, target: string): boolean {
	if (sources.has(source) && targets.has(target)) return false;
	const pair = JSON.stringify([source, target]);
	if (more.has(pair)) return false;
	more.add(pair);
	return true;
}
