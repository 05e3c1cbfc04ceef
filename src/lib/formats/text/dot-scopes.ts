/**
 * The subgraphs of a DOT text that are open: what defaults hold in them, which nodes lie in them, and which of them are
 * clusters, that is groups.
 */
import { UnreadableError } from '#lib/model/problems.ts';

export type AttributeMap = ReadonlyMap<string, string>;

export interface Group {
	readonly own: Set<string>;
	readonly inner: Set<Group>;
	readonly cluster: Cluster | undefined;
}

export interface Cluster {
	readonly id: string;
	readonly line: number;
	readonly parent: Cluster | undefined;
	readonly attributes: Map<string, string>;
}

interface Scope {
	readonly name: string | null;
	readonly line: number;
	readonly nodes: AttributeMap;
	readonly edges: AttributeMap;
	readonly group: Group;
	/** The innermost cluster around. */
	readonly cluster: Cluster | undefined;
}

const NO_ATTRIBUTES: AttributeMap = new Map();

export class DotScopes {
	/** Each cluster once, however often it is opened. */
	readonly clusters = new Map<string, Cluster>();
	readonly #groups = new Map<string, Group>();
	readonly #open: Scope[] = [
		{ name: null, line: 1, nodes: NO_ATTRIBUTES, edges: NO_ATTRIBUTES, group: newGroup(), cluster: undefined }
	];
	readonly #budget: Budget;

	constructor(budget: Budget) {
		this.#budget = budget;
	}

	get #inner(): Scope {
		return this.#open.at(-1)!;
	}

	/** The cluster around what comes next. */
	get cluster(): Cluster | undefined {
		return this.#inner.cluster;
	}

	get isRoot(): boolean {
		return this.#open.length === 1;
	}

	/** Enters a subgraph. It has the defaults of the one around it. */
	open(name: string | null, line: number): void {
		const around = this.#inner;
		const group = name === null ? newGroup() : this.named(name);
		const scope = { ...around, name, line, group };
		this.#open.push(scope);
		if (!this.isRoot && around.group !== group) around.group.inner.add(group);
		if (group.cluster) this.#open[this.#open.length - 1] = { ...scope, cluster: group.cluster };
		else if (name?.startsWith('cluster')) this.makeCluster();
	}

	/** Leaves the innermost subgraph. */
	close(): { readonly name: string | null; readonly line: number; readonly group: Group } {
		return this.#open.pop()!;
	}

	/** The subgraph of a name, which is made if there is none. */
	named(name: string): Group {
		const group = this.#groups.get(name) ?? newGroup();
		this.#groups.set(name, group);
		return group;
	}

	/** Makes the innermost subgraph a cluster, and says which nodes lie in it already. */
	makeCluster(): ReadonlySet<string> {
		if (this.#inner.group.cluster) return this.#inner.group.own;
		const scope = this.#open.pop()!;
		const id = scope.name ?? `(cluster ${this.clusters.size + 1})`;
		const cluster = { id, line: scope.line, parent: this.#inner.cluster, attributes: new Map() };
		this.clusters.set(id, cluster);
		const group = { ...scope.group, cluster };
		if (scope.name !== null) this.#groups.set(scope.name, group);
		this.#inner.group.inner.delete(scope.group);
		this.#inner.group.inner.add(group);
		this.#open.push({ ...scope, group, cluster });
		return group.own;
	}

	add(node: string): void {
		if (!this.isRoot) this.#inner.group.own.add(node);
	}

	defaults(of: 'nodes' | 'edges'): AttributeMap {
		return this.#inner[of];
	}

	setDefaults(of: 'nodes' | 'edges', attributes: readonly (readonly [string, string])[]): void {
		const before = this.#inner[of];
		this.#budget.spend(before.size);
		const scope = this.#open.pop()!;
		const after = new Map(before);
		for (const [name, value] of attributes) after.set(name, value);
		this.#open.push({ ...scope, [of]: after });
	}

	/** All nodes of a subgraph and of those in it, each once. */
	nodesOf(group: Group): ReadonlySet<string> {
		const nodes = new Set<string>();
		const seen = new Set([group]);
		for (const each of seen) {
			this.#budget.spend(1 + each.own.size);
			for (const node of each.own) nodes.add(node);
			for (const inner of each.inner) seen.add(inner);
		}
		return nodes;
	}
}

/** Values that any element may inherit for nothing. Files for people have a few defaults; hostile ones have hundreds. */
const FREE = 16;

/** What a short text may make of itself, by defaults and by subgraphs in subgraphs; more would hang. */
export class Budget {
	#left: number;

	constructor(most: number) {
		this.#left = most;
	}

	/** For an element that is given values it does not say itself. @throws UnreadableError like spend */
	inherit(values: number): void {
		this.spend(Math.max(0, values - FREE));
	}

	/** @throws UnreadableError when nothing is left */
	spend(steps: number): void {
		this.#left -= steps;
		if (this.#left >= 0) return;
		throw new UnreadableError(
			'The defaults and subgraphs of the file give more values than can be read.',
			'Write the attributes that matter to the nodes and edges themselves.'
		);
	}
}

function newGroup(): Group {
	return { own: new Set(), inner: new Set(), cluster: undefined };
}
