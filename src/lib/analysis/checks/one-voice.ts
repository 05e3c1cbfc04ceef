import { tellerOf, type Id, type Relation } from '#lib/model/document.ts';
import type { Check, Finding, Material } from './check.ts';

/** `others`: the voice. `people`: how many it stands for. Two unnamed groups are two voices, whoever is in them. */
export const oneVoice: Check = {
	id: 'one-voice',
	name: 'Relations that rest on one voice',
	severity: 'doubtful',
	help: 'Only one voice says so, however often it is quoted. A second one, independent of the first, would help.',
	run: (material) =>
		material.document.relations.flatMap((relation): Finding[] => {
			const voice = onlyVoice(material, relation);
			if (voice === null) return [];
			const { people } = material.peopleBehind(relation.id);
			return [{ place: { what: 'relation', id: relation.id }, others: [voice], people }];
		})
};

/** The voice that alone affirms a relation, or the first of several that are one actor; null if there is none. */
function onlyVoice({ claims, voices }: Material, { id }: Relation): Id | null {
	let only: Id | null = null;
	for (const claim of claims.get(id) ?? []) {
		if (claim.modality === 'denied') continue;
		const last = tellerOf(claim);
		const voice = last === undefined ? undefined : voices.get(last);
		if (last === undefined || !voice) return null;
		only ??= last;
		if (last !== only && (voice.actor === undefined || voice.actor !== voices.get(only)?.actor)) return null;
	}
	return only;
}
