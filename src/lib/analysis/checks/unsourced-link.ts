import type { Check } from './check.ts';

/** `others`: the events at its two ends. */
export const unsourcedLink: Check = {
	id: 'unsourced-link',
	name: 'Links between events without a claim',
	severity: 'grave',
	help: 'That one event led to another, or followed it, is a claim like any other: somebody has to make it.',
	run: ({ document, claims }) =>
		document.links
			.filter(({ id }) => !claims.has(id))
			.map(({ id, from, to }) => ({ place: { what: 'link', id }, others: [from, to] }))
};
