import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Document } from '#lib/model/document.ts';
import { removeActor } from '#lib/model/edit-actors.ts';
import { mergeActors } from '#lib/model/edit-merge.ts';
import { removeRelation } from '#lib/model/edit-relations.ts';
import { consequences } from '#lib/model/edits.ts';
import { count } from '#lib/view/receipt.ts';
import { nameOf, relationSentence } from '#lib/view/sentences.ts';
import type { Screen } from '../screen.svelte.ts';
import type { Command } from './command.ts';

/** Runs an edit that takes things away, and says what went with it; undo brings it back. */
function remove(
	workspace: Workspace,
	screen: Screen,
	label: string,
	recipe: (document: Document) => Document
): void {
	const before = workspace.document;
	if (!workspace.edit(label, recipe)) return;
	const gone = consequences(before, workspace.document);
	const parts = [
		gone.actors && count(gone.actors, 'actor'),
		gone.relations && count(gone.relations, 'relation'),
		gone.claims && count(gone.claims, 'claim')
	].filter(Boolean);
	const text = `${label}. Gone: ${parts.join(', ') || 'nothing else'}. Undo brings it back.`;
	screen.notice = { text, more: false };
	workspace.announce(text);
}

export const EDIT_COMMANDS: readonly Command[] = [
	{
		id: 'remove-actor',
		name: 'Remove the chosen actor from the document',
		also: 'delete edit',
		available: ({ selection }) => selection.actors.size === 1,
		run(workspace, screen) {
			const [id] = workspace.selection.actors;
			const name = nameOf(workspace.facts, id!, workspace.settings.names);
			remove(workspace, screen, `Remove ${name}`, (document) => removeActor(document, id!));
		}
	},
	{
		id: 'remove-relation',
		name: 'Remove the chosen relation from the document',
		also: 'delete edit',
		available: ({ selection }) => selection.relations.size === 1,
		run(workspace, screen) {
			const relation = workspace.facts.relations.get([...workspace.selection.relations][0]!)!;
			const sentence = relationSentence(workspace.told, relation, workspace.settings.names);
			remove(workspace, screen, `Remove “${sentence}”`, (document) => removeRelation(document, relation.id));
		}
	},
	{
		id: 'merge-actors',
		name: 'Merge the chosen actors into the first',
		also: 'join same duplicate edit',
		available: ({ selection }) => selection.actors.size > 1,
		run(workspace, screen) {
			const [kept, ...others] = workspace.selection.actors;
			const name = nameOf(workspace.facts, kept!, workspace.settings.names);
			remove(workspace, screen, `Merge into ${name}`, (document) => mergeActors(document, kept!, others));
		}
	}
];
