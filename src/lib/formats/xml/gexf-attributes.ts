/** The attributes that a GEXF file declares for its nodes and edges, and those that it uses without. */
import { attributeId, DeclaredColumns, turned } from '#lib/formats/declared.ts';
import type { Declaration } from '#lib/formats/declared.ts';
import { counted } from '#lib/formats/notices.ts';
import type { Notices } from '#lib/formats/notices.ts';
import { EDGE_ROLES, NODE_ROLES } from '#lib/formats/staged.ts';
import type { EdgeRole, NodeRole } from '#lib/formats/staged.ts';
import type { Staging } from '#lib/formats/staging.ts';
import type { Attributes, ElementRule } from '#lib/formats/xml/xml.ts';
import { quoted } from '#lib/model/problem-log.ts';

/** Before the ids of attributes that we write: `dramatis.kind` has the role `kind`. */
export const OURS = 'dramatis.';

type Kind = 'node' | 'edge';

export class GexfAttributes {
	readonly columns: { readonly node: DeclaredColumns; readonly edge: DeclaredColumns };
	readonly #notices: Notices;
	readonly #place: () => string;
	/** What is being declared. */
	#kind: Kind | null = null;
	#attribute: { attributes: Attributes; fallback: string | undefined; options: string | undefined } | null =
		null;
	#hasTrueIds = false;
	readonly #overTime = {
		node: new Map<Declaration, Declaration>(),
		edge: new Map<Declaration, Declaration>()
	};

	constructor(staging: Staging, notices: Notices, place: () => string) {
		this.#notices = notices;
		this.#place = place;
		this.columns = {
			node: new DeclaredColumns(staging, notices, 'node'),
			edge: new DeclaredColumns(staging, notices, 'edge')
		};
	}

	/** The rule for `<attributes>`. */
	rule(): ElementRule {
		const attribute: ElementRule = {
			open: (attributes) => (this.#attribute = { attributes, fallback: undefined, options: undefined }),
			close: () => this.#declare(),
			children: new Map<string, ElementRule>([
				['default', { text: true, close: (text) => (this.#attribute!.fallback = text) }],
				['options', { text: true, close: (text) => (this.#attribute!.options = text) }]
			])
		};
		return {
			open: ({ class: kind }) => {
				this.#kind = kind === 'node' || kind === 'edge' ? kind : null;
				if (this.#kind) return;
				const reason = `Attributes for ${quoted(kind ?? '')} were passed over; GEXF has them for nodes and edges.`;
				this.#notices.add('class', this.#place(), () => reason);
			},
			children: new Map([['attribute', attribute]])
		};
	}

	/** Whether it is the attribute in which we write an id that could not be written as one. */
	isTrueId(id: string): boolean {
		return this.#hasTrueIds && id === `${OURS}id`;
	}

	/** The attribute that a value names; what is not declared becomes a column. */
	find(kind: Kind, id: string, place: string): Declaration {
		const known = this.columns[kind].declaration(id);
		if (known) return known;
		const declaration = { id, name: id };
		this.columns[kind].declare(declaration, place);
		const reason = `No attribute ${quoted(id)} is declared for ${kind}s; taken as a column of that name.`;
		this.#notices.add(`undeclared ${kind} ${id}`, place, () => reason);
		return declaration;
	}

	/** The column for an attribute of XML that GEXF does not have on its nodes or edges. */
	unknown(kind: Kind, name: string, place: string): Declaration {
		const id = attributeId(name);
		const known = this.columns[kind].declaration(id);
		if (known) return known;
		const declaration = { id, name };
		this.columns[kind].declare(declaration, place);
		this.#notices.add(`unknown ${kind} ${name}`, place, () => {
			return `GEXF does not know ${quoted(name)} on ${kind}s; taken as a column of that name.`;
		});
		return declaration;
	}

	/** The column in which all values of a changing attribute stand. */
	overTime(kind: Kind, declaration: Declaration): Declaration {
		const known = this.#overTime[kind].get(declaration);
		if (known) return known;
		const made = { id: `${declaration.id} over time`, name: `${declaration.name} (over time)` };
		this.#overTime[kind].set(declaration, made);
		return made;
	}

	#declare(): void {
		const { attributes, fallback, options } = this.#attribute!;
		const { id, title, type } = attributes;
		if (!this.#kind) return;
		if (id === undefined) {
			return this.#notices.add('attribute without id', this.#place(), (count) => {
				return `Passed over: ${counted(count, 'attribute')} declared without an id.`;
			});
		}
		if (this.#kind === 'node' && id === `${OURS}id`) {
			this.#hasTrueIds = true;
			return;
		}
		const role = roleOf(id, this.#kind);
		this.columns[this.#kind].declare(
			{
				id,
				name: title ?? id,
				type,
				fallback,
				options: options === undefined ? undefined : optionsOf(options),
				role,
				change: role === 'y' ? turned : undefined
			},
			this.#place()
		);
	}
}

/** The attribute that we declared for a role, if the file is ours. */
export function ofRole(columns: DeclaredColumns, role: NodeRole | EdgeRole): Declaration | undefined {
	return columns.declaration(OURS + role);
}

/** `a|b|c`, or `[a, b, c]` since GEXF 1.3. */
function optionsOf(text: string): ReadonlySet<string> | undefined {
	const trimmed = text.trim();
	const isList = trimmed.startsWith('[') && trimmed.endsWith(']');
	const parts = isList ? trimmed.slice(1, -1).split(',') : trimmed.split(trimmed.includes('|') ? '|' : ',');
	const options = parts.map((part) => part.trim()).filter(Boolean);
	return options.length > 0 ? new Set(options) : undefined;
}

function roleOf(id: string, kind: Kind): NodeRole | EdgeRole | undefined {
	const name = /^dramatis\.([a-zA-Z]+)(?:\.\d+)?$/.exec(id)?.[1];
	if (kind === 'node') return NODE_ROLES.find((role) => role === name && role !== 'id');
	return EDGE_ROLES.find((role) => role === name);
}
