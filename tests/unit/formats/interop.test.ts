import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '#lib/formats/meaning/guess.ts';
import { interpret, type Interpretation } from '#lib/formats/meaning/interpret.ts';
import { stageFile } from '#lib/formats/stage.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { checkDocument } from '#lib/model/check.ts';
import { expectBalance } from './balance.ts';

const folder = process.env.INTEROP_DIR;

type Facts = Readonly<Record<string, unknown>>;
interface Expected {
	readonly file: string;
	readonly format: string;
	readonly expected: Facts;
}
interface Counts {
	readonly nodes: number;
	readonly edges: number;
}

/** What our readers call what the list calls otherwise. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
	'stix-2.1': 'stix',
	'ftm-embed': 'ftm',
	'tsv-events': 'csv',
	'json text->events': 'records'
};
/** A table with no second actor in any of its rows. */
const ACTORS_ONLY = 'constellation_testCSV.csv';

const sum = (...numbers: unknown[]) => numbers.reduce<number>((all, one) => all + Number(one ?? 0), 0);

/** How many nodes and edges the list says that a file has, in whichever words. */
function counted({ file, format, expected }: Expected): Counts {
	const own = (expected.raw ?? expected.own ?? expected) as Facts;
	switch (format) {
		case 'pajek':
			return { nodes: sum(own.vertices), edges: sum(own.arcs, own.edges) };
		case 'stix-2.1':
			return { nodes: sum(own.nodes_all_but_relationship), edges: sum(own.relationships, own.sightings) };
		case 'ftm-embed':
			return { nodes: sum(own.entities) - sum(own.edge_entities), edges: sum(own.edge_entities) };
		case 'tsv-events':
			return { nodes: 0, edges: sum(own.rows) };
		case 'json text->events':
			// The first record is about the file, and is not counted in the list.
			return { nodes: 0, edges: sum(own.records, 1) };
		case 'csv': {
			const rows = sum(own.rows_incl_header) - 1;
			return file === ACTORS_ONLY ? { nodes: rows, edges: 0 } : { nodes: 0, edges: rows };
		}
		default:
			return { nodes: sum(own.nodes), edges: sum(own.edges) };
	}
}

function valuesOf(graph: StagedGraph, role: 'x' | 'sign'): string[] {
	const of = (
		columns: StagedGraph['nodeColumns'] | StagedGraph['edgeColumns'],
		rows: StagedGraph['nodes']
	) => {
		const column = columns.findIndex((one) => one.role === role || one.name === role);
		return column < 0 ? [] : rows.flatMap(({ values }) => values[column] ?? []);
	};
	return role === 'x'
		? of(graph.nodeColumns, graph.nodes)
		: of(graph.edgeColumns, graph.edges as unknown as StagedGraph['nodes']);
}

/** What the list says beyond the counts, as far as it can be asked of a staged graph. */
function expectFacts({ expected }: Expected, graph: StagedGraph): void {
	const own = (expected.raw ?? expected.own ?? {}) as Facts;
	const { selfloops, positions, dangling_edges: dangling, duplicate_node_ids: twice } = own;
	if (selfloops !== undefined)
		expect(graph.edges.filter(({ source, target }) => source === target)).toHaveLength(sum(selfloops));
	if (positions !== undefined) expect(valuesOf(graph, 'x')).toHaveLength(sum(positions));
	if (dangling !== undefined) expect(graph.tally.edges.leftOut).toBe(dangling);
	if (twice !== undefined) expect(graph.tally.nodes.merged).toBe(twice);
	for (const reader of [expected.networkx, expected.igraph] as (Facts | undefined)[]) {
		if (!reader || 'error' in reader) continue;
		expect([graph.nodes.length, graph.edges.length]).toEqual([reader.nodes, reader.edges]);
		// Each of them has one word for the whole file; where edges differ, that of the list is of the file's default.
		const mixed = new Set(graph.edges.map(({ directed }) => directed)).size > 1;
		if (!mixed) expect(graph.edges[0]?.directed).toBe(reader.directed);
	}
	const truth = expected.truth as Facts | undefined;
	if (!truth) return;
	const signs = valuesOf(graph, 'sign').map((sign) => Math.sign(Number(sign)));
	expect([1, -1, 0].map((one) => signs.filter((sign) => sign === one).length)).toEqual([
		truth.positive,
		truth.negative,
		truth.neutral
	]);
}

/** The same of the document. */
function expectInDocument({ expected }: Expected, { document }: Interpretation): void {
	const { n, m_pos: friends, m_neg: foes, truth } = expected as Record<string, never>;
	if (n !== undefined) {
		const ofType = (id: string) => document.relations.filter(({ type }) => type === id).length;
		expect([document.actors.length, ofType('allied_with'), ofType('opposes')]).toEqual([n, friends, foes]);
	}
	if (!truth) return;
	const { active_in: active, max_degree: most } = truth as {
		active_in: Record<string, number>;
		max_degree: number;
	};
	for (const [year, count] of Object.entries(active)) {
		const there = document.relations.filter(({ when = '' }) => {
			const [from = '', to = ''] = when.split('/').map((day) => day.slice(0, 4));
			return from <= year && year <= (to || '9999');
		});
		expect(there, `relations in ${year}`).toHaveLength(count);
	}
	const degrees = new Map<string, number>();
	for (const { from, to } of document.relations)
		for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
	expect(Math.max(...degrees.values())).toBe(most);
}

describe.skipIf(!folder)('files that others wrote', () => {
	const files = folder ? (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected[]) : [];

	it.each(files.map((one) => [one.file, one] as const))(
		'%s is read by what it holds, and nothing of it is lost',
		async (file, expected) => {
			const bytes = new Uint8Array(readFileSync(join(folder!, file)));
			const staged = await stageFile([{ name: 'x', bytes }]);
			if (staged.what !== 'graph') throw new Error(staged.what);
			const { graph } = staged;
			expect(graph.format).toBe(OTHER_NAMES[expected.format] ?? expected.format);
			const { nodes, edges } = counted(expected);
			expect([graph.tally.nodes.inFile, graph.tally.edges.inFile]).toEqual([nodes, edges]);
			expectFacts(expected, graph);
			const taken = interpret(graph, guessMapping(graph).mapping);
			expect(checkDocument(taken.document)).toEqual([]);
			expectBalance(taken);
			expectInDocument(expected, taken);
		}
	);
});
