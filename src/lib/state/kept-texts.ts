/** Texts of sources that outlive the page, and by what they are known again. */
import { keptText } from '#lib/storage/texts.ts';
import type { Document, Id, Source } from '#lib/model/document.ts';

/**
 * By what a source of a document is known again tomorrow, and no other is: titles alone are shared. Actors come and
 * go as one works on a document, and have no part in it.
 */
export function keptName({ title }: Pick<Document, 'title'>, source: Source): string {
	return JSON.stringify([source.id, source.sha256?.toLowerCase() ?? [title, source.title]]);
}

/**
 * The texts that can go along with a document: those that came with it, and those that the user keeps in this
 * browser. That nothing can be read from storage is no reason to bother anybody.
 */
export async function textsOf(
	document: Document,
	came: ReadonlyMap<Id, string>
): Promise<ReadonlyMap<Id, string>> {
	const found = new Map<Id, string>();
	for (const source of document.sources) {
		const kept = came.get(source.id) ?? (await keptText(keptName(document, source)).catch(() => null))?.text;
		if (kept !== undefined) found.set(source.id, kept);
	}
	return found;
}
