/** A check asks of a document what a careful editor would ask, and says where the answer is unsatisfying. */
import { byId, type Claim, type Document, type Id, type Relation } from '#lib/model/document.ts';
import type { Actor, Event, RelationType, Source, Voice } from '#lib/model/document.ts';
import { relationTypes, typeOf } from '#lib/model/vocabulary.ts';
import { independentPeople, type Independence } from '../independence.ts';
import { claimsByRecord } from '../standing.ts';

/** `grave`: wrong, or without ground. `doubtful`: an editor would ask. `note`: could be more complete. */
export const SEVERITIES = ['grave', 'doubtful', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Place {
	readonly what: 'actor' | 'relation' | 'event' | 'link' | 'claim' | 'voice' | 'source';
	readonly id: Id;
}

/** One place where a check has something to say; the words for it are in view/findings.ts. */
export interface Finding {
	readonly place: Place;
	/** Which case of the check it is, where it has several. */
	readonly reason?: string;
	/** Ids of other records that it is about; each check says which. */
	readonly others?: readonly Id[];
	/** Texts of the document that it is about, such as a date that cannot be read. */
	readonly texts?: readonly string[];
	/** A number of people. */
	readonly people?: number;
}

export interface Check {
	readonly id: string;
	readonly name: string;
	readonly severity: Severity;
	/** What it asks, and why. */
	readonly help: string;
	/**
	 * The findings, in the order of the document's records; takes time in proportion to the document. What takes
	 * longer than a few milliseconds with 5,000 actors gives them in the end and yields where it may rest.
	 */
	run(material: Material): readonly Finding[] | Generator<void, readonly Finding[]>;
}

/** What is known of a source's text that somebody has attached. */
export interface AttachedText {
	/** Code points and paragraphs; null for another text than the one that the claims count in. */
	readonly size: { readonly length: number; readonly paragraphs: number } | null;
	/** Claims whose passage was looked for and not found. */
	readonly lost: ReadonlySet<Id>;
}

/** A document with indexes, shared by all checks. */
export interface Material {
	readonly document: Document;
	readonly actors: ReadonlyMap<Id, Actor>;
	readonly relations: ReadonlyMap<Id, Relation>;
	readonly events: ReadonlyMap<Id, Event>;
	readonly voices: ReadonlyMap<Id, Voice>;
	readonly sources: ReadonlyMap<Id, Source>;
	readonly claims: ReadonlyMap<Id, readonly Claim[]>;
	/** Attached texts, by source. */
	readonly texts: ReadonlyMap<Id, AttachedText>;
	typeOf(relation: Relation): RelationType;
	/** Who says a record, counted once however many checks ask. */
	peopleBehind(record: Id): Independence;
}

/** Puts the material for all checks together. */
export function materialOf(document: Document, texts: ReadonlyMap<Id, AttachedText> = new Map()): Material {
	const types = relationTypes(document);
	const voices = byId(document.voices);
	const claims = claimsByRecord(document);
	const counted = new Map<Id, Independence>();
	return {
		document,
		actors: byId(document.actors),
		relations: byId(document.relations),
		events: byId(document.events),
		voices,
		sources: byId(document.sources),
		claims,
		texts,
		typeOf: ({ type }) => typeOf(types, type),
		peopleBehind(record) {
			const known = counted.get(record) ?? independentPeople(claims.get(record) ?? [], voices);
			counted.set(record, known);
			return known;
		}
	};
}

/** Whether a relation is told as something that was or is: not only feared, expected or denied. */
export function isToldAsFact({ claims }: Material, { id }: Relation): boolean {
	const modalities = claims.get(id)?.map(({ modality }) => modality) ?? [];
	return (
		modalities.length === 0 ||
		modalities.some((one) => one === 'stated' || one === 'claimed' || one === 'alleged')
	);
}
