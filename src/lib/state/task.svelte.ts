/** Long work in the background, one at a time: what it is, how far it is, and a way to stop it. */
export class Task {
	#label = $state.raw<string | null>(null);
	#share = $state.raw(0);
	#words = $state.raw('');
	#controller: AbortController | null = null;

	/** What is being done; null when nothing is. */
	get label(): string | null {
		return this.#label;
	}

	/** How much of it is done, 0 to 1. */
	get share(): number {
		return this.#share;
	}

	/** What was done so far, in words; '' where there is nothing to say. */
	get words(): string {
		return this.#words;
	}

	/**
	 * Runs some work; a task that still runs is cancelled first. Gives null when it was cancelled.
	 * @throws whatever the work throws, cancelling apart.
	 */
	async run<T>(
		label: string,
		work: (signal: AbortSignal, progress: (share: number, words?: string) => void) => Promise<T>
	): Promise<T | null> {
		this.cancel();
		const controller = new AbortController();
		this.#controller = controller;
		this.#label = label;
		this.#share = 0;
		this.#words = '';
		try {
			const result = await work(controller.signal, (share, words = '') => {
				if (this.#controller !== controller) return;
				this.#share = share;
				this.#words = words;
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
