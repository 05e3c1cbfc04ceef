import { Cells } from '#lib/layout/cells.ts';
import type { LayoutActor } from '#lib/layout/layout.ts';
import { mostRoom, roomOf } from '#lib/layout/symbols.ts';
import type { Point } from '#lib/model/document.ts';

/** How much each ring of a search is wider than the one before: near spots finely, far ones soon. */
const GROWTH = 1.04;

/** Remembers which symbols stand where, and finds room for another. */
export class FreeSpace {
	readonly #actors: readonly LayoutActor[];
	readonly #cells: Cells;
	readonly #points = new Map<number, Point>();
	/** By cell, the ring up to which searches from there found nothing: later ones start at it. */
	readonly #searched = new Map<number, number>();

	constructor(actors: readonly LayoutActor[]) {
		this.#actors = actors;
		const { width, height } = mostRoom(actors);
		this.#cells = new Cells(width, height);
	}

	/** Notes that an actor (by index) stands at a point. */
	take(index: number, point: Point): void {
		this.#points.set(index, point);
		this.#cells.add(point[0], point[1], index);
	}

	/** True when an actor could stand at a point without overlapping one that was noted. */
	isFree(index: number, [x, y]: Point): boolean {
		const room = roomOf(this.#actors[index]);
		return !this.#cells.some(x, y, (other) => {
			const theirs = roomOf(this.#actors[other]);
			const [otherX, otherY] = this.#points.get(other) ?? [0, 0];
			return (
				Math.abs(otherX - x) < (room.width + theirs.width) / 2 &&
				Math.abs(otherY - y) < (room.height + theirs.height) / 2
			);
		});
	}

	/** A free point near `from`: the nearest on the innermost of the square rings around it that has one. */
	nearest(index: number, from: Point): Point {
		const room = roomOf(this.#actors[index]);
		const start = this.#cells.keyAt(from[0], from[1]);
		for (let ring = this.#searched.get(start) ?? 1; ; ring++) {
			const stretch = (GROWTH ** ring - 1) / (GROWTH - 1) / ring / 2;
			const spot = this.#nearestOnRing(index, from, ring, room.width * stretch, room.height * stretch);
			if (!spot) continue;
			this.#searched.set(start, ring);
			return spot;
		}
	}

	#nearestOnRing(index: number, from: Point, ring: number, stepX: number, stepY: number): Point | undefined {
		let best: Point | undefined;
		let least = Infinity;
		for (let place = 0; place < 8 * ring; place++) {
			const [column, row] = onSquare(ring, place);
			const distance = Math.hypot(column * stepX, row * stepY);
			const point: Point = [from[0] + column * stepX, from[1] + row * stepY];
			if (distance >= least || !this.isFree(index, point)) continue;
			best = point;
			least = distance;
		}
		return best;
	}
}

/** The n-th of the 8r points of the square ring of radius r around the origin. */
function onSquare(radius: number, place: number): Point {
	const along = (place % (2 * radius)) - radius;
	const edges: readonly Point[] = [
		[along, -radius],
		[radius, along],
		[-along, radius],
		[-radius, -along]
	];
	return edges[Math.floor(place / (2 * radius))] ?? [radius, radius];
}
