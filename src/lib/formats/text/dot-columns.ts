/** How columns are named in DOT, by us and by others. */
import { EDGE_ROLES, NODE_ROLES, type Column, type EdgeRole, type NodeRole } from '#lib/formats/staged.ts';

/**
 * An attribute of the graph that says that we wrote the file: each backslash in its quoted texts was doubled. Other
 * programs that rewrite the file keep both.
 */
export const DOT_MARK = 'dramatis';
/** Says that the labels of the edges only repeat their types. */
export const DOT_LABELS_MARK = 'dramatis_labels';
/** An edge of a digraph that has no direction; it has dir=none as well, for Graphviz. */
export const UNDIRECTED = 'dramatis_undirected';

const ROLE = 'dramatis_';
/** Before columns without a role whose names mean something to us or to DOT. */
const PLAIN = 'dramatis__';

const NODE_ROLE_NAMES: ReadonlyMap<string, NodeRole> = new Map(NODE_ROLES.map((role) => [ROLE + role, role]));
const EDGE_ROLE_NAMES: ReadonlyMap<string, EdgeRole> = new Map(EDGE_ROLES.map((role) => [ROLE + role, role]));
const NODE_MEANINGS: ReadonlySet<string> = new Set(['label', 'pos']);
const EDGE_MEANINGS: ReadonlySet<string> = new Set(['label', 'dir', 'headport', 'tailport']);

/** The column that an attribute of a node is read into. */
export function nodeColumnOf(attribute: string): { name: string; role?: NodeRole } {
	if (attribute === 'label') return { name: 'label', role: 'name' };
	const role = NODE_ROLE_NAMES.get(attribute);
	return role === undefined ? { name: plainName(attribute) } : { name: role, role };
}

/** The column that an attribute of an edge is read into. */
export function edgeColumnOf(attribute: string): { name: string; role?: EdgeRole } {
	const role = EDGE_ROLE_NAMES.get(attribute);
	return role === undefined ? { name: plainName(attribute) } : { name: role, role };
}

function plainName(attribute: string): string {
	return attribute.startsWith(PLAIN) ? attribute.slice(PLAIN.length) : attribute;
}

/** The attribute that a column of the nodes is written as; names and positions have ways of their own. */
export function nodeAttribute({ name, role }: Column<NodeRole>): string {
	return attributeOf(name, role, NODE_MEANINGS);
}

/** The attribute that a column of the edges is written as. */
export function edgeAttribute({ name, role }: Column<EdgeRole>): string {
	return attributeOf(name, role, EDGE_MEANINGS);
}

function attributeOf(name: string, role: string | undefined, meanings: ReadonlySet<string>): string {
	if (role !== undefined) return ROLE + role;
	return meanings.has(name) || name.startsWith(DOT_MARK) ? PLAIN + name : name;
}
