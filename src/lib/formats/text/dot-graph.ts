/** What a DOT text says, put together: nodes with what defaults give them, edges of chains, clusters as groups. */
import { DOT_LABELS_MARK, DOT_MARK } from '#lib/formats/text/dot-columns.ts';
import { shownLabel, withoutBackslashPairs } from '#lib/formats/text/dot-label.ts';
import { DotOutput, type DotEdge, type DotNode } from '#lib/formats/text/dot-output.ts';
import {
	Budget,
	DotScopes,
	type AttributeMap,
	type Cluster,
	type Group
} from '#lib/formats/text/dot-scopes.ts';
import { LimitError, type Limits } from '#lib/formats/limits.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { quoted } from '#lib/model/problem-log.ts';

export type Attributes = [name: string, value: string][];

/** One end in a chain of edges: a node or a subgraph. */
export interface Endpoint {
	readonly node?: string;
	group?: Group;
	port?: string;
	/** Whether the arrow before it is ->. */
	readonly directed: boolean;
}

export class DotGraph {
	/** Whether we wrote the file. */
	ours = false;
	readonly #staging: Staging;
	readonly #limits: Limits;
	readonly #budget: Budget;
	#output: DotOutput;
	#scopes: DotScopes;
	#name: string | null = null;
	#directed = false;
	#strict = false;
	#nodes = new Map<string, DotNode>();
	/** Of a strict graph, by ends. */
	#pairs = new Map<string, Map<string, DotEdge>>();
	/** How many edges that are. */
	#held = 0;
	readonly #own = new Map<string, string>();
	readonly #told = new Set<string>();

	constructor(staging: Staging, limits: Limits) {
		this.#staging = staging;
		this.#limits = limits;
		this.#budget = new Budget(limits.elements * 4);
		this.#scopes = new DotScopes(this.#budget);
		this.#output = new DotOutput(staging);
	}

	begin(name: string | null, directed: boolean, strict: boolean): void {
		this.#name = name;
		this.#directed = directed;
		this.#strict = strict;
		this.#nodes = new Map();
		this.#pairs = new Map();
		this.#scopes = new DotScopes(this.#budget);
		this.#own.clear();
		this.#held = 0;
		this.#output.nodes = this.#nodes;
	}

	/** Says that a name is not as DOT has it. */
	odd(name: string, line: number): void {
		this.#once(
			'odd',
			line,
			`${quoted(name)} should stand in quotes; it was read as one name, which Graphviz would not do.`
		);
	}

	named(name: string): Group {
		return this.#scopes.named(name);
	}

	open(name: string | null, line: number): void {
		this.#scopes.open(name, line);
	}

	close(): Group {
		const { name, line, group } = this.#scopes.close();
		if (name !== null && !group.cluster && !this.#told.has(`set ${name}`)) {
			this.#told.add(`set ${name}`);
			const reason = `The subgraph ${quoted(name)} is no cluster: its nodes were taken, that they belong together was not.`;
			this.#staging.leaveOut('other', `line ${line}`, reason);
		}
		return group;
	}

	/** A node is made where it is named first, with the defaults that hold there. */
	mention(id: string, line: number): DotNode {
		let node = this.#nodes.get(id);
		if (!node) {
			const defaults = this.#scopes.defaults('nodes');
			this.#budget.inherit(defaults.size);
			if (this.#nodes.size + this.#staging.elements >= this.#limits.elements) throw tooMany(this.#limits);
			node = { id, line, defaults, own: null, parent: undefined };
			this.#nodes.set(id, node);
		}
		this.#scopes.add(id);
		if (this.#scopes.cluster) this.#putInto(node, this.#scopes.cluster, line);
		return node;
	}

	attributes(id: string, attributes: Attributes): void {
		if (attributes.length === 0) return;
		const node = this.#nodes.get(id)!;
		node.own ??= new Map();
		for (const [name, value] of attributes) node.own.set(name, value);
	}

	defaults(of: 'node' | 'edge' | 'graph', attributes: Attributes): void {
		if (of === 'graph') for (const [name, value] of attributes) this.assign(name, value);
		else this.#scopes.setDefaults(of === 'node' ? 'nodes' : 'edges', attributes);
	}

	/** Sets an attribute of the graph or the subgraph. */
	assign(name: string, value: string): void {
		if (this.#scopes.isRoot) {
			this.#own.set(name, value);
			if (name === DOT_MARK) this.ours = true;
			if (name === DOT_LABELS_MARK) this.#output.labelsAreTypes = value === 'type';
			return;
		}
		const isCluster = name === 'cluster' && /^(?:true|yes|[1-9]\d{0,9})$/i.test(value);
		if (isCluster) {
			const nodes = this.#scopes.makeCluster();
			const cluster = this.#scopes.cluster!;
			for (const id of nodes) this.#putInto(this.#nodes.get(id)!, cluster, cluster.line);
		} else this.#scopes.cluster?.attributes.set(name, value);
	}

	edges(chain: readonly Endpoint[], attributes: Attributes, line: number): void {
		const defaults = this.#scopes.defaults('edges');
		this.#budget.inherit(defaults.size);
		const all = new Map(defaults);
		for (const [name, value] of attributes) all.set(name, value);
		let first = true;
		for (let at = 1; at < chain.length; at++) {
			const [from, to] = [chain[at - 1]!, chain[at]!];
			if (to.directed !== this.#directed) {
				const arrow = to.directed ? '->' : '--';
				this.#once(
					arrow,
					line,
					`${arrow} does not belong into this kind of graph; the edges were taken as they stand.`
				);
			}
			const values = this.#withPorts(all, from.port, to.port);
			const targets = this.#ends(to);
			for (const source of this.#ends(from)) {
				for (const target of targets) {
					// The text says the attributes once; each further edge repeats them.
					if (!first) this.#budget.inherit(values.size);
					first = false;
					this.#edge(source, target, to.directed, values, line);
				}
			}
		}
	}

	end(): void {
		const name = this.ours && this.#name !== null ? withoutBackslashPairs(this.#name) : this.#name;
		const label = this.#own.get('label');
		if (label !== undefined)
			this.#staging.title ??= shownLabel(label, (sign) => (sign === 'G' ? (name ?? '') : undefined));
		else if (name !== null && (name !== '' || this.ours)) this.#staging.title ??= name;
		this.#staging.description ??= this.#own.get('comment');
		for (const targets of this.#pairs.values()) for (const edge of targets.values()) this.#output.edge(edge);
		for (const node of this.#nodes.values()) this.#output.node(node);
		for (const cluster of this.#scopes.clusters.values()) this.#output.cluster(cluster);
		const untaken = [...this.#own.keys()].filter(
			(key) => key !== 'label' && key !== 'comment' && !key.startsWith(DOT_MARK)
		);
		if (untaken.length === 0) return;
		const names = untaken.slice(0, 10).join(', ');
		this.#staging.notice('graph', `What the file says of the graph itself was not taken: ${names}.`);
	}

	/** Ports are attributes too, which Graphviz calls so. */
	#withPorts(values: AttributeMap, tail: string | undefined, head: string | undefined): AttributeMap {
		if (tail === undefined && head === undefined) return values;
		this.#budget.inherit(values.size);
		const all = new Map(values);
		if (tail !== undefined) all.set('tailport', tail);
		if (head !== undefined) all.set('headport', head);
		return all;
	}

	#ends({ node, group }: Endpoint): Iterable<string> {
		return node === undefined ? this.#scopes.nodesOf(group!) : [node];
	}

	#edge(source: string, target: string, directed: boolean, values: AttributeMap, line: number): void {
		const edge: DotEdge = { source, target, directed, values, line };
		if (!this.#strict) return this.#output.edge(edge);
		const turns = !directed && source > target;
		const [from, to] = turns ? [target, source] : [source, target];
		const targets = this.#pairs.get(from) ?? new Map<string, DotEdge>();
		this.#pairs.set(from, targets);
		const known = targets.get(to);
		if (known) {
			this.#budget.inherit(known.values.size);
			targets.set(to, { ...known, values: new Map([...known.values, ...values]) });
			this.#output.mergedEdge(known, line);
			return;
		}
		targets.set(to, edge);
		this.#held++;
		if (this.#staging.elements + this.#held > this.#limits.elements) throw tooMany(this.#limits);
	}

	/** A node lies in the innermost cluster that names it, and in no second one. */
	#putInto(node: DotNode, cluster: Cluster, line: number): void {
		if (node.parent === cluster) return;
		if (node.parent === undefined || isInside(cluster, node.parent)) node.parent = cluster;
		else if (!isInside(node.parent, cluster)) {
			const reason = `The node ${quoted(node.id)} lies in two clusters; ${quoted(node.parent.id)} was taken.`;
			this.#staging.notice(`line ${line}`, reason, 'node');
		}
	}

	#once(what: string, line: number, reason: string): void {
		if (this.#told.has(what)) return;
		this.#told.add(what);
		this.#staging.notice(`line ${line}`, reason);
	}
}

/** Whether the first cluster lies somewhere in the second one. */
function isInside(cluster: Cluster, other: Cluster): boolean {
	for (let around = cluster.parent; around; around = around.parent) if (around === other) return true;
	return false;
}

function tooMany(limits: Limits): LimitError {
	return new LimitError(
		'elements',
		`The file has more than ${limits.elements} elements.`,
		'Take a part of it, or raise the limit if there is memory for it.'
	);
}
