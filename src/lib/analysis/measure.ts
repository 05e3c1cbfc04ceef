/** A number for each actor, by which symbols are sized and the scene's budget is spent. */
import type { Document, Id } from '#lib/model/document.ts';

export interface Measure {
	readonly id: string;
	readonly name: string;
	/** One sentence: what the number says and how it is got. */
	readonly help: string;
	/** One number of 0 or more for every actor of the document. */
	run(document: Document): ReadonlyMap<Id, number>;
}

/** A count for every actor, starting at nought. */
export function zeroCounts(document: Document): Map<Id, number> {
	return new Map(document.actors.map((actor) => [actor.id, 0]));
}

/** Adds one to an actor's count; ids that are no actor's are passed over. */
export function countOne(counts: Map<Id, number>, id: Id): void {
	const before = counts.get(id);
	if (before !== undefined) counts.set(id, before + 1);
}
