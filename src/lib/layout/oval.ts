import type { Point } from '#lib/model/document.ts';

/**
 * The height of half an oval on which so many symbols, evenly spread, do not overlap.
 * @param count how many symbols
 * @param room the room that the largest needs, in scene units
 * @param aspect width of the oval by its height
 */
export function ovalFor(count: number, room: { width: number; height: number }, aspect: number): number {
	if (count < 2) return 0;
	// Wherever on the oval two neighbours are, they must be apart in one of the two directions; the worst is
	// where they stand to each other as the corners of a symbol do.
	const chord = 2 * Math.sin(Math.PI / count);
	return Math.hypot(room.width / aspect, room.height) / chord;
}

/** The point at a share of the way round (0 is three o'clock, 0.25 six o'clock) on an oval around the origin. */
export function onOval(halfHeight: number, aspect: number, share: number): Point {
	const angle = 2 * Math.PI * share;
	return [halfHeight * aspect * Math.cos(angle), halfHeight * Math.sin(angle)];
}
