/**
 * The outlines of symbols, as the canvas draws them: where they are, where a line from outside meets them,
 * and the second outline around a collective. Repeats Cytoscape 3.34 (nodeShapes, math.polygonIntersectLine,
 * drawOutline), which tests/component/geometry.test.ts holds it to.
 */
import { BORDER, DOUBLE_GAP, KIND_OUTLINES } from '#lib/view/appearance.ts';
import type { ActorKind, Point } from '#lib/model/document.ts';

/** Width of what is added around a symbol that is chosen. */
const CHOSEN = 2;

/** The wide stroke under a chosen line: Cytoscape's `underlay-padding`, half of its width, and its opacity. */
export const UNDERLAY = { padding: 4, opacity: 0.25 } as const;

/**
 * The second line around a symbol, as Cytoscape's `outline-width` and `outline-offset`: apart from the border for
 * a collective, against the border (so that it looks thicker) for what is chosen. It leaves the border's own width
 * alone, because lines end there and would move. `outside` is where Cytoscape puts the middle of that line:
 * half of (border + line + offset) beyond the outline, so the offset is twice the gap that one sees.
 */
export function secondLine(
	collective: boolean,
	chosen: boolean
): { readonly width: number; readonly offset: number; readonly outside: number } | undefined {
	if (!collective && !chosen) return undefined;
	const offset = collective ? 2 * DOUBLE_GAP : 0;
	const width = collective ? BORDER * (chosen ? 2 : 1) : CHOSEN;
	return { width, offset, outside: (BORDER + width + offset) / 2 };
}

/** How far a symbol's lines reach beyond its outline, in scene units. */
export function rim(collective: boolean, chosen: boolean): number {
	const line = secondLine(collective, chosen);
	return line ? line.outside + line.width / 2 : BORDER / 2;
}

/** A circle, or the corners of a polygon, clockwise on a screen. */
export type PlacedOutline = { readonly radius: number } | { readonly corners: readonly Point[] };

/**
 * The outline of an actor's symbol.
 *
 * @param x,y its middle; @param size the side of its box, in scene units.
 */
export function placedOutline(kind: ActorKind, x: number, y: number, size: number): PlacedOutline {
	const outline = KIND_OUTLINES[kind];
	if (outline === 'ellipse') return { radius: size / 2 };
	const corners: Point[] = [];
	for (let i = 0; i < outline.length; i += 2) {
		corners.push([x + (outline[i]! * size) / 2, y + (outline[i + 1]! * size) / 2]);
	}
	return { corners };
}

/** The line around an outline, `distance` outside of it and parallel to it. */
export function outlineAround(outline: PlacedOutline, distance: number): PlacedOutline {
	if ('radius' in outline) return { radius: outline.radius + distance };
	const { corners } = outline;
	const count = corners.length;
	const sides = corners.map((from, i) => shifted(from, corners[(i + 1) % count]!, distance));
	return { corners: sides.map((side, i) => crossing(sides[(i + count - 1) % count]!, side)) };
}

type Line = readonly [Point, Point];

function shifted(from: Point, to: Point, distance: number): Line {
	const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
	const dx = (distance * (to[1] - from[1])) / length;
	const dy = (-distance * (to[0] - from[0])) / length;
	return [
		[from[0] + dx, from[1] + dy],
		[to[0] + dx, to[1] + dy]
	];
}

/** Where two endless lines cross; sides of one polygon that follow each other are never parallel. */
function crossing([a, b]: Line, [c, d]: Line): Point {
	const share = shareOfFirst(a, b, c, d);
	return [a[0] + share.first * (b[0] - a[0]), a[1] + share.first * (b[1] - a[1])];
}

function shareOfFirst(a: Point, b: Point, c: Point, d: Point): { first: number; second: number } {
	const [abx, aby] = [b[0] - a[0], b[1] - a[1]];
	const [cdx, cdy] = [d[0] - c[0], d[1] - c[1]];
	const [cax, cay] = [a[0] - c[0], a[1] - c[1]];
	const cross = cdy * abx - cdx * aby;
	return { first: (cdx * cay - cdy * cax) / cross, second: (abx * cay - aby * cax) / cross };
}

/** Cytoscape's allowance for lines that pass a corner. */
const ALLOWANCE = 0.001;

/**
 * Where a line from a point to the middle of a symbol meets the outer edge of the symbol's border.
 * Nothing when the point lies inside: then Cytoscape draws no line at all.
 */
export function meetingPoint(
	symbol: { readonly kind: ActorKind; readonly x: number; readonly y: number; readonly size: number },
	from: Point
): Point | undefined {
	const { kind, x, y } = symbol;
	const outer = placedOutline(kind, x, y, symbol.size + BORDER);
	if ('radius' in outer) {
		const distance = Math.hypot(x - from[0], y - from[1]) / outer.radius;
		if (!(distance >= 1)) return undefined;
		const share = (distance - 1) / distance;
		return [from[0] + share * (x - from[0]), from[1] + share * (y - from[1])];
	}
	const { corners } = outer;
	for (let i = 0; i < corners.length; i++) {
		const { first, second } = shareOfFirst(from, [x, y], corners[i]!, corners[(i + 1) % corners.length]!);
		if (within(first) && within(second))
			return [from[0] + first * (x - from[0]), from[1] + first * (y - from[1])];
	}
	return undefined;
}

function within(share: number): boolean {
	return share >= -ALLOWANCE && share <= 1 + ALLOWANCE;
}
