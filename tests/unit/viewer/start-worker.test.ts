import { wrap, type Endpoint } from 'comlink';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Tasks } from '#lib/background/tasks.ts';

const started: unknown[] = [];

/** A worker of which only the beginning matters. */
function pretend(begin: (worker: EventTarget) => void): void {
	class Worker extends EventTarget {
		terminate = vi.fn();
		constructor(url: unknown) {
			super();
			started.push(url);
			begin(this);
		}
	}
	vi.stubGlobal('Worker', Worker);
}

/** Each test has the module anew: it remembers how the browser answered. */
async function startWorker() {
	const module = await import('../../../src/viewer/start-worker.ts');
	return module.startWorker();
}

/** Does the work that a layout is, and ends the worker. */
async function works(worker: Worker): Promise<boolean> {
	const tasks = wrap<Tasks>(worker as unknown as Endpoint);
	const answer = await tasks.read('a.json', 'no document');
	worker.terminate();
	return !answer.ok && answer.message.includes('in no format');
}

beforeEach(() => {
	vi.resetModules();
	vi.stubGlobal('WORKER_CODE', 'the code');
	started.length = 0;
});
afterEach(() => vi.unstubAllGlobals());

test('a worker that says it is there is taken', async () => {
	pretend((worker) =>
		queueMicrotask(() => worker.dispatchEvent(new MessageEvent('message', { data: 'ready' })))
	);
	const worker = await startWorker();
	expect(started[0]).toMatch(/^blob:/);
	expect(worker.terminate).not.toHaveBeenCalled();
});

test('where the browser refuses at once, the work is done here', async () => {
	pretend(() => {
		throw new DOMException('no', 'SecurityError');
	});
	expect(await works(await startWorker())).toBe(true);
});

test('where the worker cannot be loaded, the work is done here, and it is not tried again', async () => {
	pretend((worker) => queueMicrotask(() => worker.dispatchEvent(new Event('error', { cancelable: true }))));
	expect(await works(await startWorker())).toBe(true);
	expect(await works(await startWorker())).toBe(true);
	expect(started).toHaveLength(1);
});

test('where the worker stays silent, the work is done here', async () => {
	vi.useFakeTimers();
	pretend(() => undefined);
	const worker = startWorker();
	await vi.advanceTimersByTimeAsync(5_000);
	vi.useRealTimers();
	expect(await works(await worker)).toBe(true);
});

test('under Trusted Types its own code is let in, and nothing else', async () => {
	pretend((worker) => queueMicrotask(() => worker.dispatchEvent(new Event('message'))));
	vi.stubGlobal('trustedTypes', {
		createPolicy: (name: string, { createScriptURL }: { createScriptURL(url: string): string }) => ({
			createScriptURL: (url: string) => ({ name, made: createScriptURL(url) })
		})
	});
	await startWorker();
	expect(started).toEqual([{ name: 'dramatis-worker', made: expect.stringMatching(/^blob:/) }]);
});
