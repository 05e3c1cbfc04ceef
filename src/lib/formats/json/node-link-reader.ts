/** Reads node-link JSON: nodes and links whose ends are ids, numbers of nodes, or the nodes themselves. */
import type { TextReader } from '#lib/formats/foreign.ts';
import { GRAPH_EDGE_ROLES, GRAPH_NODE_ROLES, MARK, ReadColumns } from '#lib/formats/json/json-columns.ts';
import { documentReader, notThisFormat, noticeOthers, placeAsId } from '#lib/formats/json/json-document.ts';
import { JsonNumber, JsonObject, listOf, membersOf, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import type { Limits } from '#lib/formats/limits.ts';
import type { EdgeRole, NodeRole } from '#lib/formats/staged.ts';
import type { Staging } from '#lib/formats/staging.ts';

export function nodeLinkReader(staging: Staging, limits: Limits): TextReader {
	return documentReader(staging, limits, (tree) => new NodeLink(staging, tree).read());
}

const KNOWN = new Set([
	'directed',
	'multigraph',
	'graph',
	'nodes',
	'links',
	'edges',
	'attributes',
	'options'
]);
const OF_THE_GRAPH = new Set(['name', 'description', MARK]);

interface Link {
	readonly tree: JsonTree;
	readonly place: string;
}

class NodeLink {
	readonly #staging: Staging;
	readonly #root: JsonObject;
	readonly #list: readonly JsonTree[];
	readonly #links: readonly Link[];
	readonly #nodes: ReadColumns<NodeRole>;
	readonly #edges: ReadColumns<EdgeRole>;
	/** The member that is the id of a node; null where nodes have none and are known by their number. */
	readonly #idKey: string | null;
	/** The ids of the nodes, by number. */
	readonly #numbered: string[] = [];
	#endsAreNumbers = false;

	constructor(staging: Staging, tree: JsonTree) {
		this.#staging = staging;
		this.#root = membersOf(tree);
		if (!Array.isArray(this.#root.get('nodes')))
			throw notThisFormat('a graph of nodes and links', 'it has no list of nodes');
		this.#list = listOf(this.#root.get('nodes'));
		this.#links = ['links', 'edges'].flatMap((key) =>
			listOf(this.#root.get(key)).map((link, index) => ({ tree: link, place: `${key}[${index}]` }))
		);
		const about = graphAttributes(this.#root);
		const mark = membersOf(about.get(MARK));
		this.#nodes = new ReadColumns(
			(...column) => staging.nodeColumn(...column),
			mark.get('nodes'),
			GRAPH_NODE_ROLES
		);
		this.#edges = new ReadColumns(
			(...column) => staging.edgeColumn(...column),
			mark.get('edges'),
			GRAPH_EDGE_ROLES,
			[['id', 'id']]
		);
		staging.title = textOf(about.get('name'));
		staging.description = textOf(about.get('description'));
		noticeOthers(staging, this.#root, KNOWN, '');
		noticeOthers(staging, about, OF_THE_GRAPH, 'graph');
		this.#idKey = this.#findIdKey();
	}

	read(): void {
		this.#readNodes();
		this.#endsAreNumbers = this.#idKey !== null && this.#sayNumbers();
		for (const link of this.#links) this.#link(link);
	}

	#findIdKey(): string | null {
		for (const key of ['id', 'key']) if (this.#list.some((node) => membersOf(node).has(key))) return key;
		if (!this.#list.some((node) => node instanceof JsonObject)) return 'id';
		const named = this.#list.every((node) => typeof membersOf(node).get('name') === 'string');
		const byText = this.#links.some(({ tree }) => endsOf(tree).some((end) => typeof end === 'string'));
		if (named && byText) {
			this.#staging.notice(
				'nodes',
				'The nodes have no ids; their names stand for them, for the links use those.'
			);
			return 'name';
		}
		this.#staging.notice('nodes', 'The nodes have no ids; their numbers, from 0, stand for them.');
		return null;
	}

	#readNodes(): void {
		const ids = new Set<string>();
		const own = this.#list.map((node, index) => this.#ownId(node, index));
		for (const id of own) if (id !== undefined) ids.add(id);
		const skip = new Set(this.#idKey === null || this.#idKey === 'name' ? [] : [this.#idKey]);
		for (const [index, node] of this.#list.entries()) {
			const place = `nodes[${index}]`;
			const id = own[index] ?? placeAsId(this.#staging, ids, place);
			this.#numbered.push(id);
			this.#staging.node(id, valuesOf(membersOf(node), this.#nodes, skip), place);
		}
	}

	#ownId(node: JsonTree, index: number): string | undefined {
		if (!(node instanceof JsonObject)) return textOf(node);
		return this.#idKey === null ? String(index) : textOf(node.get(this.#idKey));
	}

	/** networkx wrote numbers as ends until its version 2, although the nodes have ids. */
	#sayNumbers(): boolean {
		const ends = this.#links.flatMap(({ tree }) => endsOf(tree));
		if (ends.every((end) => this.#isId(end)) || !ends.every((end) => this.#isNumberOfNode(end))) return false;
		this.#staging.notice(
			'links',
			'The ends of the links are no ids of nodes; they were taken as numbers of nodes, from 0.'
		);
		return true;
	}

	#isId(end: JsonTree | undefined): boolean {
		const id = this.#endId(end);
		return id !== undefined && this.#staging.hasNode(id);
	}

	#isNumberOfNode(end: JsonTree | undefined): boolean {
		return end instanceof JsonNumber && /^\d{1,15}$/.test(end.text) && Number(end.text) < this.#list.length;
	}

	#link({ tree, place }: Link): void {
		const link = membersOf(tree);
		const [source, target] = endsOf(tree).map((end) => this.#endId(end));
		if (source === undefined || target === undefined)
			return this.#staging.leaveOut('edge', place, 'The link does not say both of its ends.');
		const skip = new Set(link.has('source') ? ['source', 'target'] : ['from', 'to']);
		const own = link.get('directed');
		const general = this.#root.get('directed');
		if (typeof own === 'boolean') skip.add('directed');
		// networkx takes a file that does not say it for undirected; but source and target are words for a direction.
		const directed = typeof own === 'boolean' ? own : general !== false && link.get('undirected') !== true;
		this.#staging.edge(source, target, directed, valuesOf(link, this.#edges, skip), place);
	}

	/** d3 puts the nodes themselves in the place of their ids. */
	#endId(end: JsonTree | undefined): string | undefined {
		if (this.#endsAreNumbers && end instanceof JsonNumber) return this.#numbered[Number(end.text)];
		if (!(end instanceof JsonObject)) return textOf(end);
		return textOf(end.get(this.#idKey ?? 'index'));
	}
}

function endsOf(link: JsonTree): readonly [JsonTree | undefined, JsonTree | undefined] {
	const members = membersOf(link);
	return members.has('source')
		? [members.get('source'), members.get('target')]
		: [members.get('from'), members.get('to')];
}

/** graphology keeps the attributes of nodes and edges in an object of their own. */
function valuesOf(
	members: JsonObject,
	columns: Pick<ReadColumns<string>, 'values'>,
	skip: ReadonlySet<string>
): [number, string][] {
	const attributes = members.get('attributes');
	if (!(attributes instanceof JsonObject)) return columns.values(members, skip);
	return [...columns.values(members, new Set([...skip, 'attributes'])), ...columns.values(attributes)];
}

/** What is said of the graph as a whole: an object, or in old files of networkx a list of pairs. */
function graphAttributes(root: JsonObject): JsonObject {
	const graph = root.get('graph') ?? root.get('attributes');
	if (!Array.isArray(graph)) return membersOf(graph);
	const pairs = new JsonObject();
	for (const pair of graph) {
		const [key, value] = listOf(pair);
		if (typeof key !== 'string' || value === undefined) continue;
		pairs.keys.push(key);
		pairs.values.push(value);
	}
	return pairs;
}
