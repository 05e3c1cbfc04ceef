/** Staged graphs made at random, as flatten would make them, and what is needed to read and compare them. */
import fc from 'fast-check';
import type { ForeignFormat, Keeps } from '#lib/formats/foreign.ts';
import { LIMITS } from '#lib/formats/limits.ts';
import type { Limits } from '#lib/formats/limits.ts';
import { EDGE_ROLES, NODE_ROLES } from '#lib/formats/staged.ts';
import type { Column, EdgeRole, NodeRole, StagedGraph, Values } from '#lib/formats/staged.ts';
import { Staging } from '#lib/formats/staging.ts';
import { anyId, anyPoint, anyText, anyWhen } from '../generate-values.ts';

/** Reads a text as a format does. `pieces` are lengths, taken in turn, again and again; without them it is one piece. */
export function staged(
	format: ForeignFormat,
	text: string,
	pieces: readonly number[] = [],
	limits: Limits = LIMITS
): StagedGraph {
	const staging = new Staging(format.id, limits);
	const reader = format.reader!(staging, limits);
	for (const piece of inPieces(text, pieces)) reader.write(piece);
	reader.end();
	return staging.finish(format.missingEnds);
}

/** The text cut into pieces of these lengths, taken in turn; zero gives an empty piece. */
export function* inPieces(text: string, lengths: readonly number[]): Generator<string> {
	if (!lengths.some((length) => length > 0)) return yield text;
	let at = 0;
	for (let turn = 0; at < text.length; turn++) {
		const length = lengths[turn % lengths.length]!;
		yield text.slice(at, at + length);
		at += length;
	}
}

/** What a format writes, in one text. */
export function written(format: ForeignFormat, graph: StagedGraph): string {
	return [...format.write!(graph)].join('');
}

/** Lengths of pieces, for `staged`. */
export const anyPieces = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 5 });

export interface StagedGraphTexts {
	readonly id?: fc.Arbitrary<string>;
	readonly text?: fc.Arbitrary<string>;
	/** Names of the columns without a role. */
	readonly columnName?: fc.Arbitrary<string>;
}

/**
 * Graphs with loops, parallels, lone nodes and any directions; columns of some roles and some without. Values are
 * as flatten gives them: EDTF in `when`, numbers in `x`, `y` and `sign`, ids of nodes in `parent`.
 */
export function stagedGraphs(texts: StagedGraphTexts = {}): fc.Arbitrary<StagedGraph> {
	const { id = anyId, text = anyText, columnName = fc.oneof(anyId, anyText) } = texts;
	return fc
		.record({
			ids: fc.uniqueArray(id, { maxLength: 6 }),
			nodeRoles: fc.subarray(NODE_ROLES.filter((role) => role !== 'id')),
			edgeRoles: fc.subarray(EDGE_ROLES.filter((role) => role !== 'from' && role !== 'to')),
			nodeNames: fc.uniqueArray(columnName, { maxLength: 3 }),
			edgeNames: fc.uniqueArray(columnName, { maxLength: 3 }),
			title: fc.option(text, { nil: undefined }),
			description: fc.option(text, { nil: undefined })
		})
		.chain((frame) => fillings(frame, text).map((filling) => graphOf({ ...frame, ...filling })));
}

interface Frame {
	readonly ids: readonly string[];
	readonly nodeRoles: readonly NodeRole[];
	readonly edgeRoles: readonly EdgeRole[];
	readonly nodeNames: readonly string[];
	readonly edgeNames: readonly string[];
	readonly title: string | undefined;
	readonly description: string | undefined;
}

type Row = (string | undefined)[];

interface Filling {
	readonly nodeRows: readonly Row[];
	readonly edges: readonly (readonly [from: number, to: number, directed: boolean, row: Row])[];
}

function fillings(frame: Frame, text: fc.Arbitrary<string>): fc.Arbitrary<Filling> {
	const { ids } = frame;
	const row = (roles: readonly (NodeRole | EdgeRole)[], names: readonly string[]) =>
		fc.tuple(...roles.map((role) => cell(role, ids, text)), ...names.map(() => sometimes(text)));
	const end = fc.nat({ max: Math.max(0, ids.length - 1) });
	return fc.record({
		nodeRows: fc.tuple(...ids.map(() => row(frame.nodeRoles, frame.nodeNames))),
		edges: fc
			.array(fc.tuple(end, end, fc.boolean(), row(frame.edgeRoles, frame.edgeNames)), { maxLength: 8 })
			// The role `id` is that of a record: two edges never share it.
			.map((edges) => (ids.length === 0 ? [] : distinct(edges, frame.edgeRoles.indexOf('id'))))
	});
}

function distinct<T extends readonly [number, number, boolean, Row]>(edges: T[], column: number): T[] {
	const seen = new Set<string>();
	return edges.filter(([, , , row]) => {
		const id = row[column];
		if (id === undefined) return true;
		if (seen.has(id)) return false;
		seen.add(id);
		return true;
	});
}

function cell(role: NodeRole | EdgeRole, ids: readonly string[], text: fc.Arbitrary<string>) {
	if (role === 'when' || role === 'published') return sometimes(anyWhen);
	if (role === 'x' || role === 'y') return sometimes(anyPoint.map(([x]) => String(x)));
	if (role === 'sign') return sometimes(fc.constantFrom('1', '-1', '0', '0.5'));
	if (role === 'parent') return ids.length > 0 ? sometimes(fc.constantFrom(...ids)) : fc.constant(undefined);
	if (role === 'id') return sometimes(anyId);
	return sometimes(text);
}

function sometimes(value: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> {
	return fc.option(value, { nil: undefined, freq: 3 });
}

function graphOf(frame: Frame & Filling): StagedGraph {
	const { ids, title, description } = frame;
	const count = (taken: number) => ({ inFile: taken, taken, merged: 0, leftOut: 0 });
	return {
		format: 'made-up',
		...(title === undefined ? {} : { title }),
		...(description === undefined ? {} : { description }),
		table: false,
		nodeColumns: columns(frame.nodeRoles, frame.nodeNames),
		edgeColumns: columns(frame.edgeRoles, frame.edgeNames),
		nodes: ids.map((id, at) => ({ id, values: frame.nodeRows[at]!, place: `nodes[${at}]` })),
		edges: frame.edges.map(([from, to, directed, values], at) => ({
			source: ids[from]!,
			target: ids[to]!,
			directed,
			values,
			place: `edges[${at}]`
		})),
		tally: { nodes: count(ids.length), edges: count(frame.edges.length), others: count(0) },
		differences: []
	};
}

function columns<Role extends string>(roles: readonly Role[], names: readonly string[]): Column<Role>[] {
	return [...roles.map((role) => ({ name: role, role })), ...names.map((name) => ({ name }))];
}

export interface Content {
	readonly title: string | undefined;
	readonly description: string | undefined;
	/** Values by role, or by ` name` for columns without one, in the order of those keys. */
	readonly nodes: readonly (readonly [id: string | null, values: [string, string][]])[];
	readonly edges: readonly {
		readonly source: string | null;
		readonly target: string | null;
		readonly directed: boolean | undefined;
		readonly values: [string, string][];
	}[];
}

/**
 * What a graph says, for comparing: without places, types of columns, columns that nobody uses, and without what
 * `keeps` does not list. `change` is what becomes of each text on its way through the format.
 */
export function contentOf(
	graph: StagedGraph,
	keeps?: Keeps,
	change: (text: string) => string = (text) => text
): Content {
	const keep = (role: NodeRole | EdgeRole | undefined, roles: readonly string[] | undefined) =>
		role === undefined ? (keeps?.attributes ?? true) : (roles?.includes(role) ?? true);
	const valuesOf = (
		values: Values,
		list: readonly Column<NodeRole | EdgeRole>[],
		roles?: readonly string[]
	) =>
		list
			.map(({ name, role }, at) => [role ?? ` ${change(name)}`, values[at], keep(role, roles)] as const)
			.filter(([, value, kept]) => value !== undefined && kept)
			.map(([key, value]): [string, string] => [key, change(value!)])
			.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
	const whole = (text: string | undefined) => (text === undefined ? undefined : change(text));
	return {
		title: whole(graph.title),
		description: whole(graph.description),
		nodes: graph.nodes.map(({ id, values }) => [id, valuesOf(values, graph.nodeColumns, keeps?.nodes)]),
		edges: graph.edges.map(({ source, target, directed, values }) => ({
			source,
			target,
			directed: (keeps?.direction ?? true) ? directed : undefined,
			values: valuesOf(values, graph.edgeColumns, keeps?.edges)
		}))
	};
}
