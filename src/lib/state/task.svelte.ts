/** Long work in the background, one at a time: what it is, how far it is, and a way to stop it. */
export class Task {
	#label = $state.raw<string | null>(null);
	#share = $state.raw(0);
	#controller: AbortController | null = null;

	/** What is being done; null when nothing is. */
	get label(): string | null {
		return this.#label;
	}

	/** How much of it is done, 0 to 1. */
	get share(): number {
		return this.#share;
	}

	/**
	 * Runs some work; a task that still runs is cancelled first. Gives null when it was cancelled.
	 * @throws whatever the work throws, cancelling apart.
	 */
	async run<T>(
		label: string,
		work: (signal: AbortSignal, progress: (share: number) => void) => Promise<T>
	): Promise<T | null> {
		this.cancel();
		const controller = new AbortController();
		this.#controller = controller;
		this.#label = label;
		this.#share = 0;
		try {
			const result = await work(controller.signal, (share) => {
				if (this.#controller === controller) this.#share = share;
			});
			return controller.signal.aborted ? null : result;
		} catch (error) {
			if (controller.signal.aborted) return null;
			throw error;
		} finally {
			if (this.#controller === controller) {
				this.#controller = null;
				this.#label = null;
			}
		}
	}

	cancel(): void {
		this.#controller?.abort();
		this.#controller = null;
		this.#label = null;
	}
}
