import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ploverEvents, writePloverCsv, writePloverLines } from '#lib/formats/out/plover.ts';
import { readNative } from '#lib/formats/native/native.ts';
import { stageFile } from '#lib/formats/stage.ts';
import { emptyDocument } from '#lib/model/document.ts';
import type { Document } from '#lib/model/document.ts';
import { relationTypes } from '#lib/model/vocabulary.ts';

const document: Document = {
	...emptyDocument('x'),
	language: 'en',
	sources: [{ id: 's', title: 'Report', publisher: 'Paper', url: 'https://example.org' }],
	actors: [
		{ id: 'a', name: 'Army', kind: 'military', sameAs: ['wikidata:Q1'] },
		{ id: 'b', name: 'Bess', kind: 'person' }
	],
	events: [{ id: 'e', title: 'E', when: '2024-01-29', place: 'Baghdad' }],
	relations: [
		{ id: 'r1', type: 'attacks', from: 'a', to: 'b', event: 'e' },
		{ id: 'r2', type: 'commands', from: 'a', to: 'b' },
		{ id: 'r3', type: 'asks_for_help', from: 'b', to: 'a', when: '2024-02-01/2024-02-03' },
		{ id: 'r4', type: 'own', from: 'b', to: 'gone', when: '2024' }
	],
	claims: [
		{
			id: 'c',
			about: ['r1'],
			statement: 'The army attacked Bess.',
			modality: 'denied',
			voices: [],
			source: 's'
		}
	]
};

describe('events in the manner of PLOVER', () => {
	it('are the acts whose types have a code; the others are counted', () => {
		const { events, states, uncoded } = ploverEvents(document);
		expect(events[0]).toEqual({
			id: 'r1',
			date: '2024-01-29',
			source: [{ actorText: 'Army', sector: 'MIL', ids: ['wikidata:Q1'] }],
			target: [{ actorText: 'Bess' }],
			event: 'ASSAULT',
			auxiliary: 'negation',
			eventText: 'attacks',
			eventLoc: { name: 'Baghdad' },
			text: 'The army attacked Bess.',
			language: 'en',
			publication: 'Paper',
			url: 'https://example.org'
		});
		expect([states, uncoded]).toEqual([1, 1]);
	});

	it('have the mode of a code, and both ends of a period', () => {
		const type = [...relationTypes(document).values()].find(
			({ codes }) => codes?.plover === 'REQUEST/assist'
		)!;
		const relations = [{ id: 'r', type: type.id, from: 'a', to: 'b', when: '2024-02-01/2024-02-03' }];
		expect(ploverEvents({ ...document, relations }).events[0]).toMatchObject({
			event: 'REQUEST',
			mode: 'assist',
			date: '2024-02-01',
			enddate: '2024-02-03'
		});
	});

	it('of the bundled report balance, and are read again as records and as CSV', async () => {
		const url = new URL('../../../../data/quds-force-baghdad-2024.dramatis.json', import.meta.url);
		const report = readNative(readFileSync(url, 'utf8')).document;
		const { events, states, uncoded } = ploverEvents(report);
		expect(events.length).toBeGreaterThan(5);
		expect(events.length + states + uncoded).toBe(report.relations.length);
		for (const text of [writePloverLines(events), writePloverCsv(events, 'exact')]) {
			const staged = await stageFile([{ name: 'x', bytes: new TextEncoder().encode([...text].join('')) }]);
			if (staged.what !== 'graph') throw new Error(staged.what);
			expect(staged.graph.tally.edges).toMatchObject({ inFile: events.length, taken: events.length });
			const column = staged.graph.edgeColumns.findIndex(({ name }) => name === 'event');
			expect(staged.graph.edges.map(({ values }) => values[column])).toEqual(
				events.map(({ event }) => event)
			);
		}
	});
});
