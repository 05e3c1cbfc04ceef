/**
 * Which actors and relations are shown, and for those that are not, why.
 */
import type { Actor, Id, Relation } from '#lib/model/document.ts';
import { withinBudget } from './budget.ts';
import type { Facts } from './facts.ts';
import { isVisible, type Fate, type Filtered, type Reason } from './fate.ts';
import { NO_SIDE, type Selection, type Settings } from './settings.ts';

/**
 * Decides the fate of every record.
 * Filters come first, then the focus walks over what they leave, then actors left alone go (where that is
 * asked for), and at last the scene's budget is spent.
 */
export function filterDocument(facts: Facts, settings: Settings, selection: Selection): Filtered {
	const actors = new Map<Id, Fate>();
	for (const actor of facts.document.actors) actors.set(actor.id, actorFate(actor, settings));
	const relations = new Map<Id, Fate>();
	for (const relation of facts.document.relations) {
		relations.set(relation.id, relationFate(relation, actors, settings));
	}
	if (settings.focus && facts.actors.has(settings.focus.actor)) walkFocus(facts, settings, actors, relations);
	if (!settings.keepLonely) dropLonely(facts, actors, relations, selection);
	withinBudget(facts, settings, selection, actors, relations);
	return { actors, relations };
}

function actorFate(actor: Actor, { off, dims, hiddenActors }: Settings): Fate {
	const kindOff = off.kinds.has(actor.kind);
	const sideOff = off.sides.has(actor.side ?? NO_SIDE);
	if (kindOff && !dims.kinds) return 'kind';
	if (sideOff && !dims.sides) return 'side';
	if (hiddenActors.has(actor.id)) return 'hand';
	return kindOff || sideOff ? 'dimmed' : 'shown';
}

function relationFate(relation: Relation, actors: ReadonlyMap<Id, Fate>, { off, dims }: Settings): Fate {
	const typeOff = off.types.has(relation.type);
	if (typeOff && !dims.types) return 'type';
	const from = actors.get(relation.from) ?? 'hand';
	const to = actors.get(relation.to) ?? 'hand';
	if (!isVisible(from)) return from;
	if (!isVisible(to)) return to;
	return typeOff || from === 'dimmed' || to === 'dimmed' ? 'dimmed' : 'shown';
}

/** Hides what the focus does not reach. A relation that it may not walk along still shows between two reached actors. */
function walkFocus(facts: Facts, settings: Settings, actors: Map<Id, Fate>, relations: Map<Id, Fate>): void {
	const { actor, steps, along } = settings.focus!;
	const reached = new Set<Id>([actor]);
	let ring: Id[] = [actor];
	for (let step = 0; step < steps; step++) {
		const next: Id[] = [];
		for (const id of ring) {
			for (const relation of facts.relationsOf.get(id) ?? []) {
				if (!isVisible(relations.get(relation.id)) || (along && !along.has(relation.type))) continue;
				const other = relation.from === id ? relation.to : relation.from;
				if (reached.has(other)) continue;
				reached.add(other);
				next.push(other);
			}
		}
		ring = next;
	}
	hideActors(facts, actors, relations, 'focus', (id) => !reached.has(id));
}

function dropLonely(
	facts: Facts,
	actors: Map<Id, Fate>,
	relations: ReadonlyMap<Id, Fate>,
	selection: Selection
): void {
	for (const [id, fate] of actors) {
		if (!isVisible(fate) || selection.actors.has(id)) continue;
		const tied = facts.relationsOf.get(id)?.some((relation) => isVisible(relations.get(relation.id)));
		if (!tied) actors.set(id, 'lonely');
	}
}

/** Hides the visible actors that a test picks, and with them the visible relations that end at one. */
function hideActors(
	facts: Facts,
	actors: Map<Id, Fate>,
	relations: Map<Id, Fate>,
	reason: Reason,
	isOut: (id: Id) => boolean
): void {
	for (const [id, fate] of actors) {
		if (!isVisible(fate) || !isOut(id)) continue;
		actors.set(id, reason);
		for (const relation of facts.relationsOf.get(id) ?? []) {
			if (isVisible(relations.get(relation.id))) relations.set(relation.id, reason);
		}
	}
}
