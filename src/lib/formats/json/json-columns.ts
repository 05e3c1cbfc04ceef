/**
 * Columns as members of JSON objects. What we write carries a mark, a member `dramatis` that says which members are
 * columns of ours with a role, or have another name than the column because the format takes that name for itself:
 *
 *     "dramatis": {"nodes": {"kind": "kind", "id_2": {"name": "id"}}, "edges": {"type": "type"}}
 */
import { isJsonNumber, membersOf, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonObject, JsonTree } from '#lib/formats/json/json-tree.ts';
import { EDGE_ROLES, NODE_ROLES } from '#lib/formats/staged.ts';
import type { Column, EdgeRole, NodeRole, Values } from '#lib/formats/staged.ts';

/** The member that says that a file is ours. */
export const MARK = 'dramatis';

/** Roles of columns in a graph; those left out are columns in tables only. */
export const GRAPH_NODE_ROLES: readonly NodeRole[] = NODE_ROLES.filter((role) => role !== 'id');
export const GRAPH_EDGE_ROLES: readonly EdgeRole[] = EDGE_ROLES.filter(
	(role) => role !== 'from' && role !== 'to'
);

/** Makes a column, or finds it: nodeColumn or edgeColumn of a staging. */
type ColumnMaker<Role> = (name: string, role?: Role, type?: string) => number;

/** Finds the column that a member of a file belongs to. */
export class ReadColumns<Role extends string> {
	readonly #make: ColumnMaker<Role>;
	readonly #meanings = new Map<string, { readonly name: string; readonly role: Role | undefined }>();
	readonly #known = new Map<string, number>();

	/**
	 * @param mark the list for nodes or for edges of the mark; undefined in files of others
	 * @param roles that a mark may give
	 * @param given roles of members that the format itself explains; a mark says it better
	 */
	constructor(
		make: ColumnMaker<Role>,
		mark: JsonTree | undefined,
		roles: readonly Role[],
		given: readonly (readonly [key: string, role: Role])[] = []
	) {
		this.#make = make;
		for (const [key, role] of given) this.#meanings.set(key, { name: key, role });
		const allowed = new Map<string, Role>(roles.map((role) => [role, role]));
		for (const [key, entry] of membersOf(mark).entries()) {
			const name = textOf(membersOf(entry).get('name')) ?? key;
			const role = allowed.get(textOf(membersOf(entry).get('role')) ?? textOf(entry) ?? '');
			this.#meanings.set(key, { name, role });
		}
	}

	/** The column of a member, which is made when it is first asked for; `type` as the file declares it, if it does. */
	of(key: string, type?: string): number {
		const known = this.#known.get(key);
		if (known !== undefined) return known;
		const { name, role } = this.#meanings.get(key) ?? { name: key, role: undefined };
		const made = this.#make(name, role, type);
		this.#known.set(key, made);
		return made;
	}

	/** The members of an object as values, without those of `except`. */
	values(object: JsonObject, except: ReadonlySet<string> = NONE): [column: number, value: string][] {
		const values: [number, string][] = [];
		for (const [key, tree] of object.entries()) {
			const value = except.has(key) ? undefined : textOf(tree);
			if (value !== undefined) values.push([this.of(key), value]);
		}
		return values;
	}
}

const NONE: ReadonlySet<string> = new Set();

export interface Places<Role> {
	/** Members that the format takes for itself. */
	readonly reserved: readonly string[];
	/** Roles with a place of their own in the format; the first column of each gets no member. */
	readonly structural?: readonly Role[];
	/** Members that the format or programs know, by role; no other column gets them. */
	readonly preferred?: ReadonlyMap<Role, string>;
}

/** Gives every column of a graph a member of its own. */
export class WrittenColumns<Role extends string> {
	/** Null for columns with a place of their own in the format. */
	readonly keys: readonly (string | null)[];
	/** Whether all values of a column are numbers that any program can hold as they stand. */
	readonly numeric: readonly boolean[];
	readonly #columns: readonly Column<Role>[];
	readonly #structural = new Map<Role, number>();

	constructor(columns: readonly Column<Role>[], rows: readonly { values: Values }[], places: Places<Role>) {
		this.#columns = columns;
		for (const role of places.structural ?? []) {
			const column = columns.findIndex((one) => one.role === role);
			if (column >= 0) this.#structural.set(role, column);
		}
		const preferred = new Map(places.preferred);
		const taken = new Set([...places.reserved, ...preferred.values()]);
		const free = new Set(this.#structural.values());
		this.keys = columns.map(({ name, role }, index) => {
			if (free.has(index)) return null;
			const known = role && preferred.get(role);
			if (role === undefined || known === undefined) return unused(name, taken);
			preferred.delete(role);
			return known;
		});
		this.numeric = columns.map((column, index) => isNumeric(column, index, rows));
	}

	/** The value in the place that the format has for a role. */
	structural(role: Role, values: Values): string | undefined {
		const column = this.#structural.get(role);
		return column === undefined ? undefined : values[column];
	}

	/** `"key":value` for every value that has a member; numbers without quotes where the column is one of numbers. */
	members(values: Values): string[] {
		return values.flatMap((value, column) => {
			const key = this.keys[column];
			if (value === undefined || key === null || key === undefined) return [];
			return [`${JSON.stringify(key)}:${this.numeric[column] ? value : JSON.stringify(value)}`];
		});
	}

	/** The list for the mark, as JSON. */
	mark(): string {
		const entries = this.#columns.flatMap(({ name, role }, column) => {
			const key = this.keys[column];
			if (key === null || key === undefined || (role === undefined && key === name)) return [];
			const entry = key === name ? role : { name, ...(role === undefined ? {} : { role }) };
			return [`${JSON.stringify(key)}:${JSON.stringify(entry)}`];
		});
		return `{${entries.join(',')}}`;
	}
}

/** The x and y of a node, if both are numbers, and its values without them. */
export interface Placed {
	readonly position: readonly [x: string, y: string] | null;
	readonly values: Values;
}

/** Takes apart the values of nodes, for formats that have a place of their own for positions. */
export function placing(columns: readonly Column[]): (values: Values) => Placed {
	const [xAt, yAt] = ['x', 'y'].map((axis) => columns.findIndex(({ role }) => role === axis));
	return (values) => {
		const [x, y] = [values[xAt!], values[yAt!]];
		if (x === undefined || y === undefined || !isJsonNumber(x) || !isJsonNumber(y))
			return { position: null, values };
		const others = values.map((value, at) => (at === xAt || at === yAt ? undefined : value));
		return { position: [x, y], values: others };
	};
}

/** The mark of a graph, as a member. */
export function markMember(
	nodes: Pick<WrittenColumns<string>, 'mark'>,
	edges: Pick<WrittenColumns<string>, 'mark'>
): string {
	return `"${MARK}":{"nodes":${nodes.mark()},"edges":${edges.mark()}}`;
}

/** `"key":"text"` for what is there. */
export function textMembers(
	...members: readonly (readonly [key: string, text: string | undefined])[]
): string[] {
	return members.flatMap(([key, text]) => (text === undefined ? [] : [`"${key}":${JSON.stringify(text)}`]));
}

/** Items of a list, one a line, with commas between them. */
export function* lines<T>(items: readonly T[], write: (item: T, index: number) => string): Generator<string> {
	for (const [index, item] of items.entries()) yield `${index > 0 ? ',\n' : '\n'}${write(item, index)}`;
}

function unused(name: string, taken: Set<string>): string {
	let key = name;
	for (let number = 2; taken.has(key); number++) key = `${name}_${number}`;
	taken.add(key);
	return key;
}

function isNumeric({ role }: Column, column: number, rows: readonly { values: Values }[]): boolean {
	if (role !== undefined && !/^(?:x|y|sign|paragraph)$/.test(role)) return false;
	let some = false;
	for (const { values } of rows) {
		const value = values[column];
		if (value === undefined) continue;
		if (!isJsonNumber(value) || String(Number(value)) !== value) return false;
		some = true;
	}
	return some;
}
