/** Makes a document of what a file holds, by a mapping, and says what became of every element. */
import { asAttribute } from '#lib/formats/meaning/cells.ts';
import { Actors } from '#lib/formats/meaning/import-actors.ts';
import { Ids } from '#lib/formats/meaning/import-ids.ts';
import { Books, type ImportReceipt } from '#lib/formats/meaning/import-receipt.ts';
import { Relations } from '#lib/formats/meaning/import-relations.ts';
import type { Mapping } from '#lib/formats/meaning/mapping.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { emptyDocument, type Document } from '#lib/model/document.ts';
import { quoted } from '#lib/model/problem-log.ts';

export interface Interpretation {
	readonly document: Document;
	readonly receipt: ImportReceipt;
}

/**
 * The document that a file makes. Whatever the mapping says, the document is whole (model/check.ts has nothing to
 * say about it), the receipt balances, and each value of a column that is not left out is somewhere in it.
 * Never throws; takes time in proportion to the file.
 */
export function interpret(graph: StagedGraph, mapping: Mapping): Interpretation {
	const books = new Books(graph);
	const ids = new Ids();
	const actors = new Actors(graph, mapping, ids, books);
	const relations = new Relations(graph, mapping, actors, ids, books);
	addParents(actors, relations, books);
	if (graph.table) {
		actors.several.tell(books);
		actors.noticeTwins();
	}
	const types = relations.types.own;
	const document: Document = {
		...emptyDocument(mapping.title),
		...(graph.description ? { description: graph.description } : {}),
		sources: relations.claims.sources,
		voices: relations.claims.voices,
		actors: actors.list,
		relations: relations.list,
		events: relations.events,
		claims: relations.claims.list,
		...(types.length > 0 ? { types } : {}),
		...(actors.positions.size > 0 ? { positions: actors.positions } : {})
	};
	return { document, receipt: books.receipt([...actors.leftColumns, ...relations.leftColumns]) };
}

function addParents(actors: Actors, relations: Relations, books: Books): void {
	for (const { child, parent, place } of actors.parents) {
		const actor = actors.ofNode(parent.value);
		if (actor && actor !== child) relations.partOf(child, actor);
		else {
			actors.keep(child, [asAttribute(parent)]);
			const reason = actor
				? 'The node lies in itself; that was not taken.'
				: `The node lies in ${quoted(parent.value)}, and the file has no such node.`;
			books.noticed('node', place, reason);
		}
	}
}
