/**
 * The arrowheads that the canvas draws, from Cytoscape 3.34 (registerArrowShapes, getArrowWidth): outlines for
 * a size of 1, with the tip at 0,0 and the line coming from above, and how far from the symbol each one keeps.
 */
import { ARROW_SCALE } from '#lib/view/appearance.ts';
import type { Arrowhead } from '#lib/view/appearance.ts';
import type { Point } from '#lib/model/document.ts';

interface Shape {
	/** x, y, x, y …; nothing for a circle around the tip. */
	readonly corners?: readonly number[];
	/** From the symbol to the tip, and from the symbol to the end of the line; for a line of a given width. */
	readonly toTip: (lineWidth: number) => number;
	readonly toLine: (lineWidth: number) => number;
}

const CIRCLE_RADIUS = 0.15;
const none = (): number => 0;
const one = (): number => 1;
/** Lets the line end inside the arrowhead, so that it does not blunt the tip. */
const gap =
	(share: number) =>
	(lineWidth: number): number =>
		share * lineWidth * ARROW_SCALE;

const SHAPES: Readonly<Record<Arrowhead, Shape>> = {
	triangle: { corners: [-0.15, -0.3, 0, 0, 0.15, -0.3], toTip: none, toLine: gap(2) },
	vee: { corners: [-0.15, -0.3, 0, 0, 0.15, -0.3, 0, -0.15], toTip: none, toLine: gap(1.05) },
	circle: { toTip: (lineWidth) => arrowSize(lineWidth) * CIRCLE_RADIUS, toLine: gap(2) },
	square: { corners: [-0.15, 0, 0.15, 0, 0.15, -0.3, -0.15, -0.3], toTip: none, toLine: gap(2) },
	diamond: { corners: [-0.15, -0.15, 0, -0.3, 0.15, -0.15, 0, 0], toTip: none, toLine: gap(1) },
	tee: { corners: [-0.15, 0, -0.15, -0.1, 0.15, -0.1, 0.15, 0], toTip: one, toLine: one },
	chevron: {
		corners: [0, 0, -0.15, -0.15, -0.1, -0.2, 0, -0.1, 0.1, -0.2, 0.15, -0.15],
		toTip: none,
		toLine: gap(0.95)
	}
};

/** The size that the outlines are multiplied with, in scene units. */
export function arrowSize(lineWidth: number): number {
	return Math.max((lineWidth * 13.37) ** 0.9, 29) * ARROW_SCALE;
}

/** How far outside the symbol the tip of an arrowhead and the end of its line lie, in scene units. */
export function arrowDistances(shape: Arrowhead, lineWidth: number): { tip: number; line: number } {
	return { tip: SHAPES[shape].toTip(lineWidth), line: SHAPES[shape].toLine(lineWidth) };
}

/** An arrowhead in its place. */
export interface PlacedArrowhead {
	readonly shape: Arrowhead;
	readonly tip: Point;
	/** Radians by which the outline is turned, clockwise on a screen. */
	readonly angle: number;
	readonly size: number;
}

/** The circle or the corners that an arrowhead in its place is drawn with. */
export function arrowOutline(
	arrowhead: PlacedArrowhead
): { readonly radius: number } | { readonly corners: readonly Point[] } {
	const { tip, angle, size } = arrowhead;
	const { corners } = SHAPES[arrowhead.shape];
	if (!corners) return { radius: CIRCLE_RADIUS * size };
	const [cos, sin] = [Math.cos(angle) * size, Math.sin(angle) * size];
	const placed: Point[] = [];
	for (let i = 0; i < corners.length; i += 2) {
		const [x, y] = [corners[i]!, corners[i + 1]!];
		placed.push([tip[0] + x * cos - y * sin, tip[1] + x * sin + y * cos]);
	}
	return { corners: placed };
}
