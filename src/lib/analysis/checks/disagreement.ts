import type { Check, Finding } from './check.ts';

/** `others`: two claims, the first that affirms it and the first that denies it. */
export const disagreement: Check = {
	id: 'disagreement',
	name: 'Claims that disagree',
	severity: 'doubtful',
	help: 'One voice says so and another denies it. Both are kept; a reader should be told of both.',
	run: ({ document, claims }) =>
		document.relations.flatMap(({ id }): Finding[] => {
			const all = claims.get(id) ?? [];
			const denial = all.find(({ modality }) => modality === 'denied');
			const affirmation = denial && all.find(({ modality }) => modality !== 'denied');
			if (!denial || !affirmation) return [];
			return [{ place: { what: 'relation', id }, others: [affirmation.id, denial.id] }];
		})
};
