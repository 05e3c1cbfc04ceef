/** Writes DOT that Graphviz draws: labels, directions, positions; all else as attributes that it passes over. */
import { attributesOf, DOT_LABELS_MARK, DOT_MARK, UNDIRECTED } from '#lib/formats/text/dot-columns.ts';
import { fitsDot, quotedLabel, quotedText, turned } from '#lib/formats/text/dot-label.ts';
import type { StagedEdge, StagedGraph, StagedNode } from '#lib/formats/staged.ts';
import { writtenIds, type WrittenIds } from '#lib/formats/written-graph.ts';

const NUMBER = /^-?\d{1,30}(?:\.\d{1,30})?$/;

/** The graph as DOT, a line an element. Undirected edges among directed ones get `dir=none`. */
export function* writeDot(graph: StagedGraph): Generator<string> {
	const directed = graph.edges.some((edge) => edge.directed) || graph.edges.length === 0;
	const title = graph.title === undefined ? '' : ` ${quotedText(graph.title)}`;
	yield `${directed ? 'digraph' : 'graph'}${title} {\n\t${DOT_MARK}="1"\n`;
	if (graph.description !== undefined) yield `\tcomment=${quotedText(graph.description)}\n`;
	// Two ids that differ in what cannot be written are still two.
	const ids = writtenIds(graph.nodes, fitsDot, fitsDot);
	const line = edgeWriter(graph, directed);
	if (line.labelled) yield `\t${DOT_LABELS_MARK}="type"\n`;
	const node = nodeWriter(graph, ids);
	for (const each of graph.nodes) if (each.id !== null) yield node(ids.of(each.id), each);
	for (const each of graph.edges) {
		if (each.source !== null && each.target !== null)
			yield line.write(ids.of(each.source), ids.of(each.target), each);
	}
	yield '}\n';
}

function nodeWriter({ nodeColumns }: StagedGraph, ids: WrittenIds): (id: string, node: StagedNode) => string {
	const parent = nodeColumns.findIndex(({ role }) => role === 'parent');
	const name = nodeColumns.findIndex(({ role }) => role === 'name');
	const x = nodeColumns.findIndex(({ role }) => role === 'x');
	const y = nodeColumns.findIndex(({ role }) => role === 'y');
	const attributes = attributesOf(nodeColumns).map(quotedText);
	return (id, { values }) => {
		const [right, down] = [values[x] ?? '', values[y] ?? ''];
		const placed = isNumber(right) && isNumber(down);
		const list: string[] = [];
		values.forEach((value, at) => {
			if (value === undefined || (placed && (at === x || at === y))) return;
			const text = at === parent ? ids.found(value) : value;
			list.push(at === name ? `label=${quotedLabel(text)}` : `${attributes[at]!}=${quotedText(text)}`);
		});
		if (placed) list.push(`pos="${right},${turned(down)}"`);
		return `\t${quotedText(id)}${inBrackets(list)}\n`;
	};
}

interface EdgeWriter {
	/** Whether the types stand in the labels as well. */
	readonly labelled: boolean;
	readonly write: (source: string, target: string, edge: StagedEdge) => string;
}

function edgeWriter({ edgeColumns }: StagedGraph, directed: boolean): EdgeWriter {
	const type = edgeColumns.findIndex(({ role }) => role === 'type');
	const attributes = attributesOf(edgeColumns).map(quotedText);
	const arrow = directed ? '->' : '--';
	const write = (source: string, target: string, edge: StagedEdge) => {
		const list: string[] = [];
		const shown = edge.values[type];
		if (shown !== undefined) list.push(`label=${quotedLabel(shown)}`);
		edge.values.forEach((value, at) => {
			if (value !== undefined) list.push(`${attributes[at]!}=${quotedText(value)}`);
		});
		if (directed && !edge.directed) list.push('dir="none"', `${UNDIRECTED}="true"`);
		return `\t${quotedText(source)} ${arrow} ${quotedText(target)}${inBrackets(list)}\n`;
	};
	return { labelled: type >= 0, write };
}

function inBrackets(list: readonly string[]): string {
	return list.length === 0 ? '' : ` [${list.join(', ')}]`;
}

/** Plain enough to be turned round and back: not -0, which has no sign to lose. */
function isNumber(text: string): boolean {
	return NUMBER.test(text) && !(text.startsWith('-') && Number(text) === 0);
}
