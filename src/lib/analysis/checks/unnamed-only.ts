import { tellerOf, type Relation } from '#lib/model/document.ts';
import type { Check, Finding, Material } from './check.ts';

/** `others`: the voices (of several groups that may be the same people, the largest). `people`: at least so many. */
export const unnamedOnly: Check = {
	id: 'unnamed-only',
	name: 'Relations that only unnamed voices tell',
	severity: 'doubtful',
	help: 'Nobody stands for it by name, and the publication does not say it as its own.',
	run: (material) =>
		material.document.relations.flatMap((relation): Finding[] => {
			if (!isUnnamed(material, relation)) return [];
			const { voices, groups, people } = material.peopleBehind(relation.id);
			const others = [...voices.map(({ voice }) => voice), ...groups.map(({ largest }) => largest)];
			return people === 0 ? [] : [{ place: { what: 'relation', id: relation.id }, others, people }];
		})
};

function isUnnamed({ claims, voices }: Material, { id }: Relation): boolean {
	return (claims.get(id) ?? []).every((claim) => {
		const last = tellerOf(claim);
		return claim.modality === 'denied' || (last !== undefined && voices.get(last)?.anonymous === true);
	});
}
