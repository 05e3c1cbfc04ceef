/** Facts of a document with all its claims, as tests of time need them. */
import type { Document } from '#lib/model/document.ts';
import { factsOf } from '#lib/view/facts.ts';
import type { Told } from '#lib/view/told.ts';

export function allTold(document: Document): Told {
	return { ...factsOf(document), silenced: new Map() };
}
