/** GML, the Graph Modelling Language (Himsolt 1997), as Graphlet, yEd, LEDA, igraph and networkx write it. Read only. */
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { GmlReader } from '#lib/formats/text/gml-reader.ts';
import { GmlScanner, type GmlWord } from '#lib/formats/text/gml-scanner.ts';

export const GML: ForeignFormat = {
	id: 'gml',
	name: 'GML',
	extensions: ['.gml'],
	missingEnds: 'leave-out',
	recognises: looksLikeGml,
	reader: (staging, limits) => new GmlReader(staging, limits)
};

/** Whether there is a `graph [` outside all records, and nothing but keys and values before it. */
function looksLikeGml(head: string): boolean {
	let depth = 0;
	let isKey = true;
	let key = '';
	let verdict: boolean | undefined;
	const scanner = new GmlScanner((word: GmlWord, text: string) => {
		if (verdict !== undefined) return;
		if (word === '[' && depth === 0 && key.toLowerCase() === 'graph' && !isKey) verdict = true;
		else if (word === ']') depth--;
		else if (isKey && (word !== 'word' || !/^[A-Za-z_]\w*$/.test(text))) verdict = false;
		else if (word === '[') depth++;
		if (isKey) key = text;
		isKey = word === '[' || word === ']' || !isKey;
	});
	scanner.write(head);
	return verdict ?? false;
}
