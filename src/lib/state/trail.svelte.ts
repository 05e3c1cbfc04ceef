import { NOTHING, type Selection } from '#lib/view/settings.ts';

const MOST_PLACES = 200;

export interface TrailMemento {
	readonly places: readonly Selection[];
	readonly at: number;
}

/** Where a reader has been: what was chosen, one after the other, with back and forward. */
export class Trail {
	#places = $state.raw<readonly Selection[]>([NOTHING]);
	#at = $state.raw(0);

	readonly canGoBack = $derived(this.#at > 0);
	readonly canGoForward = $derived(this.#at < this.#places.length - 1);
	/** The places up to the present one, oldest first. */
	readonly walked = $derived(this.#places.slice(0, this.#at + 1));

	/** Notes a place; what lay ahead is forgotten. A place that is the present one is not noted twice. */
	visit(selection: Selection): void {
		const here = this.#places[this.#at];
		if (here && sameSelection(here, selection)) return;
		const places = [...this.#places.slice(0, this.#at + 1), selection].slice(-MOST_PLACES);
		this.#places = places;
		this.#at = places.length - 1;
	}

	/** Goes some places back (negative) or forward and gives the place; null when there is none. */
	go(by: number): Selection | null {
		const place = this.#places[this.#at + by];
		if (!place) return null;
		this.#at += by;
		return place;
	}

	/** How the trail is now, to be put back later. */
	memento(): TrailMemento {
		return { places: this.#places, at: this.#at };
	}

	restore({ places, at }: TrailMemento): void {
		this.#places = places;
		this.#at = at;
	}

	/** Starts anew from a place. */
	restart(selection: Selection): void {
		this.#places = [selection];
		this.#at = 0;
	}
}

export function sameSelection(a: Selection, b: Selection): boolean {
	return sameSet(a.actors, b.actors) && sameSet(a.relations, b.relations) && sameSet(a.events, b.events);
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
	return a.size === b.size && [...a].every((value) => b.has(value));
}
