import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stageFile } from '#lib/formats/stage.ts';

const folder = process.env.INTEROP_DIR;

interface Expected {
	readonly file: string;
	readonly expected: {
		readonly own?: {
			readonly rows_incl_header: number;
			readonly columns_first_row: number;
			readonly delimiter: string;
		};
		readonly n?: number;
		readonly nodes?: number;
		readonly rows?: number;
		readonly records?: number;
		readonly with_source?: number;
		readonly with_target?: number;
		readonly event_types?: number;
	};
}

describe.skipIf(!folder)('tables that others wrote', () => {
	const all: Expected[] = folder
		? (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected[])
		: [];
	const facts = (name: string) => all.find(({ file }) => file === name)!.expected;

	async function read(name: string) {
		const staged = await stageFile([{ name, bytes: new Uint8Array(readFileSync(join(folder!, name))) }]);
		if (staged.what !== 'graph') throw new Error(staged.what);
		const { graph, tables } = staged;
		const column = (wanted: string) => {
			const index = graph.edgeColumns.findIndex((one) => one.name === wanted);
			return graph.edges.map(({ values }) => values[index]);
		};
		return { graph, tables, column };
	}

	it.each(['constellation_testCSV.csv', 'tribes_signed.csv', 'karate_weighted.csv'])('%s', async (name) => {
		const { own, n, nodes } = facts(name);
		const { graph, tables, column } = await read(name);
		expect(tables).toHaveLength(1);
		expect(tables[0]).toMatchObject({
			header: true,
			delimiter: own!.delimiter,
			rows: own!.rows_incl_header - 1
		});
		expect(tables[0]!.columns).toHaveLength(own!.columns_first_row);
		expect(graph.tally.nodes.taken + graph.tally.edges.taken).toBe(own!.rows_incl_header - 1);
		expect(graph.differences).toEqual([]);
		const actors = n ?? nodes;
		if (actors !== undefined) expect(new Set([...column('source'), ...column('target')]).size).toBe(actors);
	});

	it('icews_2018_first_300.tsv', async () => {
		const { graph, column } = await read('icews_2018_first_300.tsv');
		expect(graph.tally.edges.taken).toBe(facts('icews_2018_first_300.tsv').rows);
		// A code with a leading zero is no number.
		expect(column('CAMEO Code')[0]).toBe('040');
		expect(graph.differences).toEqual([]);
	});

	it('plover_gsr.json', async () => {
		const expected = facts('plover_gsr.json');
		const { graph, column } = await read('plover_gsr.json');
		// The first record is about the file, and is not counted there.
		expect(graph.tally.edges.taken).toBe(expected.records! + 1);
		const events = column('event').filter((event) => event !== 'DOCUMENT');
		expect(new Set(events).size).toBe(expected.event_types);
		const withAny = (end: string) => {
			const columns = graph.edgeColumns.map(({ name }) => name === end || name.startsWith(`${end}.`));
			return graph.edges.filter(({ values }) =>
				values.some((value, at) => value !== undefined && columns[at])
			);
		};
		expect(withAny('source')).toHaveLength(expected.with_source!);
		expect(withAny('target')).toHaveLength(expected.with_target!);
	});
});
