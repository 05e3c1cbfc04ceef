import type { Actor, Document, Id, Point } from '#lib/model/document.ts';
import { without } from '#lib/model/edit-removal.ts';
import { changed, changedIn, found, requireUnused } from '#lib/model/edits.ts';

/** @throws RangeError if the id is in use. */
export function addActor(document: Document, actor: Actor): Document {
	requireUnused(document, actor.id);
	return changed(document, { actors: [...document.actors, actor] });
}

/**
 * Gives an actor other values; a key whose value is `undefined` goes away.
 * @throws RangeError if there is no such actor.
 */
export function changeActor(document: Document, id: Id, changes: Partial<Omit<Actor, 'id'>>): Document {
	return changed(document, { actors: changedIn(document.actors, id, changes) });
}

/**
 * Takes an actor away with its relations, its position and the claims that were only about these.
 * A voice that was this actor stays, and is nobody in particular.
 * @throws RangeError if there is no such actor.
 */
export function removeActor(document: Document, id: Id): Document {
	found(document.actors, id);
	return without(document, { actors: new Set([id]) });
}

/**
 * Puts actors where the map says (scene units); the others stay where they are.
 * @throws RangeError if there is no such actor, or if a coordinate is not a finite number.
 */
export function moveActors(document: Document, points: ReadonlyMap<Id, Point>): Document {
	const actors = new Set(document.actors.map(({ id }) => id));
	const positions = new Map(document.positions);
	let moved = false;
	for (const [id, [x, y]] of points) {
		if (!actors.has(id)) throw new RangeError(`No such actor: ${id}`);
		if (!Number.isFinite(x) || !Number.isFinite(y)) throw new RangeError(`Not a point: ${x}, ${y}`);
		const before = positions.get(id);
		if (before?.[0] === x && before[1] === y) continue;
		positions.set(id, [x, y]);
		moved = true;
	}
	return moved ? changed(document, { positions }) : document;
}
