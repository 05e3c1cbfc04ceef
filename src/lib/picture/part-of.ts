import type { Id } from '#lib/model/document.ts';
import { isVisible, type Fate } from '#lib/view/fate.ts';
import { receiptOf } from '#lib/view/receipt.ts';
import type { Scene } from '#lib/view/scene.ts';
import type { PageView } from './fitted.ts';

/** The nodes and edges that some keys name: of what is chosen its own ties, not those between its neighbours. */
export function partOf({ nodes, edges }: Scene, keys: ReadonlySet<string>): Scene {
	return {
		nodes: nodes.filter(({ key }) => keys.has(key)),
		edges: edges.filter(({ key }) => keys.has(key))
	};
}

/** A view whose words and numbers are about a part of its scene, and not about what lies outside of it. */
export function narrowedTo(view: PageView, scene: Scene): PageView {
	const actors = new Set(scene.nodes.map(({ actor }) => actor));
	const relations = new Set(scene.edges.flatMap((edge) => edge.relations));
	const { filtered, settings } = view;
	const outside = (fates: ReadonlyMap<Id, Fate>, kept: ReadonlySet<Id>) =>
		new Map(
			[...fates].map(([id, fate]) => [id, isVisible(fate) && !kept.has(id) ? ('part' as const) : fate])
		);
	const fates = outside(filtered.relations, relations);
	const kept = <T>(notes: ReadonlyMap<Id, T>) =>
		new Map([...notes].filter(([id]) => fates.get(id) !== 'part'));
	const narrowed = {
		actors: outside(filtered.actors, actors),
		relations: fates,
		certainties: kept(filtered.certainties),
		differences: kept(filtered.differences)
	};
	return { ...view, scene, filtered: narrowed, receipt: receiptOf(narrowed, settings) };
}
