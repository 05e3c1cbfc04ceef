import type { Check } from './check.ts';

export const unsourced: Check = {
	id: 'unsourced',
	name: 'Relations without a claim',
	severity: 'grave',
	help: 'Nobody is said to have said so: the line is drawn, but nothing backs it.',
	run: ({ document, claims }) =>
		document.relations
			.filter(({ id }) => !claims.has(id))
			.map(({ id }) => ({ place: { what: 'relation', id } }))
};
