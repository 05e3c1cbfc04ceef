import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS, LimitError, raised } from '#lib/formats/limits.ts';
import type { Limits } from '#lib/formats/limits.ts';
import { stageFile } from '#lib/formats/stage.ts';
import { Staging } from '#lib/formats/staging.ts';
import { writeWorkbook } from '#lib/formats/tables/xlsx-writer.ts';

/** The limit that stops it, and the sentence; null when nothing does. */
function stopped(take: (staging: Staging) => void, limits: Partial<Limits>): LimitError | null {
	try {
		take(new Staging('test', { ...LIMITS, ...limits }));
		return null;
	} catch (error) {
		if (error instanceof LimitError) return error;
		throw error;
	}
}

describe('the limit of characters', () => {
	const text = 'a'.repeat(1000);

	it('counts a text each time that it is taken, and a file can be read when it is raised', () => {
		const repeat = (staging: Staging) => {
			const column = staging.nodeColumn('note');
			for (let id = 0; id < 20; id++) staging.node(String(id), [[column, text]], `line ${id + 1}`);
		};
		const limits = { characters: 10_000 };
		const error = stopped(repeat, limits);
		expect(error).toMatchObject({ limit: 'characters', place: 'line 10' });
		expect(error?.message).toContain('more than 10000 characters');
		expect(stopped(repeat, raised(limits, 'characters'))).toBeNull();
	});

	it('counts ids, and the ends of edges', () => {
		const limits = { characters: 1999 };
		expect(stopped((staging) => staging.edge(text, text, true, [], ''), limits)?.limit).toBe('characters');
		expect(stopped((staging) => staging.edge(text, 'b', true, [], ''), limits)).toBeNull();
		expect(stopped((staging) => staging.node(text + text, [], ''), limits)?.limit).toBe('characters');
	});

	it('counts the cells that a value in a late column makes, before they are made', () => {
		const sparse = (staging: Staging) => {
			let last = 0;
			for (let key = 0; key < 1000; key++) last = staging.edgeColumn(`key ${key}`);
			for (let edge = 0; edge < 100; edge++) staging.edge('a', 'b', true, [[last, '1']], `edge ${edge + 1}`);
		};
		expect(stopped(sparse, { characters: 80_000 })).toMatchObject({ limit: 'characters', place: 'edge 10' });
		expect(stopped(sparse, {})).toBeNull();
	});

	it('counts what is left of a value that was cut', () => {
		const cut = (staging: Staging) => staging.node('a', [[staging.nodeColumn('note'), text]], '');
		expect(stopped(cut, { characters: 100, valueLength: 10 })).toBeNull();
	});

	it.each([
		['GraphML with a default', 'a.graphml', strToU8(graphml(1000, 200))],
		['DOT with a default', 'a.dot', strToU8(`digraph { node [x="${text}"] ${names(200).join(' ')} }`)],
		['a workbook with a shared text', 'a.xlsx', workbook()]
	])('stops a small file that says one text very often: %s', async (_, name, bytes) => {
		const stage = (characters: number) => stageFile([{ name, bytes }], { limits: { characters } });
		await expect(stage(100_000)).rejects.toMatchObject({ limit: 'characters' });
		expect((await stage(400_000)).what).toBe('graph');
	});
});

function names(count: number): string[] {
	return Array.from({ length: count }, (_, at) => `n${at}`);
}

function graphml(length: number, count: number): string {
	const key = `<key id="k" for="node" attr.name="k"><default>${'a'.repeat(length)}</default></key>`;
	const nodes = names(count).map((id) => `<node id="${id}"/>`);
	return `<graphml>${key}<graph edgedefault="directed">${nodes.join('')}</graph></graphml>`;
}

function workbook(): Uint8Array {
	const rows = names(200).map((id) => [id, 'a'.repeat(1000)]);
	return writeWorkbook([{ name: 'Actors', header: ['id', 'name'], rows }]);
}
