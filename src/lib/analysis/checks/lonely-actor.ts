import type { Check } from './check.ts';

export const lonelyActor: Check = {
	id: 'lonely-actor',
	name: 'Actors in no relation',
	severity: 'doubtful',
	help: 'Nothing is said of how it stands to anybody: either a relation is missing, or the actor is not needed.',
	run({ document }) {
		const related = new Set(document.relations.flatMap(({ from, to }) => [from, to]));
		return document.actors
			.filter(({ id }) => !related.has(id))
			.map(({ id }) => ({ place: { what: 'actor', id } }));
	}
};
