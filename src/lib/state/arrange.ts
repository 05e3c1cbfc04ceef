/** Runs a layout over what is on screen and makes its result one edit. */
import { relationsMeasure } from '#lib/analysis/relations-measure.ts';
import { runLayout } from '#lib/background/client.ts';
import { LAYOUTS } from '#lib/layout/index.ts';
import type { Document, Id, Point } from '#lib/model/document.ts';
import { moveActors } from '#lib/model/edit-actors.ts';
import { layoutInput, needsArranging, type ArrangedView } from '#lib/view/arranging.ts';
import { factsOf } from '#lib/view/facts.ts';
import { filterDocument } from '#lib/view/filter.ts';
import { buildScene, type Scene } from '#lib/view/scene.ts';
import { DEFAULT_SETTINGS, NOTHING, type Settings } from '#lib/view/settings.ts';
import { toldBy } from '#lib/view/told.ts';
import type { Task } from './task.svelte.ts';

/** The part of the workspace that arranging needs. */
interface Arrangeable extends ArrangedView {
	readonly scene: Scene;
	readonly task: Task;
	edit(label: string, recipe: (document: Document) => Document, settings?: Partial<Settings>): boolean;
	announce(text: string): void;
}

/** `layout` is an id of LAYOUTS, or '' for the positions that the document was opened with. */
export async function arrange(workspace: Arrangeable, layout: string, opened: Document): Promise<void> {
	const found = LAYOUTS.find(({ id }) => id === layout);
	if (layout === '') {
		workspace.edit('Arrange: as the document has it', (document) => moveActors(document, placesOf(opened)), {
			layout
		});
		return workspace.announce('Arranged as the document has it.');
	}
	if (!found) return;
	const scene = workspace.scene;
	const input = layoutInput(scene, workspace);
	const points = await workspace.task.run(`Arranging: ${found.name}`, (signal, progress) =>
		runLayout(layout, input, { signal, progress })
	);
	if (!points) return workspace.announce('Arranging was cancelled; nothing moved.');
	const moved = new Map<Id, Point>(
		scene.nodes.map((node, index) => [
			node.actor,
			[Math.round(points[index]![0]), Math.round(points[index]![1])]
		])
	);
	workspace.edit(`Arrange: ${found.name}`, (document) => moveActors(document, present(document, moved)), {
		layout
	});
	workspace.announce(`Arranged: ${found.name}.`);
}

/**
 * A document with places for its actors, if it has none for most of them: laid out by itself, without being opened.
 * Where that is cancelled it comes back as it is.
 */
export async function arrangedAlone(task: Task, document: Document): Promise<Document> {
	const facts = factsOf(document);
	const filtered = filterDocument(facts, DEFAULT_SETTINGS, NOTHING);
	const told = toldBy(facts, DEFAULT_SETTINGS);
	const measure = relationsMeasure.run(document);
	const scene = buildScene(told, filtered, measure, DEFAULT_SETTINGS, NOTHING, null);
	if (!needsArranging(scene, document)) return document;
	const input = layoutInput(scene, { facts, filtered, settings: DEFAULT_SETTINGS, selection: NOTHING });
	const points = await task.run('Arranging', (signal, progress) =>
		runLayout('force', input, { signal, progress })
	);
	if (!points) return document;
	return moveActors(document, new Map(scene.nodes.map(({ actor }, index) => [actor, points[index]!])));
}

function placesOf(document: Document): ReadonlyMap<Id, Point> {
	return document.positions ?? new Map();
}

/** An actor may have been removed while the layout ran. */
function present(document: Document, points: ReadonlyMap<Id, Point>): ReadonlyMap<Id, Point> {
	const actors = new Set(document.actors.map(({ id }) => id));
	return new Map([...points].filter(([id]) => actors.has(id)));
}

/** Where actors stand that do not stand where they did when the document was opened. */
export function movedSince(opened: Document, now: Document): ReadonlyMap<Id, Point> {
	if (opened.positions === now.positions) return new Map();
	const moved = new Map<Id, Point>();
	for (const [id, point] of now.positions ?? []) {
		const before = opened.positions?.get(id);
		if (!before || before[0] !== point[0] || before[1] !== point[1]) moved.set(id, point);
	}
	return moved;
}
