/** A worker that is none: it runs in this thread, but all that it is told and says is copied as between threads. */
import { expose } from 'comlink';
import type { Endpoint } from 'comlink';
import { vi } from 'vitest';

export class FakeWorker extends EventTarget {
	/** Those that were started and not ended. */
	static readonly running = new Set<FakeWorker>();
	/** What the next workers do; nothing at all when undefined. */
	static tasks: object | undefined;
	readonly url: unknown;
	readonly #channel = new MessageChannel();

	constructor(url: unknown) {
		super();
		this.url = url;
		FakeWorker.running.add(this);
		if (FakeWorker.tasks) expose(FakeWorker.tasks, this.#channel.port2 as unknown as Endpoint);
		this.#channel.port1.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent('message', { data }));
	}

	postMessage(message: unknown, transfer: Transferable[] = []): void {
		this.#channel.port1.postMessage(message, transfer);
	}

	terminate(): void {
		this.#channel.port1.close();
		this.#channel.port2.close();
		FakeWorker.running.delete(this);
	}
}

/** Puts FakeWorker where a browser has Worker, on a page with this address. */
export function pretendBrowser(tasks: object | undefined, address = 'https://example.org/some/page'): void {
	FakeWorker.tasks = tasks;
	vi.stubGlobal('Worker', FakeWorker);
	vi.stubGlobal('location', new URL(address));
}

/** Ends what a test left running, and takes the pretended globals away. */
export function endPretence(): void {
	for (const worker of FakeWorker.running) worker.terminate();
	vi.unstubAllGlobals();
}
