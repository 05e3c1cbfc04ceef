/** Reads GEXF 1.1, 1.2 and 1.3 with their drafts, as Gephi and others write it. */
import { turned } from '#lib/formats/declared.ts';
import type { Cells, DeclaredColumns } from '#lib/formats/declared.ts';
import type { TextReader } from '#lib/formats/foreign.ts';
import { GexfAttributes, ofRole } from '#lib/formats/xml/gexf-attributes.ts';
import { openElement, takeChanges, takeValue } from '#lib/formats/xml/gexf-element.ts';
import type { GexfElement } from '#lib/formats/xml/gexf-element.ts';
import { GexfMeta } from '#lib/formats/xml/gexf-meta.ts';
import { takeTimes } from '#lib/formats/xml/gexf-periods.ts';
import { spanOf, spanText, TIME_ATTRIBUTES } from '#lib/formats/xml/gexf-times.ts';
import type { Limits } from '#lib/formats/limits.ts';
import { counted, Notices } from '#lib/formats/notices.ts';
import type { Staging } from '#lib/formats/staging.ts';
import { XmlReader } from '#lib/formats/xml/xml.ts';
import type { Attributes, ElementRule } from '#lib/formats/xml/xml.ts';
import { quoted } from '#lib/model/problem-log.ts';

const EDGE_ID = { id: 'id', name: 'id', role: 'id' } as const;
const NAME = { id: 'label', name: 'label', role: 'name' } as const;
const EDGE_LABEL = { id: 'label', name: 'label' } as const;
const KIND = { id: 'kind', name: 'kind', role: 'type' } as const;
const WEIGHT = { id: 'weight', name: 'weight', type: 'double' } as const;
const PARENT = { id: 'pid', name: 'parent', role: 'parent' } as const;
const PARENTS = { id: 'parents', name: 'parents' } as const;
const X = { id: 'viz:position x', name: 'x', role: 'x', type: 'double' } as const;
const Y = { id: 'viz:position y', name: 'y', role: 'y', type: 'double' } as const;
const Z = { id: 'viz:position z', name: 'z', type: 'double' } as const;

const OWN_ATTRIBUTES = {
	node: new Set(['id', 'label', 'pid']),
	edge: new Set(['id', 'source', 'target', 'type', 'label', 'weight', 'kind'])
};

/** Begins to read; see ForeignFormat.reader. */
export function readGexf(staging: Staging, limits: Limits): TextReader {
	return new GexfReader(staging, limits).xml;
}

class GexfReader {
	readonly xml: XmlReader;
	readonly #staging: Staging;
	readonly #notices = new Notices();
	readonly #meta: GexfMeta;
	readonly #attributes: GexfAttributes;
	readonly #open: GexfElement[] = [];
	/** Ids that we put in the place of those that cannot be ids, and those. */
	readonly #trueIds = new Map<string, string>();
	#defaultType = 'undirected';
	#dates = false;
	#announced = { node: 0, edge: 0 };
	#found = { node: 0, edge: 0 };

	constructor(staging: Staging, limits: Limits) {
		this.#staging = staging;
		this.#meta = new GexfMeta();
		this.#attributes = new GexfAttributes(staging, this.#notices, () => this.xml.place);
		this.xml = new XmlReader(new Map([['gexf', this.#rules()]]), limits, () => this.#finish());
	}

	#columns(kind: 'node' | 'edge'): DeclaredColumns {
		return this.#attributes.columns[kind];
	}

	#rules(): ElementRule {
		const passOver = (name: string) => this.#passOver(name);
		const inNode = this.#inElement();
		const inEdge = this.#inElement();
		const nodes: ElementRule = {
			passOver,
			open: ({ count }) => this.#announce('node', count),
			children: new Map([
				[
					'node',
					{
						passOver,
						children: inNode,
						open: (a: Attributes) => this.#openNode(a),
						close: () => this.#closeNode()
					}
				]
			])
		};
		const edges: ElementRule = {
			passOver,
			open: ({ count }) => this.#announce('edge', count),
			children: new Map([
				[
					'edge',
					{
						passOver,
						children: inEdge,
						open: (a: Attributes) => this.#openElement('edge', a),
						close: () => this.#closeEdge()
					}
				]
			])
		};
		const parent: ElementRule = {
			open: ({ for: id }) => void (id !== undefined && this.#open.at(-1)!.parents.push(id))
		};
		inNode.set('nodes', nodes);
		inNode.set('edges', edges);
		inNode.set('parents', { children: new Map([['parent', parent]]) });
		inNode.set('position', { open: (attributes) => this.#position(attributes) });
		const graph: ElementRule = {
			passOver,
			open: (attributes) => this.#openGraph(attributes),
			children: new Map<string, ElementRule>([
				['attributes', this.#attributes.rule()],
				['nodes', nodes],
				['edges', edges]
			])
		};
		return {
			passOver,
			children: new Map<string, ElementRule>([
				['meta', this.#meta.rule()],
				['graph', graph]
			])
		};
	}

	/** What may stand in nodes and edges alike. */
	#inElement(): Map<string, ElementRule> {
		const value: ElementRule = { open: (attributes) => this.#value(attributes) };
		const spell: ElementRule = {
			open: (attributes) => {
				const span = spanOf(attributes);
				if (span) this.#open.at(-1)!.times.spells.push(span);
			}
		};
		const drawn: ElementRule = { open: () => this.#noticeDrawing() };
		return new Map<string, ElementRule>([
			['attvalues', { children: new Map([['attvalue', value]]) }],
			['attvalue', value],
			['spells', { children: new Map([['spell', spell]]) }],
			// GEXF 1.1 calls them so.
			['slices', { children: new Map([['slice', spell]]) }],
			['color', drawn],
			['size', drawn],
			['shape', drawn],
			['thickness', drawn]
		]);
	}

	#openGraph(attributes: Attributes): void {
		const format = attributes.timeformat ?? attributes.timetype;
		this.#dates = format === 'date' || format === 'dateTime';
		this.#defaultType = attributes.defaultedgetype ?? 'undirected';
		const span = spanOf(attributes);
		if (!span) return;
		const reason = `The graph itself has the time ${quoted(spanText(span))}; there is no place for that, and it was not taken.`;
		this.#notices.add('graph time', this.xml.place, () => reason);
	}

	#announce(kind: 'node' | 'edge', count: string | undefined): void {
		if (count !== undefined && /^\d{1,15}$/.test(count)) this.#announced[kind] += Number(count);
	}

	#openElement(kind: 'node' | 'edge', attributes: Attributes, outer?: string): void {
		this.#found[kind]++;
		this.#open.push(openElement(kind, attributes, this.xml.place, outer));
	}

	#openNode(attributes: Attributes): void {
		this.#openElement('node', attributes, this.#open.at(-1)?.id);
	}

	#closeNode(): void {
		const element = this.#open.pop()!;
		const { attributes, cells, id, outer, parents, place } = element;
		if (id === undefined)
			return this.#staging.leaveOut('node', place, 'The node has no id, so that no edge could name it.');
		const columns = this.#columns('node');
		if (attributes.label !== undefined) columns.addNative(NAME, cells, attributes.label);
		const parent = attributes.pid ?? outer;
		const ours = ofRole(columns, 'parent');
		const isSaid = ours && cells.get(columns.column(ours)) !== undefined;
		if (parent !== undefined && !isSaid) columns.addNative(PARENT, cells, parent);
		if (parents.length > 0) this.#takeParents(parents, cells, place);
		this.#takeRest(element);
		this.#staging.node(id, cells.list, place);
	}

	#closeEdge(): void {
		const element = this.#open.pop()!;
		const { attributes, cells, place } = element;
		const { id, source, target, label, kind, weight } = attributes;
		if (source === undefined || target === undefined) {
			const end = source === undefined ? 'where it begins' : 'where it ends';
			return this.#staging.leaveOut('edge', place, `The edge does not say ${end}.`);
		}
		const columns = this.#columns('edge');
		if (id !== undefined) columns.addNative(EDGE_ID, cells, id);
		const type = ofRole(columns, 'type');
		if (kind !== undefined) columns.addNative(type ?? KIND, cells, kind);
		// We write the type a second time as the label, which Gephi shows.
		if (label !== undefined && !(type && label === kind)) columns.addNative(EDGE_LABEL, cells, label);
		if (weight !== undefined) columns.add(WEIGHT, cells, weight, place);
		this.#takeRest(element);
		const [from, to] = [this.#trueIds.get(source) ?? source, this.#trueIds.get(target) ?? target];
		this.#staging.edge(
			from,
			to,
			isDirected(attributes.type ?? this.#defaultType, place, this.#notices),
			cells.list,
			place
		);
	}

	#takeParents(parents: readonly string[], cells: Cells, place: string): void {
		this.#columns('node').addNative(PARENTS, cells, parents.join('; '));
		this.#notices.add('parents', place, (count) => {
			return `Taken as a column of text: the parents of ${counted(count, 'node')}; they are descent and not what a node lies in.`;
		});
	}

	/** Times, values that change, defaults and attributes that GEXF does not know. */
	#takeRest(element: GexfElement): void {
		const { kind, attributes, cells, place, times } = element;
		const columns = this.#columns(kind);
		takeTimes(times, this.#dates, cells, place, columns, this.#notices);
		takeChanges(element, this.#attributes);
		columns.fill(cells, place);
		for (const name in attributes) {
			if (OWN_ATTRIBUTES[kind].has(name) || TIME_ATTRIBUTES.has(name) || name.startsWith('xml')) continue;
			columns.add(this.#attributes.unknown(kind, name, place), cells, attributes[name]!, place);
		}
		if (attributes.startopen !== undefined || attributes.endopen !== undefined) {
			this.#notices.add('open ends', place, (count) => {
				return `Taken as if they were included: ends that the period of ${counted(count, 'element')} excludes.`;
			});
		}
	}

	#value(attributes: Attributes): void {
		const element = this.#open.at(-1)!;
		const id = attributes.for ?? attributes.id;
		if (element.kind === 'node' && id !== undefined && this.#attributes.isTrueId(id)) {
			this.#takeTrueId(element, attributes.value ?? '');
		} else takeValue(element, attributes, this.xml.place, this.#attributes, this.#notices);
	}

	#takeTrueId(element: GexfElement, id: string): void {
		if (element.id !== undefined) this.#trueIds.set(element.id, id);
		element.id = id;
	}

	/** GEXF counts upwards, we downwards. */
	#position({ x, y, z }: Attributes): void {
		const { cells } = this.#open.at(-1)!;
		const columns = this.#columns('node');
		if (x !== undefined) columns.addNative(X, cells, x);
		if (y !== undefined) columns.addNative(Y, cells, turned(y));
		if (z !== undefined && Number(z) !== 0) columns.addNative(Z, cells, z);
	}

	#noticeDrawing(): void {
		this.#notices.add(
			'drawing',
			this.xml.place,
			(count) => `Not taken: ${counted(count, 'colour, size or shape', 'colours, sizes and shapes')}.`
		);
	}

	#passOver(name: string): void {
		this.#notices.add(`element ${name}`, this.xml.place, (count) => {
			return `Passed over: ${counted(count, 'element')} ${quoted(name)}, which GEXF does not have here.`;
		});
	}

	#finish(): void {
		for (const kind of ['node', 'edge'] as const) {
			if (this.#announced[kind] <= this.#found[kind]) continue;
			const reason = `The file announces ${counted(this.#announced[kind], kind)} and has ${this.#found[kind]}: something may be missing in it.`;
			this.#notices.add(`count ${kind}`, '', () => reason);
		}
		this.#meta.tell(this.#staging, this.#notices);
		this.#notices.tell(this.#staging);
	}
}

function isDirected(type: string, place: string, notices: Notices): boolean {
	if (type === 'mutual') {
		notices.add('mutual', place, (count) => {
			return `Taken without a direction: ${counted(count, 'edge')} that ${count === 1 ? 'goes' : 'go'} both ways (mutual).`;
		});
	} else if (type !== 'directed' && type !== 'undirected') {
		notices.add('type', place, (count) => {
			return `Taken without a direction: ${counted(count, 'edge')} of a type that GEXF does not know, the first ${quoted(type)}.`;
		});
	}
	return type === 'directed';
}
