/** What writers of graphs need: ids that the format can hold, and types that all values of a column have. */
import { isPlainNumber } from '#lib/formats/declared.ts';
import type { Column, StagedGraph, StagedNode, Values } from '#lib/formats/staged.ts';

/** The ids of the nodes as they are written. */
export interface WrittenIds {
	/** In the file. */
	of(id: string | null): string;
	/** The id that is to be written beside it, because the file has another one. */
	beside(id: string | null): string | undefined;
	/** What our own reader will find: the id, but where nothing can hold it, the one in the file. */
	found(id: string): string;
	/** Whether there is anything beside. */
	readonly anyBeside: boolean;
}

/**
 * Ids for a file: the own one where the format allows it, otherwise `n0`, `n1` and so on, as far as they are free.
 * @param allowed whether the format can have it as an id
 * @param holds whether the format can have it as a text
 */
export function writtenIds(
	nodes: readonly StagedNode[],
	allowed: (id: string) => boolean,
	holds: (text: string) => boolean
): WrittenIds {
	const all = new Set(nodes.map(({ id }) => id));
	const others = new Map<string | null, string>();
	let next = 0;
	let anyBeside = false;
	for (const { id } of nodes) {
		if (id !== null && allowed(id)) continue;
		while (all.has(`n${next}`)) next++;
		others.set(id, `n${next++}`);
		if (id !== null && holds(id)) anyBeside = true;
	}
	const beside = (id: string | null) => (id !== null && others.has(id) && holds(id) ? id : undefined);
	return {
		of: (id) => others.get(id) ?? id ?? '',
		beside,
		found: (id) => beside(id) ?? others.get(id) ?? id,
		anyBeside
	};
}

export type ValueType = 'boolean' | 'int' | 'long' | 'float' | 'double' | 'string';

/** By the names that GraphML and GEXF have for them. */
const TYPES = new Map<string, ValueType>([
	['boolean', 'boolean'],
	['int', 'int'],
	['integer', 'int'],
	['short', 'int'],
	['byte', 'int'],
	['long', 'long'],
	['float', 'float'],
	['double', 'double']
]);
const NUMBER_ROLES = new Set(['x', 'y', 'sign']);

/** The type that a column is declared with, if all its values are of it for every reader; otherwise `string`. */
export function typeOf(
	column: Column,
	at: number,
	elements: readonly { readonly values: Values }[]
): ValueType {
	const wanted = NUMBER_ROLES.has(column.role ?? '') ? 'double' : TYPES.get(column.type ?? 'string');
	if (wanted === undefined || wanted === 'string') return 'string';
	const fits = elements.every(({ values }) => values[at] === undefined || fitsType(wanted, values[at]));
	return fits ? wanted : 'string';
}

function fitsType(type: ValueType, value: string): boolean {
	if (type === 'boolean') return value === 'true' || value === 'false';
	if (type === 'float' || type === 'double') return isPlainNumber(value) && !isTooSmall(value);
	if (!/^-?\d{1,18}$/.test(value)) return false;
	return type === 'long' || Math.abs(Number(value)) < 2 ** 31;
}

/** Igraph refuses a whole file for a number that is nearer to zero than the least that has all its digits. */
function isTooSmall(value: string): boolean {
	const size = Math.abs(Number(value));
	return size < 2.3e-308 && /[1-9]/.test(value.split(/e/i)[0]!);
}

/** Whether no edge has a direction, or some have none: what a file says first of its edges. */
export function directionOf({ edges }: StagedGraph): 'directed' | 'undirected' {
	return edges.length > 0 && edges.every(({ directed }) => !directed) ? 'undirected' : 'directed';
}
