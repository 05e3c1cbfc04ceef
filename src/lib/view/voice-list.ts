/** The panel of voices as data: who tells what, how much of it is visible, in groups. */
import type { Id, Voice } from '#lib/model/document.ts';
import type { Facts } from './facts.ts';
import { isVisible, type Filtered } from './fate.ts';
import { shortened, voiceInWords } from './sentences.ts';
import { NO_SIDE, NO_VOICE, type Settings } from './settings.ts';
import { teller } from './told.ts';
import { namingOf, type Naming } from './voices.ts';

/** Somebody who says a claim in the end, or nobody (NO_VOICE). */
export interface Teller {
	/** Id of the voice: the value that the filter takes. */
	readonly value: Id;
	/** Undefined for nobody, and for a voice that the document lacks. */
	readonly voice: Voice | undefined;
	/** How it is named in the list, with how many people it stands for. */
	readonly name: string;
	readonly naming: Naming | 'nobody';
	/** Named, and speaks for itself somewhere: a chain has it alone. */
	readonly isPublication: boolean;
	/** The relations that it tells through a publication, by the first voice of the chains. */
	readonly through: ReadonlyMap<Id, readonly Id[]>;
	readonly claims: number;
	/** The relations that it tells; in a publication's group, those that it tells through that. */
	readonly relations: readonly Id[];
	readonly side: string;
}

/** By what the list can be grouped. */
export const GROUPINGS = ['publication', 'side', 'naming'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface TellerGroup {
	readonly key: string;
	readonly name: string;
	readonly tellers: readonly Teller[];
	/** Each once, whoever of the group tells it. */
	readonly relations: readonly Id[];
	readonly isPublication: boolean;
}

/**
 * All who tell something, those who tell most relations first; voices that only pass on are not among them. Nobody
 * comes last, if there is a relation without a claim or a claim without a voice.
 */
export function tellersOf(facts: Facts): readonly Teller[] {
	const heard = new Map<Id, Heard>();
	for (const claim of facts.document.claims) {
		const one = heardFrom(heard, teller(claim));
		one.claims++;
		if (claim.voices.length === 1) one.isAlone = true;
		const [publication] = claim.voices;
		const through = publication === undefined ? undefined : throughIts(one, publication);
		for (const id of claim.about) {
			if (!facts.relations.has(id)) continue;
			one.relations.add(id);
			through?.add(id);
		}
	}
	for (const { id } of facts.document.relations) {
		if (!facts.claims.has(id)) heardFrom(heard, NO_VOICE).relations.add(id);
	}
	const tellers = [...heard].map(([value, one]) => tellerFrom(facts, value, one));
	return tellers.sort(
		(a, b) =>
			Number(a.naming === 'nobody') - Number(b.naming === 'nobody') || b.relations.length - a.relations.length
	);
}

interface Heard {
	claims: number;
	isAlone: boolean;
	readonly through: Map<Id, Set<Id>>;
	readonly relations: Set<Id>;
}

function heardFrom(heard: Map<Id, Heard>, id: Id): Heard {
	const known = heard.get(id);
	if (known) return known;
	const made = { claims: 0, isAlone: false, through: new Map<Id, Set<Id>>(), relations: new Set<Id>() };
	heard.set(id, made);
	return made;
}

function throughIts({ through }: Heard, publication: Id): Set<Id> {
	const known = through.get(publication) ?? new Set<Id>();
	through.set(publication, known);
	return known;
}

function tellerFrom(facts: Facts, value: Id, one: Heard): Teller {
	const voice = facts.voices.get(value);
	const isNobody = value === NO_VOICE;
	const actor = voice?.actor === undefined ? undefined : facts.actors.get(voice.actor);
	return {
		value,
		voice,
		name: isNobody ? 'Nobody: unsourced' : voiceInWords(voice) || '(no name)',
		naming: isNobody ? 'nobody' : voice ? namingOf(voice) : 'named',
		isPublication: one.isAlone && voice !== undefined && !voice.anonymous,
		through: new Map([...one.through].map(([publication, relations]) => [publication, [...relations]])),
		claims: one.claims,
		relations: [...one.relations],
		side: voice?.side ?? actor?.side ?? NO_SIDE
	};
}

const NAMING_NAMES: Readonly<Record<Naming, string>> = {
	named: 'Named',
	described: 'Described: not named, but one person or office',
	anonymous: 'Unnamed groups'
};
const NOBODY = 'nobody';

/**
 * The tellers in groups, in the order of the document's voices and sides; nobody in a group of its own. A teller whom
 * two publications quote stands under both, with what it tells through each.
 */
export function groupTellers(
	facts: Facts,
	tellers: readonly Teller[],
	grouping: Grouping
): readonly TellerGroup[] {
	const groups = new Map<string, Teller[]>(orderOf(facts, grouping).map((key) => [key, []]));
	for (const one of tellers) {
		for (const key of keysOf(one, grouping)) {
			const group = groups.get(key) ?? [];
			groups.set(key, group);
			const relations = grouping === 'publication' ? one.through.get(key.slice(1)) : undefined;
			group.push(relations ? { ...one, relations } : one);
		}
	}
	const nobody = groups.get(NOBODY);
	groups.delete(NOBODY);
	if (nobody) groups.set(NOBODY, nobody);
	return [...groups]
		.filter(([, members]) => members.length)
		.map(([key, members]) => ({
			key,
			name: groupName(facts, key, grouping),
			tellers: members,
			relations: [...new Set(members.flatMap(({ relations }) => relations))],
			isPublication: grouping === 'publication' && key !== NOBODY
		}));
}

// A letter before what a file says, so that no id or side is taken for NOBODY.
const keyed = (text: string) => `=${text}`;

function keysOf(one: Teller, grouping: Grouping): readonly string[] {
	if (one.naming === 'nobody') return [NOBODY];
	if (grouping === 'naming') return [keyed(one.naming)];
	return grouping === 'side' ? [keyed(one.side)] : [...one.through.keys()].map(keyed);
}

function orderOf(facts: Facts, grouping: Grouping): readonly string[] {
	if (grouping === 'naming') return Object.keys(NAMING_NAMES).map(keyed);
	return [...(grouping === 'side' ? facts.sides : facts.voices).keys()].map(keyed);
}

function groupName(facts: Facts, key: string, grouping: Grouping): string {
	if (key === NOBODY) return 'Nobody';
	const text = key.slice(1);
	if (grouping === 'naming') return NAMING_NAMES[text as Naming];
	if (grouping === 'side') return shortened(text) || 'No side given';
	return voiceInWords(facts.voices.get(text)) || '(no name)';
}

/** The relations on the picture that a voice is still heard to tell, by voice; nobody's are those without a claim. */
export function visibleByTeller(
	told: Pick<Facts, 'document' | 'claims'>,
	filtered: Pick<Filtered, 'relations'>
): ReadonlyMap<Id, ReadonlySet<Id>> {
	const visible = new Map<Id, Set<Id>>();
	for (const { id } of told.document.relations) {
		if (!isVisible(filtered.relations.get(id))) continue;
		const claims = told.claims.get(id);
		for (const voice of claims ? new Set(claims.map(teller)) : [NO_VOICE]) {
			const set = visible.get(voice);
			if (set) set.add(id);
			else visible.set(voice, new Set([id]));
		}
	}
	return visible;
}

/** How many different relations of some tellers are on the picture, as visibleByTeller gives them. */
export function visibleOf(tellers: readonly Teller[], visible: ReadonlyMap<Id, ReadonlySet<Id>>): number {
	const seen = new Set<Id>();
	for (const { value, relations } of tellers) {
		const its = visible.get(value);
		if (its) for (const id of relations) if (its.has(id)) seen.add(id);
	}
	return seen.size;
}

/** The choices that a reader most often wants, as the voices to keep; null for all. */
export type QuickChoice = 'publications' | 'named' | 'unnamed' | 'all';

/** The values of the voices filter that a quick choice keeps. */
export function chosenBy(choice: QuickChoice, tellers: readonly Teller[]): readonly Id[] {
	const keeps: Readonly<Record<QuickChoice, (one: Teller) => boolean>> = {
		publications: ({ isPublication }) => isPublication,
		named: ({ naming }) => naming === 'named',
		unnamed: ({ naming }) => naming === 'described' || naming === 'anonymous',
		all: () => true
	};
	return tellers.filter(keeps[choice]).map(({ value }) => value);
}

/** Whether the filter is what a quick choice would make it: then it is shown as pressed. */
export function isChoice(
	choice: QuickChoice,
	tellers: readonly Teller[],
	{ off }: Pick<Settings, 'off'>
): boolean {
	const kept = new Set(chosenBy(choice, tellers));
	return tellers.every(({ value }) => kept.has(value) !== off.voices.has(value));
}
