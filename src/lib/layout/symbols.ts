import type { LayoutActor } from '#lib/layout/layout.ts';
import type { Point } from '#lib/model/document.ts';

/**
 * Free space between two symbols, in scene units. An actor stands in the middle of its symbol, not of the box
 * that has the label below it; where two labels differ by a line, this makes up for it.
 */
export const GAP = 12;

/** No symbol is larger; a wild number must not make a layout slow. */
const LARGEST = 1000;

/** The size of an actor's symbol with its label, with the free space that it needs around it. */
export function roomOf(actor: LayoutActor | undefined): { width: number; height: number } {
	return { width: sane(actor?.width) + GAP, height: sane(actor?.height) + GAP };
}

/** The room that the largest of these actors needs, in each direction; at least that of a dot. */
export function mostRoom(actors: readonly (LayoutActor | undefined)[]): { width: number; height: number } {
	let [width, height] = [1 + GAP, 1 + GAP];
	for (const actor of actors) {
		const room = roomOf(actor);
		width = Math.max(width, room.width);
		height = Math.max(height, room.height);
	}
	return { width, height };
}

/** The point that an actor must keep, if it is pinned (and stands anywhere at all). */
export function pinOf(actor: LayoutActor): Point | undefined {
	const stands = Number.isFinite(actor.x) && Number.isFinite(actor.y);
	return actor.pinned && stands ? [actor.x, actor.y] : undefined;
}

function sane(size: number | undefined): number {
	return size !== undefined && size > 1 ? Math.min(size, LARGEST) : 1;
}
