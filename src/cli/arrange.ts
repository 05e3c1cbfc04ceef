/** Places the actors of a document that has no places for them, as the app does when it opens one. */
import { LAYOUTS } from '#lib/layout/index.ts';
import type { LayoutInput } from '#lib/layout/layout.ts';
import { LABEL_GAP, LABEL_LINE, LABEL_SIZE } from '#lib/view/appearance.ts';
import type { Facts } from '#lib/view/facts.ts';
import { isVisible, type Filtered } from '#lib/view/fate.ts';
import type { Scene, SceneNode } from '#lib/view/scene.ts';
import { textWidth } from '#lib/view/text.ts';

/** The same graph gives the same picture, today and elsewhere: that of the app. */
const SEED = 20240129;

/** Whether more than half of what is shown has no position of its own. */
export function needsArranging({ nodes }: Scene, { document: { positions } }: Facts): boolean {
	const placed = nodes.filter(({ actor }) => positions?.has(actor)).length;
	return nodes.length > 1 && placed < nodes.length / 2;
}

/** The scene with its actors where a layout puts them; `id` is one of LAYOUTS. */
export async function arranged(scene: Scene, id: string, facts: Facts, filtered: Filtered): Promise<Scene> {
	const layout = LAYOUTS.find((one) => one.id === id);
	if (!layout) throw new RangeError('There is no layout of that name.');
	const points = await layout.run(layoutInput(scene, facts, filtered), () => undefined);
	const nodes = scene.nodes.map((node, index): SceneNode => {
		const [x, y] = points[index]!;
		return { ...node, x: Math.round(x), y: Math.round(y) };
	});
	return { ...scene, nodes };
}

function layoutInput(scene: Scene, facts: Facts, filtered: Filtered): LayoutInput {
	const index = new Map(scene.nodes.map((node, place) => [node.actor, place]));
	const relations = facts.document.relations.flatMap((relation) => {
		const [from, to] = [index.get(relation.from), index.get(relation.to)];
		if (from === undefined || to === undefined || !isVisible(filtered.relations.get(relation.id))) return [];
		const { id, family, sign } = facts.typeOf(relation);
		return [{ from, to, type: id, family, sign }];
	});
	const actors = scene.nodes.map((node, key) => ({
		key,
		x: node.x,
		y: node.y,
		width: Math.max(node.size, ...node.label.map((line) => textWidth(line, LABEL_SIZE))),
		height: node.size + LABEL_GAP + node.label.length * LABEL_SIZE * LABEL_LINE,
		side: facts.actors.get(node.actor)?.side ?? '',
		rank: -node.rank,
		name: node.label.join(' '),
		pinned: false
	}));
	return { actors, relations, seed: SEED };
}
