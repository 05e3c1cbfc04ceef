/** Relation types in a sentence. */
import { FAMILIES, type FamilyId } from '#lib/model/document.ts';
import { FAMILY_NAMES } from '#lib/model/vocabulary.ts';
import type { Facts } from './facts.ts';
import { listed, nameInSentence } from './name-lists.ts';

/**
 * "talks, pressure and “commands”": a family by its name where all types of it that the document uses are among
 * them, other types by theirs.
 */
export function typesInWords(facts: Facts, types: Iterable<string>): string {
	const chosen = new Set(types);
	const used = new Map<FamilyId, Set<string>>();
	for (const { type } of facts.document.relations) {
		const { family } = facts.typeOf({ type });
		used.set(family, (used.get(family) ?? new Set()).add(type));
	}
	const whole: string[] = [];
	const single: string[] = [];
	for (const family of FAMILIES) {
		const all = [...(used.get(family) ?? [])];
		const some = all.filter((type) => chosen.has(type));
		if (some.length && some.length === all.length) whole.push(FAMILY_NAMES[family].toLowerCase());
		else single.push(...some.map((type) => `“${nameInSentence(facts.typeOf({ type }).name)}”`));
	}
	return listed([...whole, ...single]);
}
