import { wrap } from 'comlink';
import type { Remote } from 'comlink';

/**
 * A worker that does some things one after the other, and is ended whatever happens: so that work can be cancelled
 * at any moment, and nothing is left behind by work that failed.
 */
export class WorkerSession<Tasks> {
	readonly #worker: Promise<Worker>;
	/** Made once and kept: when a wrapper is collected as garbage, the worker stops to listen to any. */
	readonly #tasks: Promise<{ readonly remote: Remote<Tasks> }>;
	readonly #controller = new AbortController();
	/** Rejects when the session ends or the worker breaks down; never resolves. */
	readonly #ended: Promise<never>;

	/**
	 * @param create starts the worker
	 * @param signal ends the session
	 */
	constructor(create: () => Worker | Promise<Worker>, signal?: AbortSignal) {
		const { promise, reject } = withReject();
		this.#ended = promise;
		// A session that is ended while nobody waits is no error.
		promise.catch(() => undefined);
		// A worker that cannot be loaded answers no call, so without these a caller would wait for ever.
		const onError = (event: Event & Partial<ErrorEvent>) => {
			event.preventDefault();
			reject(new Error(`The work in the background broke down${event.message ? `: ${event.message}` : '.'}`));
		};
		this.#worker = Promise.resolve(create()).then((worker) => {
			worker.addEventListener('error', onError);
			worker.addEventListener('messageerror', onError);
			if (this.#controller.signal.aborted) worker.terminate();
			return worker;
		});
		// In a box: a wrapper looks like a promise to those who await it.
		this.#tasks = this.#worker.then((worker) => ({ remote: wrap<Tasks>(worker) }));
		this.#tasks.catch(reject);
		this.#controller.signal.addEventListener('abort', () => reject(abortError()));
		if (signal?.aborted) this.end();
		else signal?.addEventListener('abort', () => this.end(), { signal: this.#controller.signal });
	}

	/**
	 * @param call what to ask of the worker
	 * @throws an AbortError (DOMException) when the session is ended; an Error when the worker cannot be loaded or
	 * breaks down; and whatever the call throws, which keeps no more than its name and message
	 */
	ask<Result>(call: (tasks: Remote<Tasks>) => Promise<Result>): Promise<Result> {
		if (this.#controller.signal.aborted) return Promise.reject(abortError());
		return Promise.race([this.#tasks.then(({ remote }) => call(remote)), this.#ended]);
	}

	/** Ends the worker at once, in the midst of its work too. */
	end(): void {
		this.#controller.abort();
		void this.#worker.then((worker) => worker.terminate()).catch(() => undefined);
	}
}

/** Lets a worker do one thing, then ends it. Throws as WorkerSession.ask does. */
export async function inWorker<Tasks, Result>(
	create: () => Worker | Promise<Worker>,
	call: (tasks: Remote<Tasks>) => Promise<Result>,
	signal?: AbortSignal
): Promise<Result> {
	if (signal?.aborted) throw abortError();
	const session = new WorkerSession<Tasks>(create, signal);
	try {
		return await session.ask(call);
	} finally {
		session.end();
	}
}

function withReject(): { promise: Promise<never>; reject: (reason: Error) => void } {
	let reject: (reason: Error) => void = () => undefined;
	const promise = new Promise<never>((_, no) => (reject = no));
	return { promise, reject };
}

function abortError(): DOMException {
	return new DOMException('The work was cancelled.', 'AbortError');
}
