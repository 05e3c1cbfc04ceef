/** Words for what a document says: kinds of actors, families, relation types with its own, verbs. */
import type { Actor, ActorKind, Codes, Document, FamilyId, RelationType } from '#lib/model/document.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';

export const FAMILY_NAMES: Readonly<Record<FamilyId, string>> = {
	structure: 'Structure',
	support: 'Support',
	talks: 'Talks',
	pressure: 'Pressure',
	conflict: 'Conflict',
	presence: 'Presence'
};

export const FAMILY_HELP: Readonly<Record<FamilyId, string>> = {
	structure: 'Who belongs to whom, and who answers to whom.',
	support: 'Who helps whom, and who stands with whom.',
	talks: 'Who speaks with whom, and what comes of it.',
	pressure: 'Who wants something of whom: requests, warnings, blame, refusals, promises to stop.',
	conflict: 'Who is against whom, in words or with force.',
	presence: 'Who is where.'
};

export interface KindWords {
	readonly id: ActorKind;
	readonly name: string;
	readonly plural: string;
	readonly help: string;
	/** FollowTheMoney schema, PLOVER sector, STIX identity class; only where one fits every case. */
	readonly codes: Codes;
}

/** In the order of ACTOR_KINDS. */
export const KINDS: readonly KindWords[] = [
	{
		id: 'person',
		name: 'Person',
		plural: 'Persons',
		help: 'One human being, named or known by the post held.',
		codes: { ftm: 'Person', stix: 'individual' }
	},
	{
		id: 'state',
		name: 'State',
		plural: 'States',
		help: 'A country as a whole, when a report says that the country acts.',
		codes: { plover: 'GOV', stix: 'organization' }
	},
	{
		id: 'government',
		name: 'Government',
		plural: 'Governments',
		help: 'Those who govern a country at a time, as distinct from the country.',
		codes: { ftm: 'PublicBody', plover: 'GOV', stix: 'organization' }
	},
	{
		id: 'public-body',
		name: 'Public body',
		plural: 'Public bodies',
		help: 'An office of a state: a ministry, a parliament, a court, an agency.',
		codes: { ftm: 'PublicBody', stix: 'organization' }
	},
	{
		id: 'military',
		name: 'Military',
		plural: 'Militaries',
		help: 'Armed forces of a state, or a branch or unit of them.',
		codes: { ftm: 'Organization', plover: 'MIL', stix: 'organization' }
	},
	{
		id: 'armed-group',
		name: 'Armed group',
		plural: 'Armed groups',
		help: 'An organisation under arms that is not simply the army of a state, whichever side it is on.',
		codes: { ftm: 'Organization', stix: 'organization' }
	},
	{
		id: 'party',
		name: 'Party',
		plural: 'Parties',
		help: 'A political party or movement that stands for office.',
		codes: { ftm: 'Organization', plover: 'PTY', stix: 'organization' }
	},
	{
		id: 'alliance',
		name: 'Alliance',
		plural: 'Alliances',
		help: 'A bond of several actors under one name: a coalition, an umbrella, an axis.',
		codes: { ftm: 'Organization' }
	},
	{
		id: 'media',
		name: 'Media',
		plural: 'Media',
		help: 'A newspaper, an agency or a broadcaster, when it takes part in what happens.',
		codes: { ftm: 'Organization', plover: 'MED', stix: 'organization' }
	},
	{
		id: 'organisation',
		name: 'Organisation',
		plural: 'Organisations',
		help: 'Any other body: a company, a charity, a union, an international organisation.',
		codes: { ftm: 'Organization', stix: 'organization' }
	},
	{
		id: 'people',
		name: 'People',
		plural: 'People',
		help: 'Unnamed persons counted together, such as "four diplomats".',
		codes: { stix: 'group' }
	},
	{
		id: 'unknown',
		name: 'Unknown',
		plural: 'Unknown',
		help: 'It is not known what the actor is.',
		codes: { plover: 'UNK', stix: 'unknown' }
	}
];

/** Longer ids make no name that anybody could read. */
const MAX_NAME = 60;

/**
 * All relation types that a document can use, by id: the vocabulary, then the document's own.
 * An own type with an id of the vocabulary does not replace it (check.ts reports it), and of two own
 * types with one id the first is kept.
 */
export function relationTypes(document: Pick<Document, 'types'>): ReadonlyMap<string, RelationType> {
	const types = new Map(RELATION_TYPES.map((type) => [type.id, type]));
	for (const type of document.types ?? []) if (!types.has(type.id)) types.set(type.id, type);
	return types;
}

/**
 * The type with an id. An id that nobody explains gets a stand-in that is named after it and says
 * nothing more (no sign, no code), so that its relations are still drawn, listed and filtered.
 */
export function typeOf(types: ReadonlyMap<string, RelationType>, id: string): RelationType {
	return types.get(id) ?? standIn(id);
}

function standIn(id: string): RelationType {
	// The cut may go through a surrogate pair; half of one is no character.
	const clipped = id.length > MAX_NAME ? `${id.slice(0, MAX_NAME - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : id;
	const name = clipped.replaceAll('_', ' ').trim() || 'unnamed type';
	return { id, name, reverse: `${name} (reversed)`, family: 'structure', sign: '0', nature: 'state' };
}

const PLURALS: ReadonlyMap<string, string> = new Map([
	['is', 'are'],
	['has', 'have'],
	['does', 'do'],
	['goes', 'go'],
	['was', 'were']
]);

/**
 * The verb phrase of a relation type as it reads after this actor's name: in the plural for a
 * collective or a `people` ("US troops attack"), else as it is ("the group attacks").
 * English only: a first word that does not look like a verb in the third person stays as it is.
 */
export function verbFor(actor: Pick<Actor, 'kind' | 'collective'>, phrase: string): string {
	if (actor.collective !== true && actor.kind !== 'people') return phrase;
	if (phrase.startsWith('is a member of')) return phrase.replace('is a member of', 'are members of');
	return phrase.replace(/^\S+/, plural).replace(/\bits\b/g, 'their');
}

/** "attacks" → "attack", "accuses" → "accuse", "denies" → "deny", "passes" → "pass". */
function plural(verb: string): string {
	const irregular = PLURALS.get(verb);
	if (irregular !== undefined) return irregular;
	// Four letters at least: short words in -s are seldom verbs ("as", "his", the Spanish "es").
	if (!/^[a-z]{3,}s$/.test(verb) || verb.endsWith('ss')) return verb;
	if (/[a-z]{2}ies$/.test(verb)) return `${verb.slice(0, -3)}y`;
	return verb.slice(0, /(ss|sh|ch|x|zz)es$/.test(verb) ? -2 : -1);
}
