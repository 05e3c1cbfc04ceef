import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader } from '#lib/formats/tables/csv.ts';
import { writeCsvPair } from '#lib/formats/tables/csv-writer.ts';
import { flatten } from '#lib/formats/out/flatten.ts';
import { FOREIGN_FORMATS } from '#lib/formats/foreign-formats.ts';
import type { Keeps } from '#lib/formats/foreign.ts';
import { LIMITS } from '#lib/formats/limits.ts';
import { THINGS } from '#lib/formats/out/loss-things.ts';
import { losses, lossTable } from '#lib/formats/out/loss.ts';
import { outletOf } from '#lib/formats/out/out.ts';
import { EDGE_ROLES, NODE_ROLES, type StagedGraph } from '#lib/formats/staged.ts';
import { Staging } from '#lib/formats/staging.ts';
import { WAYS_OUT } from '#lib/formats/out/ways-out.ts';
import { emptyDocument, type Document } from '#lib/model/document.ts';
import { changed } from '#lib/model/edits.ts';
import { anyDocument } from '../../generate.ts';
import { small } from '../../model/small-document.ts';
import { holdsRoundTrip, type RoundTrip } from '../round-trip.ts';
import { staged, written } from '../staged-graphs.ts';

const ALL: Keeps = { nodes: NODE_ROLES, edges: EDGE_ROLES, attributes: true, direction: true, remarks: [] };
const LITTLE: Keeps = { ...ALL, nodes: ['name', 'x', 'y'], edges: ['type', 'sign'], attributes: false };

/** A format that keeps just what it says. */
function identity(keeps: Keeps): RoundTrip['throughFile'] {
	return (graph) => {
		const staging = new Staging('identity', LIMITS);
		if (graph.title !== undefined) staging.title = graph.title;
		const kept = ({ role }: { role?: string }, roles: readonly string[]) =>
			role === undefined ? keeps.attributes : roles.includes(role);
		const values = (
			list: StagedGraph['edges'][number]['values'],
			columns: readonly { name: string; role?: string }[],
			roles: readonly string[],
			index: (name: string, role: never) => number
		) =>
			columns.flatMap((column, at) =>
				list[at] === undefined || !kept(column, roles)
					? []
					: [[index(column.name, column.role as never), list[at]] as const]
			);
		for (const { id, values: row, place } of graph.nodes)
			staging.node(
				id,
				values(row, graph.nodeColumns, keeps.nodes, (name, role) => staging.nodeColumn(name, role)),
				place
			);
		for (const { source, target, directed, values: row, place } of graph.edges)
			staging.edge(
				source,
				target,
				directed,
				values(row, graph.edgeColumns, keeps.edges, (name, role) => staging.edgeColumn(name, role)),
				place
			);
		return staging.finish();
	};
}

/** The two files that spreadsheets get, read together. */
function csvPair(graph: StagedGraph): StagedGraph {
	const staging = new Staging('csv', LIMITS);
	for (const [at, { text }] of writeCsvPair(graph, 'exact').entries()) {
		const reader = new CsvReader(staging, LIMITS, { kind: at === 0 ? 'nodes' : 'edges', header: true });
		for (const piece of text) reader.write(piece);
		reader.end();
	}
	return staging.finish('make');
}

/** What remarks of formats say of texts and numbers. */
const REMARKED: ReadonlyMap<string, Partial<RoundTrip>> = new Map([
	['pajek', { change: (text) => text.replaceAll('"', "'"), fitsPositions: true }]
]);

describe('a document comes back but for what the loss table says', () => {
	it('through a format that keeps everything', () =>
		holdsRoundTrip({ keeps: ALL, rows: 'relation', throughFile: identity(ALL) }));
	it('through rows of claims', () =>
		holdsRoundTrip({ keeps: ALL, rows: 'claim', throughFile: identity(ALL) }));
	it('through a format that keeps little', () =>
		holdsRoundTrip({ keeps: LITTLE, rows: 'relation', throughFile: identity(LITTLE) }));
	it('through two CSV files', () => holdsRoundTrip({ keeps: ALL, rows: 'claim', throughFile: csvPair }));

	it.each(FOREIGN_FORMATS.filter(({ reader, write, keeps }) => reader && write && keeps))(
		'through $name',
		(format) => {
			holdsRoundTrip({
				keeps: format.keeps!,
				rows: format.rows ?? 'relation',
				throughFile: (graph) => staged(format, written(format, graph)),
				...REMARKED.get(format.id)
			});
		}
	);
});

describe('losses', () => {
	const graph = (document: Document) => flatten(document, { rows: 'relation' });

	it('are said with counts, in sentences', () => {
		const told = losses(small, graph(small), ALL, 'GEXF').map(({ text }) => text);
		expect(told).toContain('3 claims have no place in GEXF and are kept as notes.');
		expect(told).toContain('1 link has no place in GEXF and is left out.');
		expect(told).toContain('1 event that no relation names has no place in GEXF and is left out.');
		expect(told).toContain('1 voice with more than a label has no place in GEXF and is left out.');
		expect(told).toContain(
			'3 mentions of events, links or actors in claims have no place in GEXF and are left out.'
		);
		expect(told.join()).not.toMatch(/alias|position/);
		const little = losses(small, graph(small), LITTLE, 'Pajek').map(({ text }) => text);
		expect(little).toContain('1 alias has no place in Pajek and is left out.');
		expect(little).toContain('3 claims have no place in Pajek and are left out.');
	});

	it('are none where there is nothing to lose', () => {
		fc.assert(
			fc.property(anyDocument(), (document) => {
				const plain: Document = {
					...emptyDocument(document.title),
					actors: document.actors,
					relations: document.relations.map((it) => changed(it, { event: undefined })),
					positions: document.positions ?? new Map(),
					types: (document.types ?? []).map((it) => changed(it, { help: undefined, codes: undefined }))
				};
				expect(losses(plain, graph(plain), ALL, 'X')).toEqual([]);
			})
		);
	});

	it('are the lines of the table', () => {
		const identityFormat = {
			id: 'x',
			name: 'X',
			extensions: ['.x'],
			recognises: () => false,
			missingEnds: 'make',
			keeps: LITTLE,
			write: () => []
		} as const;
		const { lines } = lossTable([identityFormat]);
		expect(lines.map(({ thing }) => thing)).toEqual(THINGS.map(({ name }) => name));
		const told = new Set(losses(small, graph(small), LITTLE, 'X').map(({ thing }) => thing));
		for (const { thing, fates } of lines) if (fates[0] === 'kept') expect(told.has(thing)).toBe(false);
	});
});

const PAGE = new URL('../../../../docs/formats.md', import.meta.url);
const TABLE = /(?<=<!-- what survives -->\n)[^]*(?=\n<!-- end of the table -->)/;

/** The table of docs/formats.md, which says of every format what survives. */
function tableText(): string {
	const ways = WAYS_OUT.filter(({ id }) => id !== 'dramatis');
	const { formats, lines } = lossTable(ways.map(({ id, name }) => ({ ...outletOf(id), name })));
	const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [
		row(['what', ...formats.map(({ name }) => name)]),
		row(['---', ...formats.map(() => '---')]),
		...lines.map(({ thing, fates }) => row([thing, ...fates]))
	].join('\n');
}

// UPDATE_DOCS=1 writes the table anew.
it('docs/formats.md has the table as it is', () => {
	const page = readFileSync(PAGE, 'utf8');
	if (process.env.UPDATE_DOCS)
		writeFileSync(
			PAGE,
			page.replace(TABLE, () => tableText())
		);
	else expect(TABLE.exec(page)?.[0]).toBe(tableText());
});
