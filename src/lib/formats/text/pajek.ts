/** Pajek's networks and projects. */
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { PajekReader } from '#lib/formats/text/pajek-reader.ts';
import { writePajek } from '#lib/formats/text/pajek-writer.ts';

export const PAJEK: ForeignFormat = {
	id: 'pajek',
	name: 'Pajek',
	extensions: ['.net', '.paj'],
	missingEnds: 'leave-out',
	recognises: looksLikePajek,
	reader: (staging, limits) => new PajekReader(staging, limits),
	write: writePajek,
	keeps: {
		nodes: ['name', 'x', 'y'],
		edges: ['type', 'sign'],
		attributes: false,
		direction: true,
		remarks: [
			'A title on several lines becomes one line; there is no place for a description.',
			'A line without a sign gets 0.',
			'Actors are numbered; an actor without a name has its id for one.',
			'Quotes in names and types become apostrophes, and line ends blanks.',
			'Positions are fitted into a square, where they keep their proportions.',
			'Lines with a direction come before those without.'
		]
	}
};

/** Whether the first line that is no comment begins a network. */
function looksLikePajek(head: string): boolean {
	const line = head.split(/[\r\n]+/).find((text) => !/^\s*(?:%|$)/.test(text));
	return line !== undefined && /^\s*\*\s*(?:vert|network(?:\s|$))/i.test(line);
}
