/** Places the actors of a document that has no places for them, as the app does when it opens one. */
import { LAYOUTS } from '#lib/layout/index.ts';
import { layoutInput, type ArrangedView } from '#lib/view/arranging.ts';
import type { Scene, SceneNode } from '#lib/view/scene.ts';

/** The scene with its actors where a layout puts them; `id` is one of LAYOUTS. */
export async function arranged(scene: Scene, id: string, view: ArrangedView): Promise<Scene> {
	const layout = LAYOUTS.find((one) => one.id === id);
	if (!layout) throw new RangeError('There is no layout of that name.');
	const points = await layout.run(layoutInput(scene, view), () => undefined);
	const nodes = scene.nodes.map((node, index): SceneNode => {
		const [x, y] = points[index]!;
		return { ...node, x: Math.round(x), y: Math.round(y) };
	});
	return { ...scene, nodes };
}
