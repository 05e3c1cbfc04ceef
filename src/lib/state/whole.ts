/** What of a view a document has: links and undo may name actors and relations that it lacks. */
import type { Document, Id, Point } from '#lib/model/document.ts';
import { moveActors } from '#lib/model/edit-actors.ts';
import type { Facts } from '#lib/view/facts.ts';
import type { Selection, Settings } from '#lib/view/settings.ts';
import { sameSelection } from './trail.svelte.ts';

/** The selection without what the document lacks; the same object where it lacks nothing. */
export function selectionIn({ actors, relations, events }: Facts, selection: Selection): Selection {
	const kept = {
		actors: meet(selection.actors, actors),
		relations: meet(selection.relations, relations),
		events: meet(selection.events, events)
	};
	return sameSelection(kept, selection) ? selection : kept;
}

/** The settings without actors that the document lacks; the same object where it lacks none. */
export function settingsIn({ actors }: Facts, settings: Settings): Settings {
	const { focus, hiddenActors, pinned } = settings;
	const change: Partial<Settings> = {
		...(focus && !actors.has(focus.actor) && { focus: null }),
		...([...hiddenActors].some((id) => !actors.has(id)) && { hiddenActors: meet(hiddenActors, actors) }),
		...([...pinned].some((id) => !actors.has(id)) && { pinned: meet(pinned, actors) })
	};
	return Object.keys(change).length ? { ...settings, ...change } : settings;
}

/** A document with some of its actors moved. */
export function placed(document: Document, moved: ReadonlyMap<Id, Point>): Document {
	const actors = new Set(document.actors.map(({ id }) => id));
	const known = new Map([...moved].filter(([id]) => actors.has(id)));
	return known.size ? moveActors(document, known) : document;
}

function meet<T>(wanted: ReadonlySet<T>, known: { has(value: T): boolean }): ReadonlySet<T> {
	return new Set([...wanted].filter((value) => known.has(value)));
}
