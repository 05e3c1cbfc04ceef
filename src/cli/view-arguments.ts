/** From flags to a view: what of a document is shown. Pure. */
import { ACTOR_KINDS, FAMILIES, MODALITIES, type Id } from '#lib/model/document.ts';
import { FAMILY_NAMES, KINDS } from '#lib/model/vocabulary.ts';
import type { Facts } from '#lib/view/facts.ts';
import { FOCUS_STEPS, NOTHING, NO_SIDE, NO_VOICE, type Moment, type Settings } from '#lib/view/settings.ts';
import { MODALITY_WORDS } from '#lib/view/sentences.ts';
import { teller } from '#lib/view/told.ts';
import { fingerprint, readView, type View } from '#lib/view/url.ts';
import { readDay, readMoment } from '#lib/view/url-values.ts';
import { Failure } from './failure.ts';
import type { Arguments } from './flags.ts';
import { chosenValues, withValues, type Choice } from './value-lists.ts';

/**
 * The view that flags ask for, and remarks on what of a link could not be used.
 * @throws Failure for a value that the document does not have, or that cannot be meant.
 */
export function viewFrom(args: Arguments, facts: Facts): { view: View; remarks: string[] } {
	const text = args.get('view') ?? '';
	const { view, ignored } = readView(text.slice(text.indexOf('#') + 1));
	const remarks = [...ignored];
	if (view.document && view.document !== fingerprint(facts.document))
		remarks.push(
			'The link of --view was made for another document; what this one does not have is passed over.'
		);
	const selection = args.has('choose')
		? { ...NOTHING, actors: new Set(chosenValues('choose', args.all('choose'), actorChoices(facts))) }
		: view.selection;
	return { view: { ...view, selection, settings: settingsFrom(args, facts, view.settings) }, remarks };
}

function settingsFrom(args: Arguments, facts: Facts, base: Settings): Settings {
	const asOf = args.has('as-of') ? moment(args, 'as-of') : base.asOf;
	const off = offFrom(args, facts, base.off);
	return {
		...base,
		off,
		asOf,
		comparedWith: args.has('compared-with')
			? { asOf: comparisonMoment(args), voicesOff: off.voices }
			: base.comparedWith,
		knownBy: args.has('known-by') ? day(args) : base.knownBy,
		pastActs: args.has('past') ? oneOf(args, 'past', ['fade', 'go'] as const) : base.pastActs,
		leastPeople: args.has('least') ? people(args) : base.leastPeople,
		focus: focusFrom(args, facts, base.focus),
		keepLonely: args.has('connected') ? false : base.keepLonely,
		names: args.get('names') ?? base.names
	};
}

function moment(args: Arguments, flag: string): Moment {
	const read = readMoment(args.get(flag) ?? '');
	if (read) return read;
	throw new Failure(
		`--${flag} ${args.get(flag)?.slice(0, 60)} is neither a day nor days in their order.`,
		'Write 2024-01-30, or 2024-01-28/2024-02-04.'
	);
}

function comparisonMoment(args: Arguments): Moment | null {
	return args.get('compared-with') === 'all' ? null : moment(args, 'compared-with');
}

function day(args: Arguments): number {
	const read = readDay(args.get('known-by') ?? '');
	if (read === null)
		throw new Failure(`--known-by ${args.get('known-by')?.slice(0, 60)} is no day.`, 'Write 2024-01-30.');
	return read;
}

/** One of a few words. @throws Failure for any other. */
export function oneOf<T extends string>(args: Arguments, flag: string, words: readonly T[]): T {
	const found = words.find((word) => word === args.get(flag));
	if (found === undefined)
		throw new Failure(`--${flag} is one of ${words.join(', ')}, not ${args.get(flag)?.slice(0, 60)}.`);
	return found;
}

function people(args: Arguments): number {
	const number = Number(args.get('least'));
	if (!Number.isInteger(number) || number < 1)
		throw new Failure('--least is a whole number of people, 1 or more.');
	return number;
}

function focusFrom(args: Arguments, facts: Facts, base: Settings['focus']): Settings['focus'] {
	const steps = args.has('steps') ? FOCUS_STEPS.find((one) => String(one) === args.get('steps')) : 1;
	if (steps === undefined) throw new Failure(`--steps is one of ${FOCUS_STEPS.join(', ')}.`);
	if (!args.has('focus')) {
		if (args.has('steps') && !base)
			throw new Failure('--steps says how far from an actor: give --focus too.');
		return base && { ...base, ...(args.has('steps') && { steps }) };
	}
	const [actor, ...others] = chosenValues('focus', [args.get('focus') ?? ''], actorChoices(facts));
	if (actor === undefined || others.length) throw new Failure('--focus takes one actor; give its id.');
	return { actor, steps, along: null };
}

/** Actors by id, and by all their names. */
export function actorChoices(facts: Facts): Choice<Id>[] {
	return facts.document.actors.map(({ id, name, names = [], aliases = [] }) => ({
		value: id,
		names: [name, ...names.map(({ text }) => text), ...aliases]
	}));
}

type Off = Settings['off'];

function offFrom(args: Arguments, facts: Facts, base: Off): Off {
	const { actors, relations } = facts.document;
	const types = typeChoices(facts);
	const voices = voiceChoices(facts);
	const kinds = KINDS.map(({ id, name, plural }) => ({ value: id, names: [name, plural] }));
	const said = MODALITIES.map((one) => ({ value: one, names: [MODALITY_WORDS[one]] }));
	const sides = [
		...[...facts.sides.keys()].map((side) => ({ value: side, names: [] })),
		{ value: NO_SIDE, names: ['none'] }
	];
	const lists = (only: string, without?: string) => ({
		only: args.all(only),
		without: without ? args.all(without) : []
	});
	return {
		...base,
		types: withValues(
			lists('only', 'without'),
			['only', 'without'],
			types,
			relations.map(({ type }) => type),
			base.types
		),
		voices: withValues(
			lists('voices', 'without-voices'),
			['voices', 'without-voices'],
			voices,
			tellersOf(facts),
			base.voices
		),
		modalities: withValues(lists('said'), ['said'], said, MODALITIES, base.modalities),
		sides: withValues(
			lists('sides'),
			['sides'],
			sides,
			actors.map(({ side }) => side ?? NO_SIDE),
			base.sides
		),
		kinds: withValues(lists('kinds'), ['kinds'], kinds, ACTOR_KINDS, base.kinds)
	};
}

/** A family stands for all of its types that the document uses. */
function typeChoices(facts: Facts): Choice<string>[] {
	const used = [...new Set(facts.document.relations.map(({ type }) => type))].map((type) =>
		facts.typeOf({ type })
	);
	return [
		...FAMILIES.map((family) => ({
			value: used.filter((type) => type.family === family).map(({ id }) => id),
			names: [family, FAMILY_NAMES[family]]
		})),
		// Of the vocabulary, too, what the document does not use: asking for it is no mistake, there is just none.
		...[...facts.types.values(), ...used].map(({ id, name }) => ({ value: id, names: [name] }))
	];
}

function voiceChoices(facts: Facts): Choice<Id>[] {
	const voices = facts.document.voices.map(({ id, label }) => ({ value: id, names: [label] }));
	return [...voices, { value: NO_VOICE, names: ['unsourced'] }];
}

/** Everybody who says something in the end, and the voice that stands for nobody. */
function tellersOf(facts: Facts): Id[] {
	return [...new Set([...facts.document.claims.map(teller), ...facts.voices.keys(), NO_VOICE])];
}
