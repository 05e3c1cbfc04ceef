/** DOT, the language of Graphviz. */
import { DotReader } from '#lib/formats/text/dot-reader.ts';
import { DotScanner } from '#lib/formats/text/dot-scanner.ts';
import { writeDot } from '#lib/formats/text/dot-writer.ts';
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { EDGE_ROLES, NODE_ROLES } from '#lib/formats/staged.ts';

export const DOT: ForeignFormat = {
	id: 'dot',
	name: 'DOT (Graphviz)',
	extensions: ['.dot', '.gv'],
	missingEnds: 'make',
	recognises: looksLikeDot,
	reader: (staging, limits) => new DotReader(staging, limits),
	write: writeDot,
	keeps: {
		nodes: NODE_ROLES,
		edges: EDGE_ROLES.filter((role) => role !== 'from' && role !== 'to'),
		attributes: true,
		direction: true,
		remarks: [
			'Graphviz draws names, types, directions and positions; the rest is kept in attributes that it passes over.',
			'Control characters have no place in a text file; each is written as �. An id that has one is replaced by a number.'
		]
	}
};

/** Whether it begins with `graph {`, `strict digraph "name" {` and the like, comments apart. */
function looksLikeDot(head: string): boolean {
	const words: string[] = [];
	try {
		new DotScanner((kind, text) => {
			if (words.length < 4) words.push(kind === 'name' ? text.toLowerCase() : kind === 'sign' ? text : '"');
		}).write(head);
	} catch {
		// What came before the fault may do.
	}
	if (words[0] === 'strict') words.shift();
	return (words[0] === 'graph' || words[0] === 'digraph') && (words[1] === '{' || words[2] === '{');
}
