/**
 * The document: one investigation, as a plain immutable value.
 *
 * Its file form is described in docs/data-format.md. In memory it differs in one thing only:
 * `positions` is a Map, because its keys come from a file.
 * Records keep keys that we do not know, so that a round trip loses nothing.
 */

/** Identifies a record within its document. Comes from a file: any text at all. */
export type Id = string;

/** A date or period in EDTF (ISO 8601-2); see model/time.ts. */
export type When = string;

/** Where an actor stands: x to the right, y downwards, in scene units (one is a pixel at zoom 1). */
export type Point = readonly [x: number, y: number];

export const ACTOR_KINDS = [
	'person',
	'state',
	'government',
	'public-body',
	'military',
	'armed-group',
	'party',
	'alliance',
	'media',
	'organisation',
	'people',
	'unknown'
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const MODALITIES = ['stated', 'claimed', 'alleged', 'denied', 'expected', 'hypothetical'] as const;
/** How surely a voice says something; `claimed` is what a voice says about itself. */
export type Modality = (typeof MODALITIES)[number];

export const FAMILIES = ['structure', 'support', 'talks', 'pressure', 'conflict', 'presence'] as const;
export type FamilyId = (typeof FAMILIES)[number];

export const LINK_TYPES = ['led_to', 'followed', 'in_response_to'] as const;
export type LinkType = (typeof LINK_TYPES)[number];

export interface Source {
	readonly id: Id;
	readonly title: string;
	readonly publisher?: string;
	readonly published?: When;
	readonly kind?: string;
	readonly language?: string;
	readonly authors?: readonly string[];
	readonly url?: string;
	readonly retrieved?: When;
	/** SHA-256, hex, of the text that the claims' `start` and `end` count in. */
	readonly sha256?: string;
}

export interface Voice {
	readonly id: Id;
	readonly label: string;
	/** How many people the voice stands for; one when absent. */
	readonly people?: number;
	/** Whether there may be more: `people` is the least that its source's words cover. */
	readonly atLeast?: boolean;
	readonly anonymous?: boolean;
	/** The actor that this voice is, if it is one. */
	readonly actor?: Id;
	readonly role?: string;
	readonly side?: string;
}

export interface Name {
	readonly text: string;
	/** BCP 47, such as `ar` or `fa`. */
	readonly lang: string;
}

/** Something that a file said of a record and that has no place of its own: text, as it stood there. */
export type Attribute = readonly [name: string, value: string];

export interface Actor {
	readonly id: Id;
	readonly name: string;
	readonly kind: ActorKind;
	readonly names?: readonly Name[];
	readonly aliases?: readonly string[];
	readonly description?: string;
	/** Several actors spoken of as one, such as "US troops in Iraq". */
	readonly collective?: boolean;
	readonly side?: string;
	/** Ids elsewhere, such as `wikidata:Q…`. */
	readonly sameAs?: readonly string[];
	readonly when?: When;
	/** In the order of the file; a name may be there several times. */
	readonly attributes?: readonly Attribute[];
}

export interface Relation {
	readonly id: Id;
	/** Id of a relation type, of the vocabulary or of the document's own. */
	readonly type: string;
	readonly from: Id;
	readonly to: Id;
	readonly when?: When;
	readonly event?: Id;
	readonly note?: string;
	/** In the order of the file; a name may be there several times. */
	readonly attributes?: readonly Attribute[];
}

export interface Figure {
	readonly what: string;
	readonly value?: number;
	readonly min?: number;
	readonly max?: number;
	readonly unit?: string;
}

export interface Event {
	readonly id: Id;
	readonly title: string;
	readonly when?: When;
	readonly place?: string;
	readonly figures?: readonly Figure[];
}

/** A connection between two events. */
export interface Link {
	readonly id: Id;
	readonly type: LinkType;
	readonly from: Id;
	readonly to: Id;
}

/**
 * By what a passage is found again in an edited text, without its words: for each word one hexadecimal digit
 * (analysis/word-print.ts), of up to eight words before the passage, of its own, and of up to eight after it.
 * One word in sixteen has any given digit: far too little to rebuild a text from.
 */
export interface Print {
	readonly before: string;
	readonly exact: string;
	readonly after: string;
}

/** The words of a passage, for those who have the right to quote them (W3C TextQuoteSelector). */
export interface Quote {
	readonly exact: string;
	readonly prefix?: string;
	readonly suffix?: string;
}

export interface Claim {
	readonly id: Id;
	/** Ids of the relations, events, links or actors that it supports (or denies). */
	readonly about: readonly Id[];
	/** In our own words. */
	readonly statement: string;
	readonly modality: Modality;
	/** A chain, outermost first: the publication, then whom it quotes. */
	readonly voices: readonly Id[];
	readonly source: Id;
	/** Counted from 1. */
	readonly paragraph?: number;
	/** Code points from the start of the source's text; `end` is exclusive (W3C TextPositionSelector). */
	readonly start?: number;
	readonly end?: number;
	readonly print?: Print;
	readonly quote?: Quote;
	/** Admiralty letter and digit, such as `B2`. */
	readonly grade?: string;
}

/** Codes of the same meaning in the vocabularies of the field; `<` before one says that it is read to → from there. */
export interface Codes {
	readonly plover?: string;
	readonly ftm?: string;
	readonly stix?: string;
	readonly wikidata?: string;
}

export interface RelationType {
	readonly id: string;
	/** Read from → to, a verb phrase in the third person: "commands". */
	readonly name: string;
	/** Read to → from: "is commanded by". Equal to `name` where direction means nothing. */
	readonly reverse: string;
	readonly family: FamilyId;
	readonly sign: '+' | '-' | '0';
	/** A state lasts (commands); an act happens (meets). */
	readonly nature: 'state' | 'act';
	readonly help?: string;
	readonly codes?: Codes;
}

export const PICTURE_PARTS = ['caption', 'legend', 'types', 'sources'] as const;
/** What may be taken out of a picture: the view in words, its legend, the types named in that, the sources. */
export type PicturePartName = (typeof PICTURE_PARTS)[number];

/** Words that somebody wrote about one view of the document. */
export interface PictureWords {
	/** The alternative text that the view gives by itself: of another view the words would not be true. */
	readonly of: string;
	readonly alternative?: string;
	/** The long description, in the marks of picture/twin-read.ts. */
	readonly description?: string;
}

/** What was chosen and written for pictures of the document; what is absent is made from the view. */
export interface Picture {
	/** '' for none. */
	readonly title?: string;
	readonly subtitle?: string;
	readonly credit?: string;
	readonly without?: readonly PicturePartName[];
	readonly words?: PictureWords;
}

export interface Document {
	readonly format: 'dramatis';
	readonly version: 1;
	readonly title: string;
	readonly description?: string;
	readonly language?: string;
	readonly license?: string;
	readonly sources: readonly Source[];
	readonly voices: readonly Voice[];
	readonly actors: readonly Actor[];
	readonly relations: readonly Relation[];
	readonly events: readonly Event[];
	readonly links: readonly Link[];
	readonly claims: readonly Claim[];
	/** Relation types of this document's own. */
	readonly types?: readonly RelationType[];
	readonly positions?: ReadonlyMap<Id, Point>;
	readonly picture?: Picture;
}

/** The arrays of records, in the order in which a file has them. */
export const RECORD_LISTS = [
	'sources',
	'voices',
	'actors',
	'relations',
	'events',
	'links',
	'claims'
] as const satisfies readonly (keyof Document)[];

/** A document without a record. */
export function emptyDocument(title: string): Document {
	return {
		format: 'dramatis',
		version: 1,
		title,
		sources: [],
		voices: [],
		actors: [],
		relations: [],
		events: [],
		links: [],
		claims: []
	};
}

/** Records by id; of two with one id the first is kept (problems.ts reports the other). */
export function byId<R extends { readonly id: Id }>(records: readonly R[]): ReadonlyMap<Id, R> {
	const map = new Map<Id, R>();
	for (const record of records) if (!map.has(record.id)) map.set(record.id, record);
	return map;
}

/** Who says a claim in the end: the last voice of its chain; undefined where the chain is empty. */
export function tellerOf({ voices }: Pick<Claim, 'voices'>): Id | undefined {
	return voices.at(-1);
}

/** The date of a relation, its own or else its event's, as the document writes it. */
export function whenOf(relation: Relation, events: ReadonlyMap<Id, Event>): When | undefined {
	return relation.when ?? (relation.event === undefined ? undefined : events.get(relation.event)?.when);
}
