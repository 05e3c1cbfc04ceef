/** Tables as their reader stages them: rows whose columns nobody has told apart. */
import fc from 'fast-check';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { Staging } from '#lib/formats/staging.ts';
import { anyId, anyText, anyWhen } from '../generate-values.ts';

type Rows = readonly (readonly string[])[];

/** A list of relations, and if wanted a list of actors beside it. */
export function table(
	header: readonly string[],
	rows: Rows,
	actors: { readonly header: readonly string[]; readonly rows: Rows } = { header: [], rows: [] }
): StagedGraph {
	const staging = new Staging('csv');
	staging.table = true;
	const cells = (columns: readonly number[], row: readonly string[]) =>
		columns.flatMap((column, at) => (row[at] ? [[column, row[at]] as const] : []));
	const nodeColumns = actors.header.map((name) => staging.nodeColumn(name));
	actors.rows.forEach((row, at) => staging.node(null, cells(nodeColumns, row), `actors, line ${at + 2}`));
	const columns = header.map((name) => staging.edgeColumn(name));
	rows.forEach((row, at) => staging.edge(null, null, true, cells(columns, row), `line ${at + 2}`));
	return staging.finish('make');
}

const DATES = ['03/04/2024', '29/01/2024', '1/13/2024', '2009-12-05 23:59:59', '5 March 2024', '2024-13-45'];

/** Cells that collide, that look alike, that are dates, numbers or lists, and that are anything. */
const cell = fc.oneof(
	fc.constantFrom('', 'a', 'A', ' a', 'a ', 'b', 'b  c', 'b c', '1', '-1', '0', 'backs', 'is commanded by'),
	fc.constantFrom('denied', 'person', 'x; y', 'x > y', 'true', '7', 'https://example.org/1', ...DATES),
	anyWhen,
	anyId,
	anyText
);

const WORDS = [
	'from',
	'to',
	'who',
	'whom',
	'type',
	'date',
	'source',
	'according to',
	'statement',
	'id',
	'name'
];
const MORE = [
	'kind',
	'type.id',
	'type.family',
	'claim.id',
	'name.ar',
	'aliases',
	'sign',
	'start',
	'end',
	'paragraph'
];
const header = fc.uniqueArray(fc.oneof(fc.constantFrom(...WORDS, ...MORE), anyId), { maxLength: 9 });

function sheet(maxRows: number) {
	return header.chain((names) => {
		const row = fc.tuple(...names.map(() => cell));
		return fc.array(row, { maxLength: maxRows }).map((rows) => ({ header: names, rows: rows as Rows }));
	});
}

export const anyTable: fc.Arbitrary<StagedGraph> = fc
	.tuple(sheet(10), sheet(5))
	.map(([edges, nodes]) => table(edges.header, edges.rows, nodes));
