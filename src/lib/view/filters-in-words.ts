/** The filters of a view as sentences, so that a picture says what it leaves out. */
import type { Id } from '#lib/model/document.ts';
import { KINDS } from '#lib/model/vocabulary.ts';
import { dayInWords } from '#lib/model/time-words.ts';
import { CERTAINTIES, CERTAINTY_WORDS, momentInWords } from './as-of.ts';
import type { Facts } from './facts.ts';
import { actorName } from './names.ts';
import { listed, nameInSentence } from './name-lists.ts';
import { comparisonInWords, count, figure } from './receipt.ts';
import { MODALITY_WORDS } from './sentences.ts';
import { NO_SIDE, type FilterGroup, type FilterValues, type Settings } from './settings.ts';
import { typesInWords } from './types-in-words.ts';
import { voicesInWords } from './voices-in-words.ts';

/**
 * What a view shows and leaves out: a sentence, without its full stop, for each filter that is in use, in the order
 * in which the filters are asked. What is ticked off but is nowhere in the document is not mentioned. None is longer
 * than some hundred characters, whatever the names.
 *
 * @param withMoment whether the moment of the view and what it is compared with are among them.
 */
export function filtersInWords(facts: Facts, settings: Settings, withMoment = true): string[] {
	return [
		...byType(facts, settings),
		...byKind(facts, settings),
		...bySide(facts, settings),
		...byHand(facts, settings),
		...byModality(facts, settings),
		...(settings.knownBy === null ? [] : [`Only what had been published by ${dayInWords(settings.knownBy)}`]),
		...voicesInWords(facts, settings.off.voices),
		...byPeople(settings),
		...(withMoment && settings.asOf ? [`As of ${momentInWords(settings.asOf)}`] : []),
		...byTime(settings),
		...(withMoment ? byComparison(settings) : []),
		...byFocus(facts, settings),
		...(settings.keepLonely ? [] : ['Without actors that are left without a relation'])
	];
}

/** Which of the values that a document has are ticked off, and which stay. */
interface Split<V> {
	readonly off: readonly V[];
	readonly on: readonly V[];
}

function split<G extends FilterGroup>(
	present: Iterable<FilterValues[G]>,
	{ off }: Settings,
	group: G
): Split<FilterValues[G]> {
	const chosen: ReadonlySet<FilterValues[G]> = off[group];
	const all = [...new Set(present)];
	return { off: all.filter((one) => chosen.has(one)), on: all.filter((one) => !chosen.has(one)) };
}

/** "Without …"; "Only …" where fewer stay than go; "Dimmed: …" where nothing goes. */
function sentence<V>(
	{ off, on }: Split<V>,
	dims: boolean,
	words: (values: readonly V[]) => string
): string[] {
	if (!off.length) return [];
	if (on.length && on.length < off.length) {
		return [dims ? `Dimmed: all but ${words(on)}` : `Only ${words(on)}`];
	}
	return [dims ? `Dimmed: ${words(off)}` : `Without ${words(off)}`];
}

function byType(facts: Facts, settings: Settings): string[] {
	const present = facts.document.relations.map(({ type }) => type);
	return sentence(split(present, settings, 'types'), settings.dims.types, (types) =>
		typesInWords(facts, types)
	);
}

function byKind({ document }: Facts, settings: Settings): string[] {
	const present = document.actors.map(({ kind }) => kind);
	return sentence(split(present, settings, 'kinds'), settings.dims.kinds, (kinds) => {
		const chosen = KINDS.filter(({ id }) => kinds.includes(id));
		return listed(chosen.map(({ id, plural }) => KIND_WORDS.get(id) ?? plural.toLowerCase()));
	});
}

/** Kinds whose plural alone would not say in a sentence what is meant. */
const KIND_WORDS: ReadonlyMap<string, string> = new Map([
	['people', 'people counted together'],
	['unknown', 'actors of unknown kind']
]);

function bySide({ document }: Facts, settings: Settings): string[] {
	const present = document.actors.map(({ side }) => side ?? NO_SIDE);
	return sentence(split(present, settings, 'sides'), settings.dims.sides, (sides) => {
		const named = sides.filter((side) => side !== NO_SIDE).map((side) => `“${nameInSentence(side)}”`);
		const none = sides.includes(NO_SIDE) ? ['those of no side'] : [];
		return `actors of ${listed(named)}${named.length && none.length ? ', and ' : ''}${none.join('')}`.replace(
			'actors of those of',
			'actors of'
		);
	});
}

function byHand(facts: Facts, { hiddenActors, names }: Settings): string[] {
	const away = [...hiddenActors].flatMap((id) => facts.actors.get(id) ?? []);
	if (!away.length) return [];
	return [`Put away one by one: ${listed(away.map((actor) => nameInSentence(actorName(actor, names))))}`];
}

function byModality(facts: Facts, settings: Settings): string[] {
	const present = [...facts.relations.keys()].flatMap((id) =>
		(facts.claims.get(id) ?? []).map(({ modality }) => modality)
	);
	return sentence(split(present, settings, 'modalities'), false, (modalities) => {
		const words = Object.entries(MODALITY_WORDS).filter(([one]) => modalities.some((each) => each === one));
		return `what is ${listed(
			words.map(([, name]) => name),
			'or'
		)}`;
	});
}

function byPeople({ leastPeople }: Settings): string[] {
	if (leastPeople <= 1) return [];
	return [`Only what at least ${figure(leastPeople)} independent people say`];
}

function byTime({ asOf, pastActs, off, comparedWith }: Settings): string[] {
	if (!asOf && !comparedWith?.asOf) return [];
	// A comparison shows them all the same.
	const withoutPast = pastActs === 'go' && !comparedWith;
	// What has not yet begun is never there, ticked off or not.
	const all = CERTAINTIES.filter((one) => one !== 'not-yet' && (one !== 'over' || !withoutPast));
	const gone = all.filter((one) => off.certainties.has(one)).map((one) => CERTAINTY_WORDS[one]);
	return [
		...(withoutPast ? ['Without acts that were over'] : []),
		...(gone.length ? [`Without what is ${listed(gone, 'or')} then`] : [])
	];
}

function byComparison({ asOf, comparedWith }: Settings): string[] {
	if (!comparedWith) return [];
	const words = comparisonInWords(asOf, comparedWith);
	return [words.charAt(0).toUpperCase() + words.slice(1)];
}

function byFocus(facts: Facts, { focus, names }: Settings): string[] {
	const actor = focus && facts.actors.get(focus.actor);
	if (!actor) return [];
	const steps = `Only what is within ${count(focus.steps, 'step')} of ${nameInSentence(actorName(actor, names))}`;
	if (!focus.along) return [steps];
	const present: ReadonlySet<Id> = new Set(facts.document.relations.map(({ type }) => type));
	const along = [...focus.along].filter((type) => present.has(type));
	return [`${steps}, along ${along.length ? typesInWords(facts, along) : 'no relation'}`];
}
