/** The keys of a GraphML file: what they declare, for whom, and the dialects of programs that mean more by them. */
import { DeclaredColumns, turned } from '#lib/formats/declared.ts';
import type { Cells, Declaration } from '#lib/formats/declared.ts';
import { counted } from '#lib/formats/notices.ts';
import type { Notices } from '#lib/formats/notices.ts';
import { EDGE_ROLES, NODE_ROLES } from '#lib/formats/staged.ts';
import type { EdgeRole, NodeRole } from '#lib/formats/staged.ts';
import type { Staging } from '#lib/formats/staging.ts';
import type { Attributes, ElementRule } from '#lib/formats/xml/xml.ts';
import { quoted } from '#lib/model/problem-log.ts';

/** Before the ids of keys that we write: `dramatis.kind` has the role `kind`. */
export const OURS = 'dramatis.';
/** Keys that say again, for other programs, what another key says. */
export const OURS_AGAIN = 'dramatis.again.';

type Owner = 'node' | 'edge' | 'graph';

export interface Key extends Declaration {
	/** `nodegraphics`, `edgegraphics` and others, of yEd. */
	readonly drawing?: string | undefined;
	/** Whether it only says again what another key says. */
	readonly again: boolean;
}

/** What Gephi always declares together; then `x` and `y` are places, and `y` counts upwards. */
const OF_GEPHI = ['label', 'r', 'g', 'b', 'x', 'y', 'size'];
const GEPHI_ROLES = new Map<string, NodeRole>([
	['label', 'name'],
	['x', 'x'],
	['y', 'y']
]);

export class GraphmlKeys {
	readonly #notices: Notices;
	readonly #keys = {
		node: new Map<string, Key>(),
		edge: new Map<string, Key>(),
		graph: new Map<string, Key>()
	};
	readonly #columns: { readonly node: DeclaredColumns; readonly edge: DeclaredColumns };
	#settled = false;

	constructor(staging: Staging, notices: Notices) {
		this.#notices = notices;
		this.#columns = {
			node: new DeclaredColumns(staging, notices, 'node'),
			edge: new DeclaredColumns(staging, notices, 'edge')
		};
	}

	columns(owner: 'node' | 'edge'): DeclaredColumns {
		return this.#columns[owner];
	}

	/** The rule for `<key>`. */
	rule(place: () => string): ElementRule {
		let attributes: Attributes = {};
		let fallback: string | undefined;
		let desc: string | undefined;
		return {
			open: (said) => {
				attributes = said;
				fallback = desc = undefined;
			},
			close: () => this.#declare(attributes, fallback, desc, place()),
			children: new Map<string, ElementRule>([
				// With elements in it, it is the default of a drawing by yEd.
				['default', { text: true, close: (text, marked) => void (marked || (fallback = text)) }],
				['desc', { text: true, close: (text) => (desc = text) }]
			])
		};
	}

	#declare(
		attributes: Attributes,
		fallback: string | undefined,
		desc: string | undefined,
		place: string
	): void {
		const { id, for: owner = 'all' } = attributes;
		if (id === undefined)
			return this.#notices.add('key without id', place, () => 'A key without an id was passed over.');
		for (const each of ['node', 'edge', 'graph'] as const) {
			const isFor = owner === each || owner === 'all' || (each === 'graph' && owner === 'graphml');
			if (!isFor) continue;
			const known = this.#keys[each];
			if (known.has(id)) this.#noticeAgain(id, each, place);
			else known.set(id, keyOf(id, each, attributes, fallback, desc));
		}
		// Before the first graph, the columns wait for all keys: a dialect shows only then.
		if (this.#settled) this.#settleLate(id, place);
	}

	/** Says that the keys are over and the first graph begins. */
	settle(): void {
		if (this.#settled) return;
		this.#settled = true;
		const { node, edge } = this.#keys;
		const gephi = OF_GEPHI.every((id) => node.get(id)?.name === id);
		for (const [id, key] of node) {
			const role = gephi && !key.role ? GEPHI_ROLES.get(id) : undefined;
			if (role) node.set(id, { ...key, role, change: role === 'y' ? turned : undefined });
		}
		for (const [owner, keys] of [
			['node', node],
			['edge', edge]
		] as const) {
			for (const key of keys.values()) if (isColumn(key)) this.#columns[owner].declare(key, '');
		}
	}

	/** The key that a `<data>` of an element names; what no key declares becomes one. */
	find(id: string, owner: Owner, place: string): Key {
		const known = this.#keys[owner].get(id);
		if (known) return known;
		const elsewhere = this.#keys.node.get(id) ?? this.#keys.edge.get(id) ?? this.#keys.graph.get(id);
		const key: Key = { id, name: elsewhere?.name ?? id, drawing: elsewhere?.drawing, again: false };
		this.#keys[owner].set(id, key);
		if (owner !== 'graph' && isColumn(key)) this.#columns[owner].declare(key, place);
		const reason = elsewhere
			? `The key ${quoted(id)} is not declared for ${owner}s, but for others; taken as a column ${quoted(key.name)}.`
			: `No key ${quoted(id)} is declared; taken as a column of that name.`;
		if (owner !== 'graph') this.#notices.add(`key ${owner} ${id}`, place, () => reason);
		return key;
	}

	/** Fills in the defaults of an element. */
	fill(owner: 'node' | 'edge', cells: Cells, place: string): void {
		this.#columns[owner].fill(cells, place);
	}

	#settleLate(id: string, place: string): void {
		for (const owner of ['node', 'edge'] as const) {
			const key = this.#keys[owner].get(id);
			if (key && isColumn(key) && !this.#columns[owner].declaration(id))
				this.#columns[owner].declare(key, place);
		}
		this.#notices.add('late key', place, (count) => {
			return `${counted(count, 'key')} stood behind the first graph; what came before them was taken without.`;
		});
	}

	#noticeAgain(id: string, owner: Owner, place: string): void {
		const reason = `The key ${quoted(id)} is declared more than once for ${owner}s; the first counts.`;
		this.#notices.add(`again ${owner} ${id}`, place, () => reason);
	}
}

function isColumn(key: Key): boolean {
	return !key.again && key.drawing === undefined && !(key.id === `${OURS}id` && key.role === undefined);
}

function keyOf(
	id: string,
	owner: Owner,
	attributes: Attributes,
	fallback: string | undefined,
	desc: string | undefined
): Key {
	const ours = id.startsWith(OURS);
	const role = roleOf(id, owner);
	return {
		id,
		// The name of a key has to be a NMTOKEN; where a name is none, we write it as its description.
		name: (ours ? desc : undefined) ?? attributes['attr.name'] ?? id,
		type: attributes['attr.type'],
		fallback: fallback,
		role,
		drawing: attributes['yfiles.type'],
		again: id.startsWith(OURS_AGAIN),
		change: ours && role === 'y' ? turned : undefined
	};
}

function roleOf(id: string, owner: Owner): NodeRole | EdgeRole | undefined {
	// TinkerPop has the label of a vertex, its kind, and that of an edge, its type, in keys of these fixed ids.
	if (id === 'labelV' && owner === 'node') return 'kind';
	if (id === 'labelE' && owner === 'edge') return 'type';
	const name = /^dramatis\.([a-zA-Z]+)(?:\.\d+)?$/.exec(id)?.[1];
	if (owner === 'node') return NODE_ROLES.find((role) => role === name && role !== 'id');
	if (owner === 'edge') return EDGE_ROLES.find((role) => role === name);
	return undefined;
}
