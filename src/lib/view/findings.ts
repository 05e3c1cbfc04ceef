/** What the checks of the evidence found, in sentences. */
import type { Check, Finding } from '#lib/analysis/checks/check.ts';
import { byId, tellerOf, type Claim, type Document, type Id } from '#lib/model/document.ts';
import { whenInWords } from '#lib/model/time-words.ts';
import { verbFor } from '#lib/model/vocabulary.ts';
import { eventTitle } from './event-words.ts';
import type { Facts } from './facts.ts';
import { figure } from './receipt.ts';
import { nameOf, shortened, voiceInWords } from './sentences.ts';

/** Puts one finding into words; `language` is that of actors' names. */
type Words = (facts: Facts, finding: Finding, language: string) => string;

/**
 * One sentence that says what was found and where, with a full stop. `check` tells which check found it; of a check
 * that has no words here, its name and the place are said.
 */
export function findingInWords(check: Check, finding: Finding, facts: Facts, language = ''): string {
	const words = WORDS.get(check.id) ?? ((...all) => `${check.name}: ${whereIn(...all)}`);
	return `${words(facts, finding, language)}.`;
}

/** Texts from files within a sentence are cut to this. */
const LONGEST_QUOTE = 90;

const WORDS: ReadonlyMap<string, Words> = new Map<string, Words>([
	['unsourced', (...all) => `Nobody is given for: ${whereIn(...all)}`],
	['unsourced-link', (...all) => `Nobody is given for the link ${whereIn(...all)}`],
	['lost-voice', lostVoiceInWords],
	['passage', passageInWords],
	['unreadable-date', unreadableInWords],
	['impossible-date', impossibleInWords],
	['published-before', publishedBeforeInWords],
	['disagreement', disagreementInWords],
	['unnamed-only', (...all) => `Only unnamed voices, ${peopleInWords(all[1])}, say: ${whereIn(...all)}`],
	['twin-actors', twinsInWords],
	['missing-date', (...all) => `No date is given: ${whereIn(...all)}`],
	['lonely-actor', (...all) => `${whereIn(...all)} is in no relation`],
	['empty-event', (...all) => `No relation names ${whereIn(...all)}`],
	[
		'one-voice',
		(...all) => `Only ${voiceSays(all[0], all[1].others?.[0], 'says', 'say')}: ${whereIn(...all)}`
	],
	['state-without-start', (...all) => `No start is given: ${whereIn(...all)}`],
	['no-paragraph', (...all) => `No paragraph is given: ${whereIn(...all)}`],
	['no-wikidata', (...all) => `${whereIn(...all)} has no Wikidata id`]
]);

/** The place of a finding in words: an actor's name, a relation as a sentence, what a claim states. */
export function whereIn(facts: Facts, { place, others = [] }: Finding, language: string): string {
	const { what, id } = place;
	if (what === 'actor') return nameOf(facts, id, language);
	if (what === 'relation') return relationIn(facts, id, language);
	if (what === 'event') return eventIn(facts, id);
	if (what === 'link') return `between ${eventIn(facts, others[0])} and ${eventIn(facts, others[1])}`;
	if (what === 'claim') return claimIn(claimWith(facts, id));
	if (what === 'voice') return voiceIn(facts, id);
	const source = facts.sources.get(id);
	return source ? quoted(source.publisher ?? source.title) : 'a source that is missing';
}

// Without the "(denied)" of relationSentence, as the sentence around it says who says what.
function relationIn(facts: Facts, id: Id, language: string): string {
	const relation = facts.relations.get(id);
	if (!relation) return 'a relation that is missing';
	const from = facts.actors.get(relation.from);
	const { name } = facts.typeOf(relation);
	const verb = shortened(from ? verbFor(from, name) : name);
	return `${nameOf(facts, relation.from, language)} ${verb} ${nameOf(facts, relation.to, language)}`;
}

function eventIn({ events }: Facts, id: Id | undefined): string {
	const event = id === undefined ? undefined : events.get(id);
	return event ? `“${eventTitle(event)}”` : eventTitle(event);
}

/** Claims by id, as an index of their own: facts have them by what they are about. */
const indexes = new WeakMap<Document, ReadonlyMap<Id, Claim>>();

function claimWith({ document }: Facts, id: Id | undefined): Claim | undefined {
	const index = indexes.get(document) ?? byId(document.claims);
	indexes.set(document, index);
	return id === undefined ? undefined : index.get(id);
}

function claimIn(claim: Claim | undefined): string {
	return claim ? quoted(claim.statement) : 'a claim that is missing';
}

function voiceIn({ voices }: Facts, id: Id | undefined): string {
	return voiceInWords(id === undefined ? undefined : voices.get(id));
}

/** A voice with a verb: "Ten sources (10 people, unnamed) say". */
function voiceSays(facts: Facts, id: Id | undefined, one: string, several: string): string {
	const people = id === undefined ? 1 : (facts.voices.get(id)?.people ?? 1);
	return `${voiceIn(facts, id)} ${people > 1 ? several : one}`;
}

function quoted(text: string): string {
	const words = shortened(text.slice(0, 2 * LONGEST_QUOTE + 2).trim(), LONGEST_QUOTE).replace(/\.$/, '');
	return `“${words || '(no words)'}”`;
}

function peopleInWords({ people = 0, others = [] }: Finding): string {
	const least = others.length > 1 ? 'at least ' : '';
	return people === 1 ? 'one person' : `${least}${figure(people)} people`;
}

function lostVoiceInWords(...all: Parameters<Words>): string {
	const [, { reason, others = [] }] = all;
	if (reason === 'actor') {
		return `${whereIn(...all)} is said to be the actor ${quoted(others[0] ?? '')}, which is missing`;
	}
	if (reason === 'voice') return `The voice ${quoted(others[0] ?? '')} is missing: ${whereIn(...all)}`;
	return `Nobody is said to have said so: ${whereIn(...all)}`;
}

const MISFITS: ReadonlyMap<string | undefined, string> = new Map([
	['half', 'Only one end of the passage is given'],
	['inverted', 'The passage ends before it starts'],
	['beyond', 'The attached text ends before the passage does'],
	['paragraph', 'The attached text has no such paragraph'],
	['lost', 'The passage was not found in the attached text']
]);

function passageInWords(...all: Parameters<Words>): string {
	return `${MISFITS.get(all[1].reason) ?? 'The passage does not fit'}: ${whereIn(...all)}`;
}

function unreadableInWords(...all: Parameters<Words>): string {
	const [, { reason, texts = [] }] = all;
	const date = quoted(texts[0] ?? '');
	return reason === 'inverted'
		? `The date ${date} ends before it starts: ${whereIn(...all)}`
		: `${date} is no date that can be read: ${whereIn(...all)}`;
}

function impossibleInWords(...all: Parameters<Words>): string {
	const [facts, { reason, others = [], texts = [] }, language] = all;
	const [when, other] = texts.map(whenInWords);
	const [id = ''] = others;
	if (reason === 'event') {
		return `Dated ${when}, but ${eventIn(facts, id)}, which it belongs to, is dated ${other}: ${whereIn(...all)}`;
	}
	return `Dated ${when}, but ${nameOf(facts, id, language)} was there only ${other}: ${whereIn(...all)}`;
}

function publishedBeforeInWords(...all: Parameters<Words>): string {
	const [published, when] = (all[1].texts ?? []).map(whenInWords);
	return `Published ${published}, but told of ${when}: ${whereIn(...all)}`;
}

function disagreementInWords(...all: Parameters<Words>): string {
	const [facts, { others = [] }] = all;
	const [affirms, denies] = others.map((id) => claimWith(facts, id)).map((claim) => claim && tellerOf(claim));
	const [yes, no] = [voiceSays(facts, affirms, 'says', 'say'), voiceSays(facts, denies, 'denies', 'deny')];
	return `${yes} so, ${no} it: ${whereIn(...all)}`;
}

function twinsInWords(
	facts: Facts,
	{ place, reason, others = [], texts = [] }: Finding,
	language: string
): string {
	const names = `${nameOf(facts, others[0] ?? '', language)} and ${nameOf(facts, place.id, language)}`;
	const shared = quoted(texts[0] ?? '');
	if (reason === 'id') return `${names} may be one: both are ${shared} elsewhere`;
	if (reason === 'sound') return `${names} may be one: ${shared} sounds alike`;
	return `${names} may be one: both are called ${shared}`;
}
