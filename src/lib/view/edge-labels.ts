/** Which edges carry their text at a zoom: the count of a bundle, or how a relation reads. */
import { COUNT_SIZE, LABEL_HALO, LABEL_SIZE } from '#lib/view/appearance.ts';
import { arrowOutline } from '#lib/view/arrowheads.ts';
import { symbolBox } from '#lib/view/bounds.ts';
import { edgeGeometry, edgeMarks } from '#lib/view/geometry.ts';
import { labelGrid, shrunk } from '#lib/view/labels.ts';
import { textWidth } from '#lib/view/text.ts';
import type { Box } from '#lib/view/bounds.ts';
import type { LabelOptions, PlacedLabel } from '#lib/view/labels.ts';
import type { Scene, SceneEdge, SceneNode } from '#lib/view/scene.ts';

/** Pixels on screen: text on edges is never smaller and does not grow beyond. */
const SMALLEST = 9.5;
const LARGEST = 14;

/** Zoomed out further than this, the lines are too close for texts; only those of chosen edges are written. */
const FARTHEST = 0.4;

/** Font size of the text on edges at a zoom, in scene units. */
export function edgeLabelSize(zoom: number): number {
	return Math.min(LARGEST, Math.max(SMALLEST, COUNT_SIZE * Math.sqrt(zoom))) / zoom;
}

function labelAt(
	edge: SceneEdge,
	source: SceneNode,
	target: SceneNode,
	size: number
): PlacedLabel | undefined {
	const geometry = edgeGeometry(edge, source, target);
	if (!geometry) return undefined;
	const halo = (LABEL_HALO / LABEL_SIZE) * size;
	const margin = -aboveMark(edge, geometry.arrowheads, size);
	const width = textWidth(edge.label, size) + halo;
	const height = size + halo;
	const [x, y] = geometry.middle;
	const box: Box = { x: x - width / 2, y: y + margin - height / 2, width, height };
	return { lines: [edge.label], size, halo, margin, box };
}

/** How far the text has to rise above the middle of its edge, so that the bar or ring there can be seen. */
function aboveMark(
	edge: SceneEdge,
	arrowheads: readonly Parameters<typeof arrowOutline>[0][],
	size: number
): number {
	if (!edgeMarks(edge).middle) return 0;
	const mark = arrowheads[edge.toSource ? 1 : 0]!;
	const outline = arrowOutline(mark);
	const top =
		'radius' in outline ? outline.radius : mark.tip[1] - Math.min(...outline.corners.map(([, y]) => y));
	return top + size / 2 + 1;
}

/**
 * Places the texts of edges where they cover no symbol, no actor's name and no other text: large bundles first.
 * At low zoom only those of `always`.
 *
 * @param names what placeLabels gave for this scene and zoom.
 * @returns labels by edge key.
 */
export function placeEdgeLabels(
	scene: Scene,
	zoom: number,
	names: ReadonlyMap<string, PlacedLabel>,
	options: LabelOptions = {}
): ReadonlyMap<string, PlacedLabel> {
	const placed = new Map<string, PlacedLabel>();
	const size = edgeLabelSize(zoom);
	const always = new Set(options.always ?? []);
	const nodes = new Map(scene.nodes.map((node) => [node.key, node]));
	const taken = labelGrid(size);
	for (const node of scene.nodes) taken.add(shrunk(symbolBox(node)));
	for (const name of names.values()) taken.add(name.box);

	for (const edge of inOrder(scene.edges, always)) {
		if (zoom < FARTHEST && !always.has(edge.key)) continue;
		const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
		const label = source && target && labelAt(edge, source, target, size);
		if (!label || taken.some(label.box, () => true)) continue;
		placed.set(edge.key, label);
		taken.add(label.box);
	}
	return placed;
}

function inOrder(edges: readonly SceneEdge[], always: Iterable<string>): SceneEdge[] {
	const first = new Map(Array.from(always, (key, i) => [key, i]));
	const place = (edge: SceneEdge): number => first.get(edge.key) ?? first.size;
	return edges
		.filter((edge) => edge.label !== '')
		.sort(
			(a, b) =>
				place(a) - place(b) || Number(a.dimmed) - Number(b.dimmed) || b.relations.length - a.relations.length
		);
}
