/** Reads the JSON Graph Format, versions 1 (nodes in a list) and 2 (nodes by id), one graph or several. */
import type { TextReader } from '#lib/formats/foreign.ts';
import { GRAPH_EDGE_ROLES, GRAPH_NODE_ROLES, MARK, ReadColumns } from '#lib/formats/json/json-columns.ts';
import { documentReader, notThisFormat, noticeOthers, placeAsId } from '#lib/formats/json/json-document.ts';
import { JsonObject, idOf, listOf, membersOf, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import type { Limits } from '#lib/formats/limits.ts';
import type { EdgeRole, NodeRole } from '#lib/formats/staged.ts';
import type { Staging } from '#lib/formats/staging.ts';

/** @throws UnreadableError when there is no graph */
export function jgfReader(staging: Staging, limits: Limits): TextReader {
	return documentReader(staging, limits, (tree) => {
		const root = membersOf(tree);
		const several = root.get('graphs');
		const graphs = Array.isArray(several) ? several : [root.get('graph') ?? null];
		if (!graphs.some((graph) => graph instanceof JsonObject))
			throw notThisFormat('a JSON Graph', 'it has no graph');
		noticeOthers(staging, root, new Set(['graph', 'graphs']), '');
		for (const [index, graph] of graphs.entries())
			if (graph instanceof JsonObject)
				new Jgf(staging, graph, Array.isArray(several) ? `graphs[${index}]` : 'graph').read(
					graphs.length > 1
				);
			else staging.leaveOut('other', `graphs[${index}]`, 'A graph should be here.');
	});
}

const OF_A_GRAPH = new Set(['id', 'type', 'label', 'directed', 'metadata', 'nodes', 'edges', 'hyperedges']);
const OF_METADATA = new Set(['description', MARK]);
const OF_A_NODE = new Set(['id', 'label', 'metadata']);
const OF_AN_EDGE = new Set(['id', 'source', 'target', 'relation', 'metadata']);

class Jgf {
	readonly #staging: Staging;
	readonly #graph: JsonObject;
	readonly #place: string;
	readonly #metadata: JsonObject;
	readonly #nodes: ReadColumns<NodeRole>;
	readonly #edges: ReadColumns<EdgeRole>;

	constructor(staging: Staging, graph: JsonObject, place: string) {
		this.#staging = staging;
		this.#graph = graph;
		this.#place = place;
		this.#metadata = membersOf(graph.get('metadata'));
		const mark = membersOf(this.#metadata.get(MARK));
		this.#nodes = new ReadColumns(
			(...column) => staging.nodeColumn(...column),
			mark.get('nodes'),
			GRAPH_NODE_ROLES
		);
		this.#edges = new ReadColumns(
			(...column) => staging.edgeColumn(...column),
			mark.get('edges'),
			GRAPH_EDGE_ROLES
		);
	}

	/** @param isOneOfMany whether the edges have to say in which graph they are */
	read(isOneOfMany: boolean): void {
		const label = textOf(this.#graph.get('label'));
		if (!isOneOfMany) {
			this.#staging.title = label;
			this.#staging.description = textOf(this.#metadata.get('description'));
		}
		noticeOthers(this.#staging, this.#graph, OF_A_GRAPH, this.#place);
		noticeOthers(this.#staging, this.#metadata, OF_METADATA, `${this.#place}.metadata`);
		this.#readNodes();
		const name = isOneOfMany ? (label ?? textOf(this.#graph.get('id')) ?? this.#place) : undefined;
		for (const [index, edge] of listOf(this.#graph.get('edges')).entries())
			this.#edge(membersOf(edge), `${this.#place}.edges[${index}]`, name);
		for (const [index, edge] of listOf(this.#graph.get('hyperedges')).entries())
			this.#hyperedge(membersOf(edge), `${this.#place}.hyperedges[${index}]`);
	}

	#readNodes(): void {
		const nodes = this.#graph.get('nodes');
		if (nodes instanceof JsonObject) {
			for (const [id, node] of nodes.entries())
				this.#node(id, node, `${this.#place}.nodes[${JSON.stringify(id)}]`);
			return;
		}
		const ids = new Set(listOf(nodes).flatMap((node) => idOf(membersOf(node).get('id')) ?? []));
		for (const [index, node] of listOf(nodes).entries()) {
			const place = `${this.#place}.nodes[${index}]`;
			this.#node(idOf(membersOf(node).get('id')) ?? placeAsId(this.#staging, ids, place), node, place);
		}
	}

	#node(id: string, tree: JsonTree, place: string): void {
		const node = membersOf(tree);
		const values = this.#values(node, OF_A_NODE, this.#nodes, (name) => this.#staging.nodeColumn(name));
		const label = textOf(node.get('label'));
		if (label !== undefined) values.push([this.#staging.nodeColumn('label', 'name'), label]);
		this.#staging.node(id, values, place);
	}

	#edge(edge: JsonObject, place: string, graph: string | undefined): void {
		const [source, target] = [idOf(edge.get('source')), idOf(edge.get('target'))];
		if (source === undefined || target === undefined)
			return this.#staging.leaveOut('edge', place, 'The edge does not say both of its ends.');
		const [own, general] = [edge.get('directed'), this.#graph.get('directed')];
		const skip = typeof own === 'boolean' ? OF_A_DIRECTED_EDGE : OF_AN_EDGE;
		const values = this.#values(edge, skip, this.#edges, (name) => this.#staging.edgeColumn(name));
		const structural = [
			['id', 'id', idOf(edge.get('id'))],
			['relation', 'type', textOf(edge.get('relation'))]
		] as const;
		for (const [name, role, value] of structural)
			if (value !== undefined) values.push([this.#staging.edgeColumn(name, role), value]);
		if (graph !== undefined) values.push([this.#staging.edgeColumn('label of the graph'), graph]);
		this.#staging.edge(source, target, typeof own === 'boolean' ? own : general !== false, values, place);
	}

	/** What stands in the metadata, and beside it what the format does not know; of one name, the latter goes by itself. */
	#values(
		members: JsonObject,
		skip: ReadonlySet<string>,
		columns: Pick<ReadColumns<string>, 'values'>,
		columnOf: (name: string) => number
	): [number, string][] {
		const metadata = members.get('metadata');
		const values = columns.values(membersOf(metadata));
		for (const [key, tree] of members.entries()) {
			const value = skip.has(key) ? undefined : textOf(tree);
			const isTwice = value !== undefined && membersOf(metadata).has(key);
			if (value !== undefined) values.push([columnOf(isTwice ? `${key} (beside the metadata)` : key), value]);
		}
		return values;
	}

	#hyperedge(edge: JsonObject, place: string): void {
		const ends = ['nodes', 'source', 'target'].flatMap((key) => listOf(edge.get(key)));
		const reason = `A hyperedge joins several nodes at once (here ${ends.length}), and a relation has two ends. Write it as edges of two.`;
		this.#staging.leaveOut('edge', place, reason);
	}
}

const OF_A_DIRECTED_EDGE = new Set([...OF_AN_EDGE, 'directed']);
