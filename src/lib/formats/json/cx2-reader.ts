/** Reads CX2: attributes are declared once for all nodes and edges, perhaps with a short alias and a default. */
import { OUR_ID } from '#lib/formats/json/clear-ids.ts';
import { Aspects } from '#lib/formats/json/cx-aspects.ts';
import type { Entry } from '#lib/formats/json/cx-aspects.ts';
import type { TextReader } from '#lib/formats/foreign.ts';
import { GRAPH_EDGE_ROLES, GRAPH_NODE_ROLES, MARK, ReadColumns } from '#lib/formats/json/json-columns.ts';
import { documentReader, noticeOthers } from '#lib/formats/json/json-document.ts';
import { JsonObject, idOf, membersOf, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import type { Limits } from '#lib/formats/limits.ts';
import type { EdgeRole, NodeRole } from '#lib/formats/staged.ts';
import type { Staging } from '#lib/formats/staging.ts';

export function cx2Reader(staging: Staging, limits: Limits): TextReader {
	return documentReader(staging, limits, (tree) => new Cx2(staging, tree).read());
}

/** Taken here, or about the file itself. */
const TAKEN = new Set([
	...[
		'CXVersion',
		'hasFragments',
		'metaData',
		'attributeDeclarations',
		'networkAttributes',
		'nodes',
		'edges'
	],
	...['status', MARK]
]);

interface Declared {
	readonly type: string;
	readonly preset: string | undefined;
}

/** What is declared of the attributes of nodes or of edges. */
class Declarations {
	readonly #attributes = new Map<string, Declared>();
	readonly #names = new Map<string, string>();

	add(list: JsonTree | undefined): void {
		for (const [name, tree] of membersOf(list).entries()) {
			const one = membersOf(tree);
			this.#attributes.set(name, { type: textOf(one.get('d')) ?? 'string', preset: textOf(one.get('v')) });
			const alias = textOf(one.get('a'));
			if (alias !== undefined) this.#names.set(alias, name);
		}
	}

	/** Values by the full names of the attributes, presets among them. */
	values(
		given: JsonObject,
		columns: Pick<ReadColumns<string>, 'of'>,
		skip: ReadonlySet<string>
	): [number, string][] {
		const found = new Map<string, string>();
		for (const [key, tree] of given.entries()) {
			const value = textOf(tree);
			if (value !== undefined) found.set(this.#names.get(key) ?? key, value);
		}
		for (const [name, { preset }] of this.#attributes)
			if (preset !== undefined && !found.has(name)) found.set(name, preset);
		return [...found]
			.filter(([name]) => !skip.has(name))
			.map(([name, value]) => [columns.of(name, this.#attributes.get(name)?.type), value]);
	}
}

const OF_THE_NETWORK = new Set(['name', 'description']);
const OF_OURS = new Set([OUR_ID, 'directed']);
const NONE: ReadonlySet<string> = new Set();

class Cx2 {
	readonly #staging: Staging;
	readonly #aspects: Aspects;
	readonly #isOurs: boolean;
	readonly #declared = { nodes: new Declarations(), edges: new Declarations() };
	readonly #nodes: ReadColumns<NodeRole>;
	readonly #edges: ReadColumns<EdgeRole>;
	/** The ids of ours, by the numbers that CX2 has for them. */
	readonly #ids = new Map<string, string>();

	constructor(staging: Staging, tree: JsonTree) {
		this.#staging = staging;
		this.#aspects = new Aspects(tree);
		const [mark] = this.#aspects.of(MARK, staging);
		this.#isOurs = mark !== undefined;
		this.#nodes = new ReadColumns(
			(...column) => staging.nodeColumn(...column),
			mark?.members.get('nodes'),
			GRAPH_NODE_ROLES,
			[['name', 'name']]
		);
		this.#edges = new ReadColumns(
			(...column) => staging.edgeColumn(...column),
			mark?.members.get('edges'),
			GRAPH_EDGE_ROLES,
			[['interaction', 'type']]
		);
	}

	read(): void {
		for (const { members } of this.#aspects.of('attributeDeclarations', this.#staging)) {
			this.#declared.nodes.add(members.get('nodes'));
			this.#declared.edges.add(members.get('edges'));
		}
		for (const { members } of this.#aspects.of('networkAttributes', this.#staging)) {
			this.#staging.title ??= textOf(members.get('name'));
			this.#staging.description ??= textOf(members.get('description'));
			noticeOthers(this.#staging, members, OF_THE_NETWORK, 'networkAttributes');
		}
		for (const entry of this.#aspects.of('nodes', this.#staging, 'node')) this.#node(entry);
		for (const entry of this.#aspects.of('edges', this.#staging, 'edge')) this.#edge(entry);
		this.#aspects.tellOthers(TAKEN, this.#staging);
	}

	#node({ members, place }: Entry): void {
		const number = idOf(members.get('id'));
		if (number === undefined) return this.#staging.leaveOut('node', place, 'The node has no id.');
		const given = membersOf(members.get('v'));
		const id = this.#isOurs ? (textOf(given.get(OUR_ID)) ?? number) : number;
		this.#ids.set(number, id);
		const skip = this.#isOurs ? OF_OURS : NONE;
		const values = this.#declared.nodes.values(given, this.#nodes, skip);
		for (const axis of ['x', 'y', 'z'] as const) {
			const value = idOf(members.get(axis));
			if (value === undefined) continue;
			values.push([this.#staging.nodeColumn(axis, axis === 'z' ? undefined : axis), value]);
		}
		this.#staging.node(id, values, place);
	}

	#edge({ members, place }: Entry): void {
		const [source, target] = [idOf(members.get('s')), idOf(members.get('t'))];
		if (source === undefined || target === undefined)
			return this.#staging.leaveOut('edge', place, 'The edge does not say both of its ends.');
		const given = membersOf(members.get('v'));
		const skip = this.#isOurs ? OF_OURS : NONE;
		const values = this.#declared.edges.values(given, this.#edges, skip);
		const id = idOf(members.get('id'));
		if (id !== undefined && !this.#isOurs) values.push([this.#staging.edgeColumn('id', 'id'), id]);
		const directed = !this.#isOurs || given.get('directed') !== false;
		this.#staging.edge(
			this.#ids.get(source) ?? source,
			this.#ids.get(target) ?? target,
			directed,
			values,
			place
		);
	}
}
