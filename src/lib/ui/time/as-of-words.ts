import { CERTAINTY_WORDS, momentInWords } from '#lib/view/as-of.ts';
import { figure, type Receipt } from '#lib/view/receipt.ts';

/**
 * "All time", or "As of 29 January 2024: 31 relations certain, 6 possible, 4 carried forward; 12 not yet, 3 over"
 * with only the numbers that there are.
 */
export function asOfSummary({ asOf, relations, certainties }: Receipt, comparing: boolean): string {
	if (!asOf) return comparing ? 'All time, compared' : 'All time';
	const start = `As of ${momentInWords(asOf)}`;
	if (comparing) return `${start}, compared`;
	const here = (['certain', 'possible', 'carried', 'over'] as const).flatMap((one) => {
		const number = certainties.get(one);
		return number ? [`${figure(number)} ${CERTAINTY_WORDS[one]}`] : [];
	});
	const away = relations.hidden.flatMap(({ reason, count }) => {
		if (reason === 'not-yet') return [`${figure(count)} not yet`];
		return reason === 'over' ? [`${figure(count)} over`] : [];
	});
	const first = here[0] && [here[0].replace(' ', ' relations '), ...here.slice(1)].join(', ');
	return `${start}: ${[first ?? 'no relation', away.join(', ')].filter(Boolean).join('; ')}`;
}
