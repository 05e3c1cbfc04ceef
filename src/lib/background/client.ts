/** Long work, asked for from the main thread and done off it. Each piece of work gets a worker of its own. */
import { proxy } from 'comlink';
import { inWorker } from '#lib/background/disposable.ts';
import { startWorker } from '#lib/background/start-worker.ts';
import type { Attached, AttachAnswer } from '#lib/background/attach.ts';
import type { Answer, Tasks } from '#lib/background/tasks.ts';
import type { Passage } from '#lib/analysis/anchor.ts';
import type { Reading } from '#lib/formats/format.ts';
import type { LayoutInput } from '#lib/layout/layout.ts';
import type { Point } from '#lib/model/document.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** How to follow some work and to stop it. */
export interface Following {
	/** Stops the work; the promise is then rejected with an AbortError. */
	readonly signal?: AbortSignal;
	/** Hears the share that is done, from 0 to 1. */
	readonly progress?: (share: number) => void;
}

/**
 * Runs a layout of LAYOUTS by its id.
 * @returns a point for each actor of the input, in their order
 * @throws an AbortError when it was stopped, an Error when there is no such layout or it broke down
 */
export function runLayout(id: string, input: LayoutInput, following: Following = {}): Promise<Point[]> {
	const { signal, progress } = following;
	let isRunning = true;
	// Reports come by a way of their own, and may arrive after the result or the end.
	const report = proxy((share: number) => {
		if (isRunning) progress?.(share);
	});
	const points = inWorker<Tasks, Point[]>(startWorker, (tasks) => tasks.layout(id, input, report), signal);
	return points.finally(() => (isRunning = false));
}

/**
 * Reads a file in whichever format it is.
 * @param data its text, or the file itself (then it is not even loaded on the main thread)
 * @throws UnreadableError when nothing can be read, an AbortError when it was stopped
 */
export async function readInBackground(
	name: string,
	data: string | Blob,
	{ signal }: Pick<Following, 'signal'> = {}
): Promise<Reading> {
	const answer = await inWorker<Tasks, Answer>(startWorker, (tasks) => tasks.read(name, data), signal);
	if (!answer.ok) throw new UnreadableError(answer.message, answer.remedy, answer.place);
	return answer.reading;
}

/**
 * Attaches a text to a source: tells whether it is the very text, and finds the passages of its claims in it.
 * @param data the text, or a file that holds it
 * @param sha256 of the text that the source's claims were read in, if the document has it
 * @throws UnreadableError when it is no text or too large, an AbortError when it was stopped
 */
export async function attachInBackground(
	data: string | Blob,
	sha256: string | undefined,
	claims: readonly Passage[],
	{ signal }: Pick<Following, 'signal'> = {}
): Promise<Attached> {
	// What finds a passage and no more: the rest need not be copied to another thread.
	const passages = claims.map(({ id, start, end, print, quote }) => ({ id, start, end, print, quote }));
	const answer = await inWorker<Tasks, AttachAnswer>(
		startWorker,
		(tasks) => tasks.attachText(data, sha256, passages),
		signal
	);
	if (!answer.ok) throw new UnreadableError(answer.message, answer.remedy);
	return answer;
}
