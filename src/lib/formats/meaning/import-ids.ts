/** Ids for the records of a document that is made of a file: the file's own where they are free. */
import type { Id } from '#lib/model/document.ts';

/** Longer ids of a file are no longer told apart with an addition. */
const LONGEST = 10_000;

export class Ids {
	/** Of all lists together, for a claim names records without saying which list they are in. */
	readonly #taken = new Set<Id>();
	readonly #reserved = new Set<Id>();
	/** By prefix, the next number. Fresh ids are not in `taken`: of a million of them the numbers say enough. */
	readonly #next = new Map<string, number>();

	/** By an id that is taken, the next number to tell another one apart: a file may use one id a million times. */
	readonly #again = new Map<Id, number>();

	/** Keeps an id for whoever asks for it by name: `fresh` will not give it away. */
	reserve(id: Id): void {
		// From now on its number no longer says that it was given away.
		if (this.#isFresh(id)) this.#taken.add(id);
		this.#reserved.add(id);
	}

	/** The id itself if it is free; one that has it inside; or a fresh one if it is too long for that. */
	own(id: Id, prefix: string): Id {
		if (!this.#isTaken(id)) return this.#take(id);
		if (id.length > LONGEST) return this.fresh(prefix);
		const other = `${prefix}-${id}`;
		if (!this.#isTaken(other)) return this.#take(other);
		let number = this.#again.get(other) ?? 2;
		while (this.#isTaken(`${other}-${number}`)) number++;
		this.#again.set(other, number + 1);
		return this.#take(`${other}-${number}`);
	}

	/** The first of `prefix1`, `prefix2`, … that nobody has or has asked for. */
	fresh(prefix: string): Id {
		let number = this.#next.get(prefix) ?? 1;
		let id = prefix + number;
		while (this.#isPassedOver(id)) id = prefix + ++number;
		this.#next.set(prefix, number + 1);
		return id;
	}

	#isTaken(id: Id): boolean {
		return this.#taken.has(id) || this.#isFresh(id);
	}

	/** Whether `fresh` has given this id away. */
	#isFresh(id: Id): boolean {
		const [, prefix, digits] = /^([a-z]+)([1-9]\d{0,14})$/.exec(id) ?? [];
		if (prefix === undefined || Number(digits) >= (this.#next.get(prefix) ?? 1)) return false;
		return !this.#isPassedOver(id);
	}

	#isPassedOver(id: Id): boolean {
		if (this.#taken.size === 0 && this.#reserved.size === 0) return false;
		return this.#taken.has(id) || this.#reserved.has(id);
	}

	#take(id: Id): Id {
		this.#taken.add(id);
		return id;
	}
}
