/** What `dramatis convert` says: what became of everything in a file, and what is lost in another format. */
import type { OutReport } from '#lib/formats/out/taking-out.ts';
import type { Tally } from '#lib/formats/staged.ts';
import type { WayOut } from '#lib/formats/out/ways-out.ts';
import { count, figure } from '#lib/view/receipt.ts';
import type { DocumentReading } from './reading.ts';

/** More lines than these nobody reads; the receipt counts all. */
const MOST = 50;

const EFFECTS = { refused: 'left out', mended: 'mended', noticed: 'noticed' } as const;
const DIFFERENCES = { 'left-out': 'left out', merged: 'merged', noticed: 'noticed' } as const;

/** The receipt of a file of another program, or what was wrong with one of ours. */
export function receiptLines({ receipt, problems, document }: DocumentReading): string[] {
	const told = (effect: string, place: string, text: string) =>
		[`${effect}:`, place && `${place}:`, text].filter(Boolean).join(' ');
	const lines = receipt
		? receipt.differences.map(({ effect, place, reason }) => told(DIFFERENCES[effect], place, reason))
		: problems.map(({ effect, place, message }) => told(EFFECTS[effect], place, message));
	const { actors, relations, claims } = document;
	const read = [
		count(actors.length, 'actor'),
		count(relations.length, 'relation'),
		count(claims.length, 'claim')
	];
	return [
		`read: ${read.join(', ')}.`,
		...(receipt
			? [
					...tallyLine(receipt.nodes, 'node'),
					...tallyLine(receipt.edges, 'edge'),
					...tallyLine(receipt.others, 'other thing'),
					...(receipt.leftColumns.length ? [`columns left out: ${receipt.leftColumns.join(', ')}`] : [])
				]
			: []),
		...lines.slice(0, MOST),
		...(lines.length > MOST || receipt?.unlisted
			? [`and ${figure(Math.max(0, lines.length - MOST) + (receipt?.unlisted ?? 0))} more.`]
			: [])
	];
}

function tallyLine({ inFile, taken, merged, leftOut }: Tally, noun: string): string[] {
	if (inFile === 0) return [];
	const parts = [
		`${figure(taken)} taken`,
		merged && `${figure(merged)} merged`,
		leftOut && `${figure(leftOut)} left out`
	];
	return [`${count(inFile, noun)} in the file: ${parts.filter(Boolean).join(', ')}.`];
}

/** What has no place in a format. */
export function lossLines({ losses, remarks, warnings, ...report }: OutReport, { called }: WayOut): string[] {
	const parts = [
		count(report.actors, 'actor'),
		count(report.relations, 'relation'),
		count(report.claims, 'claim')
	];
	return [
		`to be written as ${called}: ${parts.join(', ')}.`,
		...losses.map(({ text }) => text),
		...remarks,
		...warnings.slice(0, MOST).map(({ place, name, text }) => `still says “${name}”: ${place}: ${text}`),
		...(warnings.length > MOST ? [`and ${figure(warnings.length - MOST)} more places.`] : [])
	];
}
