import type { Scene } from '#lib/view/scene.ts';

/** The nodes that some keys name, and the edges between them. */
export function partOf({ nodes, edges }: Scene, keys: ReadonlySet<string>): Scene {
	return {
		nodes: nodes.filter(({ key }) => keys.has(key)),
		edges: edges.filter(({ source, target }) => keys.has(source) && keys.has(target))
	};
}
