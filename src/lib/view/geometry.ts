/**
 * The line of an edge, its arrowheads and its middle, as the canvas draws them. Repeats Cytoscape 3.34
 * (findBezierPoints, findLoopPoints, findEndpoints, storeAllpts, calculateArrowAngles), so that a picture can be
 * made where there is no canvas; tests/component/geometry.test.ts compares the two.
 */
import { FAMILY_LINES } from '#lib/view/appearance.ts';
import { hasOpenHeads, lineStyle } from '#lib/view/lines.ts';
import { arrowDistances, arrowSize } from '#lib/view/arrowheads.ts';
import { meetingPoint } from '#lib/view/outline.ts';
import type { Arrowhead } from '#lib/view/appearance.ts';
import type { PlacedArrowhead } from '#lib/view/arrowheads.ts';
import type { SceneEdge, SceneNode } from '#lib/view/scene.ts';
import type { Point } from '#lib/model/document.ts';

export interface EdgeGeometry {
	/** Start and end; start, control and end of a quadratic curve; or of two curves that share the third point. */
	readonly path: readonly Point[];
	/** Of the source first, then in the middle, then of the target: the order in which they are drawn. */
	readonly arrowheads: readonly EdgeHead[];
	/** Where the label stands. */
	readonly middle: Point;
	/** Points that the line is bent towards: none, one, or a loop's two. */
	readonly controls: readonly Point[];
}

export interface EdgeHead extends PlacedArrowhead {
	readonly hollow: boolean;
	/** Width of the outline of a hollow one. */
	readonly outline: number;
}

/** Width of an open arrowhead's outline: what Cytoscape takes where `arrow-width` is not given. */
export const OPEN_HEAD_LINE = 1;

/** Which arrowheads an edge carries; the canvas gives Cytoscape the same ones. */
export interface EdgeMarks {
	readonly source?: Arrowhead;
	readonly target?: Arrowhead;
	/** Across or around the middle: a bar for what is denied, an empty ring for what no source states. */
	readonly middle?: { readonly shape: Arrowhead; readonly hollow: boolean };
}

type Drawn = Pick<
	SceneEdge,
	'family' | 'toTarget' | 'toSource' | 'standing' | 'certainty' | 'difference' | 'bend'
>;
type Place = Pick<SceneNode, 'key' | 'kind' | 'x' | 'y' | 'size'>;

/** What stands in the middle of a line by its standing. */
export const MIDDLE_MARKS: Readonly<Record<SceneEdge['standing'], EdgeMarks['middle']>> = {
	stated: undefined,
	unsure: undefined,
	disputed: { shape: 'tee', hollow: false },
	denied: { shape: 'tee', hollow: false },
	unsourced: { shape: 'circle', hollow: true }
};

/** The arrowheads of an edge by its family, direction and standing. */
export function edgeMarks(edge: Pick<SceneEdge, 'family' | 'toTarget' | 'toSource' | 'standing'>): EdgeMarks {
	const { arrowhead } = FAMILY_LINES[edge.family];
	return {
		source: edge.toSource ? arrowhead : undefined,
		target: edge.toTarget ? arrowhead : undefined,
		middle: MIDDLE_MARKS[edge.standing]
	};
}

/**
 * How Cytoscape has to draw a loop: `control-point-step-size` in scene units (loops are `bezier` to it whatever
 * one asks for, and know no control-point-distances), `loop-direction` and `loop-sweep` in degrees. Loops of one
 * symbol must differ in sweep, if only by a hair, because it draws the second of two equal sweeps larger.
 *
 * @param bend of any sign; the more, the larger the loop.
 */
export function loopStyle(bend: number): { distance: number; direction: number; sweep: number } {
	const distance = bend < 0 ? 30 + 20 * Math.exp(bend / 60) : 50 + 0.6 * bend;
	return { distance, direction: -45, sweep: -90 - distance / 1000 };
}

/**
 * Where an edge is drawn between its two symbols, in scene units.
 *
 * @param edge a positive `bend` curves it to the right of the way from source to target, as one sees it on a
 * screen (y grows downwards): an edge that points right bulges down.
 * @param source,target the nodes that it names; one and the same for a loop.
 * @returns nothing where the symbols overlap so far that no line can be drawn between them.
 */
export function edgeGeometry(edge: Drawn, source: Place, target: Place): EdgeGeometry | undefined {
	const controls = controlPoints(edge, source, target);
	if (!controls) return undefined;
	const marks = edgeMarks(edge);
	const { width } = lineStyle(edge);
	const open = hasOpenHeads(edge);
	const start = lineEnd(source, controls[0] ?? [target.x, target.y], marks.source, width);
	const end = lineEnd(target, controls.at(-1) ?? [source.x, source.y], marks.target, width);
	if (!start || !end) return undefined;

	const path = pathThrough(start.line, controls, end.line);
	const middle = middleOf(path, start.tip, end.tip);
	const size = arrowSize(width);
	const arrowheads: EdgeHead[] = [];
	const place = (
		shape: Arrowhead | undefined,
		tip: Point,
		back: Point,
		hollow = false,
		outline = OPEN_HEAD_LINE
	): void => {
		if (shape) arrowheads.push({ shape, tip, angle: angle(back, tip), size, hollow, outline });
	};
	place(marks.source, start.tip, path.length === 2 ? middle : along(path.slice(0, 3), 0.1), open);
	const before = beforeMiddle(path, middle, start.tip, end.tip);
	place(marks.middle?.shape, middle, before, marks.middle?.hollow, width);
	place(marks.target, end.tip, path.length === 2 ? middle : along(path.slice(-3), 0.9), open);
	return { path, arrowheads, middle, controls };
}

function controlPoints(edge: Drawn, source: Place, target: Place): readonly Point[] | undefined {
	if (source.key === target.key) return loopControls(edge.bend, source);
	if (edge.bend === 0) return [];
	const normal = normalOf(source, target);
	if (!normal) return undefined;
	return [
		[(source.x + target.x) / 2 + normal[0] * edge.bend, (source.y + target.y) / 2 + normal[1] * edge.bend]
	];
}

function loopControls(bend: number, node: Place): readonly Point[] {
	const { distance, direction, sweep } = loopStyle(bend);
	const reach = 1.4 * distance;
	return [-sweep / 2, sweep / 2].map((turn): Point => {
		const radians = ((direction - 90 + turn) * Math.PI) / 180;
		return [node.x + Math.cos(radians) * reach, node.y + Math.sin(radians) * reach];
	});
}

const SHORTEST = 0.01;

/**
 * A unit vector to the right of the way from symbol to symbol. Cytoscape measures that way between the
 * outlines, so it turns round where two symbols overlap; and it mends a way that is almost nothing.
 */
function normalOf(source: Place, target: Place): Point | undefined {
	const from = meetingPoint(source, [target.x, target.y]);
	const to = meetingPoint(target, [source.x, source.y]);
	if (!from || !to) return undefined;
	const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
	let length = Math.hypot(dx, dy);
	if (length < Math.sqrt(2 * SHORTEST)) {
		length = Math.sqrt(Math.max(dx * dx, SHORTEST) + Math.max(dy * dy, SHORTEST));
	}
	return [-dy / length, dx / length];
}

function lineEnd(
	node: Place,
	from: Point,
	arrowhead: Arrowhead | undefined,
	width: number
): { tip: Point; line: Point } | undefined {
	const meeting = meetingPoint(node, from);
	if (!meeting || (meeting[0] === from[0] && meeting[1] === from[1])) return undefined;
	const distances = arrowhead ? arrowDistances(arrowhead, width) : { tip: 0, line: 0 };
	return { tip: backed(meeting, from, distances.tip), line: backed(meeting, from, distances.line) };
}

/** A point moved towards another, but never past it. */
function backed(point: Point, towards: Point, distance: number): Point {
	const [dx, dy] = [point[0] - towards[0], point[1] - towards[1]];
	const length = Math.hypot(dx, dy);
	const share = length < distance ? 0.00001 : (length - distance) / length;
	return [towards[0] + share * dx, towards[1] + share * dy];
}

function pathThrough(start: Point, controls: readonly Point[], end: Point): readonly Point[] {
	const [first, second] = controls;
	if (!first) return [start, end];
	if (!second) return [start, first, end];
	return [start, first, halfway(first, second), second, end];
}

function halfway(a: Point, b: Point): Point {
	return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** The point at a share of a quadratic curve. */
function along(curve: readonly Point[], share: number): Point {
	const [a, b, c] = curve as [Point, Point, Point];
	const rest = 1 - share;
	const at = (i: 0 | 1): number => rest * rest * a[i] + 2 * rest * share * b[i] + share * share * c[i];
	return [at(0), at(1)];
}

function middleOf(path: readonly Point[], startTip: Point, endTip: Point): Point {
	if (path.length === 5) return path[2]!;
	if (path.length === 3) return along(path, 0.5);
	return halfway(halfway(path[0]!, path[1]!), halfway(startTip, endTip));
}

/** A point from which the line runs straight to its middle, for the angle of what is drawn there. */
function beforeMiddle(path: readonly Point[], middle: Point, startTip: Point, endTip: Point): Point {
	if (path.length === 5) return path[1]!;
	const [from, to] = path.length === 3 ? [path[0]!, path[2]!] : [startTip, endTip];
	return [middle[0] + from[0] - to[0], middle[1] + from[1] - to[1]];
}

function angle(from: Point, to: Point): number {
	return Math.atan2(to[1] - from[1], to[0] - from[0]) - Math.PI / 2;
}
