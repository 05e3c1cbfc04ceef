/** What the keys do while the graph has the focus. */
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import type { Id, Relation } from '#lib/model/document.ts';
import { isVisible } from '#lib/view/fate.ts';
import { actorSummary, relationAloud } from '#lib/view/sentences.ts';
import { NOTHING } from '#lib/view/settings.ts';
import { nodeTowards, type Direction } from '#lib/view/walk.ts';
import type { Screen } from '../screen.svelte.ts';

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
	['ArrowLeft', 'left'],
	['ArrowRight', 'right'],
	['ArrowUp', 'up'],
	['ArrowDown', 'down']
]);

/** Handles a key pressed on the graph; gives whether it meant something here. */
export function walkKey(event: KeyboardEvent, workspace: Workspace, screen: Screen): boolean {
	if (event.ctrlKey || event.metaKey || event.altKey) return false;
	const direction = DIRECTIONS.get(event.key);
	if (direction && event.shiftKey) return nudge(workspace, direction);
	if (direction) return walk(workspace, screen, direction);
	if (event.key === '.' || event.key === ',') return turn(workspace, screen, event.key === '.' ? 1 : -1);
	if (event.key === 'Enter') return open(workspace, screen);
	if (event.key === 'Backspace') return back(workspace, screen);
	if (event.key === 'Escape') return leave(workspace);
	return false;
}

function presentActor(workspace: Workspace): Id | null {
	const [actor] = workspace.selection.actors;
	if (actor !== undefined) return actor;
	const relation = presentRelation(workspace);
	return relation ? (turnedFrom.get(workspace) ?? relation.from) : null;
}

function presentRelation(workspace: Workspace): Relation | undefined {
	const [id] = workspace.selection.relations;
	return id === undefined ? undefined : workspace.facts.relations.get(id);
}

/** The actor whose relations are being gone through; the relation that is chosen names two. */
const turnedFrom = new WeakMap<Workspace, Id>();

function walk(workspace: Workspace, screen: Screen, direction: Direction): boolean {
	const actor = presentActor(workspace);
	const from = workspace.scene.nodes.find((node) => node.actor === actor)?.key ?? null;
	const next = nodeTowards(workspace.scene, from, direction);
	if (!next)
		workspace.announce(
			`Nothing further ${direction === 'up' || direction === 'down' ? direction : `to the ${direction}`}.`
		);
	else arrive(workspace, screen, next.actor, next.key, actor);
	return true;
}

function arrive(workspace: Workspace, screen: Screen, actor: Id, key: string, from: Id | null): void {
	const { facts, settings } = workspace;
	const tie =
		from === null
			? undefined
			: visibleRelations(workspace, actor).find((r) => r.from === from || r.to === from);
	workspace.selectActor(actor);
	screen.canvas?.reveal(key, screen.insets, !screen.reducedMotion);
	const summary = actorSummary(facts, actor, settings.names);
	workspace.announce(
		tie ? `${summary}. ${relationAloud(workspace.told, tie, settings.names)}.` : `${summary}.`
	);
}

function visibleRelations({ facts, filtered }: Workspace, actor: Id): readonly Relation[] {
	return (facts.relationsOf.get(actor) ?? []).filter(({ id }) => isVisible(filtered.relations.get(id)));
}

/** Goes through the present actor's relations, one at a time. */
function turn(workspace: Workspace, screen: Screen, by: 1 | -1): boolean {
	const actor = presentActor(workspace);
	if (actor === null) return walk(workspace, screen, 'right');
	const relations = visibleRelations(workspace, actor);
	if (relations.length === 0) {
		workspace.announce('This actor has no relation in this view.');
		return true;
	}
	const at = relations.findIndex(({ id }) => workspace.selection.relations.has(id));
	const place =
		at < 0 ? (by === 1 ? 0 : relations.length - 1) : (at + by + relations.length) % relations.length;
	const relation = relations[place]!;
	turnedFrom.set(workspace, actor);
	workspace.selectRelations([relation.id]);
	const words = relationAloud(workspace.told, relation, workspace.settings.names);
	workspace.announce(`${place + 1} of ${relations.length}: ${words}.`);
	return true;
}

/** Enter on a relation goes along it to its other end; on an actor it opens the actor's page. */
function open(workspace: Workspace, screen: Screen): boolean {
	const relation = presentRelation(workspace);
	const from = turnedFrom.get(workspace);
	if (relation && workspace.selection.actors.size === 0) {
		const other = relation.from === from ? relation.to : relation.from;
		const node = workspace.scene.nodes.find(({ actor }) => actor === other);
		if (node) arrive(workspace, screen, other, node.key, null);
		return true;
	}
	if (presentActor(workspace) === null) return false;
	screen.show('details');
	requestAnimationFrame(() => document.getElementById('details')?.focus());
	return true;
}

function back(workspace: Workspace, screen: Screen): boolean {
	workspace.walkTrail(-1);
	const [actor] = workspace.selection.actors;
	if (actor === undefined) return true;
	const node = workspace.scene.nodes.find((candidate) => candidate.actor === actor);
	if (node) screen.canvas?.reveal(node.key, screen.insets, !screen.reducedMotion);
	workspace.announce(`Back at ${actorSummary(workspace.facts, actor, workspace.settings.names)}.`);
	return true;
}

function leave(workspace: Workspace): boolean {
	if (workspace.selection.actors.size + workspace.selection.relations.size === 0) return false;
	workspace.select(NOTHING);
	workspace.announce('Nothing chosen.');
	return true;
}

const NUDGE = 20;

/** Shift with an arrow moves the chosen actors, so that dragging is never the only way. */
function nudge(workspace: Workspace, direction: Direction): boolean {
	const chosen = workspace.scene.nodes.filter(({ actor }) => workspace.selection.actors.has(actor));
	if (chosen.length === 0) return false;
	const dx = direction === 'left' ? -NUDGE : direction === 'right' ? NUDGE : 0;
	const dy = direction === 'up' ? -NUDGE : direction === 'down' ? NUDGE : 0;
	workspace.move(new Map(chosen.map(({ actor, x, y }) => [actor, [x + dx, y + dy] as const])));
	workspace.announce(`Moved ${direction}.`);
	return true;
}
