import { MultiDirectedGraph } from 'graphology';
import type { Document, Id } from '#lib/model/document.ts';

/** What algorithms may know of a relation. */
export interface EdgeAttributes {
	/** Id of the relation's type. */
	readonly type: string;
	readonly [key: string]: unknown;
}

/**
 * The document as a graph for algorithms: actors are nodes, relations are edges.
 * Its keys (`n0`, `e0`, … in the order of the records) are ours. Ids stay out of the graph, for they come from
 * files, and one such as `__proto__` breaks what is made for plain objects.
 */
export interface GraphIndex {
	readonly graph: MultiDirectedGraph<Record<string, never>, EdgeAttributes>;
	readonly actorKey: ReadonlyMap<Id, string>;
	readonly actorOf: ReadonlyMap<string, Id>;
	readonly relationKey: ReadonlyMap<Id, string>;
	readonly relationOf: ReadonlyMap<string, Id>;
}

/**
 * Builds the index anew; the document is not touched.
 * @throws RangeError if an end of a relation does not exist.
 */
export function toGraph(document: Document): GraphIndex {
	const graph: GraphIndex['graph'] = new MultiDirectedGraph({ allowSelfLoops: true });
	const actors = twoWay(document.actors, 'n');
	const relations = twoWay(document.relations, 'e');
	for (const key of actors.idOf.keys()) graph.addNode(key);
	document.relations.forEach(({ id, type, from, to }, index) => {
		const [source, target] = [actors.keyOf.get(from), actors.keyOf.get(to)];
		if (source === undefined || target === undefined) throw new RangeError(`No such end: ${id}`);
		graph.addEdgeWithKey(`e${index}`, source, target, { type });
	});
	return {
		graph,
		actorKey: actors.keyOf,
		actorOf: actors.idOf,
		relationKey: relations.keyOf,
		relationOf: relations.idOf
	};
}

function twoWay(records: readonly { readonly id: Id }[], letter: string) {
	const keyOf = new Map<Id, string>();
	const idOf = new Map<string, Id>();
	records.forEach(({ id }, index) => {
		keyOf.set(id, letter + index);
		idOf.set(letter + index, id);
	});
	return { keyOf, idOf };
}
