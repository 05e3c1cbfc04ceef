/** The yes: what was read becomes the open document, or a part of it, as one step that can be undone. */
import type { Document, Id } from '#lib/model/document.ts';
import { addDocument } from '#lib/model/edit-add.ts';
import { mergeActors } from '#lib/model/edit-merge.ts';
import { arrangedAlone } from '#lib/state/arrange.ts';
import type { Importing } from '#lib/state/importing.svelte.ts';
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import { count } from '#lib/view/receipt.ts';
import { shortened } from '#lib/view/sentences.ts';
import { showOpened } from '../files/open.ts';
import type { Screen } from '../screen.svelte.ts';

export interface Taking {
	/** Into the open document, rather than in its place. */
	readonly add: boolean;
	/** Actors that the user says are one: by the id of the one that comes, that of the one that is there. */
	readonly twins: ReadonlyMap<Id, Id>;
}

/**
 * Takes what an import found. Nothing has changed when it throws.
 * @param signal of somebody who thinks better of it while the document is made and arranged
 */
export async function takeIn(
	importing: Importing,
	{ add, twins }: Taking,
	workspace: Workspace,
	screen: Screen,
	signal: AbortSignal
): Promise<void> {
	const { document: coming } = await importing.take();
	const problems = importing.found?.what === 'document' ? importing.found.reading.problems : [];
	// Arranged before it is shown: taking it in is one step, and one picture.
	const placed = await arrangedAlone(workspace.task, coming).catch(() => coming);
	signal.throwIfAborted();
	importing.end();
	if (!add) return showOpened(workspace, screen, placed, problems);
	let lost = 0;
	workspace.edit(`Add ${shortened(importing.name, 60)}`, (document) => {
		const { document: both, actors } = addDocument(document, placed);
		const result = merged(both, actors, twins);
		lost = both.relations.length - result.relations.length;
		return result;
	});
	const gone = lost ? ` Left out between actors that are now one: ${count(lost, 'relation')}.` : '';
	workspace.announce(
		`Added ${count(coming.actors.length, 'actor')} and ${count(coming.relations.length, 'relation')}; undo takes them out again.${gone}`
	);
	if (gone) screen.notice = { text: gone.trim(), more: false };
	screen.fit();
}

/** Both documents with the actors made one that the user says are. */
function merged(both: Document, actors: ReadonlyMap<Id, Id>, twins: Taking['twins']): Document {
	const here = new Set(both.actors.map(({ id }) => id));
	const others = new Map<Id, Id[]>();
	for (const [theirs, ours] of twins) {
		const id = actors.get(theirs);
		if (id === undefined || !here.has(ours)) continue;
		others.set(ours, [...(others.get(ours) ?? []), id]);
	}
	return [...others].reduce((document, [ours, ids]) => mergeActors(document, ours, ids), both);
}
