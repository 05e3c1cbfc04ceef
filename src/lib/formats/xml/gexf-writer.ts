/** Writes GEXF 1.3, valid against its schema; our own reader finds in it what `keeps` of gexf.ts says. */
import { isPlainNumber, turned } from '#lib/formats/declared.ts';
import { OURS } from '#lib/formats/xml/gexf-attributes.ts';
import { GEXF_CREATOR } from '#lib/formats/xml/gexf-meta.ts';
import { spanOfWhen } from '#lib/formats/xml/gexf-times.ts';
import type { Column, StagedEdge, StagedGraph, StagedNode, Values } from '#lib/formats/staged.ts';
import { directionOf, typeOf, writtenIds } from '#lib/formats/written-graph.ts';
import type { WrittenIds } from '#lib/formats/written-graph.ts';
import { fitsXml, xmlAttribute, xmlText } from '#lib/formats/xml/xml-text.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
`;

interface WrittenAttribute {
	readonly id: string;
	readonly at: number;
	readonly column: Column;
	readonly type: string;
}

/** Where in the values that stands for which GEXF has a place of its own; -1 for what is not there. */
interface Places {
	readonly attributes: readonly WrittenAttribute[];
	readonly label: number;
	readonly when: number;
	readonly x: number;
	readonly y: number;
	readonly parent: number;
	readonly id: number;
	readonly weight: number;
}

/** The graph as GEXF, in pieces. */
export function* writeGexf(graph: StagedGraph): Generator<string> {
	const { nodes, edges } = graph;
	const ids = writtenIds(nodes, (id) => id !== '' && fitsXml(id), fitsXml);
	const inNodes = placesOf('node', graph.nodeColumns, nodes);
	const inEdges = placesOf('edge', graph.edgeColumns, edges);
	const direction = directionOf(graph);
	yield HEAD;
	yield* meta(graph);
	const dynamic = hasTimes(nodes, inNodes) || hasTimes(edges, inEdges);
	yield `<graph defaultedgetype="${direction}" mode="${dynamic ? 'dynamic" timeformat="date" timerepresentation="interval' : 'static'}">\n`;
	const trueId = ids.anyBeside ? attributeLine(`${OURS}id`, 'id', 'string') : '';
	yield* declarations('node', trueId, inNodes.attributes);
	// The type is the kind of the edge; this only says that it is ours.
	const type =
		inEdges.label < 0 ? '' : attributeLine(`${OURS}type`, graph.edgeColumns[inEdges.label]!.name, 'string');
	yield* declarations('edge', type, inEdges.attributes);
	yield `<nodes count="${nodes.length}">\n`;
	for (const node of nodes) yield nodeLines(node, ids, inNodes);
	yield `</nodes>\n<edges count="${edges.length}">\n`;
	for (const edge of edges) yield edgeLines(edge, ids, inEdges, direction);
	yield '</edges>\n</graph>\n</gexf>\n';
}

function* meta({ title, description }: StagedGraph): Generator<string> {
	yield `<meta>\n<creator>${GEXF_CREATOR}</creator>\n`;
	if (title !== undefined) yield `<keywords>${xmlText(title)}</keywords>\n`;
	if (description !== undefined) yield `<description>${xmlText(description)}</description>\n`;
	yield '</meta>\n';
}

function placesOf(
	kind: 'node' | 'edge',
	columns: readonly Column[],
	elements: readonly (StagedNode | StagedEdge)[]
): Places {
	const first = (role: string) => columns.findIndex((column) => column.role === role);
	const label = first(kind === 'node' ? 'name' : 'type');
	const weight =
		kind === 'edge' ? columns.findIndex(({ name, role }) => name === 'weight' && role === undefined) : -1;
	const isWeight = weight >= 0 && typeOf({ name: '', type: 'double' }, weight, elements) === 'double';
	const places = {
		label,
		when: first('when'),
		x: first('x'),
		y: first('y'),
		parent: first('parent'),
		id: first('id')
	};
	const native = new Set([label, isWeight ? weight : -1]);
	return { ...places, weight: isWeight ? weight : -1, attributes: attributesOf(columns, elements, native) };
}

function attributesOf(
	columns: readonly Column[],
	elements: readonly { readonly values: Values }[],
	native: ReadonlySet<number>
): WrittenAttribute[] {
	const used = new Map<string, number>();
	return columns.flatMap((column, at) => {
		const count = used.get(column.role ?? '') ?? 0;
		used.set(column.role ?? '', count + 1);
		if (native.has(at)) return [];
		const ofRole = `${OURS}${column.role}${count === 0 ? '' : `.${count + 1}`}`;
		const id = column.role === undefined ? `c${count}` : ofRole;
		return [{ id, at, column, type: gexfType(column, at, elements) }];
	});
}

const LIST_TYPES = /^list(?:string|boolean|integer|long|float|double|byte|short|bigdecimal|biginteger|char)$/;

function gexfType(column: Column, at: number, elements: readonly { readonly values: Values }[]): string {
	if (column.type !== undefined && LIST_TYPES.test(column.type)) return column.type;
	const type = typeOf(column, at, elements);
	return type === 'int' ? 'integer' : type;
}

function* declarations(
	kind: 'node' | 'edge',
	first: string,
	attributes: readonly WrittenAttribute[]
): Generator<string> {
	if (first === '' && attributes.length === 0) return;
	yield `<attributes class="${kind}">\n${first}`;
	for (const { id, column, type } of attributes) yield attributeLine(id, column.name, type);
	yield '</attributes>\n';
}

function attributeLine(id: string, title: string, type: string): string {
	return `<attribute id="${id}" title="${xmlAttribute(title)}" type="${type}"/>\n`;
}

function nodeLines({ id, values }: StagedNode, ids: WrittenIds, places: Places): string {
	const parent = values[places.parent];
	const x = values[places.x];
	const y = values[places.y];
	const isPlaced = x !== undefined && y !== undefined && isPlainNumber(x) && isPlainNumber(y);
	const start =
		`<node id="${xmlAttribute(ids.of(id))}"` +
		attribute('label', values[places.label]) +
		times(values[places.when]) +
		(parent === undefined ? '' : attribute('pid', ids.of(parent)));
	const beside = ids.beside(id);
	const inside =
		valueLines(values, places.attributes, beside, (at, value) => {
			if (isPlaced && (at === places.x || at === places.y)) return undefined;
			if (at === places.y) return turned(value);
			// What lies in what is read from `pid`, unless that is not the id that we know.
			if (at === places.parent) return ids.of(value) === value ? undefined : ids.found(value);
			return value;
		}) + (isPlaced ? `<viz:position x="${x}" y="${turned(y)}"/>\n` : '');
	return inside === '' ? `${start}/>\n` : `${start}>\n${inside}</node>\n`;
}

function edgeLines(
	{ source, target, directed, values }: StagedEdge,
	ids: WrittenIds,
	places: Places,
	otherwise: 'directed' | 'undirected'
): string {
	const id = values[places.id];
	const isId = id !== undefined && id !== '' && fitsXml(id);
	const type = directed ? 'directed' : 'undirected';
	const kind = values[places.label];
	const start =
		`<edge${attribute('id', isId ? id : undefined)} source="${xmlAttribute(ids.of(source))}" target="${xmlAttribute(ids.of(target))}"` +
		attribute('type', type === otherwise ? undefined : type) +
		attribute('label', kind) +
		attribute('kind', kind) +
		attribute('weight', values[places.weight]) +
		times(values[places.when]);
	const inside = valueLines(values, places.attributes, undefined, (at, value) =>
		isId && at === places.id ? undefined : value
	);
	return inside === '' ? `${start}/>\n` : `${start}>\n${inside}</edge>\n`;
}

function valueLines(
	values: Values,
	attributes: readonly WrittenAttribute[],
	trueId: string | undefined,
	asWritten: (at: number, value: string) => string | undefined
): string {
	let lines = trueId === undefined ? '' : valueLine(`${OURS}id`, trueId);
	for (const { id, at } of attributes) {
		const value = values[at];
		const text = value === undefined ? undefined : asWritten(at, value);
		if (text !== undefined) lines += valueLine(id, text);
	}
	return lines === '' ? '' : `<attvalues>\n${lines}</attvalues>\n`;
}

function valueLine(id: string, value: string): string {
	return `<attvalue for="${id}" value="${xmlAttribute(value)}"/>\n`;
}

function attribute(name: string, value: string | undefined): string {
	return value === undefined ? '' : ` ${name}="${xmlAttribute(value)}"`;
}

/** What the timeline of Gephi shows; `when` itself stands among the values. */
function times(when: string | undefined): string {
	const span = when === undefined ? null : spanOfWhen(when);
	return span ? attribute('start', span.start) + attribute('end', span.end) : '';
}

function hasTimes(elements: readonly { readonly values: Values }[], { when }: Places): boolean {
	return elements.some(({ values }) => times(values[when]) !== '');
}
