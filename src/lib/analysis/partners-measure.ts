import type { Id } from '#lib/model/document.ts';
import type { Measure } from './measure.ts';

export const partnersMeasure: Measure = {
	id: 'partners',
	name: 'Partners',
	help: 'How many other actors it has a relation with, however many relations join the two.',
	run(document) {
		const partners = new Map<Id, Set<Id>>(document.actors.map((actor) => [actor.id, new Set()]));
		for (const { from, to } of document.relations) {
			if (from === to) continue;
			partners.get(from)?.add(to);
			partners.get(to)?.add(from);
		}
		return new Map([...partners].map(([id, others]) => [id, others.size]));
	}
};
