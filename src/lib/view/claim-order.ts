/** Claims as a reader goes through them: their order, the next one, and what each is about. */
import type { Claim, Id } from '#lib/model/document.ts';
import type { Facts } from './facts.ts';
import { inReadingOrder } from './reading-order.ts';
import type { Selection } from './settings.ts';
import type { Told } from './told.ts';

/**
 * The document's claims in reading order: by source, paragraph, start, and at last as the document has them.
 * @param source the only source whose claims are asked for
 */
export function claimsInOrder(facts: Facts, source?: Id): readonly Claim[] {
	const { claims } = facts.document;
	return inReadingOrder(
		facts,
		source === undefined ? claims : claims.filter((claim) => claim.source === source)
	);
}

/** The claims that the filters leave; null when that is all of them. A claim about nothing known is always left. */
export function toldClaims(facts: Facts, told: Told): ReadonlySet<Id> | null {
	if (told.claims === facts.claims && told.silenced.size === 0) return null;
	const left = new Set(facts.document.claims.map(({ id }) => id));
	for (const claims of facts.claims.values()) for (const { id } of claims) left.delete(id);
	for (const [record, claims] of told.claims)
		if (!told.silenced.has(record)) for (const { id } of claims) left.add(id);
	return left;
}

/** The claim so many steps away from the current one; the first or last when there is none, null past the ends. */
export function claimBeside(claims: readonly Claim[], current: Id | null, by: number): Claim | null {
	const at = current === null ? -1 : claims.findIndex(({ id }) => id === current);
	if (at < 0) return (by > 0 ? claims[0] : claims.at(-1)) ?? null;
	return claims[at + by] ?? null;
}

/** What a claim is about, as a selection; of a link, its two events. What the document does not have is passed over. */
export function selectionOf(facts: Facts, { about }: Pick<Claim, 'about'>): Selection {
	const events = new Set<Id>();
	const ids = new Set(about);
	for (const { id, from, to } of facts.document.links) if (ids.has(id)) events.add(from).add(to);
	for (const id of about) events.add(id);
	return {
		actors: new Set(about.filter((id) => facts.actors.has(id))),
		relations: new Set(about.filter((id) => facts.relations.has(id))),
		events: new Set([...events].filter((id) => facts.events.has(id)))
	};
}

/** The relations to light for a claim: those that it is about, and those of the events that it is about. */
export function relationsOf(facts: Facts, claim: Pick<Claim, 'about'>): Set<Id> {
	const { relations, events } = selectionOf(facts, claim);
	const lit = new Set(relations);
	for (const event of events) for (const { id } of facts.relationsOfEvent.get(event) ?? []) lit.add(id);
	return lit;
}

/** The claims about any of these records. */
export function claimsAbout(told: Facts, records: Iterable<Id>): Set<Id> {
	const claims = new Set<Id>();
	for (const record of records) for (const { id } of told.claims.get(record) ?? []) claims.add(id);
	return claims;
}
