/**
 * The scene's budget. Cytoscape repaints some thirty elements a millisecond on a canvas; 400 actors with
 * 900 relations is the largest picture that still answers a tick within 100 ms without a GPU, and nobody
 * can read a larger one. What a document has beyond it is reached by search, focus, filters and lists.
 */
import type { Id, Relation } from '#lib/model/document.ts';
import type { Facts } from './facts.ts';
import { isVisible, type Fate } from './fate.ts';
import type { Selection, Settings } from './settings.ts';

export const MAX_ACTORS = 400;
export const MAX_RELATIONS = 900;

/**
 * Marks what does not fit as over budget, in place.
 * First come chosen and focused actors, then those with most relations to them, then those with most relations;
 * what a filter dims, or `isFaint` names, comes after what is clear. Relations follow the better of their two actors' places.
 */
export function withinBudget(
	facts: Facts,
	settings: Settings,
	selection: Selection,
	actors: Map<Id, Fate>,
	relations: Map<Id, Fate>,
	isFaint: (relation: Id) => boolean = () => false
): void {
	const visibleActors = visible(actors);
	const visibleRelations = visible(relations);
	if (visibleActors.length <= MAX_ACTORS && visibleRelations.length <= MAX_RELATIONS) return;
	const chosen = chosenActors(facts, settings, selection);
	const places = rankActors(facts, chosen, actors, visibleActors);
	for (const [id, place] of places) if (place >= MAX_ACTORS) actors.set(id, 'budget');
	spendRelations(facts, selection, places, relations, visibleRelations, isFaint);
}

function visible(fates: ReadonlyMap<Id, Fate>): Id[] {
	const ids: Id[] = [];
	for (const [id, fate] of fates) if (isVisible(fate)) ids.push(id);
	return ids;
}

function chosenActors(facts: Facts, settings: Settings, selection: Selection): Set<Id> {
	const chosen = new Set(selection.actors);
	for (const id of selection.relations) {
		const relation = facts.relations.get(id);
		if (relation) chosen.add(relation.from).add(relation.to);
	}
	for (const event of selection.events) {
		for (const { from, to } of facts.relationsOfEvent.get(event) ?? []) chosen.add(from).add(to);
	}
	if (settings.focus) chosen.add(settings.focus.actor);
	return chosen;
}

/** The place of each actor, 0 the best. */
function rankActors(
	facts: Facts,
	chosen: ReadonlySet<Id>,
	fates: ReadonlyMap<Id, Fate>,
	ids: readonly Id[]
): Map<Id, number> {
	const ties = new Map<Id, number>();
	for (const id of chosen) {
		for (const { from, to } of facts.relationsOf.get(id) ?? []) {
			const other = from === id ? to : from;
			ties.set(other, (ties.get(other) ?? 0) + 1);
		}
	}
	const score = (id: Id) =>
		(chosen.has(id) ? 1e12 : 0) +
		(fates.get(id) === 'shown' ? 1e11 : 0) +
		Math.min(ties.get(id) ?? 0, 9_999) * 1e6 +
		Math.min(facts.degree.get(id) ?? 0, 999_999);
	const scored = ids.map((id) => ({ id, score: score(id), order: facts.order.get(id) ?? 0 }));
	scored.sort((a, b) => b.score - a.score || a.order - b.order);
	return new Map(scored.map(({ id }, place) => [id, place]));
}

function spendRelations(
	facts: Facts,
	selection: Selection,
	places: ReadonlyMap<Id, number>,
	fates: Map<Id, Fate>,
	ids: readonly Id[],
	isFaint: (relation: Id) => boolean
): void {
	const inside: { id: Id; place: number }[] = [];
	for (const id of ids) {
		const relation = facts.relations.get(id) as Relation;
		const places2 = [places.get(relation.from) ?? Infinity, places.get(relation.to) ?? Infinity];
		if (Math.max(...places2) >= MAX_ACTORS) fates.set(id, 'budget');
		else
			inside.push({
				id,
				place: relationPlace(id, fates.get(id) === 'dimmed' || isFaint(id), selection, places2)
			});
	}
	inside.sort((a, b) => a.place - b.place);
	for (const { id } of inside.slice(MAX_RELATIONS)) fates.set(id, 'budget');
}

/** Lower is better. Both ends count, the better one more: the hubs keep their ties to each other first. */
function relationPlace(id: Id, isFaint: boolean, selection: Selection, places: readonly number[]): number {
	if (selection.relations.has(id)) return -1;
	return (isFaint ? 1e9 : 0) + Math.min(...places) * 2 + Math.max(...places);
}
