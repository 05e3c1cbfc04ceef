/** Reads GraphML (graphdrawing.org, 1.0 and 1.1) and the dialects of yEd, TinkerPop, networkx, Gephi and igraph. */
import { attributeId, Cells } from '#lib/formats/declared.ts';
import type { TextReader } from '#lib/formats/foreign.ts';
import { readDrawings } from '#lib/formats/xml/graphml-drawings.ts';
import { hyperedge } from '#lib/formats/xml/graphml-hyperedge.ts';
import { GraphmlKeys, OURS } from '#lib/formats/xml/graphml-keys.ts';
import type { Key } from '#lib/formats/xml/graphml-keys.ts';
import type { Limits } from '#lib/formats/limits.ts';
import { counted, Notices } from '#lib/formats/notices.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { XmlReader } from '#lib/formats/xml/xml.ts';
import type { Attributes, ElementRule } from '#lib/formats/xml/xml.ts';
import { quoted } from '#lib/model/problem-log.ts';

const ID = { id: 'id', name: 'id', role: 'id' } as const;
const PARENT = { id: 'parent', name: 'parent', role: 'parent' } as const;
const NODE_DESC = { id: 'desc', name: 'desc', role: 'description' } as const;
const EDGE_DESC = { id: 'desc', name: 'desc', role: 'note' } as const;

const OWN_ATTRIBUTES = {
	node: new Set(['id']),
	edge: new Set(['id', 'source', 'target', 'directed'])
};

/** A node, edge or graph (`graphml` too) whose end has not come yet. */
interface Element {
	readonly owner: 'node' | 'edge' | 'graph';
	readonly place: string;
	readonly cells: Cells;
	readonly attributes: Attributes;
	/** Of graphs: whether edges have a direction that say nothing of it. */
	readonly directed: boolean;
	/** Of graphs: the id of the node that they lie in. */
	readonly parent: string | undefined;
	/** Of nodes. */
	id: string | undefined;
	hasDesc: boolean;
}

/** Begins to read; see ForeignFormat.reader. */
export function readGraphml(staging: Staging, limits: Limits): TextReader {
	return new GraphmlReader(staging, limits).xml;
}

class GraphmlReader {
	readonly xml: XmlReader;
	readonly #staging: Staging;
	readonly #notices = new Notices();
	readonly #keys: GraphmlKeys;
	readonly #open: Element[] = [];
	/** Ids that we put in the place of those that GraphML does not allow, and those. */
	readonly #trueIds = new Map<string, string>();
	#graphs = 0;
	#data: Key | null = null;

	constructor(staging: Staging, limits: Limits) {
		this.#staging = staging;
		this.#keys = new GraphmlKeys(staging, this.#notices);
		this.xml = new XmlReader(new Map([['graphml', this.#rules()]]), limits, () => this.#finish());
	}

	#rules(): ElementRule {
		const drawings = readDrawings(
			() => this.#data?.drawing,
			(declaration, value) => {
				const element = this.#open.at(-1)!;
				if (element.owner !== 'graph')
					this.#keys.columns(element.owner).addNative(declaration, element.cells, value);
			}
		);
		const data: ElementRule = {
			text: true,
			others: drawings,
			open: ({ key }) => this.#openData(key),
			close: (text, marked) => this.#closeData(text, marked)
		};
		const desc: ElementRule = { text: true, close: (text) => this.#describe(text) };
		const passOver = (name: string) => this.#passOver(name);
		const inNode = new Map<string, ElementRule>([
			['data', data],
			['desc', desc],
			['port', { open: () => this.#port() }]
		]);
		const inEdge = new Map<string, ElementRule>([
			['data', data],
			['desc', desc]
		]);
		const graph: ElementRule = {
			passOver,
			open: (attributes) => this.#openGraph(attributes),
			close: () => void this.#open.pop(),
			children: new Map<string, ElementRule>([
				['data', data],
				['desc', desc],
				[
					'node',
					{ children: inNode, passOver, open: (a) => this.#openNode(a), close: () => this.#closeNode() }
				],
				[
					'edge',
					{
						children: inEdge,
						passOver,
						open: (a) => this.#openElement('edge', a),
						close: () => this.#closeEdge()
					}
				],
				['hyperedge', hyperedge(this.#staging, () => this.xml.place)]
			])
		};
		inNode.set('graph', graph);
		inEdge.set('graph', graph);
		return {
			passOver,
			open: (attributes) => this.#openElement('graph', attributes),
			children: new Map([
				['key', this.#keys.rule(() => this.xml.place)],
				['graph', graph],
				['data', data],
				['desc', desc]
			])
		};
	}

	#openElement(owner: Element['owner'], attributes: Attributes, parent?: string): void {
		const outer = this.#open.at(-1);
		this.#open.push({
			owner,
			place: this.xml.place,
			cells: new Cells(),
			attributes,
			directed: owner === 'graph' ? attributes.edgedefault === 'directed' : (outer?.directed ?? false),
			parent,
			id: undefined,
			hasDesc: false
		});
	}

	#openGraph(attributes: Attributes): void {
		this.#keys.settle();
		const outer = this.#open.at(-1)!;
		if (outer.owner === 'graph') this.#graphs++;
		if (this.#graphs > 1 && outer.owner === 'graph') {
			this.#notices.add(
				'graphs',
				this.xml.place,
				() => `The file has ${this.#graphs} graphs; they were read as one.`
			);
		}
		if (outer.owner === 'edge') {
			this.#notices.add('graph in edge', this.xml.place, (count) => {
				return `${counted(count, 'edge')} held a graph; its nodes were taken, and not that they lie in an edge.`;
			});
		}
		if (attributes.edgedefault !== 'directed' && attributes.edgedefault !== 'undirected') {
			this.#notices.add('edgedefault', this.xml.place, () => {
				return 'The graph does not say whether its edges have a direction; those that do not say it either were taken without.';
			});
		}
		this.#openElement('graph', attributes, outer.owner === 'node' ? outer.id : undefined);
	}

	#openNode(attributes: Attributes): void {
		const { parent } = this.#open.at(-1)!;
		this.#openElement('node', attributes, parent);
		const element = this.#open.at(-1)!;
		element.id = attributes.id;
		if (parent !== undefined) this.#keys.columns('node').addNative(PARENT, element.cells, parent);
	}

	#closeNode(): void {
		const { attributes, cells, id, place } = this.#open.pop()!;
		if (id === undefined)
			return this.#staging.leaveOut('node', place, 'The node has no id, so that no edge could name it.');
		this.#takeOthers('node', attributes, cells, place);
		this.#keys.fill('node', cells, place);
		this.#staging.node(id, cells.list, place);
	}

	#closeEdge(): void {
		const { attributes, cells, directed, place } = this.#open.pop()!;
		const { source, target, id } = attributes;
		if (source === undefined || target === undefined) {
			const end = source === undefined ? 'where it begins' : 'where it ends';
			return this.#staging.leaveOut('edge', place, `The edge does not say ${end}.`);
		}
		if (id !== undefined) this.#keys.columns('edge').addNative(ID, cells, id);
		this.#takeOthers('edge', attributes, cells, place);
		this.#keys.fill('edge', cells, place);
		const [from, to] = [this.#trueIds.get(source) ?? source, this.#trueIds.get(target) ?? target];
		this.#staging.edge(from, to, this.#direction(attributes.directed, directed, place), cells.list, place);
	}

	#direction(said: string | undefined, otherwise: boolean, place: string): boolean {
		if (said === undefined) return otherwise;
		if (said === 'true' || said === '1') return true;
		if (said === 'false' || said === '0') return false;
		this.#notices.add('directed', place, (count) => {
			return `${counted(count, 'edge')} had a direction that is neither true nor false, the first ${quoted(said)}; taken as the graph says.`;
		});
		return otherwise;
	}

	/** Attributes that GraphML does not know, and the names of ports, are kept as columns. */
	#takeOthers(owner: 'node' | 'edge', attributes: Attributes, cells: Cells, place: string): void {
		for (const name in attributes) {
			if (OWN_ATTRIBUTES[owner].has(name) || name.startsWith('xml') || name.startsWith('parse.')) continue;
			const id = attributeId(name);
			const columns = this.#keys.columns(owner);
			if (!columns.declaration(id)) columns.declare({ id, name }, place);
			columns.add(columns.declaration(id)!, cells, attributes[name]!, place);
		}
	}

	#openData(key: string | undefined): void {
		const { owner } = this.#open.at(-1)!;
		this.#data = key === undefined ? null : this.#keys.find(key, owner, this.xml.place);
		if (key === undefined) {
			this.#notices.add(
				'data without key',
				this.xml.place,
				(count) => `Not taken: ${counted(count, 'value')} without a key.`
			);
		} else if (this.#data?.drawing !== undefined) {
			this.#notices.add(
				'yEd',
				this.xml.place,
				() => 'Of the drawing by yEd, labels and places were taken; shapes, colours and lines were not.'
			);
		}
	}

	#closeData(text: string, marked: boolean): void {
		const key = this.#data;
		this.#data = null;
		if (!key || key.again || key.drawing !== undefined) return;
		const element = this.#open.at(-1)!;
		if (marked) this.#noticeMarks(key);
		if (element.owner === 'graph') this.#graphData(key, text);
		else if (element.owner === 'node' && key.id === `${OURS}id`) this.#takeTrueId(element, text);
		else this.#keys.columns(element.owner).add(key, element.cells, text, this.xml.place);
	}

	#noticeMarks({ name }: Key): void {
		this.#notices.add(`marks ${name}`, this.xml.place, (count) => {
			return `${counted(count, 'value')} of ${quoted(name)} held XML elements; only the text around them was taken.`;
		});
	}

	#takeTrueId(element: Element, id: string): void {
		if (element.id !== undefined) this.#trueIds.set(element.id, id);
		element.id = id;
	}

	#graphData({ id, name }: Key, text: string): void {
		if (id === `${OURS}title`) this.#staging.title = text || undefined;
		else {
			const reason = `The graph itself says ${quoted(name)}: ${quoted(text)}. There is no place for that; it was not taken.`;
			this.#notices.add(`graph ${id}`, this.xml.place, () => reason);
		}
	}

	#describe(text: string): void {
		const element = this.#open.at(-1)!;
		if (element.owner === 'node') this.#keys.columns('node').addNative(NODE_DESC, element.cells, text);
		else if (element.owner === 'edge') this.#keys.columns('edge').addNative(EDGE_DESC, element.cells, text);
		else if (this.#staging.description === undefined) this.#staging.description = text;
		else this.#staging.description += `\n\n${text}`;
	}

	#port(): void {
		this.#notices.add('port', this.xml.place, (count) => {
			return `Not taken: ${counted(count, 'port')} (points of a node at which edges end); the edges end at the node.`;
		});
	}

	#passOver(name: string): void {
		this.#notices.add(`element ${name}`, this.xml.place, (count) => {
			return `Passed over: ${counted(count, 'element')} ${quoted(name)}, not read here.`;
		});
	}

	#finish(): void {
		this.#notices.tell(this.#staging);
	}
}
