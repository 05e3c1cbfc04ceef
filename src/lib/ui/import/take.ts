/** The yes: what was read becomes the open document, or a part of it, as one step that can be undone. */
import type { Id } from '#lib/model/document.ts';
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

/** Takes what an import found. Nothing has changed when it throws. */
export async function takeIn(
	importing: Importing,
	{ add, twins }: Taking,
	workspace: Workspace,
	screen: Screen
): Promise<void> {
	const { document: coming } = await importing.take();
	const problems = importing.found?.what === 'document' ? importing.found.reading.problems : [];
	importing.end();
	if (!add) return showOpened(workspace, screen, coming, problems);
	const placed = await arrangedAlone(workspace.task, coming);
	workspace.edit(`Add ${shortened(importing.name, 60)}`, (document) => {
		const { document: both, actors } = addDocument(document, placed);
		let merged = both;
		for (const [theirs, ours] of twins) {
			const id = actors.get(theirs);
			if (id !== undefined && merged.actors.some((actor) => actor.id === ours)) {
				merged = mergeActors(merged, ours, [id]);
			}
		}
		return merged;
	});
	workspace.announce(
		`Added ${count(coming.actors.length, 'actor')} and ${count(coming.relations.length, 'relation')}; undo takes them out again.`
	);
	screen.fit();
}
