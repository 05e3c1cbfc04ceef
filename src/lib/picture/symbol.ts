/**
 * What symbols and lines are drawn with, as plain data: the picture writes it as SVG text, the legend and the
 * pages draw it as elements. So a symbol is the same wherever it is seen.
 */
import { BORDER, DOUBLE_GAP } from '#lib/view/appearance.ts';
import { hasOpenHeads, lineOpacity, lineStyle } from '#lib/view/lines.ts';
import { OPEN_HEAD_LINE, edgeMarks } from '#lib/view/geometry.ts';
import { arrowDistances, arrowOutline, arrowSize } from '#lib/view/arrowheads.ts';
import { outlineAround, placedOutline, secondLine } from '#lib/view/outline.ts';
import { circlePath, linePath, polygonPath } from '#lib/picture/paths.ts';
import type { EdgeGeometry } from '#lib/view/geometry.ts';
import type { PlacedOutline } from '#lib/view/outline.ts';
import type { SceneEdge, SceneNode } from '#lib/view/scene.ts';
import { lineColor, type Theme } from '#lib/view/theme.ts';
import type { ActorKind, FamilyId, Point } from '#lib/model/document.ts';

/** One path. What is absent is not painted. */
export interface Stroke {
	/** Path data. */
	readonly d: string;
	readonly fill?: string;
	readonly stroke?: string;
	readonly width?: number;
	readonly dash?: readonly number[];
	/** 1 when absent. */
	readonly opacity?: number;
}

function outlinePath(outline: PlacedOutline, middle: Point): string {
	return 'radius' in outline ? circlePath(middle, outline.radius) : polygonPath(outline.corners);
}

/** An actor's symbol in its place: the line around a collective or a chosen one, then the symbol itself. */
export function nodeStrokes(
	node: Pick<SceneNode, 'kind' | 'side' | 'collective' | 'x' | 'y' | 'size'>,
	theme: Theme,
	chosen: boolean
): readonly Stroke[] {
	const middle: Point = [node.x, node.y];
	const outline = placedOutline(node.kind, node.x, node.y, node.size);
	const stroke = chosen ? theme.accent : theme.ink;
	const fill = theme.sides[node.side] ?? theme.noSide;
	const symbol: Stroke = { d: outlinePath(outline, middle), fill, stroke, width: BORDER };
	const second = secondLine(node.collective, chosen);
	if (!second) return [symbol];
	// A line against the border goes on below it: between two that only touch, the ground would shine through.
	const under = second.offset === 0 ? BORDER / 2 : 0;
	const around = outlinePath(outlineAround(outline, second.outside - under / 2), middle);
	return [{ d: around, stroke, width: second.width + under }, symbol];
}

/** What of an edge decides how its line looks. */
export type Line = Pick<SceneEdge, 'family' | 'certainty' | 'difference' | 'voice'>;

/** The line of an edge, then what is drawn upon it: arrowheads, the bar or ring in its middle. */
export function edgeStrokes(edge: Line, geometry: EdgeGeometry, theme: Theme): readonly Stroke[] {
	const { width, dash } = lineStyle(edge);
	const color = lineColor(edge, theme);
	const line: Stroke = { d: linePath(geometry.path), stroke: color, width, dash };
	const heads = geometry.arrowheads.map((arrowhead): Stroke => {
		const outline = arrowOutline(arrowhead);
		const d = outlinePath(outline, arrowhead.tip);
		// The canvas erases the line within a hollow arrowhead; here the ground covers it.
		return arrowhead.hollow
			? { d, fill: theme.ground, stroke: color, width: arrowhead.outline }
			: { d, fill: color };
	});
	return [line, ...heads];
}

/** How a line of the legend looks: an edge of which nothing is known but what is given. */
export interface SampleLine {
	readonly family?: FamilyId;
	readonly standing?: SceneEdge['standing'];
	readonly certainty?: SceneEdge['certainty'];
	readonly difference?: SceneEdge['difference'];
	readonly voice?: SceneEdge['voice'];
	/** Without its arrowhead, where that would say nothing. */
	readonly plain?: boolean;
}

/** A line as the picture draws it, pointing right, in a box of width × height pixels. */
export function lineSymbol(
	sample: SampleLine,
	theme: Theme,
	width = 44,
	height = Math.round((width * 14) / 44)
): readonly Stroke[] {
	const edge = { family: 'structure', standing: 'stated', certainty: null, ...sample } as const;
	const line = { ...edge, difference: sample.difference ?? null, voice: sample.voice ?? null };
	const style = lineStyle(line);
	const distances = edge.plain ? { tip: 0, line: 0 } : arrowDistances(style.arrowhead, style.width);
	const y = height / 2;
	const ends: [Point, Point] = [
		[1, y],
		[width - 1 - distances.line, y]
	];
	const size = arrowSize(style.width);
	const angle = -Math.PI / 2;
	const { middle } = edgeMarks({ ...line, toTarget: false, toSource: false });
	const middleMark = middle && { ...middle, outline: style.width, tip: [width / 2, y] as Point, angle, size };
	const head = !edge.plain && {
		shape: style.arrowhead,
		tip: [width - 1 - distances.tip, y] as Point,
		angle,
		size,
		hollow: hasOpenHeads(line),
		outline: OPEN_HEAD_LINE
	};
	const geometry: EdgeGeometry = {
		path: ends,
		arrowheads: [...(middleMark ? [middleMark] : []), ...(head ? [head] : [])],
		middle: [width / 2, y],
		controls: []
	};
	const opacity = lineOpacity(line);
	return edgeStrokes(line, geometry, theme).map((stroke) => (opacity < 1 ? { ...stroke, opacity } : stroke));
}

/** Lines are thinner and closer in a small symbol than on the canvas. */
const SMALL_BORDER = BORDER * 0.8;
const SMALL_GAP = DOUBLE_GAP * 0.6;

/** A kind's symbol in a box of size × size pixels, with the second line of a collective if it is one. */
export function kindSymbol(
	kind: ActorKind,
	fill: string,
	theme: Theme,
	size = 20,
	collective = false
): readonly Stroke[] {
	const middle: Point = [size / 2, size / 2];
	const largest = placedOutline(kind, ...middle, size - SMALL_BORDER);
	const line = { stroke: theme.ink, width: SMALL_BORDER };
	if (!collective) return [{ d: outlinePath(largest, middle), fill, ...line }];
	const inner = outlineAround(largest, -SMALL_GAP - SMALL_BORDER);
	return [
		{ d: outlinePath(largest, middle), ...line },
		{ d: outlinePath(inner, middle), fill, ...line }
	];
}
