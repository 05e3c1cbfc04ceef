/**
 * Which actors and relations are shown, and for those that are not, why.
 */
import type { Actor, Id, Relation } from '#lib/model/document.ts';
import type { Certainty } from '#lib/model/time.ts';
import { actorCertainty, relationCertainty } from './as-of.ts';
import { withinBudget } from './budget.ts';
import type { Facts } from './facts.ts';
import { isVisible, type Difference, type Fate, type Filtered, type Reason } from './fate.ts';
import { NO_SIDE, type Comparison, type Selection, type Settings } from './settings.ts';
import { toldBy, type Told } from './told.ts';

/**
 * Decides the fate of every record.
 * Filters come first: what a record is, then who says it, then when it was. The focus walks over what they leave,
 * then actors left alone go (where that is asked for), and at last the scene's budget is spent.
 *
 * @param told what the settings' voices tell of the facts; `before` the same for the view that is compared, if any.
 */
export function filterDocument(
	facts: Facts,
	settings: Settings,
	selection: Selection,
	told: Told = toldBy(facts, settings),
	before: Told | null = toldBefore(facts, settings)
): Filtered {
	// Compared, an act that is over counts: it may have happened between the two.
	const { comparedWith } = settings;
	const now = fatesOf(told, comparedWith ? { ...settings, pastActs: 'fade' } : settings);
	const { actors, relations, certainties } = now;
	const differences = new Map<Id, Difference>();
	if (comparedWith && before) {
		compare(now, told, fatesOf(before, beforeSettings(settings, comparedWith)), before, differences);
	}
	if (settings.focus && told.actors.has(settings.focus.actor)) walkFocus(told, settings, actors, relations);
	if (!settings.keepLonely) dropLonely(told, actors, relations, selection);
	withinBudget(told, settings, selection, actors, relations, (id) =>
		comparedWith ? differences.get(id) === 'same' : certainties.get(id) === 'over'
	);
	keepOf(certainties, relations, (fate) => isVisible(fate) || fate === 'certainty');
	keepOf(differences, relations, isVisible);
	return { actors, relations, certainties, differences };
}

function keepOf<T>(
	notes: Map<Id, T>,
	fates: ReadonlyMap<Id, Fate>,
	isKept: (fate: Fate | undefined) => boolean
): void {
	for (const id of notes.keys()) if (!isKept(fates.get(id))) notes.delete(id);
}

/** What is told in the view that a view is compared with; null where there is none. */
function toldBefore(facts: Facts, settings: Settings): Told | null {
	const { comparedWith } = settings;
	return comparedWith && toldBy(facts, beforeSettings(settings, comparedWith));
}

/** The settings of the view that a view is compared with. */
export function beforeSettings(settings: Settings, { asOf, voicesOff }: Comparison): Settings {
	return { ...settings, asOf, pastActs: 'fade', off: { ...settings.off, voices: voicesOff } };
}

/** What becomes of each record by itself. */
interface Fates {
	readonly actors: Map<Id, Fate>;
	readonly relations: Map<Id, Fate>;
	readonly certainties: Map<Id, Certainty>;
}

/** The fates that follow from a record itself, without the company that it keeps. */
function fatesOf(told: Told, settings: Settings): Fates {
	const actors = new Map<Id, Fate>();
	for (const actor of told.document.actors) actors.set(actor.id, actorFate(actor, settings));
	const relations = new Map<Id, Fate>();
	const certainties = new Map<Id, Certainty>();
	for (const relation of told.document.relations) {
		let fate = relationFate(relation, actors, settings, told.silenced);
		if (settings.asOf && isVisible(fate)) {
			const certainty = relationCertainty(told, relation, settings.asOf);
			fate = certaintyFate(certainty, told.typeOf(relation).nature, settings) ?? fate;
			certainties.set(relation.id, certainty);
		}
		relations.set(relation.id, fate);
	}
	return { actors, relations, certainties };
}

function actorFate(actor: Actor, { off, dims, hiddenActors, asOf, pastActs }: Settings): Fate {
	const kindOff = off.kinds.has(actor.kind);
	const sideOff = off.sides.has(actor.side ?? NO_SIDE);
	if (kindOff && !dims.kinds) return 'kind';
	if (sideOff && !dims.sides) return 'side';
	if (hiddenActors.has(actor.id)) return 'hand';
	const certainty = asOf && actor.when !== undefined ? actorCertainty(actor, asOf) : 'certain';
	if (certainty === 'not-yet') return 'not-yet';
	if (certainty === 'over' && pastActs === 'go') return 'over';
	return kindOff || sideOff || certainty === 'over' ? 'dimmed' : 'shown';
}

function relationFate(
	relation: Relation,
	actors: ReadonlyMap<Id, Fate>,
	{ off, dims }: Settings,
	silenced: ReadonlyMap<Id, Reason>
): Fate {
	const typeOff = off.types.has(relation.type);
	if (typeOff && !dims.types) return 'type';
	const from = actors.get(relation.from) ?? 'hand';
	const to = actors.get(relation.to) ?? 'hand';
	if (!isVisible(from)) return from;
	if (!isVisible(to)) return to;
	const silence = silenced.get(relation.id);
	if (silence) return silence;
	return typeOff || from === 'dimmed' || to === 'dimmed' ? 'dimmed' : 'shown';
}

/** Why time hides a relation; null when it does not. An act that is over may stay, faded; a state may not. */
function certaintyFate(
	certainty: Certainty,
	nature: 'state' | 'act',
	{ off, pastActs }: Settings
): Reason | null {
	if (certainty === 'not-yet') return 'not-yet';
	if (certainty === 'over' && (nature === 'state' || pastActs === 'go')) return 'over';
	return off.certainties.has(certainty) ? 'certainty' : null;
}

/**
 * Shows, in place of `now`, what either state has, and notes how the two differ. An act that began after the one and
 * was over by the other is added: it happened between the two.
 */
function compare(now: Fates, told: Told, old: Fates, toldOld: Told, differences: Map<Id, Difference>): void {
	for (const [id, fate] of old.actors) {
		if (isVisible(fate) && !isVisible(now.actors.get(id))) now.actors.set(id, fate);
	}
	for (const [id, fate] of old.relations) {
		const happened = fate === 'not-yet' && isVisible(now.relations.get(id));
		const [wasThere, isThere] = [isThereIn(old, id), happened || isThereIn(now, id)];
		if (wasThere && !isThere) differences.set(id, 'ended');
		else if (isThere && !wasThere) differences.set(id, 'added');
		else if (isThere) {
			const [before, after] = [old.certainties.get(id), now.certainties.get(id)];
			// All time asks nothing about a day, so that there is nothing to differ from.
			const sureAsBefore = before === after || before === undefined || after === undefined;
			const same = sureAsBefore && told.standings.get(id) === toldOld.standings.get(id);
			differences.set(id, same ? 'same' : 'changed');
		} else if (isVisible(now.relations.get(id))) now.relations.set(id, 'over');
		if (wasThere && !isThere) {
			if (!isVisible(now.relations.get(id))) now.relations.set(id, fate);
			const certainty = old.certainties.get(id);
			if (certainty) now.certainties.set(id, certainty);
		}
	}
}

/** An act that is over and only stays as a memory is not there. */
function isThereIn(fates: Fates, id: Id): boolean {
	return isVisible(fates.relations.get(id)) && fates.certainties.get(id) !== 'over';
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
