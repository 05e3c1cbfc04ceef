/**
 * How things are drawn, colours apart (those are in theme.ts): one entry a family and a kind.
 * The canvas, the picture and the legend all read it here, so that they cannot differ.
 */
import type { ActorKind, FamilyId } from '#lib/model/document.ts';

/** Arrowheads by Cytoscape's names; picture/ draws the same outlines. */
export type Arrowhead = 'triangle' | 'vee' | 'circle' | 'square' | 'diamond' | 'tee' | 'chevron';

export interface LineStyle {
	/** In scene units. */
	readonly width: number;
	/** Dash and gap lengths in scene units; empty for a solid line. */
	readonly dash: readonly number[];
	readonly arrowhead: Arrowhead;
}

/** Six patterns and six arrowheads, so that a family is told apart in greyscale and by any eye. */
export const FAMILY_LINES: Readonly<Record<FamilyId, LineStyle>> = {
	structure: { width: 1.6, dash: [], arrowhead: 'diamond' },
	support: { width: 2, dash: [14, 4], arrowhead: 'circle' },
	talks: { width: 2.2, dash: [2, 4], arrowhead: 'vee' },
	pressure: { width: 2, dash: [10, 4, 2, 4], arrowhead: 'chevron' },
	conflict: { width: 2.8, dash: [7, 3], arrowhead: 'triangle' },
	presence: { width: 1.6, dash: [4, 7], arrowhead: 'square' }
};

/** Arrowheads are drawn at this share of Cytoscape's own size. */
export const ARROW_SCALE = 1.15;

/**
 * Outline of a symbol: an ellipse, or a polygon in the box from -1,-1 to 1,1 (x, y, x, y …), clockwise.
 */
export type Outline = 'ellipse' | readonly number[];

/** A regular polygon's points; `turn` in radians, 0 puts the first corner on top. */
function regular(corners: number, turn = 0): readonly number[] {
	const points: number[] = [];
	for (let i = 0; i < corners; i++) {
		const angle = turn + (2 * Math.PI * i) / corners - Math.PI / 2;
		points.push(Math.cos(angle), Math.sin(angle));
	}
	return points;
}

/** A door: round above, straight below. No corner is level with its middle: lines that end there would be ambiguous. */
function arch(): readonly number[] {
	const points: number[] = [];
	for (let i = 0; i <= 12; i++) {
		const angle = Math.PI * (1 + i / 12);
		points.push(0.85 * Math.cos(angle), 0.85 * Math.sin(angle) - 0.07);
	}
	return [...points, 0.85, 0.85, -0.85, 0.85];
}

export const KIND_OUTLINES: Readonly<Record<ActorKind, Outline>> = {
	person: 'ellipse',
	state: regular(6),
	government: [-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9],
	'public-body': [-1, -0.65, 1, -0.65, 1, 0.65, -1, 0.65],
	military: [-0.88, -0.9, 0.88, -0.9, 0.88, 0.25, 0, 1, -0.88, 0.25],
	'armed-group': regular(4),
	party: regular(5),
	alliance: regular(8, Math.PI / 8),
	media: [-0.65, -0.7, 1, -0.7, 0.65, 0.7, -1, 0.7],
	organisation: [-0.55, -0.8, 0.55, -0.8, 1, 0.8, -1, 0.8],
	people: arch(),
	unknown: regular(3)
};

/** Width of a symbol's outline, and of the second one around a collective with the gap between them. */
export const BORDER = 1.5;
export const DOUBLE_GAP = 2.5;

/** Label type: size in pixels on screen whatever the zoom, and line height as a share of it. */
export const LABEL_SIZE = 13;
export const LABEL_LINE = 1.2;
/** Width of the halo around a letter, in pixels. */
export const LABEL_HALO = 3;
export const LABEL_GAP = 4;
export const COUNT_SIZE = 11;
export const FONT = '"IBM Plex Sans", "IBM Plex Sans Arabic", sans-serif';

/** Opacity of what a filter or a focus dims. */
export const DIMMED = 0.2;
/** Of relations that nobody states for sure, of those carried forward, and of acts that are over. */
export const UNSURE = 0.5;
export const CARRIED = 0.6;
export const OVER = 0.35;
