import { whenOf, type Claim } from '#lib/model/document.ts';
import { firstDay, lastDay, parseWhen } from '#lib/model/time.ts';
import type { Check, Finding, Material } from './check.ts';

/** `others`: the relation or event that came later. `texts`: when it was published, and when that was. */
export const publishedBefore: Check = {
	id: 'published-before',
	name: 'Published before it happened',
	severity: 'grave',
	help: 'A claim says that something was so, but its source had come out earlier. One of the two dates must be wrong.',
	run: (material) => material.document.claims.flatMap((claim) => look(material, claim))
};

function look(material: Material, claim: Claim): Finding[] {
	if (claim.modality !== 'stated' && claim.modality !== 'claimed' && claim.modality !== 'alleged') return [];
	const published = material.sources.get(claim.source)?.published;
	const out = published === undefined ? null : parseWhen(published);
	if (published === undefined || !out) return [];
	for (const id of claim.about) {
		const relation = material.relations.get(id);
		const when = relation ? whenOf(relation, material.events) : material.events.get(id)?.when;
		const period = when === undefined ? null : parseWhen(when);
		if (when === undefined || !period || firstDay(period) <= lastDay(out)) continue;
		return [{ place: { what: 'claim', id: claim.id }, others: [id], texts: [published, when] }];
	}
	return [];
}
