import { countOne, zeroCounts, type Measure } from './measure.ts';

export const relationsMeasure: Measure = {
	id: 'relations',
	name: 'Relations',
	help: 'How many relations begin or end at the actor (its degree); a loop counts twice.',
	run(document) {
		const counts = zeroCounts(document);
		for (const relation of document.relations) {
			countOne(counts, relation.from);
			countOne(counts, relation.to);
		}
		return counts;
	}
};
