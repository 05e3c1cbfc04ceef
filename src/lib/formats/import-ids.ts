/** Ids for the records of a document that is made of a file: the file's own where they are free. */
import type { Id } from '#lib/model/document.ts';

/** Longer ids of a file are no longer told apart with an addition. */
const LONGEST = 10_000;

export class Ids {
	/** Of all lists together, for a claim names records without saying which list they are in. */
	readonly #taken = new Set<Id>();
	readonly #numbers = new Map<string, number>();

	/** Keeps an id for whoever asks for it by name: `fresh` will not give it away. */
	reserve(id: Id): void {
		this.#reserved.add(id);
	}
	readonly #reserved = new Set<Id>();

	/** The id itself if it is free; one that has it inside; or a fresh one if it is too long for that. */
	own(id: Id, prefix: string): Id {
		if (!this.#taken.has(id)) return this.#take(id);
		if (id.length > LONGEST) return this.fresh(prefix);
		let other = `${prefix}-${id}`;
		while (this.#taken.has(other)) other += "'";
		return this.#take(other);
	}

	/** The first of `prefix1`, `prefix2`, … that nobody has or has asked for. */
	fresh(prefix: string): Id {
		let number = this.#numbers.get(prefix) ?? 1;
		while (this.#taken.has(prefix + number) || this.#reserved.has(prefix + number)) number++;
		this.#numbers.set(prefix, number + 1);
		return this.#take(prefix + number);
	}

	#take(id: Id): Id {
		this.#taken.add(id);
		return id;
	}
}
