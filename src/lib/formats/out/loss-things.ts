/** All kinds of things that a document can hold: how many there are, and which formats can carry them. */
import type { ForeignFormat, Keeps } from '#lib/formats/foreign.ts';
import type { EdgeRole, NodeRole } from '#lib/formats/staged.ts';
import type { Document } from '#lib/model/document.ts';
import { RECORDS, TEXTS } from '#lib/model/schema.ts';

/** `note`: it is there to be read, but no longer as what it was. */
export type Fate = 'kept' | 'note' | 'lost';

/** What an edge is. */
export type Rows = NonNullable<ForeignFormat['rows']>;

interface Thing {
	/** As a row of the table is called. */
	readonly name: string;
	/** What is counted: "claim", "claims". */
	readonly words: readonly [one: string, many: string];
	count(document: Document): number;
	fate(keeps: Keeps, rows: Rows): Fate;
}

const node =
	(...roles: NodeRole[]) =>
	(keeps: Keeps): Fate =>
		roles.every((role) => keeps.nodes.includes(role)) ? 'kept' : 'lost';
const edge =
	(...roles: EdgeRole[]) =>
	(keeps: Keeps): Fate =>
		roles.every((role) => keeps.edges.includes(role)) ? 'kept' : 'lost';
const column = (keeps: Keeps): Fate => (keeps.attributes ? 'kept' : 'lost');
const never = (): Fate => 'lost';

/** In rows of claims by these roles; elsewhere all claims together are an attribute to read. */
const claim =
	(...roles: EdgeRole[]) =>
	(keeps: Keeps, rows: Rows): Fate =>
		rows === 'claim' ? edge(...roles)(keeps) : keeps.attributes ? 'note' : 'lost';

const some = (list: readonly unknown[] | undefined) => (list ? list.length : 0);
const having = <T>(list: readonly T[], has: (item: T) => unknown) => list.filter(has).length;

/** Keys of a record that have no place in any format but ours. */
function more<T extends object>(list: readonly T[], keys: readonly (keyof T)[]): number {
	return having(list, (record) => keys.some((key) => record[key] !== undefined));
}

const CLAIM_MORE = ['start', 'print', 'quote', 'grade'] as const;
const VOICE_MORE = ['people', 'atLeast', 'anonymous', 'actor', 'role', 'side'] as const;
const SOURCE_MORE = ['publisher', 'kind', 'language', 'authors', 'url', 'retrieved', 'sha256'] as const;
const EVENT_MORE = ['when', 'place', 'figures'] as const;

/** All that a document can hold, in the order of the table. */
export const THINGS: readonly Thing[] = [
	thing('actor: name', 'name of an actor', 'names of actors', (it) => some(it.actors), node('name')),
	thing('actor: kind', 'kind of an actor', 'kinds of actors', (it) => some(it.actors), node('kind')),
	thing(
		'actor: names in other scripts',
		'name in another script',
		'names in other scripts',
		({ actors }) => actors.reduce((sum, { names }) => sum + some(names), 0),
		column
	),
	thing(
		'actor: aliases',
		'alias',
		'aliases',
		({ actors }) => actors.reduce((sum, { aliases }) => sum + some(aliases), 0),
		node('aliases')
	),
	thing('actor: side', 'side', 'sides', ({ actors }) => having(actors, (it) => it.side), node('side')),
	thing(
		'actor: description',
		'description of an actor',
		'descriptions of actors',
		({ actors }) => having(actors, (it) => it.description),
		node('description')
	),
	thing(
		'actor: several spoken of as one',
		'mark of a collective',
		'marks of collectives',
		({ actors }) => having(actors, (it) => it.collective !== undefined),
		node('collective')
	),
	thing(
		'actor: ids elsewhere',
		'id elsewhere',
		'ids elsewhere',
		({ actors }) => actors.reduce((sum, { sameAs }) => sum + some(sameAs), 0),
		node('sameAs')
	),
	thing(
		'actor: period',
		'period of an actor',
		'periods of actors',
		({ actors }) => having(actors, (it) => it.when),
		node('when')
	),
	thing('positions', 'position', 'positions', ({ positions }) => positions?.size ?? 0, node('x', 'y')),
	thing(
		'attributes of actors and relations',
		'attribute',
		'attributes',
		({ actors, relations }) => [...actors, ...relations].reduce((sum, it) => sum + some(it.attributes), 0),
		column
	),
	thing('relation: id', 'id of a relation', 'ids of relations', (it) => some(it.relations), edge('id')),
	thing(
		'relation: type, by name',
		'type of a relation',
		'types of relations',
		(it) => some(it.relations),
		edge('type')
	),
	thing(
		'own types: id, reverse, family, nature, sign',
		'type of this document’s own',
		'types of this document’s own',
		({ types }) => some(types),
		column
	),
	thing(
		'own types: help and codes',
		'explanation of a type',
		'explanations of types',
		({ types = [] }) => more(types, ['help', 'codes']),
		never
	),
	thing(
		'relation: date',
		'date of a relation',
		'dates of relations',
		({ relations }) => having(relations, (it) => it.when),
		edge('when')
	),
	thing(
		'relation: note',
		'note',
		'notes',
		({ relations }) => having(relations, (it) => it.note),
		edge('note')
	),
	thing(
		'relation: title of its event',
		'event that a relation names',
		'events that relations name',
		(it) => eventsNamed(it).size,
		edge('event')
	),
	thing(
		'event: date, place, figures',
		'event with a date, a place or figures',
		'events with dates, places or figures',
		({ events }) => more(events, EVENT_MORE),
		never
	),
	thing(
		'events that no relation names',
		'event that no relation names',
		'events that no relation names',
		(it) => having(it.events, ({ id }) => !eventsNamed(it).has(id)),
		never
	),
	thing('links between events', 'link', 'links', ({ links }) => some(links), never),
	thing(
		'claims about relations: statement',
		'claim',
		'claims',
		(it) => claimsOfRelations(it),
		claim('statement')
	),
	thing(
		'claims about relations: modality',
		'modality of a claim',
		'modalities of claims',
		(it) => claimsOfRelations(it),
		claim('modality')
	),
	thing(
		'claims about relations: paragraph',
		'paragraph',
		'paragraphs',
		({ claims }) => having(claims, (it) => it.paragraph),
		claim('paragraph')
	),
	thing('voices: label, order of the chain', 'voice', 'voices', ({ voices }) => some(voices), claim('voice')),
	thing(
		'voices: people, anonymity, actor, role, side',
		'voice with more than a label',
		'voices with more than a label',
		({ voices }) => more(voices, VOICE_MORE),
		never
	),
	thing('sources: title', 'source', 'sources', ({ sources }) => some(sources), claim('source')),
	thing(
		'sources: date',
		'date of a source',
		'dates of sources',
		({ sources }) => having(sources, (it) => it.published),
		(keeps, rows) => (rows === 'claim' ? edge('published')(keeps) : 'lost')
	),
	thing(
		'sources: publisher, authors, address, and the rest',
		'source with more than a title and a date',
		'sources with more than a title and a date',
		({ sources }) => more(sources, SOURCE_MORE),
		never
	),
	thing(
		'claims about events, links and actors',
		'mention of an event, a link or an actor in a claim',
		'mentions of events, links or actors in claims',
		otherMentions,
		never
	),
	thing(
		'claims: passage, quotation, grade',
		'claim with a passage, a quotation or a grade',
		'claims with passages, quotations or grades',
		({ claims }) => more(claims, CLAIM_MORE),
		never
	),
	thing(
		'document: language, licence',
		'entry about the document',
		'entries about the document',
		(it) => having([it.language, it.license], (text) => text !== undefined),
		never
	),
	thing(
		'words and choices for pictures',
		'set of words and choices for pictures',
		'sets of words and choices for pictures',
		({ picture }) => having([picture], (it) => it && Object.keys(it).length > 0),
		never
	),
	thing('keys that we do not know', 'key that we do not know', 'keys that we do not know', unknownKeys, never)
];

function thing(name: string, one: string, many: string, count: Thing['count'], fate: Thing['fate']): Thing {
	return { name, words: [one, many], count, fate };
}

function eventsNamed({ relations }: Document): ReadonlySet<string | undefined> {
	return new Set(relations.flatMap(({ event }) => (event === undefined ? [] : [event])));
}

function claimsOfRelations({ relations, claims }: Document): number {
	const ids = new Set(relations.map(({ id }) => id));
	return having(claims, ({ about }) => about.some((id) => ids.has(id)));
}

function otherMentions({ relations, claims }: Document): number {
	const ids = new Set(relations.map(({ id }) => id));
	return claims.reduce((sum, { about }) => sum + having(about, (id) => !ids.has(id)), 0);
}

function unknownKeys(document: Document): number {
	const lists = Object.entries(RECORDS).map(([list, { entries }]) => {
		const known = new Set(Object.keys(entries));
		const records = (document[list as keyof typeof RECORDS] ?? []) as readonly object[];
		return records.reduce((sum, record) => sum + having(Object.keys(record), (key) => !known.has(key)), 0);
	});
	const known = new Set([
		'format',
		'version',
		'positions',
		'picture',
		...Object.keys(TEXTS),
		...Object.keys(RECORDS)
	]);
	return lists.reduce(
		(sum, count) => sum + count,
		having(Object.keys(document), (key) => !known.has(key))
	);
}
