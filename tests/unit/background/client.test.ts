import { afterEach, expect, test, vi } from 'vitest';
import { readInBackground, runLayout } from '#lib/background/client.ts';
import { TASKS } from '#lib/background/tasks.ts';
import { circle } from '#lib/layout/circle.ts';
import type { LayoutInput } from '#lib/layout/layout.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import { likeADocument } from '../layout/sample.ts';
import { endPretence, FakeWorker, pretendBrowser } from './fake-worker.ts';

afterEach(endPretence);

const caught = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

test('a layout in the background gives what it gives here, and tells how far it is', async () => {
	pretendBrowser(TASKS);
	const input = likeADocument(12, 20);
	const heard: number[] = [];
	const points = await runLayout('circle', input, { progress: (share) => heard.push(share) });
	expect(points).toEqual(circle.run(input, () => undefined));
	expect(heard.every((share) => share >= 0 && share <= 1)).toBe(true);
	expect(FakeWorker.running.size).toBe(0);
});

test('progress reaches the caller while the work goes on', async () => {
	const layout = async (_id: string, _input: LayoutInput, progress: (share: number) => Promise<void>) => {
		await progress(0.25);
		await progress(0.5);
		return [];
	};
	pretendBrowser({ layout });
	const heard: number[] = [];
	await runLayout('any', likeADocument(2, 1), { progress: (share) => heard.push(share) });
	expect(heard).toEqual([0.25, 0.5]);
});

test('a layout that does not exist is an error, and its worker is ended', async () => {
	pretendBrowser(TASKS);
	expect(await caught(runLayout('__proto__', likeADocument(2, 1)))).toMatchObject({
		message: 'There is no layout of that name.'
	});
	expect(FakeWorker.running.size).toBe(0);
});

test('stopping ends the worker at once, even one that never answers', async () => {
	pretendBrowser(undefined);
	const controller = new AbortController();
	const work = caught(runLayout('force', likeADocument(2, 1), { signal: controller.signal }));
	await Promise.resolve();
	expect(FakeWorker.running.size).toBe(1);
	controller.abort();
	const error = await work;
	expect(error).toBeInstanceOf(DOMException);
	expect(error).toMatchObject({ name: 'AbortError' });
	expect(FakeWorker.running.size).toBe(0);
});

test('work that was stopped before it began starts no worker', async () => {
	pretendBrowser(TASKS);
	const start = vi.spyOn(FakeWorker.running, 'add');
	expect(await caught(readInBackground('a.json', '{}', { signal: AbortSignal.abort() }))).toMatchObject({
		name: 'AbortError'
	});
	expect(start).not.toHaveBeenCalled();
});

test.each(['error', 'messageerror'])('a worker that breaks down (%s) lets nobody wait', async (type) => {
	pretendBrowser(undefined);
	const work = caught(readInBackground('a.json', '{}'));
	await Promise.resolve();
	for (const worker of FakeWorker.running) worker.dispatchEvent(new Event(type));
	expect(await work).toMatchObject({ message: 'The work in the background broke down.' });
	expect(FakeWorker.running.size).toBe(0);
});

test('why a file cannot be read crosses the threads whole', async () => {
	const read = () => ({ ok: false, message: 'A brace is missing.', remedy: 'Add it.', place: 'line 3' });
	pretendBrowser({ read });
	const error = await caught(readInBackground('a.json', '{'));
	expect(error).toBeInstanceOf(UnreadableError);
	expect(error).toMatchObject({ message: 'A brace is missing.', remedy: 'Add it.', place: 'line 3' });
});

test('a file is read, given as text or as a file', async () => {
	pretendBrowser(TASKS);
	const lists = { sources: [], voices: [], relations: [], events: [], links: [], claims: [] };
	const actors = [{ id: '__proto__', name: 'A', kind: 'person' }];
	const text = JSON.stringify({ format: 'dramatis', version: 1, title: 'T', ...lists, actors });
	for (const data of [text, new Blob([text])]) {
		const { document, problems } = await readInBackground('t.dramatis.json', data);
		expect(document.actors).toEqual(actors);
		expect(problems).toEqual([]);
	}
	expect(FakeWorker.running.size).toBe(0);
});
