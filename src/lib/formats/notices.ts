/**
 * Gathers what is odd about many elements into one notice for each kind of oddness, with how many there were: the
 * receipt lists a thousand differences, and a file can have one on every line.
 */
import type { Staging } from '#lib/formats/staging.ts';

/** Kinds of oddness; a hostile file can have one for each of its elements. */
const MOST_KINDS = 300;

interface Notice {
	readonly place: string;
	readonly say: (count: number) => string;
	count: number;
}

export class Notices {
	readonly #notices = new Map<string, Notice>();
	#more = 0;

	/** @param kind what makes two of them the same @param place of the first @param say a plain sentence, given how many */
	add(kind: string, place: string, say: (count: number) => string): void {
		const known = this.#notices.get(kind);
		if (known) known.count++;
		else if (this.#notices.size < MOST_KINDS) this.#notices.set(kind, { place, say, count: 1 });
		else this.#more++;
	}

	/** Tells all of them, in the order in which they were first met. */
	tell(staging: Staging): void {
		for (const { place, say, count } of this.#notices.values()) staging.notice(place, say(count));
		if (this.#more > 0) staging.notice('', `${this.#more} more oddities of other kinds are not listed.`);
	}
}

/** `1 node`, `2 nodes`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
	return `${count} ${count === 1 ? singular : plural}`;
}
