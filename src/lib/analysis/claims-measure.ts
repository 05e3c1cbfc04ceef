import { byId, type Id } from '#lib/model/document.ts';
import { countOne, zeroCounts, type Measure } from './measure.ts';

export const claimsMeasure: Measure = {
	id: 'claims',
	name: 'Claims',
	help: 'How many claims are about the actor or about one of its relations; each claim counts once.',
	run(document) {
		const counts = zeroCounts(document);
		const relations = byId(document.relations);
		for (const claim of document.claims) {
			const touched = new Set<Id>();
			for (const id of claim.about) {
				const relation = relations.get(id);
				if (relation) touched.add(relation.from).add(relation.to);
				else touched.add(id);
			}
			for (const id of touched) countOne(counts, id);
		}
		return counts;
	}
};
