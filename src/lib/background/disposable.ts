import { wrap } from 'comlink';
import type { Remote } from 'comlink';

/**
 * Lets a worker do one thing, and ends it whatever happens: so that work can be cancelled at any moment, and
 * nothing is left behind by work that failed.
 * @param create starts the worker
 * @param call what to ask of it
 * @throws an AbortError (DOMException) when the signal says so; an Error when the worker cannot be loaded or
 * breaks down; and whatever the call throws, which keeps no more than its name and message
 */
export async function inWorker<Tasks, Result>(
	create: () => Worker,
	call: (tasks: Remote<Tasks>) => Promise<Result>,
	signal?: AbortSignal
): Promise<Result> {
	if (signal?.aborted) throw abortError();
	const worker = create();
	const { promise: ended, reject } = withReject();
	const onAbort = () => reject(abortError());
	// A worker that cannot be loaded answers no call, so without these a caller would wait for ever.
	const onError = (event: Event & Partial<ErrorEvent>) => {
		event.preventDefault();
		reject(new Error(`The work in the background broke down${event.message ? `: ${event.message}` : '.'}`));
	};
	signal?.addEventListener('abort', onAbort);
	worker.addEventListener('error', onError);
	worker.addEventListener('messageerror', onError);
	try {
		return await Promise.race([call(wrap<Tasks>(worker)), ended]);
	} finally {
		signal?.removeEventListener('abort', onAbort);
		worker.terminate();
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
