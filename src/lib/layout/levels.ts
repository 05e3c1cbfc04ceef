import type { LayoutActor } from '#lib/layout/layout.ts';
import { spread } from '#lib/layout/spread.ts';
import { mostRoom, roomOf } from '#lib/layout/symbols.ts';
import type { Point } from '#lib/model/document.ts';

/** Width by height of the whole, as of a screen. */
const ASPECT = 1.6;
/** From level to level, and between the rows of one level, in heights of the tallest symbol. */
const LEVEL_STEP = 2;
const ROW_STEP = 1.3;
/** Between neighbours in a row, in their widths. */
const LOOSE = 1.2;
/** How often actors move towards those above and below them. */
const PULLS = 12;

/**
 * Where actors stand that form levels, from top to bottom, each ordered from left to right. A level too wide
 * for a picture of about 16:10 is dealt, in turn, to two or more rows. Actors with a place in the hierarchy
 * stand as nearly as they can above or below their neighbours in it; the others side by side.
 */
export function placeLevels(
	actors: readonly LayoutActor[],
	neighbours: readonly (readonly number[])[],
	levels: readonly (readonly number[])[],
	isBound: (index: number) => boolean
): Point[] {
	const room = mostRoom(actors);
	const xs: number[] = actors.map(() => 0);
	const ys: number[] = actors.map(() => 0);
	const rows: number[][] = [];
	const longest = longestRow(levels, room);
	let y = 0;
	for (const level of levels) {
		const dealt = deal(level, Math.max(1, Math.round(level.length / longest)));
		dealt.forEach((row, which) => {
			if (rows.length > 0) y += room.height * (which === 0 ? LEVEL_STEP : ROW_STEP);
			for (const index of row) ys[index] = y;
			rows.push(row);
		});
	}
	for (const row of rows) lineUp(row, () => 0);
	for (let pull = 0; pull < PULLS; pull++) {
		for (const row of pull % 2 === 0 ? rows : [...rows].reverse()) {
			if (row.some(isBound)) lineUp(row, meanOfNeighbours);
		}
	}
	centreTheRest();
	return actors.map((_, index): Point => [xs[index] ?? 0, ys[index] ?? 0]);

	function lineUp(row: readonly number[], wish: (index: number) => number): void {
		const widths = row.map((index) => roomOf(actors[index]).width * LOOSE);
		const middles = spread(row.map(wish), widths);
		row.forEach((index, at) => (xs[index] = middles[at] ?? 0));
	}

	function meanOfNeighbours(index: number): number {
		const near = neighbours[index] ?? [];
		const sum = near.reduce((total, other) => total + (xs[other] ?? 0), 0);
		return near.length > 0 ? sum / near.length : (xs[index] ?? 0);
	}

	/** Puts rows without any hierarchy under the middle of the others. */
	function centreTheRest(): void {
		const bound = xs.filter((_, index) => isBound(index));
		const [left, right] = bound.reduce(([low, high], x) => [Math.min(low, x), Math.max(high, x)], [
			Infinity,
			-Infinity
		] as [number, number]);
		if (bound.length === 0) return;
		for (const row of rows) if (!row.some(isBound)) lineUp(row, () => (left + right) / 2);
	}
}

/** The length of the longest row with which the whole is nearest to the wanted proportion. */
function longestRow(levels: readonly (readonly number[])[], room: { width: number; height: number }): number {
	let [low, high] = [1, levels.reduce((most, level) => Math.max(most, level.length), 1)];
	while (low < high) {
		const length = Math.floor((low + high) / 2);
		const height = levels.reduce(
			(sum, level) => sum + LEVEL_STEP + ROW_STEP * (Math.ceil(level.length / length) - 1),
			0
		);
		if ((length * room.width * LOOSE) / (height * room.height) < ASPECT) low = length + 1;
		else high = length;
	}
	return low;
}

/** Deals a level to so many rows, in turn, so that the order from left to right is kept over all of them. */
function deal(level: readonly number[], count: number): number[][] {
	const rows: number[][] = Array.from({ length: count }, () => []);
	level.forEach((index, at) => rows[at % count]?.push(index));
	return rows;
}
