/** Writes GraphML 1.0, valid against its schema; our own reader finds in it what `keeps` of graphml.ts says. */
import { turned } from '#lib/formats/declared.ts';
import { OURS, OURS_AGAIN } from '#lib/formats/xml/graphml-keys.ts';
import type { Column, StagedEdge, StagedGraph, StagedNode, Values } from '#lib/formats/staged.ts';
import { directionOf, typeOf, writtenIds } from '#lib/formats/written-graph.ts';
import type { ValueType, WrittenIds } from '#lib/formats/written-graph.ts';
import { fitsXml, isNameToken, xmlText } from '#lib/formats/xml/xml-text.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;

interface WrittenKey {
	readonly id: string;
	/** The name as the schema allows it (NMTOKEN), and no other key of the same owner has it: igraph wants that. */
	readonly token: string;
	readonly at: number;
	readonly column: Column;
	readonly type: ValueType;
}

/** The graph as GraphML, in pieces. */
export function* writeGraphml(graph: StagedGraph): Generator<string> {
	const ids = writtenIds(graph.nodes, isNameToken, fitsXml);
	const nodeKeys = keysOf(graph.nodeColumns, graph.nodes, 'n');
	const edgeKeys = keysOf(graph.edgeColumns, graph.edges, 'e');
	const edgeId = edgeKeys.find(({ id }) => id === `${OURS}id`);
	const nodeLabel = labelOf(nodeKeys, 'name');
	const edgeLabel = labelOf(edgeKeys, 'type');
	const direction = directionOf(graph);
	yield HEAD;
	if (graph.title !== undefined) yield keyLine(`${OURS}title`, 'graph', 'title', 'title', 'string');
	if (ids.anyBeside) yield keyLine(`${OURS}id`, 'node', 'original-id', 'original-id', 'string');
	for (const { id, column, token, type } of nodeKeys) yield keyLine(id, 'node', column.name, token, type);
	if (nodeLabel) yield keyLine(`${OURS_AGAIN}node-label`, 'node', 'label', 'label', 'string');
	for (const { id, column, token, type } of edgeKeys) {
		// An id that GraphML allows is the id of the edge.
		const isNeeded =
			id !== edgeId?.id || graph.edges.some(({ values }) => !isNameToken(values[edgeId.at] ?? '-'));
		if (isNeeded) yield keyLine(id, 'edge', column.name, token, type);
	}
	if (edgeLabel) yield keyLine(`${OURS_AGAIN}edge-label`, 'edge', 'label', 'label', 'string');
	yield `<graph id="G" edgedefault="${direction}">\n`;
	if (graph.description !== undefined) yield `<desc>${xmlText(graph.description)}</desc>\n`;
	if (graph.title !== undefined) yield `${data(`${OURS}title`, graph.title)}\n`;
	for (const node of graph.nodes) yield nodeLine(node, ids, nodeKeys, nodeLabel);
	for (const edge of graph.edges)
		yield edgeLine(edge, ids, edgeKeys, edgeId, edgeLabel, direction === 'directed');
	yield '</graph>\n</graphml>\n';
}

function keysOf(
	columns: readonly Column[],
	elements: readonly { readonly values: Values }[],
	letter: string
): WrittenKey[] {
	const used = new Map<string, number>();
	const tokens = new Set(
		['label', 'original-id'].filter((token) => columns.every(({ name }) => name !== token))
	);
	return columns.map((column, at) => {
		const count = used.get(column.role ?? '') ?? 0;
		used.set(column.role ?? '', count + 1);
		const ofRole = `${OURS}${column.role}${count === 0 ? '' : `.${count + 1}`}`;
		const id = column.role === undefined ? `${OURS}${letter}${count}` : ofRole;
		return { id, token: tokenFor(column.name, tokens), at, column, type: typeOf(column, at, elements) };
	});
}

function tokenFor(name: string, taken: Set<string>): string {
	const legal = Array.from(name, (character) => (isNameToken(character) ? character : '_')).join('') || '_';
	let token = legal;
	for (let turn = 2; taken.has(token); turn++) token = `${legal}-${turn}`;
	taken.add(token);
	return token;
}

/** Programs show what is called `label`; ours is said again under that name, unless something else has it. */
function labelOf(keys: readonly WrittenKey[], role: string): WrittenKey | undefined {
	if (keys.some(({ column }) => column.name === 'label')) return undefined;
	return keys.find(({ column }) => column.role === role);
}

function keyLine(id: string, owner: string, name: string, token: string, type: ValueType): string {
	const start = `<key id="${id}" for="${owner}" attr.name="${token}" attr.type="${type}"`;
	return name === token ? `${start}/>\n` : `${start}><desc>${xmlText(name)}</desc></key>\n`;
}

function data(key: string, value: string): string {
	return `<data key="${key}">${xmlText(value)}</data>`;
}

function nodeLine(
	{ id, values }: StagedNode,
	ids: WrittenIds,
	keys: readonly WrittenKey[],
	label: WrittenKey | undefined
): string {
	const beside = ids.beside(id);
	let line = `<node id="${ids.of(id)}">`;
	if (beside !== undefined) line += data(`${OURS}id`, beside);
	for (const key of keys) {
		const value = values[key.at];
		if (value === undefined) continue;
		const { role } = key.column;
		line += data(key.id, role === 'y' ? turned(value) : role === 'parent' ? ids.found(value) : value);
	}
	return `${line}${again('node', label, values)}</node>\n`;
}

function edgeLine(
	{ source, target, directed, values }: StagedEdge,
	ids: WrittenIds,
	keys: readonly WrittenKey[],
	edgeId: WrittenKey | undefined,
	label: WrittenKey | undefined,
	otherwise: boolean
): string {
	const own = edgeId && isNameToken(values[edgeId.at] ?? '') ? edgeId : undefined;
	const id = own ? ` id="${values[own.at]!}"` : '';
	const direction = directed === otherwise ? '' : ` directed="${directed}"`;
	let line = `<edge${id} source="${ids.of(source)}" target="${ids.of(target)}"${direction}>`;
	for (const key of keys) {
		const value = values[key.at];
		if (value !== undefined && key !== own) line += data(key.id, value);
	}
	return `${line}${again('edge', label, values)}</edge>\n`;
}

function again(owner: 'node' | 'edge', label: WrittenKey | undefined, values: Values): string {
	const value = label && values[label.at];
	return value === undefined ? '' : data(`${OURS_AGAIN}${owner}-label`, value);
}
