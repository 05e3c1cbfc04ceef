/** Runs all checks over a document, in pieces. */
import type { Document, Id } from '#lib/model/document.ts';
import { materialOf, type AttachedText, type Check, type Finding } from './check.ts';
import { CHECKS } from './index.ts';

/** What one check found. */
export interface Checked {
	readonly check: Check;
	readonly findings: readonly Finding[];
}

/**
 * Runs one check after the other and gives what each found, in the order of the registry; rests between two of
 * them and, where one takes longer, in its midst, so that the page can breathe.
 * `texts`: what is known of attached texts, by source.
 * @yields the share that is done, 0 to 1
 */
export function* checking(
	document: Document,
	texts?: ReadonlyMap<Id, AttachedText>
): Generator<number, readonly Checked[]> {
	const material = materialOf(document, texts);
	const all: Checked[] = [];
	for (const check of CHECKS) {
		yield all.length / CHECKS.length;
		let result = check.run(material);
		if (isGenerator(result)) {
			let step = result.next();
			for (; !step.done; step = result.next()) yield all.length / CHECKS.length;
			result = step.value;
		}
		all.push({ check, findings: result });
	}
	return all;
}

type Result = ReturnType<Check['run']>;

function isGenerator(result: Result): result is Extract<Result, Generator> {
	return 'next' in result;
}
