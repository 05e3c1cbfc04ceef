import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNative, writeNative } from '#lib/formats/native/native.ts';
import { checkDocument } from '#lib/model/check.ts';
import type { Document, Source, Voice } from '#lib/model/document.ts';
import { WITHHELD, publishCopy } from '#lib/model/publish-copy.ts';
import { anyDocument } from '../generate.ts';
import { fullFile } from './full-file.ts';
import { small } from './small-document.ts';

const full = readNative(JSON.stringify(fullFile())).document;

describe('a copy for others', () => {
	it('is the document itself when nothing is to be left out', () => {
		expect(publishCopy(full, {}).document).toBe(full);
	});

	it('leaves out what was chosen, and nothing else', () => {
		const keys = (change: Parameters<typeof publishCopy>[1]) => {
			const { document } = publishCopy(full, change);
			const before = new Set(writeNative(full).split(/[\n{}]|, /));
			const after = new Set(writeNative(document).split(/[\n{}]|, /));
			return [...before].filter((part) => !after.has(part)).map((part) => /"([^"]+)"/.exec(part)?.[1]);
		};
		expect(keys({ notes: true })).toEqual(['note']);
		expect(keys({ authors: true })).toEqual(['authors']);
		expect(keys({ times: true })).toEqual(['retrieved']);
		expect(publishCopy(full, { positions: true }).document.positions).toBeUndefined();
		expect(publishCopy(full, { picture: true }).document.picture).toBeUndefined();
		const bare = publishCopy(full, { attributes: true }).document;
		expect([bare.actors[0]?.attributes, bare.relations[0]?.attributes]).toEqual([undefined, undefined]);
	});

	it('has no key that the format does not know, at any depth', () => {
		fc.assert(
			fc.property(anyDocument({ unknownKeys: true }), anyDocument(), (open, plain) => {
				const copy = publishCopy(open, { unknownKeys: true, positions: true }).document;
				expect(writeNative(copy)).not.toMatch(/"(__proto__|constructor|toString|x-extra|7)": /);
				expect(publishCopy(plain, { unknownKeys: true }).document).toEqual(plain);
			}),
			{ numRuns: 60 }
		);
		const nested = { ...small.actors[0]!, names: [{ text: 'n', lang: 'ar', secret: 1 }] };
		const copy = publishCopy({ ...small, actors: [nested] }, { unknownKeys: true }).document;
		expect(copy.actors[0]?.names).toEqual([{ text: 'n', lang: 'ar' }]);
	});

	it('says no file name where that is not wanted', () => {
		const source = (id: string, title: string, url?: string): Source => ({ id, title, ...(url && { url }) });
		const document: Document = {
			...small,
			title: 'ties of the general (final).xlsx',
			sources: [
				source('1', '/home/me/notes'),
				source('2', 'Report', 'file:///C:/x.pdf'),
				source('3', 'A day in Baghdad', 'https://example.org/a.pdf')
			],
			voices: [{ id: 'v', label: 'C:\\Users\\me\\ties.csv' } satisfies Voice]
		};
		const { document: copy } = publishCopy(document, { fileNames: true });
		expect(copy.title).toBe('Untitled');
		expect(copy.sources).toEqual([
			source('1', 'A file'),
			source('2', 'Report'),
			source('3', 'A day in Baghdad', 'https://example.org/a.pdf')
		]);
		expect(copy.voices[0]?.label).toBe('A file');
		expect(publishCopy(document, {}).document.title).toBe(document.title);
	});
});

const withheld = anyDocument().chain((document) =>
	fc.subarray(document.actors.map(({ id }) => id)).map((actors) => ({ document, actors }))
);

describe('a copy without some actors', () => {
	it('is whole, and has nothing of them', () => {
		fc.assert(
			fc.property(withheld, ({ document, actors }) => {
				const { document: copy } = publishCopy(document, { actors });
				const gone = new Set(actors);
				expect(checkDocument(copy)).toEqual([]);
				expect(copy.actors).toEqual(document.actors.filter(({ id }) => !gone.has(id)));
				expect(copy.relations.length).toBe(
					document.relations.filter(({ from, to }) => !gone.has(from) && !gone.has(to)).length
				);
				for (const voice of copy.voices) {
					const before = document.voices.find(({ id }) => id === voice.id);
					if (before?.actor !== undefined && gone.has(before.actor))
						expect(voice).toEqual({ id: voice.id, label: WITHHELD, anonymous: true });
				}
				for (const { about } of copy.claims) for (const id of about) expect(gone.has(id)).toBe(false);
			})
		);
	});

	it('tells where a name of theirs is still said', () => {
		const document: Document = {
			...small,
			actors: small.actors.map((actor) =>
				actor.id === 'kataib' ? { ...actor, aliases: ['KH'], names: [{ text: 'كتائب', lang: 'ar' }] } : actor
			),
			claims: [
				...small.claims,
				{ ...small.claims[2]!, id: 'c-5', statement: 'They spoke of KATAIB HEZBOLLAH and of كتائب.' },
				{ ...small.claims[2]!, id: 'c-6', statement: 'The KHs are others; so is KH.' },
				{ ...small.claims[2]!, id: 'c-7', statement: 'Of the KHs only.' }
			]
		};
		const { document: copy, warnings } = publishCopy(document, { actors: ['kataib'] });
		const at = (id: string) => `claims[${copy.claims.findIndex((claim) => claim.id === id)}].statement`;
		expect(warnings.map(({ place, name }) => [place, name])).toEqual([
			[at('c-5'), 'Kataib Hezbollah'],
			[at('c-5'), 'كتائب'],
			[at('c-5'), 'kataib'],
			[at('c-6'), 'KH']
		]);
		expect(copy.voices.map(({ label }) => label)).toEqual(['The paper']);
	});
});
