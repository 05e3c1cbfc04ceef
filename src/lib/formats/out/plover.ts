/**
 * Acts of a document as event records in the manner of PLOVER (openeventdata/PLOVER, manual 0.8, and the records
 * of its gold standard): one record for each relation that is an act and whose type has a PLOVER code.
 */
import { byId, whenOf } from '#lib/model/document.ts';
import type { Actor, Claim, Document, Id, Relation } from '#lib/model/document.ts';
import { termOf } from '#lib/formats/out/written-codes.ts';
import { KINDS, relationTypes } from '#lib/model/vocabulary.ts';
import { writeCsv } from '#lib/formats/tables/csv-writer.ts';
import type { CsvStyle } from '#lib/formats/tables/csv-writer.ts';

export interface PloverActor {
	readonly actorText: string;
	/** As far as the kind of the actor has one. */
	readonly sector?: string;
	/** Ids elsewhere, such as `wikidata:Q…`. */
	readonly ids?: readonly string[];
}

export interface PloverEvent {
	readonly id: string;
	/** A day, or EDTF as the document has it where it is less precise. */
	readonly date?: string;
	readonly enddate?: string;
	readonly source: readonly PloverActor[];
	readonly target: readonly PloverActor[];
	readonly event: string;
	readonly mode?: string;
	/** Of the claims: `negation`, `future` or `hypothetical`, as PLOVER's auxiliary modes. */
	readonly auxiliary?: string;
	readonly eventText: string;
	readonly eventLoc?: { readonly name: string };
	readonly text?: string;
	readonly language?: string;
	readonly publication?: string;
	readonly url?: string;
}

export interface PloverWriting {
	readonly events: readonly PloverEvent[];
	/** Relations that are no events there: states, and acts whose type has no code. */
	readonly states: number;
	readonly uncoded: number;
}

/** The records, in the order of the relations. */
export function ploverEvents(document: Document): PloverWriting {
	const types = relationTypes(document);
	const context = contextOf(document);
	const events: PloverEvent[] = [];
	let states = 0;
	let uncoded = 0;
	for (const relation of document.relations) {
		const type = types.get(relation.type);
		const code = type?.codes?.plover;
		if (type?.nature === 'state') states++;
		else if (type === undefined || code === undefined) uncoded++;
		else events.push(eventOf(relation, code, type.name, context));
	}
	return { events, states, uncoded };
}

interface Context {
	readonly document: Document;
	readonly actors: ReadonlyMap<Id, Actor>;
	readonly events: ReadonlyMap<Id, Document['events'][number]>;
	readonly sources: ReadonlyMap<Id, Document['sources'][number]>;
	/** The first claim about each relation. */
	readonly claims: ReadonlyMap<Id, Claim>;
}

function contextOf(document: Document): Context {
	const claims = new Map<Id, Claim>();
	for (const claim of document.claims)
		for (const id of claim.about) if (!claims.has(id)) claims.set(id, claim);
	const { actors, events, sources } = document;
	return { document, actors: byId(actors), events: byId(events), sources: byId(sources), claims };
}

function eventOf(relation: Relation, code: string, name: string, context: Context): PloverEvent {
	const { term, turned } = termOf(code);
	const [event = term, mode] = term.split('/');
	const [doer, other] = turned ? [relation.to, relation.from] : [relation.from, relation.to];
	const claim = context.claims.get(relation.id);
	const source = claim && context.sources.get(claim.source);
	const place = relation.event === undefined ? undefined : context.events.get(relation.event)?.place;
	const auxiliary = claim && AUXILIARY.get(claim.modality);
	const language = source?.language ?? context.document.language;
	return {
		id: relation.id,
		...dates(whenOf(relation, context.events)),
		source: [actorOf(doer, context)],
		target: [actorOf(other, context)],
		event,
		...(mode === undefined ? {} : { mode }),
		...(auxiliary === undefined ? {} : { auxiliary }),
		eventText: name,
		...(place === undefined ? {} : { eventLoc: { name: place } }),
		...(claim === undefined ? {} : { text: claim.statement }),
		...(language === undefined ? {} : { language }),
		...(source === undefined ? {} : { publication: source.publisher ?? source.title }),
		...(source?.url === undefined ? {} : { url: source.url })
	};
}

const AUXILIARY: ReadonlyMap<string, string> = new Map([
	['denied', 'negation'],
	['expected', 'future'],
	['hypothetical', 'hypothetical']
]);

function actorOf(id: Id, { actors }: Context): PloverActor {
	const actor = actors.get(id);
	if (actor === undefined) return { actorText: id };
	const sector = KINDS.find((kind) => kind.id === actor.kind)?.codes.plover;
	return {
		actorText: actor.name,
		...(sector === undefined ? {} : { sector }),
		...(actor.sameAs === undefined ? {} : { ids: actor.sameAs })
	};
}

function dates(when: string | undefined): Pick<PloverEvent, 'date' | 'enddate'> {
	if (when === undefined) return {};
	const period = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(when);
	return period ? { date: period[1]!, enddate: period[2]! } : { date: when };
}

/** One record a line. */
export function* writePloverLines(events: readonly PloverEvent[]): Generator<string> {
	for (const event of events) yield `${JSON.stringify(event)}\n`;
}

const COLUMNS: readonly (readonly [header: string, value: (event: PloverEvent) => string | undefined])[] = [
	['id', ({ id }) => id],
	['date', ({ date }) => date],
	['enddate', ({ enddate }) => enddate],
	['source', ({ source }) => source[0]?.actorText],
	['source sector', ({ source }) => source[0]?.sector],
	['target', ({ target }) => target[0]?.actorText],
	['target sector', ({ target }) => target[0]?.sector],
	['event', ({ event }) => event],
	['mode', ({ mode }) => mode],
	['auxiliary', ({ auxiliary }) => auxiliary],
	['event text', ({ eventText }) => eventText],
	['location', ({ eventLoc }) => eventLoc?.name],
	['text', ({ text }) => text],
	['language', ({ language }) => language],
	['publication', ({ publication }) => publication],
	['url', ({ url }) => url]
];

/** One record a row. */
export function writePloverCsv(events: readonly PloverEvent[], style: CsvStyle): Iterable<string> {
	const rows = events.map((event) => COLUMNS.map(([, value]) => value(event)));
	return writeCsv({ name: 'Events', header: COLUMNS.map(([header]) => header), rows }, style);
}
