/** The JSON Graph Format (jsongraphformat.info). */
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { jgfReader } from '#lib/formats/json/jgf-reader.ts';
import {
	GRAPH_EDGE_ROLES,
	GRAPH_NODE_ROLES,
	WrittenColumns,
	lines,
	markMember,
	textMembers
} from '#lib/formats/json/json-columns.ts';
import { glanceJson } from '#lib/formats/json/json-parse.ts';
import { JsonObject, listOf, membersOf } from '#lib/formats/json/json-tree.ts';
import type { EdgeRole, NodeRole, StagedEdge, StagedGraph, StagedNode } from '#lib/formats/staged.ts';

export const JGF: ForeignFormat = {
	id: 'jgf',
	name: 'JSON Graph Format',
	extensions: ['.jgf.json', '.jgf', '.json'],
	recognises: isJgf,
	reader: jgfReader,
	missingEnds: 'leave-out',
	write: writeJgf,
	keeps: {
		nodes: GRAPH_NODE_ROLES,
		edges: GRAPH_EDGE_ROLES,
		attributes: true,
		direction: true,
		remarks: []
	}
};

const OF_A_GRAPH = new Set([
	'id',
	'type',
	'label',
	'directed',
	'metadata',
	'nodes',
	'edges',
	'hyperedges',
	'$schema'
]);

/** By `graph` or `graphs` at the top, with what a JSON Graph has inside; beside `graph`, networkx has `nodes`. */
function isJgf(head: string): boolean {
	const root = membersOf(glanceJson(head));
	if (['nodes', 'links', 'edges', 'multigraph', 'elements', 'format'].some((key) => root.has(key)))
		return false;
	const graph = root.get('graph') ?? listOf(root.get('graphs'))[0];
	return graph instanceof JsonObject && graph.keys.every((key) => OF_A_GRAPH.has(key));
}

function* writeJgf(graph: StagedGraph): Generator<string> {
	const nodes = new WrittenColumns<NodeRole>(graph.nodeColumns, graph.nodes, {
		reserved: [],
		structural: ['name']
	});
	const edges = new WrittenColumns<EdgeRole>(graph.edgeColumns, graph.edges, {
		reserved: [],
		structural: ['id', 'type']
	});
	const metadata = [...textMembers(['description', graph.description]), markMember(nodes, edges)];
	const head = [
		'"directed":true',
		...textMembers(['label', graph.title]),
		`"metadata":{${metadata.join(',')}}`
	];
	yield `{"graph":{${head.join(',')},\n"nodes":{`;
	yield* lines(graph.nodes, (node) => nodeLine(node, nodes));
	yield '},\n"edges":[';
	yield* lines(graph.edges, (edge) => edgeLine(edge, edges));
	yield ']}}\n';
}

function nodeLine({ id, values }: StagedNode, columns: WrittenColumns<NodeRole>): string {
	const label = textMembers(['label', columns.structural('name', values)]);
	return `${JSON.stringify(id ?? '')}:{${[...label, ...metadataOf(columns.members(values))].join(',')}}`;
}

function edgeLine(
	{ source, target, directed, values }: StagedEdge,
	columns: WrittenColumns<EdgeRole>
): string {
	const own = textMembers(
		['id', columns.structural('id', values)],
		['source', source ?? ''],
		['target', target ?? ''],
		['relation', columns.structural('type', values)]
	);
	const direction = directed ? [] : ['"directed":false'];
	return `{${[...own, ...direction, ...metadataOf(columns.members(values))].join(',')}}`;
}

function metadataOf(members: readonly string[]): string[] {
	return members.length === 0 ? [] : [`"metadata":{${members.join(',')}}`];
}
