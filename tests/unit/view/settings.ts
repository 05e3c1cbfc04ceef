/** View settings made at random for a document. */
import fc from 'fast-check';
import { MODALITIES, type Document } from '#lib/model/document.ts';
import { dayOf } from '#lib/model/time-days.ts';
import { CERTAINTIES } from '#lib/view/as-of.ts';
import {
	DEFAULT_SETTINGS,
	FOCUS_STEPS,
	LINE_COLORS,
	NO_SIDE,
	NO_VOICE,
	type Comparison,
	type Moment,
	type Selection,
	type Settings
} from '#lib/view/settings.ts';

const some = <T>(values: readonly T[]) => fc.subarray([...new Set(values)]).map((kept) => new Set(kept));

/** Half of the time null. */
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 });

/** Half of the time nothing: with every filter in use at once hardly anything would be left to look at. */
const perhapsSome = <T>(values: readonly T[]) => fc.oneof(fc.constant(new Set<T>()), some(values));

/** Of the years that the documents of the tests are about, and those around them. */
const anyDay = fc.integer({ min: dayOf(2013, 1, 1), max: dayOf(2026, 12, 31) });

/** Mostly a day, else some weeks or years. */
export const anyMoment: fc.Arbitrary<Moment> = fc
	.tuple(anyDay, fc.oneof(fc.constant(0), fc.nat(40), fc.nat(2000)))
	.map(([first, length]) => ({ first, last: first + length }));

export function anySettings(document: Document): fc.Arbitrary<Settings> {
	const actors = document.actors.map(({ id }) => id);
	const types = document.relations.map(({ type }) => type);
	const voices = [...document.voices.map(({ id }) => id), NO_VOICE];
	const focus = fc.record({
		actor: actors.length ? fc.constantFrom(...actors) : fc.constant('nobody'),
		steps: fc.constantFrom(...FOCUS_STEPS),
		along: perhaps(some(types))
	});
	const comparison: fc.Arbitrary<Comparison> = fc.record({
		asOf: perhaps(anyMoment),
		voicesOff: perhapsSome(voices)
	});
	return fc.record({
		off: fc.record({
			types: perhapsSome(types),
			kinds: perhapsSome(document.actors.map(({ kind }) => kind)),
			sides: perhapsSome(document.actors.map(({ side }) => side ?? NO_SIDE)),
			modalities: perhapsSome(MODALITIES),
			voices: perhapsSome(voices),
			certainties: perhapsSome(CERTAINTIES)
		}),
		dims: fc.record({ types: fc.boolean(), kinds: fc.boolean(), sides: fc.boolean() }),
		leastPeople: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 })),
		asOf: perhaps(anyMoment),
		pastActs: fc.constantFrom('fade' as const, 'go' as const),
		knownBy: perhaps(anyDay),
		comparedWith: perhaps(comparison),
		hiddenActors: perhapsSome(actors),
		keepLonely: fc.boolean(),
		focus: perhaps(focus),
		fans: fc.boolean(),
		lineColors: fc.constantFrom(...LINE_COLORS),
		size: fc.constant(DEFAULT_SETTINGS.size),
		names: fc.constantFrom('', 'ar', 'fa'),
		layout: fc.constantFrom('', 'force'),
		pinned: some(actors),
		theme: fc.constantFrom('system' as const, 'light' as const, 'dark' as const)
	});
}

export function anySelection(document: Document): fc.Arbitrary<Selection> {
	return fc.record({
		actors: some(document.actors.map(({ id }) => id)),
		relations: some(document.relations.map(({ id }) => id)),
		events: some(document.events.map(({ id }) => id))
	});
}
