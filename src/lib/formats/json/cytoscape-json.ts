/** The JSON of Cytoscape.js (js.cytoscape.org, "Elements JSON") and of Cytoscape on the desktop (.cyjs). */
import { ClearIds, OUR_ID } from '#lib/formats/json/clear-ids.ts';
import { cytoscapeJsonReader } from '#lib/formats/json/cytoscape-json-reader.ts';
import {
	GRAPH_EDGE_ROLES,
	GRAPH_NODE_ROLES,
	WrittenColumns,
	lines,
	markMember,
	placing,
	textMembers
} from '#lib/formats/json/json-columns.ts';
import type { Placed } from '#lib/formats/json/json-columns.ts';
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { glanceJson } from '#lib/formats/json/json-parse.ts';
import { JsonObject, listOf, membersOf } from '#lib/formats/json/json-tree.ts';
import type { EdgeRole, NodeRole, StagedEdge, StagedGraph } from '#lib/formats/staged.ts';

export const CYTOSCAPE_JSON: ForeignFormat = {
	id: 'cytoscape-json',
	name: 'Cytoscape.js JSON',
	extensions: ['.cyjs', '.json'],
	recognises: isCytoscapeJson,
	reader: cytoscapeJsonReader,
	missingEnds: 'leave-out',
	write: writeCytoscapeJson,
	keeps: {
		nodes: GRAPH_NODE_ROLES,
		edges: GRAPH_EDGE_ROLES,
		attributes: true,
		direction: true,
		remarks: ['Cytoscape draws every edge with a direction; that one has none is a value beside it.']
	}
};

/** By an element: an object whose `data` is an object. */
function isCytoscapeJson(head: string): boolean {
	const tree = glanceJson(head);
	const root = membersOf(tree);
	if (root.has('target_cytoscapejs_version')) return true;
	const elements = root.get('elements');
	const all = elements ?? tree;
	const found = Array.isArray(all)
		? all
		: [...listOf(membersOf(all).get('nodes')), ...listOf(membersOf(all).get('edges'))];
	if (found.length > 0) return membersOf(found[0]).get('data') instanceof JsonObject;
	return elements !== undefined && (Array.isArray(elements) || membersOf(elements).has('nodes'));
}

function* writeCytoscapeJson(graph: StagedGraph): Generator<string> {
	const nodes = new WrittenColumns<NodeRole>(graph.nodeColumns, graph.nodes, {
		reserved: ['id', OUR_ID],
		preferred: new Map([['parent', 'parent']])
	});
	const edges = new WrittenColumns<EdgeRole>(graph.edgeColumns, graph.edges, {
		reserved: ['source', 'target', 'directed', 'id'],
		preferred: new Map(edgeIdsAreClear(graph) ? [['id', 'id']] : [])
	});
	const head = [
		...textMembers(['name', graph.title], ['description', graph.description]),
		markMember(nodes, edges)
	];
	yield `{"data":{${head.join(',')}},\n"elements":{"nodes":[`;
	const ids = new ClearIds(graph);
	const place = placing(graph.nodeColumns);
	yield* lines(graph.nodes, (node) => nodeLine(node.id ?? '', ids, place(node.values), nodes));
	yield '],\n"edges":[';
	yield* lines(graph.edges, (edge) => edgeLine(edge, ids, edges));
	yield ']}}\n';
}

function nodeLine(
	id: string,
	ids: ClearIds,
	{ position, values }: Placed,
	columns: WrittenColumns<NodeRole>
): string {
	const shown = ids.ofNode(id);
	const own = textMembers(['id', shown], [OUR_ID, shown === id ? undefined : id]);
	const data = [...own, ...columns.members(values)];
	const place = position ? `,"position":{"x":${position[0]},"y":${position[1]}}` : '';
	return `{"data":{${data.join(',')}}${place}}`;
}

function edgeLine(edge: StagedEdge, ids: ClearIds, columns: WrittenColumns<EdgeRole>): string {
	const ends = textMembers(['source', ids.ofNode(edge.source)], ['target', ids.ofNode(edge.target)]);
	const direction = edge.directed ? [] : ['"directed":false'];
	return `{"data":{${[...ends, ...direction, ...columns.members(edge.values)].join(',')}}}`;
}

/** Whether the ids of the edges can be those of the elements: Cytoscape has one set of ids for nodes and edges. */
function edgeIdsAreClear(graph: StagedGraph): boolean {
	const column = graph.edgeColumns.findIndex(({ role }) => role === 'id');
	const ids = new ClearIds(graph);
	return graph.edges.every(
		({ values }) => values[column] === undefined || ids.ofEdge(values[column]) === values[column]
	);
}
