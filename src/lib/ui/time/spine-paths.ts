/** Lines of the spine as SVG path data, in pixels of what is seen. */
import { endOf, type PlacedEvent } from '#lib/view/spine-lanes.ts';

/** Height of a lane and of what is drawn for an event in it, in pixels. */
export const LANE = 18;
export const BAR_HEIGHT = 14;
/** Least size of what can be pressed, in pixels; it may reach into the lane beside. */
export const TARGET = 24;

/** The middle of an event's lane. */
export function laneY({ lane }: PlacedEvent): number {
	return lane * LANE + LANE / 2;
}

/**
 * A link's curve from the earlier event to the later one, and its middle, where a denial is marked. It runs from the
 * end of the one to the start of the other; where they overlap in time, it goes round on the left.
 */
export function linkCurve(
	earlier: PlacedEvent,
	later: PlacedEvent,
	offset: number
): { path: string; x: number; y: number } {
	const [y1, y2] = [laneY(earlier), laneY(later)];
	const x2 = later.from - offset;
	if (later.from <= earlier.to + 4) {
		const x1 = Math.max(earlier.from, Math.min(earlier.to, later.from - ROUND)) - offset;
		const left = Math.min(x1, x2) - ROUND;
		return { path: `M${x1} ${y1}C${left} ${y1} ${left} ${y2} ${x2} ${y2}`, x: left + 3, y: (y1 + y2) / 2 };
	}
	const x1 = earlier.to - offset;
	// On one lane the curve passes above the titles; between lanes it leans.
	const bend = Math.max(8, Math.min(60, (x2 - x1) / 2));
	const rise = y1 === y2 ? LANE * 0.75 : 0;
	const path = `M${x1} ${y1}C${x1 + bend} ${y1 - rise} ${x2 - bend} ${y2 - rise} ${x2} ${y2}`;
	return { path, x: (x1 + x2) / 2, y: (y1 + y2) / 2 - rise * 0.75 };
}

/** How far a curve goes round, in pixels. */
const ROUND = 14;

/** A piece of a bar in pixels; `open` sides are those beyond which nobody knows. */
export interface DrawnPiece {
	readonly left: number;
	readonly right: number;
	readonly certain: boolean;
	readonly openLeft: boolean;
	readonly openRight: boolean;
}

/** What places are worked out with: the time in sight. */
interface Sight {
	readonly offset: number;
	readonly width: number;
	x(day: number): number;
}

/** The pieces of a bar; a day is never thinner than can be seen. */
export function drawnPieces({ item, from, to }: PlacedEvent, view: Sight): DrawnPiece[] {
	return item.pieces.map(({ first, last, certain }) => {
		const start = Math.max(from - view.offset, Number.isFinite(first) ? view.x(first) : -Infinity);
		const end = Math.min(to - view.offset, Number.isFinite(last) ? view.x(last + 1) : Infinity);
		// Far ends outside the picture are cut: SVG has no room for millions of pixels.
		const left = Math.max(-20, start);
		return {
			left,
			right: Math.max(left + 3, Math.min(view.width + 20, end)),
			certain,
			openLeft: first === -Infinity,
			openRight: last === Infinity
		};
	});
}

/** The outline of a piece, without its open sides, each of which ends in a small arrow. */
export function pieceOutline({ left, right, openLeft, openRight }: DrawnPiece, y: number): string {
	const [top, bottom] = [y - BAR_HEIGHT / 2, y + BAR_HEIGHT / 2];
	const from = openLeft ? `M${left} ${bottom}M${left} ${top}` : `M${left} ${bottom}V${top}`;
	const to = openRight ? `H${right}M${right} ${bottom}` : `H${right}V${bottom}`;
	const arrows = [
		openLeft ? `M${left - 2} ${y - 3}L${left - 6} ${y}L${left - 2} ${y + 3}` : '',
		openRight ? `M${right + 2} ${y - 3}L${right + 6} ${y}L${right + 2} ${y + 3}` : ''
	];
	return `${from}${to}H${left}${arrows.join('')}`;
}

/** What of an event can be pressed: mark and title, as far as they are in sight. */
export function pressable(
	place: PlacedEvent,
	offset: number,
	width: number
): { readonly left: number; readonly width: number } {
	const left = Math.max(0, place.from - offset - 7);
	return { left, width: Math.max(TARGET, Math.min(width, endOf(place) - offset + 3) - left) };
}

/** Where a title begins; in a bar it stays in sight as long as the bar does. */
export function titleX({ titleAt, inside, to, titleWidth }: PlacedEvent, offset: number): number {
	if (!inside) return titleAt - offset;
	return Math.max(titleAt, Math.min(offset + 5, to - titleWidth - 5)) - offset;
}

/**
 * Many events as one path, each a low box from its start to its end. What would lie on the same pixels is drawn once,
 * so that the path does not grow with the number of events.
 */
export function crowdPath(places: readonly PlacedEvent[], { offset, width }: Sight): string {
	const boxes = new Set<string>();
	for (const place of places) {
		const left = Math.round(Math.max(-5, place.from - offset));
		const right = Math.round(Math.min(width + 5, place.to - offset));
		const [x, length] =
			place.item.shape === 'mark' ? [(left + right) >> 1, 2] : [left, Math.max(2, right - left)];
		boxes.add(`M${x} ${laneY(place) - 4}h${length}v8h${-length}z`);
	}
	return [...boxes].join('');
}
