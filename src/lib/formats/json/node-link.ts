/** Node-link JSON, as d3 draws it and networkx (`node_link_data`) writes it; graphology's JSON is read as well. */
import type { ForeignFormat } from '#lib/formats/foreign.ts';
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
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import { nodeLinkReader } from '#lib/formats/json/node-link-reader.ts';
import type { EdgeRole, NodeRole, StagedGraph } from '#lib/formats/staged.ts';

export const NODE_LINK: ForeignFormat = {
	id: 'node-link',
	name: 'Node-link JSON',
	extensions: ['.json'],
	recognises: isNodeLink,
	reader: nodeLinkReader,
	missingEnds: 'leave-out',
	write: writeNodeLink,
	keeps: {
		nodes: GRAPH_NODE_ROLES,
		edges: GRAPH_EDGE_ROLES,
		attributes: true,
		direction: true,
		remarks: [
			'networkx takes a whole graph as directed or not: where both are mixed, that a relation has no direction is a value beside it.'
		]
	}
};

/** By a list of nodes, which are no elements of Cytoscape, or by a list of links when that comes first. */
function isNodeLink(head: string): boolean {
	const root = membersOf(glanceJson(head));
	if (root.has('format') || root.has('elements')) return false;
	const nodes = root.get('nodes');
	const links = [...listOf(root.get('links')), ...listOf(root.get('edges'))];
	if (isElement(listOf(nodes)[0]) || isElement(links[0])) return false;
	if (Array.isArray(nodes) || root.has('multigraph')) return true;
	return membersOf(links[0]).has('source') || membersOf(links[0]).has('from');
}

function isElement(item: JsonTree | undefined): boolean {
	return membersOf(item).get('data') instanceof JsonObject;
}

function* writeNodeLink(graph: StagedGraph): Generator<string> {
	const nodes = new WrittenColumns<NodeRole>(graph.nodeColumns, graph.nodes, { reserved: ['id'] });
	const edges = new WrittenColumns<EdgeRole>(graph.edgeColumns, graph.edges, {
		// Two edges with one `key` would be one to networkx.
		reserved: ['source', 'target', 'key', 'directed'],
		preferred: new Map([['id', 'id']])
	});
	const directed = graph.edges.length === 0 || graph.edges.some((edge) => edge.directed);
	const about = [
		...textMembers(['name', graph.title], ['description', graph.description]),
		markMember(nodes, edges)
	];
	yield `{"directed":${directed},"multigraph":true,"graph":{${about.join(',')}},\n"nodes":[`;
	yield* lines(graph.nodes, ({ id, values }) => {
		return `{${[...textMembers(['id', id ?? '']), ...nodes.members(values)].join(',')}}`;
	});
	yield '],\n"links":[';
	yield* lines(graph.edges, ({ source, target, directed: own, values }) => {
		const ends = textMembers(['source', source ?? ''], ['target', target ?? '']);
		const direction = own === directed ? [] : [`"directed":${own}`];
		return `{${[...ends, ...direction, ...edges.members(values)].join(',')}}`;
	});
	yield ']}\n';
}
