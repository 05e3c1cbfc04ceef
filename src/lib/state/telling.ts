import type { Facts } from '#lib/view/facts.ts';
import type { Settings } from '#lib/view/settings.ts';
import { sameQuestion, toldBy, type Told } from '#lib/view/told.ts';

/** Tells a document by a view's question, and keeps the last answer. */
export class Telling {
	#asked: Settings | undefined;
	#told: Told | undefined;
	#facts: Facts | undefined;

	tell(facts: Facts, settings: Settings): Told {
		if (!this.#told || this.#facts !== facts || !this.#asked || !sameQuestion(this.#asked, settings)) {
			this.#told = toldBy(facts, settings);
		}
		this.#facts = facts;
		this.#asked = settings;
		return this.#told;
	}
}
