import type { Going } from './painter.ts';

/** A picture in the making: what is being done, how much of it is done, and a way to stop it. */
export class Making {
	#doing = $state.raw('');
	#share = $state.raw(0);
	#failure = $state.raw('');
	#controller: AbortController | null = null;

	/** '' when nothing is being done. */
	get doing(): string {
		return this.#doing;
	}
	/** 0 to 1. */
	get share(): number {
		return this.#share;
	}
	/** Why the last one came to nothing; '' where it did not. */
	get failure(): string {
		return this.#failure;
	}

	/** Does some work; gives what it has to say, or null where it failed or was cancelled. Never throws. */
	async run(doing: string, work: (going: Going) => Promise<string | void>): Promise<string | null> {
		const controller = new AbortController();
		this.#controller = controller;
		[this.#doing, this.#share, this.#failure] = [doing, 0, ''];
		const isMine = () => this.#controller === controller;
		const progress = (share: number) => {
			if (isMine()) this.#share = share;
		};
		try {
			const note = (await work({ signal: controller.signal, progress })) ?? '';
			return controller.signal.aborted ? null : note;
		} catch (error) {
			if (isMine()) this.#failure = `That did not work. ${error instanceof Error ? error.message : ''}`;
			return null;
		} finally {
			if (isMine()) this.cancel();
		}
	}

	cancel(): void {
		this.#controller?.abort();
		this.#controller = null;
		this.#doing = '';
	}
}
