/**
 * How many people independently of each other say something: people, not mentions. A lower bound, for nobody can
 * tell who an unnamed group is.
 */
import { tellerOf, type Claim, type Id, type Voice } from '#lib/model/document.ts';

/** A voice that counts for itself. */
export interface CountedVoice {
	/** The first voice with this identity that speaks. */
	readonly voice: Id;
	readonly people: number;
}

/** Unnamed voices quoted by one publication: they may be the same people, so only the largest counts. */
export interface CountedGroup {
	/** The first voices of the chains; empty where the unnamed are quoted by nobody. */
	readonly publications: readonly Id[];
	readonly largest: Id;
	readonly people: number;
	/** How many unnamed voices there are, the largest among them. */
	readonly voices: number;
}

/** A count of people, and how it came about. Everything is in the order in which the claims first have it. */
export interface Independence {
	/** The sum of voices and groups; 1 if that is 0 but somebody says it of whom nothing is known. */
	readonly people: number;
	readonly voices: readonly CountedVoice[];
	readonly groups: readonly CountedGroup[];
	/** Claims whose last voice is missing, or that have none. */
	readonly unknown: number;
}

/**
 * Counts the people behind the claims that affirm something (all but denials), in time in proportion to them.
 *
 * The last voice of a chain is the one who says it; alone in its chain it is the publication, which is one, unless
 * it is unnamed. Voices that are the same actor are one, however often they speak. Unnamed voices that are no actor
 * (`anonymous` without `actor`) may be the same people as others that the same publication quotes; a voice quoted
 * by two publications ties their unnamed voices together.
 */
export function independentPeople(claims: readonly Claim[], voices: ReadonlyMap<Id, Voice>): Independence {
	const singly = new Map<Identity, CountedVoice>();
	const unnamed = new Map<Id, Unnamed>();
	let unknown = 0;
	for (const claim of claims) {
		if (claim.modality === 'denied') continue;
		const id = tellerOf(claim);
		const voice = id === undefined ? undefined : voices.get(id);
		if (id === undefined || !voice) unknown++;
		else if (voice.anonymous && voice.actor === undefined) hear(unnamed, id, voice, claim, voices);
		else count(singly, id, voice, claim.voices.length === 1);
	}
	const counted = [...singly.values()];
	const groups = unnamed.size ? groupsOf(unnamed) : [];
	let people = 0;
	for (const one of counted) people += one.people;
	for (const group of groups) people += group.people;
	return { people: people || Math.min(1, unknown), voices: counted, groups, unknown };
}

/** Somebody: a voice that is no actor as itself, all else by a text that says what its id is of. */
type Identity = Voice | `${'actor' | 'source' | 'missing'} ${Id}`;

function identityOf(id: Id, voice: Voice | undefined): Identity {
	if (!voice) return `missing ${id}`;
	return voice.actor === undefined ? voice : `actor ${voice.actor}`;
}

function peopleOf({ people = 1 }: Voice): number {
	return Number.isFinite(people) && people >= 1 ? people : 1;
}

function count(counted: Map<Identity, CountedVoice>, id: Id, voice: Voice, isPublication: boolean): void {
	const identity = identityOf(id, voice);
	const people = isPublication ? 1 : peopleOf(voice);
	const known = counted.get(identity);
	if (!known) counted.set(identity, { voice: id, people });
	else if (known.people < people) counted.set(identity, { ...known, people });
}

interface Unnamed {
	readonly people: number;
	/** By identity: who quotes it. A source stands in where nobody does. */
	readonly quotedBy: Map<Identity, Id | null>;
}

function hear(
	unnamed: Map<Id, Unnamed>,
	id: Id,
	voice: Voice,
	claim: Claim,
	voices: ReadonlyMap<Id, Voice>
): void {
	const known = unnamed.get(id) ?? { people: peopleOf(voice), quotedBy: new Map<Identity, Id | null>() };
	unnamed.set(id, known);
	const [first = id] = claim.voices;
	if (claim.voices.length === 1) known.quotedBy.set(`source ${claim.source}`, null);
	else {
		const publication = identityOf(first, voices.get(first));
		if (!known.quotedBy.has(publication)) known.quotedBy.set(publication, first);
	}
}

/** Puts unnamed voices together that a publication, or a chain of them, has in common. */
function groupsOf(unnamed: ReadonlyMap<Id, Unnamed>): CountedGroup[] {
	const [only, another] = unnamed;
	// By far the most frequent case, and every relation is counted at every change of the view.
	if (only && !another) return [groupOfOne(...only)];
	const parents = new Map<Identity, Identity>();
	for (const { quotedBy } of unnamed.values()) {
		const [first, ...others] = [...quotedBy.keys()].map((key) => rootOf(key, parents));
		for (const other of others) if (first !== undefined && other !== first) parents.set(other, first);
	}
	const groups = new Map<
		Identity,
		{ publications: Map<Identity, Id>; largest: Id; people: number; voices: number }
	>();
	for (const [id, { people, quotedBy }] of unnamed) {
		const [anyKey = `missing ${id}` as const] = quotedBy.keys();
		const root = rootOf(anyKey, parents);
		const group = groups.get(root) ?? {
			publications: new Map<Identity, Id>(),
			largest: id,
			people,
			voices: 0
		};
		groups.set(root, group);
		group.voices++;
		if (people > group.people) Object.assign(group, { largest: id, people });
		for (const [key, publication] of quotedBy)
			if (publication !== null) group.publications.set(key, publication);
	}
	return [...groups.values()].map((group) => ({ ...group, publications: [...group.publications.values()] }));
}

function groupOfOne(largest: Id, { people, quotedBy }: Unnamed): CountedGroup {
	const publications = [...quotedBy.values()].filter((publication) => publication !== null);
	return { publications, largest, people, voices: 1 };
}

/** Union-find: whom a key stands with. The way up is halved as it is walked, so that it stays short. */
function rootOf(key: Identity, parents: Map<Identity, Identity>): Identity {
	let at = key;
	for (let up = parents.get(at); up !== undefined; up = parents.get(at)) {
		const above = parents.get(up);
		if (above !== undefined) parents.set(at, above);
		at = above ?? up;
	}
	return at;
}
