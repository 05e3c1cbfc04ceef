/** What the columns and words of a file mean: guessed (guess.ts), shown to the user, then obeyed (interpret.ts). */
import type { ActorKind, FamilyId, Modality, RelationType } from '#lib/model/document.ts';
import { TYPE_COLUMNS, type CLAIM_ID } from '#lib/formats/meaning/own-columns.ts';
import {
	EDGE_ROLES,
	NODE_ROLES,
	type EdgeRole,
	type NodeRole,
	type StagedGraph
} from '#lib/formats/staged.ts';

/** `start` and `end` make one period; a column of names says its language in its own name; `leave`: not taken. */
export type NodeUse = NodeRole | 'start' | 'end' | 'names' | 'attribute' | 'leave';
export type EdgeUse =
	EdgeRole | 'start' | 'end' | (typeof TYPE_COLUMNS)[number] | typeof CLAIM_ID | 'attribute' | 'leave';

export const NODE_USES: readonly NodeUse[] = [...NODE_ROLES, 'start', 'end', 'names', 'attribute', 'leave'];
export const EDGE_USES: readonly EdgeUse[] = [
	...EDGE_ROLES,
	...(['start', 'end'] as const),
	...TYPE_COLUMNS,
	...(['claim.id', 'attribute', 'leave'] as const)
];

/** A type of the document's own, before it has an id. */
export type OwnType = Pick<RelationType, 'name' | 'reverse' | 'family' | 'nature' | 'sign'>;

/** What a relation of the file is called here. `turned`: the file reads it the other way round. */
export type TypeChoice =
	{ readonly id: string; readonly turned?: boolean } | { readonly own: OwnType; readonly turned?: boolean };

/** Day first: 29/1/2024. Month first: 1/29/2024. */
export type DateOrder = 'day-first' | 'month-first';

/** Plain data: it can be stored and sent to a worker as it is. */
export interface Mapping {
	/** Of the document that is made. */
	readonly title: string;
	/** In the order of the columns; a column beyond the list is an attribute. */
	readonly nodes: readonly NodeUse[];
	readonly edges: readonly EdgeUse[];
	/** By value of the type column. A value that is not listed becomes a type of its own. */
	readonly types: readonly (readonly [value: string, choice: TypeChoice])[];
	/** For edges without a type, and those of them that have a negative sign. */
	readonly untyped: TypeChoice;
	readonly untypedNegative: TypeChoice;
	/** By value of the kind column. A value that is not listed is `unknown`, and kept as an attribute. */
	readonly kinds: readonly (readonly [value: string, kind: ActorKind])[];
	readonly modalities: readonly (readonly [value: string, modality: Modality])[];
	/** Of a table that lists its actors: what becomes of a row with an actor that is not in the list. */
	readonly missingEnds: 'make' | 'leave-out';
	/** An edge without direction: one relation as the file has it, or one each way. */
	readonly undirected: 'one' | 'both';
	readonly positions: boolean;
	/** Of dates such as 03/04/2024; null: nobody has said, they stay unread. */
	readonly dateOrder: DateOrder | null;
	/** Between the entries of a list in one value; one character. */
	readonly separator: string;
	/**
	 * When two rows are one relation: with the same id; when their actors, type and date are alike; or never.
	 */
	readonly sameRelation: 'id' | 'alike' | 'never';
	/** Whether the voice column has the whole chain, or only whom the publication quotes. */
	readonly chain: 'whole' | 'quoted';
	/** Whether texts that differ only in white space at their ends or in doubled spaces are the same name. */
	readonly spaces: 'keep' | 'trim';
}

/** What was found out, how surely, and why: shown beside the answer so that the user can judge it. */
export interface Guess {
	readonly about: 'node column' | 'edge column' | 'type' | 'kind' | 'modality' | 'dates' | 'rows' | 'list';
	/** The column or the value. */
	readonly of: string;
	readonly is: string;
	/** From 0 to 1. */
	readonly sure: number;
	readonly why: string;
}

/** Something that the file does not tell. */
export interface Question {
	readonly about: 'from' | 'to' | 'types' | 'untyped' | 'date order';
	/** A plain sentence. */
	readonly text: string;
	/** The values that it is about, the most frequent first, at most fifty. */
	readonly values: readonly string[];
}

/** The relation type that stands in where a file says only that two are connected. */
export const LINKED: OwnType = {
	name: 'is linked to',
	reverse: 'is linked to',
	family: 'structure',
	nature: 'state',
	sign: '0'
};

/** A type of the document's own that is named after a word of the file. */
export function typeNamed(name: string, family: FamilyId = 'structure'): OwnType {
	return { name, reverse: `${name} (reversed)`, family, nature: 'state', sign: '0' };
}

/** Files with the same key have the same columns: a mapping for one fits the other. */
export function shapeKey(graph: StagedGraph): string {
	const columns = [graph.nodeColumns, graph.edgeColumns].map((list) =>
		list.map(({ name, type, role }) => [name, type ?? null, role ?? null])
	);
	return JSON.stringify([graph.format, graph.table, ...columns]);
}

/** The mapping of another file of the same shape, with the title of this one. */
export function remembered(mapping: Mapping, guessed: Mapping): Mapping {
	const known = <T>(old: readonly (readonly [string, T])[], found: readonly (readonly [string, T])[]) => [
		...new Map([...found, ...old])
	];
	return {
		...mapping,
		title: guessed.title,
		types: known(mapping.types, guessed.types),
		kinds: known(mapping.kinds, guessed.kinds),
		modalities: known(mapping.modalities, guessed.modalities)
	};
}
