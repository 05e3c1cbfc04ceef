/** Runs a layout over what is on screen and makes its result one edit. */
import { runLayout } from '#lib/background/client.ts';
import { LAYOUTS } from '#lib/layout/index.ts';
import type { LayoutInput } from '#lib/layout/layout.ts';
import type { Document, Id, Point } from '#lib/model/document.ts';
import { moveActors } from '#lib/model/edit-actors.ts';
import { LABEL_GAP, LABEL_LINE, LABEL_SIZE } from '#lib/view/appearance.ts';
import type { Facts } from '#lib/view/facts.ts';
import { isVisible, type Filtered } from '#lib/view/fate.ts';
import type { Scene } from '#lib/view/scene.ts';
import type { Selection, Settings } from '#lib/view/settings.ts';
import { textWidth } from '#lib/view/text.ts';
import type { Task } from './task.svelte.ts';

/** The part of the workspace that arranging needs. */
interface Arrangeable {
	readonly facts: Facts;
	readonly filtered: Filtered;
	readonly scene: Scene;
	readonly settings: Settings;
	readonly selection: Selection;
	readonly task: Task;
	edit(label: string, recipe: (document: Document) => Document, settings?: Partial<Settings>): boolean;
	announce(text: string): void;
}

/** The same graph gives the same picture, today and elsewhere. */
const SEED = 20240129;

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
	const input = layoutInput(workspace, scene);
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

function placesOf(document: Document): ReadonlyMap<Id, Point> {
	return document.positions ?? new Map();
}

/** An actor may have been removed while the layout ran. */
function present(document: Document, points: ReadonlyMap<Id, Point>): ReadonlyMap<Id, Point> {
	const actors = new Set(document.actors.map(({ id }) => id));
	return new Map([...points].filter(([id]) => actors.has(id)));
}

function layoutInput({ facts, selection, settings, filtered }: Arrangeable, scene: Scene): LayoutInput {
	const index = new Map(scene.nodes.map((node, place) => [node.actor, place]));
	const centre = settings.focus?.actor ?? [...selection.actors][0];
	const relations = facts.document.relations.flatMap((relation) => {
		const [from, to] = [index.get(relation.from), index.get(relation.to)];
		if (from === undefined || to === undefined || !isVisible(filtered.relations.get(relation.id))) return [];
		const { id, family, sign } = facts.typeOf(relation);
		return [{ from, to, type: id, family, sign }];
	});
	return {
		actors: scene.nodes.map((node, key) => ({
			key,
			x: node.x,
			y: node.y,
			width: Math.max(node.size, ...node.label.map((line) => textWidth(line, LABEL_SIZE))),
			height: node.size + LABEL_GAP + node.label.length * LABEL_SIZE * LABEL_LINE,
			side: facts.actors.get(node.actor)?.side ?? '',
			rank: -node.rank,
			name: node.label.join(' '),
			pinned: node.pinned
		})),
		relations,
		...(centre !== undefined && index.has(centre) && { centre: index.get(centre)! }),
		seed: SEED
	};
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
