/** Taking a document out, asked for from the main thread. */
import { proxy } from 'comlink';
import { WorkerSession } from '#lib/background/disposable.ts';
import { piecesOfDocument } from '#lib/background/document-pieces.ts';
import { startWorker } from '#lib/background/start-worker.ts';
import type { Tasks } from '#lib/background/tasks.ts';
import type { OutChoice, OutReport } from '#lib/formats/out/taking-out.ts';
import type { Document } from '#lib/model/document.ts';

/** A worker that has got a document, says what it would lose, and writes it, until it is ended. */
export class ExportSession {
	readonly #session = new WorkerSession<Tasks>(startWorker);
	readonly #given: Promise<void>;

	/** The document goes over in pieces, each a few milliseconds of this thread. */
	constructor(document: Document) {
		this.#given = this.#give(document);
		// Whoever asks hears of it.
		this.#given.catch(() => undefined);
	}

	/** What somebody is told before they save. @throws an AbortError when the session was ended */
	async report(choice: OutChoice): Promise<OutReport> {
		await this.#given;
		return await this.#session.ask<OutReport>((tasks) => tasks.outReport(choice));
	}

	/**
	 * The file.
	 * @param progress hears how many characters or bytes are written so far
	 * @throws an AbortError when the session was ended; an Error when the file gets too large
	 */
	async file(choice: OutChoice, progress: (written: number) => void): Promise<Blob> {
		await this.#given;
		const report = proxy(progress);
		return await this.#session.ask<Blob>((tasks) => tasks.outFile(choice, report));
	}

	/** Ends the worker at once, in the midst of its work too. */
	end(): void {
		this.#session.end();
	}

	async #give(document: Document): Promise<void> {
		let begin = true;
		for (const piece of piecesOfDocument(document)) {
			// Waiting for the answer lets the page have its turn.
			await this.#session.ask<void>((tasks) => tasks.holdPiece(piece, begin));
			begin = false;
		}
	}
}
