/** What the parts of a file are called on screen. */
import type { EdgeUse, NodeUse } from '#lib/formats/meaning/mapping.ts';
import type { Tally } from '#lib/formats/staged.ts';
import { count, figure } from '#lib/view/receipt.ts';

/** Uses of a column of relations, as they stand in the choice, the most wanted first. */
export const EDGE_USE_NAMES: readonly (readonly [EdgeUse, string])[] = [
	['from', 'From: the first actor'],
	['to', 'To: the second actor'],
	['type', 'Relation type'],
	['when', 'Date'],
	['start', 'Start'],
	['end', 'End'],
	['statement', 'Statement'],
	['voice', 'Voice: who says so'],
	['source', 'Source: where it was read'],
	['published', 'Date of publication'],
	['modality', 'How surely it is said'],
	['paragraph', 'Paragraph'],
	['event', 'Event'],
	['note', 'Note'],
	['sign', 'Sign: friend or foe'],
	['id', 'Id of the relation'],
	['attribute', 'Keep beside it'],
	['leave', 'Leave out']
];

export const NODE_USE_NAMES: readonly (readonly [NodeUse, string])[] = [
	['id', 'Id of the actor'],
	['name', 'Name'],
	['kind', 'Kind'],
	['side', 'Side'],
	['description', 'Description'],
	['aliases', 'Other names'],
	['names', 'Names in another language'],
	['collective', 'Several spoken of as one'],
	['when', 'Date'],
	['start', 'Start'],
	['end', 'End'],
	['sameAs', 'Ids elsewhere'],
	['parent', 'Part of'],
	['x', 'Position to the right'],
	['y', 'Position downwards'],
	['attribute', 'Keep beside it'],
	['leave', 'Leave out']
];

/** "500 rows in the file: 470 taken, 18 part of another, 12 left out" */
export function tallyInWords({ inFile, taken, merged, leftOut }: Tally, noun: string, of = ''): string {
	const all = `${count(inFile, noun)}${of} in the file`;
	if (inFile === taken) return `${all}, all taken.`;
	const parts = [
		`${figure(taken)} taken`,
		merged && `${figure(merged)} made part of another`,
		leftOut && `${figure(leftOut)} left out`
	].filter(Boolean);
	return `${all}: ${parts.join(', ')}.`;
}
