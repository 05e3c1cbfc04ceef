/** View settings made at random for a document. */
import fc from 'fast-check';
import type { Document } from '#lib/model/document.ts';
import { DEFAULT_SETTINGS, FOCUS_STEPS, NO_SIDE, type Selection, type Settings } from '#lib/view/settings.ts';

export function anySettings(document: Document): fc.Arbitrary<Settings> {
	const some = <T>(values: readonly T[]) => fc.subarray([...new Set(values)]).map((kept) => new Set(kept));
	const actors = document.actors.map(({ id }) => id);
	const types = document.relations.map(({ type }) => type);
	const focus = fc.record({
		actor: actors.length ? fc.constantFrom(...actors) : fc.constant('nobody'),
		steps: fc.constantFrom(...FOCUS_STEPS),
		along: fc.option(some(types), { nil: null })
	});
	return fc.record({
		off: fc.record({
			types: some(types),
			kinds: some(document.actors.map(({ kind }) => kind)),
			sides: some(document.actors.map(({ side }) => side ?? NO_SIDE))
		}),
		dims: fc.record({ types: fc.boolean(), kinds: fc.boolean(), sides: fc.boolean() }),
		hiddenActors: some(actors),
		keepLonely: fc.boolean(),
		focus: fc.option(focus, { nil: null }),
		fans: fc.boolean(),
		size: fc.constant(DEFAULT_SETTINGS.size),
		names: fc.constantFrom('', 'ar', 'fa'),
		layout: fc.constantFrom('', 'force'),
		pinned: some(actors),
		theme: fc.constantFrom('system' as const, 'light' as const, 'dark' as const)
	});
}

export function anySelection(document: Document): fc.Arbitrary<Selection> {
	const some = (ids: readonly string[]) => fc.subarray([...new Set(ids)]).map((kept) => new Set(kept));
	return fc.record({
		actors: some(document.actors.map(({ id }) => id)),
		relations: some(document.relations.map(({ id }) => id))
	});
}
