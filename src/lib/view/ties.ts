/** An actor's relations as its page lists them: by family, and within it by what they say of the actor. */
import { FAMILIES, type FamilyId, type Id, type Relation } from '#lib/model/document.ts';
import { compareWhen } from '#lib/model/time.ts';
import { FAMILY_NAMES, verbFor } from '#lib/model/vocabulary.ts';
import type { Facts } from './facts.ts';
import { isMutual } from './sentences.ts';

export interface TieGroup {
	/** Read from the actor: "is commanded by". */
	readonly reading: string;
	readonly relations: readonly Relation[];
}

export interface FamilyTies {
	readonly family: FamilyId;
	readonly name: string;
	readonly groups: readonly TieGroup[];
}

/** All relations of an actor in reading order; families and readings that it has none of are left out. */
export function tiesOf(facts: Facts, id: Id): readonly FamilyTies[] {
	const actor = facts.actors.get(id);
	if (!actor) return [];
	const families = new Map<FamilyId, Map<string, Relation[]>>();
	for (const relation of facts.relationsOf.get(id) ?? []) {
		const type = facts.typeOf(relation);
		const reading = verbFor(actor, relation.from === id || isMutual(type) ? type.name : type.reverse);
		const groups = families.get(type.family) ?? new Map<string, Relation[]>();
		families.set(type.family, groups);
		const group = groups.get(reading);
		if (group) group.push(relation);
		else groups.set(reading, [relation]);
	}
	return FAMILIES.filter((family) => families.has(family)).map((family) => ({
		family,
		name: FAMILY_NAMES[family],
		groups: [...families.get(family)!].map(([reading, relations]) => ({
			reading,
			relations: relations.sort((a, b) => compareWhen(a.when, b.when))
		}))
	}));
}
