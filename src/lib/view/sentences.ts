/** Actors, relations and claims in words: the same sentences for panels, announcements and pictures. */
import { tellerOf, whenOf } from '#lib/model/document.ts';
import type { Claim, Id, Modality, Relation, RelationType, Voice } from '#lib/model/document.ts';
import { whenInWords } from '#lib/model/time-words.ts';
import { KINDS, verbFor } from '#lib/model/vocabulary.ts';
import type { Facts } from './facts.ts';
import { actorName } from './names.ts';
import { count, figure } from './receipt.ts';

/** Names longer than this are cut in sentences; a hostile file may hold one of a million characters. */
const LONGEST_NAME = 120;

/** Whether a relation type reads the same from both ends, so that its direction means nothing. */
export function isMutual(type: RelationType): boolean {
	return type.name === type.reverse;
}

/** What turns the direction of the words around it (UAX 9); a name needs none, and a hostile one abuses it. */
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/;
const BIDI_CONTROLS = new RegExp(BIDI_CONTROL, 'g');

/** A text cut to a length fit for a sentence, with an ellipsis where something is missing. */
export function shortened(text: string, length = LONGEST_NAME): string {
	const clean = BIDI_CONTROL.test(text) ? text.replace(BIDI_CONTROLS, '') : text;
	if (clean.length <= length) return clean;
	return `${[...clean.slice(0, length * 2)]
		.slice(0, length - 1)
		.join('')
		.trimEnd()}…`;
}

/** The name of an actor, cut to a length fit for a sentence. */
export function nameOf(facts: Facts, id: Id, language: string): string {
	const actor = facts.actors.get(id);
	if (!actor) return 'an actor that is missing';
	return shortened(actorName(actor, language).trim() || '(no name)');
}

/** "Esmail Qaani commands Quds Force" (without a full stop and without the date); what is denied is marked. */
export function relationSentence(facts: Facts, relation: Relation, language = ''): string {
	const from = facts.actors.get(relation.from);
	const verb = facts.typeOf(relation).name;
	const denying = deniers(facts, relation);
	return [
		nameOf(facts, relation.from, language),
		shortened(from ? verbFor(from, verb) : verb),
		nameOf(facts, relation.to, language),
		...(denying ? [`(denied by ${denying})`] : [])
	].join(' ');
}

/** Who denies a relation: "Farhad Alaadin", "Farhad Alaadin and 2 more"; '' when nobody does. */
export function deniers(facts: Facts, relation: Pick<Relation, 'id'>): string {
	const standing = facts.standings.get(relation.id);
	if (standing !== 'denied' && standing !== 'disputed') return '';
	const denials = (facts.claims.get(relation.id) ?? []).filter(({ modality }) => modality === 'denied');
	const voices = [...new Set(denials.map(tellerOf))];
	const voice = voices[0] === undefined ? undefined : facts.voices.get(voices[0]);
	const name = voice ? shortened(voice.label, 40) : 'a voice that is missing';
	return voices.length > 1 ? `${name} and ${figure(voices.length - 1)} more` : name;
}

/** What the relation says of one of its ends, without naming it: "is commanded by Esmail Qaani". */
export function relationFrom(facts: Facts, relation: Relation, end: Id, language = ''): string {
	const forwards = relation.from === end;
	const type = facts.typeOf(relation);
	const verb = forwards ? type.name : type.reverse;
	const actor = facts.actors.get(end);
	return `${shortened(actor ? verbFor(actor, verb) : verb)} ${nameOf(facts, forwards ? relation.to : relation.from, language)}`;
}

/** The date of a relation, its own or its event's, in words; '' when the source gives none. */
export function relationDate(facts: Facts, relation: Relation): string {
	const when = whenOf(relation, facts.events);
	return when ? whenInWords(when) : '';
}

/** "Kataib Hezbollah, armed group, 7 relations" */
export function actorSummary(facts: Facts, id: Id, language = ''): string {
	const actor = facts.actors.get(id);
	const kind = KINDS.find((candidate) => candidate.id === actor?.kind)?.name ?? '';
	return [
		nameOf(facts, id, language),
		kind.toLowerCase(),
		count(facts.relationsOf.get(id)?.length ?? 0, 'relation')
	]
		.filter(Boolean)
		.join(', ');
}

/** A relation with its date and the voice nearest to it, as it is announced and listed in words. */
export function relationAloud(facts: Facts, relation: Relation, language = ''): string {
	const claim = facts.claims.get(relation.id)?.[0];
	return [
		relationSentence(facts, relation, language),
		relationDate(facts, relation),
		claim ? `according to ${innermostVoice(facts, claim)}` : 'unsourced'
	]
		.filter(Boolean)
		.join(', ');
}

/** "10 sources (unnamed)"; a voice that the document lacks is said to be missing. */
export function voiceInWords(voice: Voice | undefined): string {
	if (!voice) return 'a voice that is missing';
	const number = voice.people && voice.people > 1 ? `${figure(voice.people)} people` : '';
	const people = number && voice.atLeast ? `at least ${number}` : number;
	const notes = [people, voice.anonymous ? 'unnamed' : ''].filter(Boolean).join(', ');
	const label = shortened(voice.label);
	return notes ? `${label} (${notes})` : label;
}

/** The voice that a claim comes from in the end: the last of its chain. */
export function innermostVoice(facts: Facts, claim: Claim): string {
	const last = tellerOf(claim);
	return voiceInWords(last === undefined ? undefined : facts.voices.get(last));
}

export const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
	stated: 'stated',
	claimed: 'said of itself',
	alleged: 'alleged',
	denied: 'denied',
	expected: 'expected',
	hypothetical: 'supposed'
};

/** Whether what stands for a title is somebody's description, between brackets as citations have it: it is no quotation. */
export function isDescribed(title: string): boolean {
	return /^\[[^]*\]$/.test(title.trim());
}
