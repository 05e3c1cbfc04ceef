/** Going to a record from a list or a search: it is chosen, shown and said. */
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Id } from '#lib/model/document.ts';
import { isVisible } from '#lib/view/fate.ts';
import { actorSummary, relationAloud } from '#lib/view/sentences.ts';
import type { Screen } from './screen.svelte.ts';

export interface Place {
	readonly what: 'actor' | 'relation' | 'event';
	readonly id: Id;
}

/**
 * Chooses a record, moves the camera to it where it is out of sight, and announces it.
 * `stay` leaves the open panel as it is, for lists that one goes through.
 */
export function goTo({ what, id }: Place, workspace: Workspace, screen: Screen, stay = false): void {
	const { facts, settings } = workspace;
	if (!stay) screen.show('details');
	if (what === 'actor') {
		workspace.selectActor(id);
		workspace.announce(`${actorSummary(facts, id, settings.names)}${shown(workspace, id)}.`);
		return revealSoon(workspace, screen, (node) => node.actor === id);
	}
	const relations = what === 'relation' ? [id] : relationsOfEvent(workspace, id);
	workspace.selectRelations(relations);
	const first = relations[0] === undefined ? undefined : facts.relations.get(relations[0]);
	if (!first) return workspace.announce('No relation of the document names this event.');
	workspace.announce(`${relationAloud(facts, first, settings.names)}.`);
	revealSoon(workspace, screen, (node) => node.actor === first.from);
}

function shown({ filtered }: Workspace, id: Id): string {
	return isVisible(filtered.actors.get(id)) ? '' : ', not on the picture because the filters leave it out';
}

function relationsOfEvent({ document }: Workspace, event: Id): Id[] {
	return document.relations.filter((relation) => relation.event === event).map(({ id }) => id);
}

/** The scene may have to change first, to show what was chosen. */
function revealSoon(workspace: Workspace, screen: Screen, isIt: (node: { actor: Id }) => boolean): void {
	requestAnimationFrame(() => {
		const node = workspace.scene.nodes.find(isIt);
		if (node) screen.canvas?.reveal(node.key, screen.insets, !screen.reducedMotion);
	});
}
