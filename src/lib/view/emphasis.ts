/** What stands out when an actor or a relation is pointed at or chosen: it, its ties and their other ends. */
import type { Id } from '#lib/model/document.ts';
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

/** Scene keys of those among some actors that are on screen. */
export function keysOfActors({ nodes }: Scene, actors: ReadonlySet<Id>): ReadonlySet<string> {
	return new Set(nodes.filter(({ actor }) => actors.has(actor)).map(({ key }) => key));
}

/** Scene keys of the lines of some relations. */
export function keysOfRelations({ edges }: Scene, relations: ReadonlySet<Id>): ReadonlySet<string> {
	if (relations.size === 0) return new Set();
	return new Set(
		edges.filter((edge) => edge.relations.some((id) => relations.has(id))).map(({ key }) => key)
	);
}

/** The actors and relations that some scene keys stand for. */
export function recordsOf(
	{ nodes, edges }: Scene,
	keys: ReadonlySet<string>
): { actors: ReadonlySet<Id>; relations: ReadonlySet<Id> } {
	return {
		actors: new Set(nodes.filter(({ key }) => keys.has(key)).map(({ actor }) => actor)),
		relations: new Set(edges.filter(({ key }) => keys.has(key)).flatMap(({ relations }) => relations))
	};
}
