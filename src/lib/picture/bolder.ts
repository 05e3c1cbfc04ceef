/** Lines that are strong enough for the page: a large graph on a small page would have hairlines otherwise. */
import type { Scene } from '#lib/view/scene.ts';

/** Pixels for each scene unit, times the unit of type, at which lines are as strong as they should be. */
const GOOD_ZOOM = 0.8;
/** At the most so many times as strong: beyond it arrowheads would hide short lines. */
const STRONGEST = 3;

/** How many times as strong lines have to be at a zoom, in pixels for each scene unit; 1 and more. */
export function strengthAt(zoom: number, unit: number): number {
	return Math.min(STRONGEST, Math.max(1, (GOOD_ZOOM * unit) / zoom));
}

/**
 * The scene with lines, patterns, arrowheads and borders so many times as strong. These are drawn in scene units, so
 * it is everything else that becomes smaller, and the picture is to be drawn so many times as large.
 */
export function bolder(scene: Scene, times: number): Scene {
	if (times === 1) return scene;
	return {
		nodes: scene.nodes.map((node) => ({
			...node,
			x: node.x / times,
			y: node.y / times,
			size: node.size / times
		})),
		edges: scene.edges.map((edge) => ({ ...edge, bend: edge.bend / times }))
	};
}
