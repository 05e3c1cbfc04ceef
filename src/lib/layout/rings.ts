import type { LayoutActor } from '#lib/layout/layout.ts';
import { onOval, ovalFor } from '#lib/layout/oval.ts';
import { mostRoom } from '#lib/layout/symbols.ts';
import type { Point } from '#lib/model/document.ts';

/** Rings are ovals: labels are wide, and so are screens. */
const ASPECT = 1.6;
/** From ring to ring, in heights of the tallest symbol: room for the relations to be told apart. */
const STEP = 1.6;
/** A ring may be so many steps wider than it must be before it is split into several. */
const SLACK = 2;

/**
 * Where actors stand that form rings around one: the first ring is the centre. A ring is as wide as its
 * symbols need; one of very many symbols becomes several, one round the other. Each ring is turned so that
 * its actors stand, on the whole, outside those of the inner rings that they have relations with.
 */
export function placeRings(
	actors: readonly LayoutActor[],
	neighbours: readonly (readonly number[])[],
	rings: readonly (readonly number[])[]
): Point[] {
	const points: Point[] = actors.map(() => [0, 0]);
	const placed = new Set<number>();
	let radius = 0;
	for (const ring of rings) {
		const room = mostRoom(ring.map((index) => actors[index]));
		const step = room.height * STEP;
		const wanted = ring.map((index) => shareTowards(points, neighbours[index] ?? [], placed));
		const radii = radiiFor(ring.length, room, placed.size === 0 ? 0 : radius + step, step);
		deal(ring.length, radii, room).forEach((places, which) => {
			const turn = turnTowards(places.map((place) => wanted[place]));
			places.forEach((place, at) => {
				points[ring[place] ?? 0] = onOval(radii[which] ?? 0, ASPECT, turn + at / places.length);
			});
		});
		for (const index of ring) placed.add(index);
		radius = radii.at(-1) ?? radius;
	}
	return points;
}

interface Room {
	width: number;
	height: number;
}

/** The half heights of the ovals that take so many symbols, from the smallest allowed. */
function radiiFor(count: number, room: Room, least: number, step: number): number[] {
	const one = ovalFor(count, room, ASPECT);
	if (one <= least + SLACK * step) return [Math.max(one, least)];
	const radii: number[] = [];
	let held = 0;
	for (let radius = least + step; held < count; radius += step) {
		radii.push(radius);
		held += capacityOf(radius, room);
	}
	return radii;
}

function capacityOf(radius: number, room: Room): number {
	const need = ovalFor(2, room, ASPECT);
	// The inverse of ovalFor, whose chord for two symbols is 2.
	return Math.max(1, Math.floor(Math.PI / Math.asin(Math.min(1, need / radius))));
}

/** Deals places 0…count−1 to the ovals in turn, to each as its capacity allows, keeping their order. */
function deal(count: number, radii: readonly number[], room: Room): number[][] {
	const hands: number[][] = radii.map(() => []);
	if (radii.length < 2) return [Array.from({ length: count }, (_, place) => place)];
	const capacities = radii.map((radius) => capacityOf(radius, room));
	const total = capacities.reduce((sum, capacity) => sum + capacity, 0);
	for (let place = 0; place < count; place++) {
		let neediest = 0;
		let least = Infinity;
		capacities.forEach((capacity, which) => {
			const ahead = (hands[which]?.length ?? 0) + 0.5 - ((place + 1) * capacity) / total;
			if (ahead >= least) return;
			least = ahead;
			neediest = which;
		});
		hands[neediest]?.push(place);
	}
	return hands;
}

/** In which direction an actor's placed neighbours lie on the whole, as a share of the way round. */
function shareTowards(
	points: readonly Point[],
	neighbours: readonly number[],
	placed: ReadonlySet<number>
): number | undefined {
	let [x, y] = [0, 0];
	for (const neighbour of neighbours) {
		if (!placed.has(neighbour)) continue;
		x += (points[neighbour]?.[0] ?? 0) / ASPECT;
		y += points[neighbour]?.[1] ?? 0;
	}
	return Math.hypot(x, y) < 1e-9 ? undefined : Math.atan2(y, x) / (2 * Math.PI);
}

/** The turn of a ring of evenly spread actors that brings them nearest to where they would like to be. */
function turnTowards(wanted: readonly (number | undefined)[]): number {
	let [x, y] = [0, 0];
	wanted.forEach((share, at) => {
		if (share === undefined) return;
		const angle = 2 * Math.PI * (share - at / wanted.length);
		x += Math.cos(angle);
		y += Math.sin(angle);
	});
	// Without a wish the first actor goes to nine o'clock, as the first side does in columns.
	return Math.hypot(x, y) < 1e-9 ? 0.5 : Math.atan2(y, x) / (2 * Math.PI);
}
