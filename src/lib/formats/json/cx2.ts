/** CX2 (cytoscape.org/cx/cx2/specification), the exchange format of Cytoscape and NDEx. */
import { OUR_ID } from '#lib/formats/json/clear-ids.ts';
import { cx2Reader } from '#lib/formats/json/cx2-reader.ts';
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import {
	GRAPH_EDGE_ROLES,
	GRAPH_NODE_ROLES,
	MARK,
	WrittenColumns,
	lines,
	placing,
	textMembers
} from '#lib/formats/json/json-columns.ts';
import type { Placed } from '#lib/formats/json/json-columns.ts';
import { glanceJson } from '#lib/formats/json/json-parse.ts';
import { listOf, membersOf } from '#lib/formats/json/json-tree.ts';
import type { EdgeRole, NodeRole, StagedEdge, StagedGraph } from '#lib/formats/staged.ts';

export const CX2: ForeignFormat = {
	id: 'cx2',
	name: 'CX2',
	extensions: ['.cx2'],
	/** The first fragment says the version. */
	recognises: (head) => membersOf(listOf(glanceJson(head))[0]).has('CXVersion'),
	reader: cx2Reader,
	missingEnds: 'leave-out',
	write: writeCx2,
	keeps: {
		nodes: GRAPH_NODE_ROLES,
		edges: GRAPH_EDGE_ROLES,
		attributes: true,
		direction: true,
		remarks: [
			'CX2 numbers nodes and edges; the ids of actors are kept as an attribute.',
			'Cytoscape draws every edge with a direction; that one has none is an attribute.'
		]
	}
};

function* writeCx2(graph: StagedGraph): Generator<string> {
	const nodes = new WrittenColumns<NodeRole>(graph.nodeColumns, graph.nodes, {
		reserved: [OUR_ID],
		preferred: new Map([['name', 'name']])
	});
	const edges = new WrittenColumns<EdgeRole>(graph.edgeColumns, graph.edges, {
		reserved: ['directed', OUR_ID],
		preferred: new Map([['type', 'interaction']])
	});
	const numbers = new Map(graph.nodes.map(({ id }, index) => [id, index]));
	const place = placing(graph.nodeColumns);
	yield '[{"CXVersion":"2.0","hasFragments":false},\n';
	yield `{"metaData":[${metaData(graph)}]},\n`;
	yield `{"attributeDeclarations":[${declarations(nodes, edges)}]},\n`;
	yield `{"networkAttributes":[{${textMembers(['name', graph.title], ['description', graph.description]).join(',')}}]},\n`;
	yield `{"${MARK}":[{"nodes":${nodes.mark()},"edges":${edges.mark()}}]},\n`;
	yield '{"nodes":[';
	yield* lines(graph.nodes, ({ id, values }, number) => nodeLine(number, id ?? '', place(values), nodes));
	yield ']},\n{"edges":[';
	yield* lines(graph.edges, (edge, number) => edgeLine(edge, number, numbers, edges));
	yield ']},\n{"status":[{"success":true,"error":""}]}]\n';
}

function metaData({ nodes, edges }: StagedGraph): string {
	const counts = [
		['attributeDeclarations', 1],
		['networkAttributes', 1],
		[MARK, 1],
		['nodes', nodes.length],
		['edges', edges.length]
	] as const;
	return counts.map(([name, count]) => `{"name":"${name}","elementCount":${count}}`).join(',');
}

function declarations(nodes: WrittenColumns<NodeRole>, edges: WrittenColumns<EdgeRole>): string {
	const network = '"networkAttributes":{"name":{"d":"string"},"description":{"d":"string"}}';
	const ofNodes = [`"${OUR_ID}":{"d":"string"}`, ...declared(nodes)].join(',');
	const ofEdges = ['"directed":{"d":"boolean"}', ...declared(edges)].join(',');
	return `{${network},"nodes":{${ofNodes}},"edges":{${ofEdges}}}`;
}

function declared({ keys, numeric }: Pick<WrittenColumns<string>, 'keys' | 'numeric'>): string[] {
	return keys.map((key, at) => `${JSON.stringify(key)}:{"d":"${numeric[at] ? 'double' : 'string'}"}`);
}

function nodeLine(number: number, id: string, placed: Placed, columns: WrittenColumns<NodeRole>): string {
	const place = placed.position ? `"x":${placed.position[0]},"y":${placed.position[1]},` : '';
	const values = [...textMembers([OUR_ID, id]), ...columns.members(placed.values)];
	return `{"id":${number},${place}"v":{${values.join(',')}}}`;
}

function edgeLine(
	{ source, target, directed, values }: StagedEdge,
	number: number,
	numbers: ReadonlyMap<string | null, number>,
	columns: WrittenColumns<EdgeRole>
): string {
	const members = [...(directed ? [] : ['"directed":false']), ...columns.members(values)];
	return `{"id":${number},"s":${numbers.get(source) ?? -1},"t":${numbers.get(target) ?? -1},"v":{${members.join(',')}}}`;
}
