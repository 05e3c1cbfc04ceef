/** What stands out when an actor or a relation is pointed at or chosen: it, its ties and their other ends. */
import type { Scene } from './scene.ts';

/**
 * The keys of the nodes and edges that stay as they are; all others step back.
 * Null when nothing of the scene is pointed at, so that nothing steps back.
 */
export function emphasised(scene: Scene, keys: ReadonlySet<string>): ReadonlySet<string> | null {
	const kept = new Set<string>();
	for (const node of scene.nodes) if (keys.has(node.key)) kept.add(node.key);
	for (const edge of scene.edges) {
		const chosen = keys.has(edge.key);
		if (!chosen && !keys.has(edge.source) && !keys.has(edge.target)) continue;
		kept.add(edge.key).add(edge.source).add(edge.target);
	}
	return kept.size ? kept : null;
}
