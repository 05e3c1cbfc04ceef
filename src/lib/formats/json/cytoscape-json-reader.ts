/** Reads the elements of Cytoscape.js, as arrays, as {nodes, edges}, or in the files (.cyjs) of Cytoscape. */
import { OUR_ID } from '#lib/formats/json/clear-ids.ts';
import { documentReader, notThisFormat, noticeOthers, placeAsId } from '#lib/formats/json/json-document.ts';
import { GRAPH_EDGE_ROLES, GRAPH_NODE_ROLES, MARK, ReadColumns } from '#lib/formats/json/json-columns.ts';
import type { TextReader } from '#lib/formats/foreign.ts';
import { JsonNumber, JsonObject, idOf, listOf, membersOf, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import type { Limits } from '#lib/formats/limits.ts';
import type { EdgeRole, NodeRole } from '#lib/formats/staged.ts';
import type { Staging } from '#lib/formats/staging.ts';

export function cytoscapeJsonReader(staging: Staging, limits: Limits): TextReader {
	return documentReader(staging, limits, (tree) => new CytoscapeJson(staging, tree).read());
}

/** Of a whole picture (`cy.json()`), beside the elements. How it looks is not ours to take. */
const OF_THE_PICTURE = new Set([
	...['format_version', 'generated_by', 'target_cytoscapejs_version', 'data', 'elements', 'scratch', 'style'],
	...['zoom', 'minZoom', 'maxZoom', 'pan', 'zoomingEnabled', 'userZoomingEnabled', 'panningEnabled'],
	...['userPanningEnabled', 'boxSelectionEnabled', 'renderer', 'hideEdgesOnViewport', 'textureOnViewport'],
	...['motionBlur', 'wheelSensitivity', 'multiClickDebounceTime', 'nodes', 'edges']
]);
const OF_A_NODE = new Set(['id']);
const OF_OUR_NODE = new Set(['id', OUR_ID]);
const OF_AN_EDGE = new Set(['source', 'target']);
const OF_OUR_EDGE = new Set([...OF_AN_EDGE, 'directed']);

interface Element {
	readonly tree: JsonTree;
	readonly isEdge: boolean;
	readonly place: string;
}

class CytoscapeJson {
	readonly #staging: Staging;
	readonly #elements: readonly Element[];
	readonly #nodes: ReadColumns<NodeRole>;
	readonly #edges: ReadColumns<EdgeRole>;
	readonly #isOurs: boolean;
	readonly #ids = new Set<string>();
	/** Ids of ours that Cytoscape could not take, by those in their place. */
	readonly #ours = new Map<string, string>();

	constructor(staging: Staging, tree: JsonTree) {
		this.#staging = staging;
		const root = membersOf(tree);
		this.#elements = [...elementsOf(tree)];
		const data = membersOf(root.get('data'));
		const mark = data.get(MARK);
		this.#isOurs = mark instanceof JsonObject;
		// Cytoscape on the desktop gives these two columns the meaning that its own tables have.
		const isDesktop = root.has('target_cytoscapejs_version');
		this.#nodes = new ReadColumns(
			(...column) => staging.nodeColumn(...column),
			membersOf(mark).get('nodes'),
			GRAPH_NODE_ROLES,
			[['parent', 'parent'], ...(isDesktop ? [['name', 'name'] as const] : [])]
		);
		this.#edges = new ReadColumns(
			(...column) => staging.edgeColumn(...column),
			membersOf(mark).get('edges'),
			GRAPH_EDGE_ROLES,
			[['id', 'id'], ...(isDesktop ? [['interaction', 'type'] as const] : [])]
		);
		staging.title = textOf(data.get('name'));
		staging.description = textOf(data.get('description'));
		this.#tellOthers(root, data);
	}

	read(): void {
		for (const { tree, isEdge } of this.#elements) {
			const id = isEdge ? undefined : idOf(dataOf(tree).get('id'));
			if (id !== undefined) this.#ids.add(id);
			const own = this.#isOurs ? textOf(dataOf(tree).get(OUR_ID)) : undefined;
			if (id !== undefined && own !== undefined) this.#ours.set(id, own);
		}
		for (const element of this.#elements) this.#element(element);
	}

	#element({ tree, isEdge, place }: Element): void {
		const kind = isEdge ? 'edge' : 'node';
		if (!(tree instanceof JsonObject))
			return this.#staging.leaveOut('other', place, 'It is no element: an object with data should be here.');
		if (tree.get('removed') === true)
			return this.#staging.leaveOut(
				kind,
				place,
				'The file says that the element was removed from the graph.'
			);
		if (isEdge) this.#edge(dataOf(tree), tree, place);
		else this.#node(dataOf(tree), tree, place);
	}

	#node(data: JsonObject, element: JsonObject, place: string): void {
		const values = this.#nodes.values(data, this.#isOurs ? OF_OUR_NODE : OF_A_NODE);
		const position = membersOf(element.get('position'));
		for (const axis of ['x', 'y'] as const) {
			const value = position.get(axis);
			if (value instanceof JsonNumber) values.push([this.#staging.nodeColumn(axis, axis), value.text]);
		}
		const classes = classesOf(element);
		if (classes !== undefined) values.push([this.#nodes.of('classes'), classes]);
		const id = idOf(data.get('id')) ?? placeAsId(this.#staging, this.#ids, place);
		this.#staging.node(this.#ours.get(id) ?? id, values, place);
	}

	#edge(data: JsonObject, element: JsonObject, place: string): void {
		const source = idOf(data.get('source'));
		const target = idOf(data.get('target'));
		if (source === undefined || target === undefined)
			return this.#staging.leaveOut('edge', place, 'The edge does not say both of its ends.');
		const values = this.#edges.values(data, this.#isOurs ? OF_OUR_EDGE : OF_AN_EDGE);
		const classes = classesOf(element);
		if (classes !== undefined) values.push([this.#edges.of('classes'), classes]);
		const directed = !this.#isOurs || data.get('directed') !== false;
		const ends = [source, target].map((end) => this.#ours.get(end) ?? end) as [string, string];
		this.#staging.edge(...ends, directed, values, place);
	}

	#tellOthers(root: JsonObject, data: JsonObject): void {
		if (listOf(root.get('style')).length > 0)
			this.#staging.notice('style', 'How elements look was not taken, and no address in it was opened.');
		noticeOthers(this.#staging, root, OF_THE_PICTURE, '');
		const ours = new Set(['name', 'description', MARK]);
		if (root.has('elements')) noticeOthers(this.#staging, data, ours, 'data');
	}
}

function* elementsOf(tree: JsonTree): Generator<Element> {
	const all = tree instanceof JsonObject ? (tree.get('elements') ?? tree) : tree;
	const at = tree instanceof JsonObject && tree.has('elements') ? 'elements' : '';
	if (Array.isArray(all)) {
		for (const [index, one] of all.entries())
			yield { tree: one, isEdge: isEdge(one), place: `${at}[${index}]` };
		return;
	}
	if (!(all instanceof JsonObject) || !(all.has('nodes') || all.has('edges')))
		throw notThisFormat('a graph of Cytoscape.js', 'it has no elements');
	for (const group of ['nodes', 'edges'])
		for (const [index, one] of listOf(all.get(group)).entries())
			yield { tree: one, isEdge: group === 'edges', place: `${at && `${at}.`}${group}[${index}]` };
}

function isEdge(element: JsonTree): boolean {
	const group = membersOf(element).get('group');
	if (group === 'nodes' || group === 'edges') return group === 'edges';
	return dataOf(element).has('source') && dataOf(element).has('target');
}

function dataOf(element: JsonTree): JsonObject {
	return membersOf(membersOf(element).get('data'));
}

/** A text with blanks between the classes, or a list of them. */
function classesOf(element: JsonObject): string | undefined {
	const classes = element.get('classes');
	const text = Array.isArray(classes) ? classes.map((one) => textOf(one) ?? '').join(' ') : textOf(classes);
	return text === '' ? undefined : text;
}
