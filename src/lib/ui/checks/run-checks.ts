/** Runs the checks on the main thread without holding it up. */
import type { AttachedText } from '#lib/analysis/checks/check.ts';
import { checking, type Checked } from '#lib/analysis/checks/checking.ts';
import type { Document, Id } from '#lib/model/document.ts';

/** Milliseconds of work between two breaths. */
const PIECE = 12;

/** What all checks find in a document; null when the signal stopped them before the end. */
export async function runChecks(
	document: Document,
	texts: ReadonlyMap<Id, AttachedText>,
	signal: AbortSignal
): Promise<readonly Checked[] | null> {
	const work = checking(document, texts);
	for (;;) {
		const until = performance.now() + PIECE;
		do {
			const step = work.next();
			if (step.done) return step.value;
		} while (performance.now() < until);
		await new Promise((resolve) => setTimeout(resolve));
		if (signal.aborted) return null;
	}
}
