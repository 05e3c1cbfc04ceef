/** Puts the nodes, edges and clusters of a DOT text into the staging. */
import { edgeColumnOf, nodeColumnOf, UNDIRECTED } from '#lib/formats/text/dot-columns.ts';
import { shownLabel, turned } from '#lib/formats/text/dot-label.ts';
import type { AttributeMap, Cluster } from '#lib/formats/text/dot-scopes.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { quoted } from '#lib/model/problem-log.ts';

export interface DotNode {
	readonly id: string;
	readonly line: number;
	readonly defaults: AttributeMap;
	own: Map<string, string> | null;
	parent: Cluster | undefined;
}

export interface DotEdge {
	readonly source: string;
	readonly target: string;
	readonly directed: boolean;
	readonly values: AttributeMap;
	readonly line: number;
}

type List = [column: number, value: string][];

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

export class DotOutput {
	/** Whether the labels of the edges only repeat their types, because we wrote them. */
	labelsAreTypes = false;
	/** Of the graph that is read; clusters may have their names as well. */
	nodes: ReadonlyMap<string, unknown> = new Map();
	readonly #staging: Staging;
	/** By attribute, since most elements have the same ones. */
	readonly #nodeColumns = new Map<string, number>();
	readonly #edgeColumns = new Map<string, number>();

	constructor(staging: Staging) {
		this.#staging = staging;
	}

	node({ id, line, defaults, own, parent }: DotNode): void {
		const list: List = [];
		for (const [name, value] of defaults) if (!own?.has(name)) this.#nodeValue(list, id, name, value);
		for (const [name, value] of own ?? []) this.#nodeValue(list, id, name, value);
		if (parent) list.push([this.#staging.nodeColumn('parent', 'parent'), this.#clusterId(parent)]);
		this.#staging.node(id, list, `line ${line}`);
	}

	/** A cluster is a node, and those in it name it as their parent. */
	cluster(cluster: Cluster): void {
		const { line, parent, attributes } = cluster;
		const id = this.#clusterId(cluster);
		if (id !== cluster.id) {
			const reason = `The cluster ${quoted(cluster.id)} has the name of a node; it was called ${quoted(id)}.`;
			this.#staging.notice(`line ${line}`, reason, 'node');
		}
		const list: List = [];
		for (const [name, value] of attributes) this.#nodeValue(list, id, name, value);
		if (parent) list.push([this.#staging.nodeColumn('parent', 'parent'), this.#clusterId(parent)]);
		this.#staging.node(id, list, `line ${line}`);
	}

	edge({ source, target, directed, values, line }: DotEdge): void {
		const list: List = [];
		const undirected = values.get(UNDIRECTED) === 'true';
		for (const [name, value] of values) {
			if (undirected && (name === UNDIRECTED || (name === 'dir' && value === 'none'))) continue;
			const shown = name === 'label' ? edgeLabel(value, source, target) : value;
			if (name === 'label' && this.labelsAreTypes && shown === values.get('dramatis_type')) continue;
			list.push([this.#edgeColumn(name), shown]);
		}
		this.#staging.edge(source, target, directed && !undirected, list, `line ${line}`);
	}

	/** An edge that a strict graph has already. */
	mergedEdge(first: DotEdge, line: number): void {
		const reason = `The graph is strict, so the edge from ${quoted(first.source)} to ${quoted(first.target)} is that of line ${first.line}; the two were made one.`;
		this.#staging.merge('edge', `line ${line}`, reason);
	}

	#nodeColumn(attribute: string): number {
		const known = this.#nodeColumns.get(attribute);
		if (known !== undefined) return known;
		const { name, role } = nodeColumnOf(attribute);
		const index = this.#staging.nodeColumn(name, role);
		this.#nodeColumns.set(attribute, index);
		return index;
	}

	#edgeColumn(attribute: string): number {
		const known = this.#edgeColumns.get(attribute);
		if (known !== undefined) return known;
		const { name, role } = edgeColumnOf(attribute);
		const index = this.#staging.edgeColumn(name, role);
		this.#edgeColumns.set(attribute, index);
		return index;
	}

	#clusterId({ id }: Cluster): string {
		return this.nodes.has(id) ? `${id} (cluster)` : id;
	}

	#nodeValue(list: List, id: string, name: string, value: string): void {
		if (name === 'pos' && this.#position(list, value)) return;
		const shown = name === 'label' ? shownLabel(value, (sign) => (sign === 'N' ? id : undefined)) : value;
		list.push([this.#nodeColumn(name), shown]);
	}

	/** `12,34`, perhaps with a third number and with ! for a node that must stay; Graphviz counts upwards. */
	#position(list: List, value: string): boolean {
		if (value.length > 200) return false;
		const pinned = value.endsWith('!');
		const numbers = (pinned ? value.slice(0, -1) : value).split(',').map((number) => number.trim());
		const [x, y, z] = numbers;
		if (x === undefined || y === undefined || numbers.length > 3) return false;
		if (!numbers.every((number) => NUMBER.test(number))) return false;
		list.push([this.#staging.nodeColumn('x', 'x'), x], [this.#staging.nodeColumn('y', 'y'), turned(y)]);
		if (z !== undefined) list.push([this.#staging.nodeColumn('z'), z]);
		// Graphviz has both ways of saying it.
		if (pinned) list.push([this.#staging.nodeColumn('pin'), 'true']);
		return true;
	}
}

function edgeLabel(label: string, source: string, target: string): string {
	return shownLabel(label, (sign) => {
		if (sign === 'T') return source;
		if (sign === 'H') return target;
		return sign === 'E' ? `${source}->${target}` : undefined;
	});
}
