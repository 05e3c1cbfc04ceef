/** Stands in for background/start-worker.ts: in a page, the worker's code is a part of the app's. */
import { expose } from 'comlink';

/** Put in by scripts/build-viewer.mjs. */
declare const WORKER_CODE: string;

/** The part of Trusted Types that is needed here; TypeScript's DOM types do not have it. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string }
	): { createScriptURL(url: string): string };
}

/** The code says so in its first line. A worker that is silent for so many milliseconds was never let in. */
export const READY = 'ready';
const PATIENCE = 5_000;

let url: string | undefined;
let isRefused = false;

/** A worker; where the browser lets files have none, the work is done on this thread, which then stands still for it. */
export async function startWorker(): Promise<Worker> {
	if (isRefused) return here();
	try {
		url ??= trusted(
			URL.createObjectURL(new Blob([`postMessage('${READY}');`, WORKER_CODE], { type: 'text/javascript' }))
		);
		const worker = new Worker(url, { name: 'dramatis' });
		if (await isReady(worker)) return worker;
		worker.terminate();
	} catch {
		// Refused at once.
	}
	isRefused = true;
	return here();
}

function trusted(made: string): string {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	// This very URL and no other.
	return (
		trustedTypes?.createPolicy('dramatis-worker', { createScriptURL: () => made }).createScriptURL('') ?? made
	);
}

function isReady(worker: Worker): Promise<boolean> {
	const over = new AbortController();
	const { signal } = over;
	return new Promise<boolean>((resolve) => {
		const timer = setTimeout(() => resolve(false), PATIENCE);
		signal.addEventListener('abort', () => clearTimeout(timer));
		worker.addEventListener('message', () => resolve(true), { signal });
		worker.addEventListener('error', (event) => (event.preventDefault(), resolve(false)), { signal });
	}).finally(() => over.abort());
}

/** What the caller needs of a worker, without another thread. */
async function here(): Promise<Worker> {
	const { TASKS } = await import('#lib/background/tasks.ts');
	const { port1, port2 } = new MessageChannel();
	expose(TASKS, port1);
	const terminate = () => {
		port1.close();
		port2.close();
	};
	return Object.assign(port2, { terminate }) as unknown as Worker;
}
