import type { Check } from './check.ts';

export const emptyEvent: Check = {
	id: 'empty-event',
	name: 'Events without actors',
	severity: 'doubtful',
	help: 'No relation names the event, so nobody is seen to take part in it.',
	run({ document }) {
		const named = new Set(document.relations.map(({ event }) => event));
		return document.events
			.filter(({ id }) => !named.has(id))
			.map(({ id }) => ({ place: { what: 'event', id } }));
	}
};
