/** Taking in files of other programs, asked for from the main thread. */
import { proxy } from 'comlink';
import { WorkerSession } from '#lib/background/disposable.ts';
import type { Answer, Found, GuessedAgain, Outcome, Twins } from '#lib/background/import-tasks.ts';
import { startWorker } from '#lib/background/start-worker.ts';
import type { Tasks } from '#lib/background/tasks.ts';
import type { Interpretation } from '#lib/formats/meaning/interpret.ts';
import type { EdgeUse, Mapping, NodeUse } from '#lib/formats/meaning/mapping.ts';
import { LimitError } from '#lib/formats/limits.ts';
import type { StageOptions } from '#lib/formats/stage.ts';
import type { Actor, Document } from '#lib/model/document.ts';
import { UnreadableError } from '#lib/model/problems.ts';

export type { Found, Outcome, Preview, Twins } from '#lib/background/import-tasks.ts';

/** One import: a worker that has read some files and answers questions about them, until it is ended. */
export class ImportSession {
	readonly #session = new WorkerSession<Tasks>(startWorker);
	readonly #files: readonly { readonly name: string; readonly data: Blob }[];

	constructor(files: readonly { readonly name: string; readonly data: Blob }[]) {
		this.#files = files;
	}

	/**
	 * Reads the files. Comes again with what the user has chosen, where that was asked.
	 * @param progress hears how many elements were found so far, and how many bytes are read
	 * @throws UnreadableError that says why nothing can be read; an AbortError when the session was ended
	 */
	async read(
		options: Omit<StageOptions, 'signal'>,
		progress: (elements: number, bytes: number) => void
	): Promise<Found> {
		const report = proxy(progress);
		return opened(
			await this.#session.ask<Answer<Found>>((tasks) => tasks.stage(this.#files, options, report))
		);
	}

	/** What the words of the file mean where its columns mean this. Throws as `read` does. */
	async guessAgain(nodes: readonly NodeUse[], edges: readonly EdgeUse[]): Promise<GuessedAgain> {
		return opened(await this.#session.ask<Answer<GuessedAgain>>((tasks) => tasks.guessAgain(nodes, edges)));
	}

	/** What would come of it. Throws as `read` does. */
	async outcome(mapping: Mapping): Promise<Outcome> {
		return opened(await this.#session.ask<Answer<Outcome>>((tasks) => tasks.outcome(mapping)));
	}

	/** The document itself. Throws as `read` does. */
	async take(mapping: Mapping): Promise<Interpretation> {
		return opened(await this.#session.ask<Answer<Interpretation>>((tasks) => tasks.take(mapping)));
	}

	/**
	 * The actors that come and look like actors who are there.
	 * @param what a mapping of the file, or a document of our own that it is. Throws as `read` does.
	 */
	async twins(what: Mapping | Document, here: readonly Actor[]): Promise<readonly Twins[]> {
		return opened(
			await this.#session.ask<Answer<readonly Twins[]>>((tasks) =>
				'format' in what ? tasks.twinsIn(what, here) : tasks.twins(what, here)
			)
		);
	}

	/** Ends the worker at once, in the midst of its work too. */
	end(): void {
		this.#session.end();
	}
}

function opened<T>(answer: Answer<T>): T {
	if (answer.ok) return answer.value;
	const { message, remedy, place, limit } = answer;
	if (limit !== undefined) throw new LimitError(limit, message, remedy, place);
	throw new UnreadableError(message, remedy, place);
}
