/** Writes Pajek networks that Pajek, igraph and networkx read. */
import { isNumber, movedPoint } from '#lib/formats/text/pajek-words.ts';
import { PAJEK_SCALE_PLACES } from '#lib/formats/text/pajek-vertices.ts';
import type { StagedEdge, StagedGraph, StagedNode } from '#lib/formats/staged.ts';

type Point = readonly [x: string, y: string];

/**
 * The graph as a Pajek network: vertices in order, then arcs, then edges. The type of a line is its label (`l`), not
 * a relation of its own: networkx takes headers such as `*Arcs :2 "backs"` for lines.
 */
export function* writePajek(graph: StagedGraph): Generator<string> {
	const type = graph.edgeColumns.findIndex(({ role }) => role === 'type');
	const sign = graph.edgeColumns.findIndex(({ role }) => role === 'sign');
	const weight = graph.edgeColumns.findIndex(({ name, role }) => role === undefined && name === 'weight');
	const number = sign >= 0 ? sign : weight;
	const meaning = sign >= 0 ? 'sign' : weight >= 0 ? 'weight' : 'none';
	yield `% dramatis label=${type >= 0 ? 'type' : 'none'} weight=${meaning}\n`;
	if (graph.title !== undefined && graph.title.trim() !== '')
		yield `*Network ${oneLine(graph.title).trim()}\n`;
	const nodes = graph.nodes.filter(({ id }) => id !== null);
	yield* writeVertices(graph, nodes);
	const numbers = new Map(nodes.map(({ id }, at) => [id, at + 1]));
	for (const directed of [true, false]) {
		const edges = graph.edges.filter((edge) => edge.directed === directed);
		if (edges.length > 0) yield directed ? '*Arcs\n' : '*Edges\n';
		for (const edge of edges) {
			const [from, to] = [numbers.get(edge.source), numbers.get(edge.target)];
			if (from !== undefined && to !== undefined) yield `${from} ${to}${details(edge, type, number, sign)}\n`;
		}
	}
}

function details({ values }: StagedEdge, type: number, number: number, sign: number): string {
	const label = values[type];
	const written = values[number];
	if (label === undefined && number < 0) return '';
	// Where there is none: a sign that is neither friend nor foe, or the weight that Pajek itself thinks of.
	const weight = written !== undefined && isNumber(written) ? written : sign >= 0 ? '0' : '1';
	return ` ${weight}${label === undefined ? '' : ` l ${inQuotes(label)}`}`;
}

function* writeVertices(graph: StagedGraph, nodes: readonly StagedNode[]): Generator<string> {
	const name = graph.nodeColumns.findIndex(({ role }) => role === 'name');
	const place = placing(graph, nodes);
	yield `*Vertices ${nodes.length}\n`;
	let number = 0;
	for (const node of nodes) {
		const point = place(node);
		const at = point ? ` ${point[0]} ${point[1]} 0.5` : '';
		yield `${++number} ${inQuotes(node.values[name] ?? node.id ?? '')}${at}\n`;
	}
}

/** How positions get into Pajek's square: made a thousand times smaller, or fitted into it as a whole. */
function placing(graph: StagedGraph, nodes: readonly StagedNode[]): (node: StagedNode) => Point | null {
	const x = graph.nodeColumns.findIndex(({ role }) => role === 'x');
	const y = graph.nodeColumns.findIndex(({ role }) => role === 'y');
	const pointOf = ({ values }: StagedNode): Point | null => {
		const [right = '', down = ''] = [values[x], values[y]];
		return isNumber(right) && isNumber(down) ? [right, down] : null;
	};
	const all = nodes.flatMap((node) => {
		const point = pointOf(node);
		return point ? [point] : [];
	});
	const plain = all.every((point) => point.every(isInSquare));
	if (plain) {
		return (node) => {
			const point = pointOf(node);
			return point && [movedPoint(point[0], -PAJEK_SCALE_PLACES), movedPoint(point[1], -PAJEK_SCALE_PLACES)];
		};
	}
	const left = least(all, 0);
	const top = least(all, 1);
	// Halves, since the difference of two large numbers may be infinite.
	const half = Math.max(1e-300, -least(all, 0, -0.5) - left / 2, -least(all, 1, -0.5) - top / 2);
	return (node) => {
		const point = pointOf(node);
		if (!point) return null;
		const fitted = (number: string, from: number) => ((Number(number) / 2 - from / 2) / half).toFixed(6);
		return [fitted(point[0], left), fitted(point[1], top)];
	};
}

/** The least of the numbers of an axis, each made larger by a factor. */
function least(points: readonly Point[], axis: 0 | 1, factor = 1): number {
	return points.reduce((smallest, point) => Math.min(smallest, Number(point[axis]) * factor), Infinity);
}

function isInSquare(number: string): boolean {
	const most = 10 ** PAJEK_SCALE_PLACES;
	return /^\d{1,4}(?:\.\d{1,20})?$/.test(number) && Number(number) <= most;
}

/** Pajek has no way to write a quote or a line end inside quotes; a backslash at the end would confuse networkx. */
function inQuotes(text: string): string {
	const shown = oneLine(text).replaceAll('"', "'");
	return `"${shown.endsWith('\\') ? `${shown} ` : shown}"`;
}

function oneLine(text: string): string {
	return text.replace(/[\r\n]+/g, ' ');
}
