/** How columns are named in DOT, by us and by others. */
import { forDot } from '#lib/formats/text/dot-label.ts';
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
/**
 * Before columns without a role: Graphviz passes over what begins so, but acts on its own attributes, with `image` and
 * `shapefile` on files, with `href` on links.
 */
const PLAIN = 'dramatis__';

const NODE_ROLE_NAMES: ReadonlyMap<string, NodeRole> = new Map(NODE_ROLES.map((role) => [ROLE + role, role]));
const EDGE_ROLE_NAMES: ReadonlyMap<string, EdgeRole> = new Map(EDGE_ROLES.map((role) => [ROLE + role, role]));

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

/**
 * The attributes that columns of the nodes or of the edges are written as, each another one; names, positions and
 * directions have ways of their own.
 */
export function attributesOf(columns: readonly Column<NodeRole | EdgeRole>[]): string[] {
	const taken = new Set<string>();
	return columns.map(({ name, role }) => {
		if (role !== undefined) return ROLE + role;
		const plain = PLAIN + forDot(name);
		let attribute = plain;
		for (let turn = 2; taken.has(attribute); turn++) attribute = `${plain}-${turn}`;
		taken.add(attribute);
		return attribute;
	});
}
