import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { ExportSession } from '#lib/background/export-client.ts';
import { piecesOfDocument } from '#lib/background/document-pieces.ts';
import { TASKS } from '#lib/background/tasks.ts';
import { readNative } from '#lib/formats/native/native.ts';
import type { OutChoice } from '#lib/formats/out/taking-out.ts';
import { emptyDocument, type Document } from '#lib/model/document.ts';
import { anyDocument } from '../generate.ts';
import { endPretence, FakeWorker, pretendBrowser } from './fake-worker.ts';

afterEach(endPretence);

const native: OutChoice = { to: 'dramatis', style: 'safe', part: null, publish: {} };

/** More than one piece of each. */
const large: Document = {
	...emptyDocument('Large'),
	actors: Array.from({ length: 2500 }, (_, at) => ({ id: `a${at}`, name: `A ${at}`, kind: 'person' })),
	positions: new Map(Array.from({ length: 1500 }, (_, at) => [`a${at}`, [at, -at] as const]))
};

async function through(document: Document): Promise<Document> {
	const session = new ExportSession(document);
	try {
		return readNative(await (await session.file(native, () => undefined)).text()).document;
	} finally {
		session.end();
	}
}

test('a document is whole after its way to the worker, whatever its keys', async () => {
	pretendBrowser(TASKS);
	expect(await through(large)).toEqual(large);
	expect(
		[...piecesOfDocument(large)].every(({ value }) => !Array.isArray(value) || value.length <= 1000)
	).toBe(true);
	await fc.assert(
		fc.asyncProperty(anyDocument(), async (document) => {
			expect(await through(document)).toEqual(document);
		}),
		{ numRuns: 20 }
	);
	expect(FakeWorker.running.size).toBe(0);
});

test('reports are about the document given last, and about the part and the copy that is chosen', async () => {
	pretendBrowser(TASKS);
	const session = new ExportSession(large);
	expect(await session.report(native)).toMatchObject({ title: 'Large', actors: 2500, losses: [] });
	const part = { actors: new Set(['a1', 'a2']), relations: new Set<string>() };
	expect(await session.report({ ...native, part })).toMatchObject({ actors: 2 });
	expect(await session.report({ ...native, part, publish: { actors: ['a1'] } })).toMatchObject({ actors: 1 });
	const other = new ExportSession(emptyDocument('Other'));
	expect(await other.report(native)).toMatchObject({ title: 'Other', actors: 0 });
	session.end();
	other.end();
});

test('ending a session stops what it does', async () => {
	pretendBrowser(TASKS);
	const session = new ExportSession(large);
	const file = session.file(native, () => undefined).catch((error: unknown) => error);
	session.end();
	expect(await file).toMatchObject({ name: 'AbortError' });
});

test('a format that there is not is an error, and no endless waiting', async () => {
	pretendBrowser(TASKS);
	const session = new ExportSession(large);
	await expect(session.report({ ...native, to: 'constructor' })).rejects.toThrow('no format of that name');
	session.end();
});
