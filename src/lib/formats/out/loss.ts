/** What a format of another program cannot carry of a document: by kind of thing, with counts, in words. */
import type { ForeignFormat, Keeps } from '#lib/formats/foreign.ts';
import { THINGS, type Fate, type Rows } from '#lib/formats/out/loss-things.ts';
import { CLAIM_ID } from '#lib/formats/meaning/own-columns.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import type { Document } from '#lib/model/document.ts';

export interface Loss {
	readonly thing: string;
	readonly count: number;
	readonly fate: 'note' | 'lost';
	/** "3 claims" */
	readonly what: string;
	/** A plain sentence. */
	readonly text: string;
}

/** A format as the loss table knows it: of other programs, or one that is a container of tables. */
export interface WrittenFormat extends Pick<ForeignFormat, 'name' | 'rows'> {
	readonly keeps: Keeps;
	/** Things, by their names in the table, that are in the file for whoever reads it, but do not come back. */
	readonly notes?: readonly string[];
}

/**
 * What a document loses in a format, in the order of the table; empty when nothing is lost.
 * @param graph what flatten made of the document for the format
 * @param name of the format, as the sentences say it
 * @param notes see WrittenFormat
 */
export function losses(
	document: Document,
	graph: StagedGraph,
	keeps: Keeps,
	name: string,
	notes: readonly string[] = []
): Loss[] {
	const rows: Rows = graph.edgeColumns.some((one) => one.name === CLAIM_ID) ? 'claim' : 'relation';
	return THINGS.flatMap((it): Loss[] => {
		const fate = notes.includes(it.name) ? 'note' : it.fate(keeps, rows);
		const count = fate === 'kept' ? 0 : it.count(document);
		if (fate === 'kept' || count === 0) return [];
		const what = count === 1 ? `1 ${it.words[0]}` : `${count.toLocaleString('en')} ${it.words[1]}`;
		const [have, verb] = count === 1 ? ['has', 'is'] : ['have', 'are'];
		const asNotes = count === 1 ? 'a note' : 'notes';
		const end = fate === 'note' ? ` and ${verb} kept as ${asNotes}` : ` and ${verb} left out`;
		return [{ thing: it.name, count, fate, what, text: `${what} ${have} no place in ${name}${end}.` }];
	});
}

/** For each thing that a document can hold, what becomes of it in each format that is written. */
export function lossTable<Format extends Omit<WrittenFormat, 'keeps'> & { readonly keeps?: Keeps }>(
	formats: readonly Format[]
): {
	readonly formats: readonly Format[];
	readonly lines: readonly { readonly thing: string; readonly fates: readonly Fate[] }[];
} {
	const written = formats.filter(({ keeps }) => keeps);
	const lines = THINGS.map(({ name, fate }) => ({
		thing: name,
		fates: written.map(({ keeps, rows = 'relation', notes = [] }) =>
			notes.includes(name) ? 'note' : fate(keeps!, rows)
		)
	}));
	return { formats: written, lines };
}
