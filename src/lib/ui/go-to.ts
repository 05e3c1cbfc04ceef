/** Going to a record from a list or a search: it is chosen, shown and said. */
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Id } from '#lib/model/document.ts';
import { isVisible } from '#lib/view/fate.ts';
import { eventTies } from '#lib/view/event-ties.ts';
import { eventDate, eventTitle } from '#lib/view/event-words.ts';
import { count } from '#lib/view/receipt.ts';
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
	if (what === 'event') return goToEvent(id, workspace, screen);
	workspace.selectRelations([id]);
	const relation = facts.relations.get(id);
	if (!relation) return;
	workspace.announce(`${relationAloud(workspace.told, relation, settings.names)}.`);
	revealSoon(workspace, screen, (node) => node.actor === relation.from);
}

function goToEvent(id: Id, workspace: Workspace, screen: Screen): void {
	const { facts } = workspace;
	const event = facts.events.get(id);
	if (!event) return;
	workspace.selectEvent(id);
	const { relations, actors } = eventTies(facts, id);
	const taking = relations.length
		? `${count(relations.length, 'relation')}, ${count(actors.length, 'actor')}`
		: 'no relation names it';
	workspace.announce(`Event: ${eventTitle(event)}, ${eventDate(event)}, ${taking}.`);
	revealSoon(workspace, screen, (node) => node.actor === actors[0]);
}

function shown({ filtered }: Workspace, id: Id): string {
	return isVisible(filtered.actors.get(id)) ? '' : ', not on the picture because the filters leave it out';
}

/** The scene may have to change first, to show what was chosen. */
function revealSoon(workspace: Workspace, screen: Screen, isIt: (node: { actor: Id }) => boolean): void {
	requestAnimationFrame(() => {
		const node = workspace.scene.nodes.find(isIt);
		if (node) screen.canvas?.reveal(node.key, screen.insets, !screen.reducedMotion);
	});
}
