import type { Check } from './check.ts';

export const noParagraph: Check = {
	id: 'no-paragraph',
	name: 'Claims without a place in their source',
	severity: 'note',
	help: 'Neither a paragraph nor a passage is given: whoever checks the claim has to read the whole source.',
	run: ({ document }) =>
		document.claims
			.filter(({ paragraph, start }) => paragraph === undefined && start === undefined)
			.map(({ id }) => ({ place: { what: 'claim', id } }))
};
