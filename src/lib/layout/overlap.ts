import { Cells } from '#lib/layout/cells.ts';
import { FreeSpace } from '#lib/layout/free-space.ts';
import type { LayoutActor } from '#lib/layout/layout.ts';
import { mostRoom, pinOf, roomOf } from '#lib/layout/symbols.ts';
import type { Point } from '#lib/model/document.ts';

const ROUNDS = 80;
/** Neighbours looked at per actor and round: there are more only where a heap of symbols shares a spot. */
const NEIGHBOURS = 48;

interface Body {
	x: number;
	y: number;
	readonly width: number;
	readonly height: number;
	readonly pinned: boolean;
}

/**
 * Moves symbols apart until none overlaps another. Pinned actors do not move (two of them may overlap, since
 * both must stay). First, overlapping pairs push each other apart the shorter way, which keeps the shape of
 * the picture; whoever still overlaps then goes to a free spot nearby, which always ends.
 * Nothing moves when nothing overlaps.
 * @param points one for each actor, all finite
 */
export function separate(actors: readonly LayoutActor[], points: readonly Point[]): Point[] {
	const bodies = actors.map((actor, index): Body => {
		const pin = pinOf(actor);
		const [x, y] = pin ?? points[index] ?? [0, 0];
		return { x, y, ...roomOf(actor), pinned: pin !== undefined };
	});
	const cell = mostRoom(actors);
	for (let round = 0; round < ROUNDS; round++) {
		if (!pushApart(bodies, new Cells(cell.width, cell.height))) break;
	}
	return intoFreeSpots(actors, bodies);
}

/** One round over all pairs that stand near each other; true when one of them overlapped. */
function pushApart(bodies: readonly Body[], cells: Cells): boolean {
	bodies.forEach(({ x, y }, index) => cells.add(x, y, index));
	let pushed = false;
	bodies.forEach((body, index) => {
		let seen = 0;
		cells.some(body.x, body.y, (other) => {
			const neighbour = bodies[other];
			if (other > index && neighbour && pushPair(body, neighbour)) pushed = true;
			return ++seen > NEIGHBOURS;
		});
	});
	return pushed;
}

function pushPair(a: Body, b: Body): boolean {
	const overX = (a.width + b.width) / 2 - Math.abs(b.x - a.x);
	const overY = (a.height + b.height) / 2 - Math.abs(b.y - a.y);
	if (overX <= 0 || overY <= 0 || (a.pinned && b.pinned)) return false;
	const shareOfA = a.pinned ? 0 : b.pinned ? 1 : 0.5;
	const axis = overX < overY ? 'x' : 'y';
	// A hair more than needed, or rounding leaves pairs that overlap for ever.
	const push = Math.min(overX, overY) * 1.01 + 0.01;
	const sign = b[axis] < a[axis] ? -1 : 1;
	a[axis] -= sign * push * shareOfA;
	b[axis] += sign * push * (1 - shareOfA);
	return true;
}

function intoFreeSpots(actors: readonly LayoutActor[], bodies: readonly Body[]): Point[] {
	const space = new FreeSpace(actors);
	const points = bodies.map(({ x, y }): Point => [x, y]);
	const homeless: number[] = [];
	bodies.forEach(({ x, y, pinned }, index) => {
		if (pinned) space.take(index, [x, y]);
	});
	bodies.forEach(({ x, y, pinned }, index) => {
		if (pinned) return;
		if (space.isFree(index, [x, y])) space.take(index, [x, y]);
		else homeless.push(index);
	});
	for (const index of homeless) {
		const spot = space.nearest(index, points[index] ?? [0, 0]);
		space.take(index, spot);
		points[index] = spot;
	}
	return points;
}
