/**
 * What symbols and lines are drawn with, as plain data: the picture writes it as SVG text, the legend and the
 * pages draw it as elements. So a symbol is the same wherever it is seen.
 */
import { BORDER, DOUBLE_GAP, FAMILY_LINES, UNSURE } from '#lib/view/appearance.ts';
import { edgeMarks } from '#lib/view/geometry.ts';
import { arrowDistances, arrowOutline, arrowSize } from '#lib/view/arrowheads.ts';
import { outlineAround, placedOutline, secondLine } from '#lib/view/outline.ts';
import { circlePath, linePath, polygonPath } from '#lib/picture/paths.ts';
import type { EdgeGeometry } from '#lib/view/geometry.ts';
import type { PlacedOutline } from '#lib/view/outline.ts';
import type { SceneEdge, SceneNode } from '#lib/view/scene.ts';
import type { Theme } from '#lib/view/theme.ts';
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
	const around = outlinePath(outlineAround(outline, second.outside), middle);
	return [{ d: around, stroke, width: second.width }, symbol];
}

/** The line of an edge, then what is drawn upon it: arrowheads, the bar or ring in its middle. */
export function edgeStrokes(
	edge: Pick<SceneEdge, 'family'>,
	geometry: EdgeGeometry,
	theme: Theme
): readonly Stroke[] {
	const { width, dash } = FAMILY_LINES[edge.family];
	const color = theme.families[edge.family];
	const line: Stroke = { d: linePath(geometry.path), stroke: color, width, dash };
	const heads = geometry.arrowheads.map((arrowhead): Stroke => {
		const outline = arrowOutline(arrowhead);
		const d = outlinePath(outline, arrowhead.tip);
		// The canvas erases the line within a hollow arrowhead; here the ground covers it.
		return arrowhead.hollow ? { d, fill: theme.ground, stroke: color, width } : { d, fill: color };
	});
	return [line, ...heads];
}

/** A line of a family with its arrowhead, pointing right, in a box of width × height pixels. */
export function lineSymbol(
	family: FamilyId,
	theme: Theme,
	width = 44,
	height = Math.round((width * 14) / 44)
): readonly Stroke[] {
	const { arrowhead, width: lineWidth } = FAMILY_LINES[family];
	const distances = arrowDistances(arrowhead, lineWidth);
	const y = height / 2;
	const tip: Point = [width - 1 - distances.tip, y];
	const geometry: EdgeGeometry = {
		path: [
			[1, y],
			[width - 1 - distances.line, y]
		],
		arrowheads: [{ shape: arrowhead, tip, angle: -Math.PI / 2, size: arrowSize(lineWidth), hollow: false }],
		middle: [width / 2, y],
		controls: []
	};
	return edgeStrokes({ family }, geometry, theme);
}

/** How a line shows its standing, in a box of width × height pixels: as `lineSymbol`, of the structure family. */
export function standingSymbol(
	standing: SceneEdge['standing'],
	theme: Theme,
	width = 44,
	height = Math.round((width * 14) / 44)
): readonly Stroke[] {
	const color = theme.families.structure;
	const lineWidth = FAMILY_LINES.structure.width;
	const y = height / 2;
	const middle: Point = [width / 2, y];
	const line: Stroke = {
		d: linePath([
			[1, y],
			[width - 1, y]
		]),
		stroke: color,
		width: lineWidth
	};
	const { middle: mark } = edgeMarks({ family: 'structure', toTarget: false, toSource: false, standing });
	if (!mark) return [standing === 'unsure' ? { ...line, opacity: UNSURE } : line];
	const outline = arrowOutline({
		shape: mark.shape,
		tip: middle,
		angle: -Math.PI / 2,
		size: arrowSize(lineWidth)
	});
	const d = outlinePath(outline, middle);
	return [
		line,
		mark.hollow ? { d, fill: theme.ground, stroke: color, width: lineWidth } : { d, fill: color }
	];
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
