/** Boxes around what is drawn, in scene units. */
import { arrowOutline } from '#lib/view/arrowheads.ts';
import { edgeGeometry } from '#lib/view/geometry.ts';
import { placedOutline, rim } from '#lib/view/outline.ts';
import type { EdgeGeometry } from '#lib/view/geometry.ts';
import type { SceneEdge, SceneNode } from '#lib/view/scene.ts';
import type { Point } from '#lib/model/document.ts';

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** The box around a symbol with its lines; with room for the one that it gets when it is chosen. */
export function symbolBox(node: Pick<SceneNode, 'kind' | 'x' | 'y' | 'size' | 'collective'>): Box {
	const outline = placedOutline(node.kind, node.x, node.y, node.size);
	const reach = rim(node.collective, true);
	if ('radius' in outline) return around([[node.x, node.y]], outline.radius + reach);
	return around(outline.corners, reach);
}

function around(points: readonly Point[], reach: number): Box {
	const xs = points.map(([x]) => x);
	const ys = points.map(([, y]) => y);
	const [left, top] = [Math.min(...xs) - reach, Math.min(...ys) - reach];
	return { x: left, y: top, width: Math.max(...xs) + reach - left, height: Math.max(...ys) + reach - top };
}

/** Ends of a quadratic curve and the points where it turns back, sideways and up or down. */
function turns(a: Point, b: Point, c: Point): Point[] {
	const points = [a, c];
	for (const i of [0, 1] as const) {
		const share = (a[i] - b[i]) / (a[i] - 2 * b[i] + c[i]);
		if (!(share > 0 && share < 1)) continue;
		const at = (j: 0 | 1): number =>
			(1 - share) ** 2 * a[j] + 2 * (1 - share) * share * b[j] + share ** 2 * c[j];
		points.push([at(0), at(1)]);
	}
	return points;
}

function edgeBox({ path, arrowheads }: EdgeGeometry): Box {
	const points: Point[] = path.length === 2 ? [...path] : [];
	for (let i = 0; i + 2 < path.length; i += 2) points.push(...turns(path[i]!, path[i + 1]!, path[i + 2]!));
	for (const arrowhead of arrowheads) {
		const outline = arrowOutline(arrowhead);
		if ('corners' in outline) points.push(...outline.corners);
		else
			for (const way of [-outline.radius, outline.radius]) {
				points.push([arrowhead.tip[0] + way, arrowhead.tip[1] + way]);
			}
	}
	return around(points, LINE_REACH);
}

/** Half of the widest line, with some air. */
const LINE_REACH = 2;

/**
 * The box around all of it: symbols, lines, arrowheads, labels. An empty box at 0,0 around nothing.
 *
 * @param labels what placeLabels and placeEdgeLabels gave for the nodes and edges, or any boxes.
 */
export function sceneBounds(
	nodes: readonly SceneNode[],
	edges: readonly SceneEdge[],
	labels: Iterable<{ readonly box: Box }> = []
): Box {
	const byKey = new Map(nodes.map((node) => [node.key, node]));
	const boxes = nodes.map(symbolBox);
	for (const edge of edges) {
		const [source, target] = [byKey.get(edge.source), byKey.get(edge.target)];
		const geometry = source && target && edgeGeometry(edge, source, target);
		if (geometry) boxes.push(edgeBox(geometry));
	}
	for (const label of labels) boxes.push(label.box);
	return union(boxes);
}

function union(boxes: readonly Box[]): Box {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { x, y, width, height } of boxes) {
		left = Math.min(left, x);
		top = Math.min(top, y);
		right = Math.max(right, x + width);
		bottom = Math.max(bottom, y + height);
	}
	if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
	return { x: left, y: top, width: right - left, height: bottom - top };
}
