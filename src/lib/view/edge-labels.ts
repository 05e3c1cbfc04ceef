/** Which edges carry their text at a zoom: the count of a bundle, or how a relation reads. */
import { COUNT_SIZE, LABEL_HALO, LABEL_LINE, LABEL_SIZE } from '#lib/view/appearance.ts';
import { arrowOutline } from '#lib/view/arrowheads.ts';
import { symbolBox } from '#lib/view/bounds.ts';
import { edgeGeometry, edgeMarks } from '#lib/view/geometry.ts';
import { labelGrid, shrunk } from '#lib/view/labels.ts';
import { textWidth, wrapLabel } from '#lib/view/text.ts';
import type { Box } from '#lib/view/bounds.ts';
import type { LabelOptions, PlacedLabel } from '#lib/view/labels.ts';
import type { Scene, SceneEdge, SceneNode } from '#lib/view/scene.ts';

/** Pixels on screen: text on edges is never smaller and does not grow beyond. */
export const SMALLEST_TEXT = 9.5;
const LARGEST = 14;

/** Zoomed out further than this, the lines are too close for texts; only those of chosen edges are written. */
const FARTHEST = 0.4;

/** Font size of the text on edges at a zoom, in scene units. */
export function edgeLabelSize(zoom: number): number {
	return Math.min(LARGEST, Math.max(SMALLEST_TEXT, COUNT_SIZE * Math.sqrt(zoom))) / zoom;
}

/** Texts are broken at this width, in pixels at LABEL_SIZE, into at most so many lines. */
const LINE_WIDTH = 108;
const MOST_LINES = 4;
const GAP = 3;

/** The places where a text may stand, the best first: in the middle of its line, to the right, to the left of it. */
function* labelsAt(
	edge: SceneEdge,
	source: SceneNode,
	target: SceneNode,
	size: number
): Generator<PlacedLabel> {
	const geometry = edgeGeometry(edge, source, target);
	if (!geometry) return;
	const lines = wrapLabel(edge.label, LINE_WIDTH, MOST_LINES);
	const halo = (LABEL_HALO / LABEL_SIZE) * size;
	const margin = -aboveMark(edge, geometry.arrowheads, size);
	const width = Math.max(...lines.map((line) => textWidth(line, size))) + halo;
	const height = size * (1 + (lines.length - 1) * LABEL_LINE) + halo;
	const [x, y] = geometry.middle;
	const aside = width / 2 + GAP;
	for (const shift of [0, aside, -aside]) {
		const rise = shift === 0 ? margin - (lines.length - 1) * size * (margin < 0 ? LABEL_LINE / 2 : 0) : 0;
		const box: Box = { x: x + shift - width / 2, y: y + rise - height / 2, width, height };
		yield { lines, size, halo, shift, margin: rise, box };
	}
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
		if (!source || !target) continue;
		for (const label of labelsAt(edge, source, target, size)) {
			if (taken.some(label.box, () => true)) continue;
			placed.set(edge.key, label);
			taken.add(label.box);
			break;
		}
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
