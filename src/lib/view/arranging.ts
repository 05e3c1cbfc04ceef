/** A scene as layouts are given it: boxes and pairs of indexes, no ids. Its shape is that of layout/layout.ts. */
import type { Document, FamilyId } from '#lib/model/document.ts';
import { LABEL_GAP, LABEL_LINE, LABEL_SIZE } from '#lib/view/appearance.ts';
import type { Facts } from '#lib/view/facts.ts';
import { isVisible, type Filtered } from '#lib/view/fate.ts';
import type { Scene } from '#lib/view/scene.ts';
import type { Selection, Settings } from '#lib/view/settings.ts';
import { textWidth } from '#lib/view/text.ts';

/** The same graph gives the same picture, today and elsewhere. */
const SEED = 20240129;

/** The part of a view that arranging needs. */
export interface ArrangedView {
	readonly facts: Facts;
	readonly filtered: Filtered;
	readonly settings: Pick<Settings, 'focus'>;
	readonly selection: Selection;
}

/** What a layout is told of an actor, known by its index in the scene. */
interface ArrangedActor {
	readonly key: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly side: string;
	readonly rank: number;
	readonly name: string;
	readonly pinned: boolean;
}

interface ArrangedRelation {
	readonly from: number;
	readonly to: number;
	readonly type: string;
	readonly family: FamilyId;
	readonly sign: '+' | '-' | '0';
}

export interface ArrangingInput {
	readonly actors: readonly ArrangedActor[];
	readonly relations: readonly ArrangedRelation[];
	/** Index of the actor in the middle, where the view has one. */
	readonly centre?: number;
	readonly seed: number;
}

/** Whether more than half of what is shown has no position of its own. */
export function needsArranging({ nodes }: Scene, { positions }: Pick<Document, 'positions'>): boolean {
	const placed = nodes.filter(({ actor }) => positions?.has(actor)).length;
	return nodes.length > 1 && placed < nodes.length / 2;
}

/** A scene as the input of a layout: symbols with their labels, and the visible relations between them. */
export function layoutInput(scene: Scene, view: ArrangedView): ArrangingInput {
	const { facts, filtered, selection, settings } = view;
	const index = new Map(scene.nodes.map((node, place) => [node.actor, place]));
	const middle = settings.focus?.actor ?? [...selection.actors][0];
	const centre = middle === undefined ? undefined : index.get(middle);
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
		...(centre !== undefined && { centre }),
		seed: SEED
	};
}
