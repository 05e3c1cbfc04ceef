/**
 * All values of a node or an edge in one JSON object, for formats whose own records have no place for every column:
 * what is written there for other programs may lose something, and our reader takes this instead.
 *
 *     {"id": "kh", "values": [["kind", "kind", "armed-group"], ["colour", "", "red"]]}
 */
import { membersOf, listOf, textOf } from '#lib/formats/json/json-tree.ts';
import type { JsonTree } from '#lib/formats/json/json-tree.ts';
import type { Column, Values } from '#lib/formats/staged.ts';

/** What a graph needs beside values: the id of a node, or the ends and the direction of an edge. */
export type Frame = readonly (readonly [key: string, value: string | boolean | undefined])[];

/** The object, as JSON. */
export function writeExact(frame: Frame, columns: readonly Column[], values: Values): string {
	const members = frame.flatMap(([key, value]) =>
		value === undefined ? [] : [`"${key}":${JSON.stringify(value)}`]
	);
	const list = values.flatMap((value, column) => {
		if (value === undefined) return [];
		const { name, role = '' } = columns[column]!;
		return [JSON.stringify([name, role, value])];
	});
	// STIX forbids empty lists.
	const all = list.length === 0 ? members : [...members, `"values":[${list.join(',')}]`];
	return `{${all.join(',')}}`;
}

/**
 * The values of such an object, by column; what is no value is passed over.
 * @param make nodeColumn or edgeColumn of a staging
 */
export function readExact<Role extends string>(
	tree: JsonTree | undefined,
	make: (name: string, role?: Role) => number,
	roles: readonly Role[]
): [column: number, value: string][] {
	const values: [number, string][] = [];
	for (const entry of listOf(membersOf(tree).get('values'))) {
		const [name, role, value] = listOf(entry).map(textOf);
		if (name === undefined || value === undefined) continue;
		values.push([
			make(
				name,
				roles.find((one) => one === role)
			),
			value
		]);
	}
	return values;
}
