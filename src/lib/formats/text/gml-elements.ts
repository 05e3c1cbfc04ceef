/** The nodes and edges of a GML text, once their records are whole. */
import type { Limits } from '#lib/formats/limits.ts';
import type { EdgeRole, NodeRole } from '#lib/formats/staged.ts';
import type { Staging, ValueList } from '#lib/formats/staging.ts';

export interface GmlElement {
	readonly kind: 'node' | 'edge';
	readonly place: string;
	/** By path: `label`, `graphics.x`. */
	readonly values: Map<string, string>;
	/** The node whose own graph it stands in. */
	readonly parent: GmlElement | undefined;
}

interface Waiting {
	readonly source: string;
	readonly target: string;
	readonly values: ValueList;
	readonly place: string;
}

const NODE_PATHS: ReadonlyMap<string, NodeRole> = new Map([
	['label', 'name'],
	['graphics.x', 'x'],
	['graphics.y', 'y']
]);
const EDGE_PATHS: ReadonlyMap<string, EdgeRole> = new Map([['id', 'id']]);

/** What networkx puts before the only value of a list. */
const LIST_START = '_networkx_list_start';

export class GmlElements {
	readonly #staging: Staging;
	readonly #limits: Limits;
	/** Ids are numbers that begin anew in each graph, so those of later graphs have the graph's number before them. */
	#prefix = '';
	/** Undefined until the graph says so, which it may do after its edges: these wait. */
	#directed: boolean | undefined;
	#waiting: Waiting[] = [];
	#groups = false;
	readonly #repeated = new Set<string>();

	constructor(staging: Staging, limits: Limits) {
		this.#staging = staging;
		this.#limits = limits;
	}

	beginGraph(number: number): void {
		this.#prefix = number === 1 ? '' : `${number}:`;
		this.#directed = undefined;
	}

	/** Takes the edges that still wait; a graph that says nothing is undirected. */
	endGraph(): void {
		this.direct(this.#directed ?? false);
	}

	direct(directed: boolean): void {
		this.#directed = directed;
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const { source, target, values, place } of waiting) {
			this.#staging.edge(source, target, directed, values, place);
		}
	}

	/** yFiles names the group that a node lies in with a key of its own. */
	madeBy(creator: string): void {
		this.#groups = creator.toLowerCase().startsWith('yfiles');
	}

	value(element: GmlElement, path: string, text: string): void {
		if (text === LIST_START) return;
		const { values, place } = element;
		const before = values.get(path);
		if (before === undefined) {
			values.set(path, text);
			return;
		}
		values.set(path, `${before}; ${text}`);
		if (this.#repeated.has(path)) return;
		this.#repeated.add(path);
		const name = path.slice(0, 60);
		this.#staging.notice(
			place,
			`"${name}" is given more than once; its values stand together, with "; " between.`
		);
	}

	add(element: GmlElement): void {
		if (element.kind === 'node') this.#addNode(element);
		else this.#addEdge(element);
	}

	#addNode({ values, place, parent }: GmlElement): void {
		const id = values.get('id');
		if (id === undefined) return this.#staging.leaveOut('node', place, 'The node has no id.');
		const list: [number, string][] = [];
		for (const [path, value] of values) {
			if (path === 'id') continue;
			const isGroup = this.#groups && path === 'gid';
			const role = isGroup ? 'parent' : NODE_PATHS.get(path);
			list.push([this.#staging.nodeColumn(path, role), isGroup ? this.#prefix + value : value]);
		}
		const around = parent?.values.get('id');
		if (around !== undefined) {
			list.push([this.#staging.nodeColumn('parent', 'parent'), this.#prefix + around]);
		}
		this.#staging.node(this.#prefix + id, list, place);
	}

	#addEdge({ values, place }: GmlElement): void {
		const source = values.get('source');
		const target = values.get('target');
		if (source === undefined || target === undefined) {
			const end = source === undefined ? 'source' : 'target';
			return this.#staging.leaveOut('edge', place, `The edge has no ${end}.`);
		}
		const list: [number, string][] = [];
		for (const [path, value] of values) {
			if (path === 'source' || path === 'target') continue;
			list.push([this.#staging.edgeColumn(path, EDGE_PATHS.get(path)), value]);
		}
		const edge = { source: this.#prefix + source, target: this.#prefix + target, values: list, place };
		this.#waiting.push(edge);
		const room = this.#limits.elements - this.#staging.elements;
		if (this.#directed !== undefined || this.#waiting.length > room) this.direct(this.#directed ?? false);
	}
}
