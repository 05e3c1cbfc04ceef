import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { stageFile } from '#lib/formats/stage.ts';
import { writeWorkbook } from '#lib/formats/tables/xlsx-writer.ts';

const EDGES = 'von;nach\nMüller;B\nB;C\n';

/** What is done in Node by the unit tests, with the streams, decoders and regular expressions of a browser. */
describe('the door for files, in a browser', () => {
	it.each([
		['a table', strToU8(EDGES)],
		['gzip', gzipSync(strToU8(EDGES))],
		['zip', zipSync({ 'a.csv': strToU8(EDGES) })],
		[
			'UTF-16',
			Uint8Array.from(
				[...`\uFEFF${EDGES}`].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8])
			)
		],
		[
			'a workbook',
			writeWorkbook([
				{
					name: 'S',
					header: ['von', 'nach'],
					rows: [
						['Müller', 'B'],
						['B', 'C']
					]
				}
			])
		]
	])('reads %s', async (_, bytes) => {
		const staged = await stageFile([{ name: 'x', bytes: new File([bytes as BlobPart], 'x') }]);
		expect(staged.what).toBe('graph');
		if (staged.what === 'graph')
			expect(staged.graph.edges.map(({ values }) => values)).toEqual([
				['Müller', 'B'],
				['B', 'C']
			]);
	});

	it('asks for the encoding, with previews', async () => {
		const bytes = Uint8Array.from([...'von;nach\nM\xFCller;\x93B\x94\n'].map((sign) => sign.charCodeAt(0)));
		const staged = await stageFile([{ name: 'x', bytes: new Blob([bytes]) }]);
		expect(staged.what).toBe('encoding');
		if (staged.what === 'encoding')
			expect(staged.choices[0]).toMatchObject({ encoding: 'windows-1252', preview: 'Müller;“B”\n' });
	});
});
