/** Walking the scene by direction, for those who use no pointer. */
import type { Scene, SceneNode } from './scene.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const VECTORS: Readonly<Record<Direction, readonly [number, number]>> = {
	left: [-1, 0],
	right: [1, 0],
	up: [0, -1],
	down: [0, 1]
};

/** Nodes more than this to the side of the direction (cosine of 75°) are not "that way". */
const WIDEST = 0.26;

/**
 * The node to go to from another: the nearest that way among those tied to it by an edge, or, where there is none,
 * the nearest that way among all. Null when nothing lies that way. Without a start, the best ranked node.
 */
export function nodeTowards(scene: Scene, from: string | null, direction: Direction): SceneNode | null {
	const start = scene.nodes.find(({ key }) => key === from);
	if (!start) return bestRanked(scene);
	const tied = new Set(
		scene.edges.flatMap(({ source, target }) =>
			source === from ? [target] : target === from ? [source] : []
		)
	);
	const others = scene.nodes.filter(({ key }) => key !== from);
	return (
		nearest(
			start,
			others.filter(({ key }) => tied.has(key)),
			direction
		) ?? nearest(start, others, direction)
	);
}

/** The node of best rank; null in an empty scene. */
export function bestRanked(scene: Scene): SceneNode | null {
	return scene.nodes.reduce<SceneNode | null>(
		(best, node) => (best && best.rank <= node.rank ? best : node),
		null
	);
}

function nearest(start: SceneNode, nodes: readonly SceneNode[], direction: Direction): SceneNode | null {
	const [dx, dy] = VECTORS[direction];
	let best: SceneNode | null = null;
	let least = Infinity;
	for (const node of nodes) {
		const [x, y] = [node.x - start.x, node.y - start.y];
		const distance = Math.hypot(x, y);
		const cosine = distance === 0 ? 1 : (x * dx + y * dy) / distance;
		if (cosine < WIDEST) continue;
		// What lies straight that way comes before what lies nearer but askew.
		const cost = distance / cosine;
		if (cost < least) [best, least] = [node, cost];
	}
	return best;
}
