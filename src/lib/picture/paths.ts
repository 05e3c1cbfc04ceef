/** Path data of SVG (the `d` of a path), with numbers of at most two decimals. */
import type { Point } from '#lib/model/document.ts';

/** A number as SVG text. */
export function decimal(value: number): string {
	// Adding 0 turns -0 into 0.
	return String(Math.round(value * 100) / 100 + 0);
}

function at([x, y]: Point): string {
	return `${decimal(x)} ${decimal(y)}`;
}

/** A closed polygon. */
export function polygonPath(corners: readonly Point[]): string {
	return `M${corners.map(at).join('L')}Z`;
}

/** A whole circle, as two arcs. */
export function circlePath([x, y]: Point, radius: number): string {
	const arc = (to: Point): string => `A${decimal(radius)} ${decimal(radius)} 0 0 1 ${at(to)}`;
	return `M${at([x - radius, y])}${arc([x + radius, y])}${arc([x - radius, y])}Z`;
}

/** A straight line of two points, or quadratic curves that share their ends: start, control, end, control, end … */
export function linePath(path: readonly Point[]): string {
	const [start, ...rest] = path as [Point, ...Point[]];
	if (rest.length === 1) return `M${at(start)}L${at(rest[0]!)}`;
	let data = `M${at(start)}`;
	for (let i = 0; i + 1 < rest.length; i += 2) data += `Q${at(rest[i]!)} ${at(rest[i + 1]!)}`;
	return data;
}
