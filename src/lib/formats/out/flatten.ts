/** A document as nodes, edges and columns of text: what the formats of other programs can hold. */
import { saysNothing } from '#lib/formats/meaning/column-words.ts';
import { CLAIM_ID, attributeColumn, nameColumn } from '#lib/formats/meaning/own-columns.ts';
import {
	EDGE_ROLES,
	NODE_ROLES,
	type Column,
	type EdgeRole,
	type NodeRole,
	type StagedGraph,
	type Values
} from '#lib/formats/staged.ts';
import { joinChain, joinList } from '#lib/formats/meaning/text-lists.ts';
import {
	byId,
	type Actor,
	type Attribute,
	type Claim,
	type Document,
	type Id,
	type Relation
} from '#lib/model/document.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';
import { relationTypes, typeOf } from '#lib/model/vocabulary.ts';

export interface FlattenOptions {
	/**
	 * `relation`: an edge for each relation, its claims as an attribute to read. `claim`: a row for each claim about it
	 * (one if there is none), with columns for what the claim says: a table.
	 */
	readonly rows: 'relation' | 'claim';
}

/** The attribute that claims become where edges are relations. */
export const CLAIMS = 'claims';

/** Between the entries of a list in one value. */
const SEPARATOR = ';';

const OURS: ReadonlySet<string> = new Set(RELATION_TYPES.map(({ id }) => id));

type Entry<Role> = readonly [name: string, role: Role | undefined, value: string | undefined];

/**
 * The document as a staged graph, in the order of its records. Ids of actors are those of the nodes and the ends of
 * edges; every other value is a column: roles under their own names, then what own-columns.ts names, then attributes.
 * Empty texts are not written.
 */
export function flatten(document: Document, { rows }: FlattenOptions): StagedGraph {
	const table = rows === 'claim';
	const nodes = columnsOf<NodeRole>(
		document.actors.map((actor) => actorEntries(document, actor)),
		NODE_ROLES,
		['name', 'kind']
	);
	const flat = table ? claimRows(document) : relationRows(document);
	const edges = columnsOf<EdgeRole>(
		flat.map(({ entries }) => entries),
		EDGE_ROLES,
		['id', 'type', 'when'],
		table ? [CLAIM_ID] : []
	);
	const all = (count: number) => ({ inFile: count, taken: count, merged: 0, leftOut: 0 });
	return {
		format: 'dramatis',
		...(document.title === '' ? {} : { title: document.title }),
		...(document.description ? { description: document.description } : {}),
		table,
		nodeColumns: nodes.columns,
		edgeColumns: edges.columns,
		nodes: document.actors.map(({ id }, at) => ({ id, values: nodes.values[at]!, place: `actors[${at}]` })),
		edges: flat.map(({ relation, place }, at) => ({
			source: relation.from,
			target: relation.to,
			directed: true,
			values: edges.values[at]!,
			place
		})),
		tally: { nodes: all(document.actors.length), edges: all(flat.length), others: all(0) },
		differences: []
	};
}

function actorEntries(document: Document, actor: Actor): Entry<NodeRole>[] {
	const role = (name: NodeRole, value: string | undefined): Entry<NodeRole> => [name, name, value];
	const point = document.positions?.get(actor.id);
	return [
		role('name', actor.name),
		role('kind', actor.kind),
		role('side', actor.side),
		role('description', actor.description),
		role('aliases', joinList(actor.aliases ?? [], SEPARATOR)),
		role('collective', actor.collective === undefined ? undefined : String(actor.collective)),
		role('sameAs', joinList(actor.sameAs ?? [], SEPARATOR)),
		role('when', actor.when),
		role('x', point && String(point[0])),
		role('y', point && String(point[1])),
		...numbered(
			(actor.names ?? []).map(({ lang, text }) => [lang, text] as const),
			nameColumn
		),
		...attributeEntries(actor.attributes ?? [])
	];
}

interface Row {
	readonly relation: Relation;
	readonly entries: readonly Entry<EdgeRole>[];
	readonly place: string;
}

function relationRows(document: Document): Row[] {
	const claims = claimsByRelation(document);
	const inWords = claimInWords(document);
	return document.relations.map((relation, at) => {
		const told = (claims.get(relation.id) ?? []).map(inWords).join('\n');
		const attributes = [...(told === '' ? [] : [[CLAIMS, told] as const]), ...(relation.attributes ?? [])];
		const entries = [...relationEntries(document, relation), ...attributeEntries(attributes)];
		return { relation, entries, place: `relations[${at}]` };
	});
}

function claimRows(document: Document): Row[] {
	const claims = claimsByRelation(document);
	const entriesOf = claimEntries(document);
	return document.relations.flatMap((relation, at) => {
		const entries = [...relationEntries(document, relation), ...attributeEntries(relation.attributes ?? [])];
		const place = `relations[${at}]`;
		const told = claims.get(relation.id) ?? [];
		if (told.length === 0) return [{ relation, entries, place }];
		return told.map((claim) => ({ relation, entries: [...entries, ...entriesOf(claim)], place }));
	});
}

function relationEntries(document: Document, relation: Relation): Entry<EdgeRole>[] {
	const role = (name: EdgeRole, value: string | undefined): Entry<EdgeRole> => [name, name, value];
	const { types, events } = indexOf(document);
	const type = typeOf(types, relation.type);
	const own = OURS.has(type.id) ? undefined : type;
	return [
		role('id', relation.id),
		role('type', type.name),
		role('when', relation.when),
		role('event', relation.event === undefined ? undefined : events.get(relation.event)?.title),
		role('note', relation.note),
		['type.id', undefined, own?.id],
		['type.reverse', undefined, own?.reverse],
		['type.family', undefined, own?.family],
		['type.nature', undefined, own?.nature],
		['type.sign', undefined, own?.sign]
	];
}

/** What a row says of a claim. */
function claimEntries(document: Document): (claim: Claim) => Entry<EdgeRole>[] {
	const { voices, sources } = indexOf(document);
	return (claim) => {
		const role = (name: EdgeRole, value: string | undefined): Entry<EdgeRole> => [name, name, value];
		const source = sources.get(claim.source);
		return [
			role('statement', claim.statement),
			role('source', source?.title),
			role('published', source?.published),
			role('voice', joinChain(claim.voices.map((id) => voices.get(id)?.label ?? ''))),
			role('modality', claim.modality),
			role('paragraph', claim.paragraph === undefined ? undefined : String(claim.paragraph)),
			[CLAIM_ID, undefined, claim.id]
		];
	};
}

function claimInWords(document: Document): (claim: Claim) => string {
	const { voices, sources } = indexOf(document);
	return (claim) => {
		const chain = joinChain(claim.voices.map((id) => voices.get(id)?.label ?? ''));
		const title = sources.get(claim.source)?.title ?? '';
		const where = claim.paragraph === undefined ? title : `${title}, paragraph ${claim.paragraph}`;
		const who = [claim.modality, chain, where].filter((words) => words !== '').join('; ');
		return `${claim.statement} (${who})`.trimStart();
	};
}

function claimsByRelation(document: Document): ReadonlyMap<Id, Claim[]> {
	const claims = new Map<Id, Claim[]>(document.relations.map(({ id }) => [id, []]));
	for (const claim of document.claims) for (const id of new Set(claim.about)) claims.get(id)?.push(claim);
	return claims;
}

const indexes = new WeakMap<Document, ReturnType<typeof index>>();

function index(document: Document) {
	return {
		types: relationTypes(document),
		events: byId(document.events),
		voices: byId(document.voices),
		sources: byId(document.sources)
	};
}

/** Records by id, looked up once for a document, which never changes. */
function indexOf(document: Document): ReturnType<typeof index> {
	const known = indexes.get(document) ?? index(document);
	indexes.set(document, known);
	return known;
}

function attributeEntries(attributes: readonly Attribute[]): Entry<never>[] {
	return numbered(attributes, (name, times) => {
		const clear = saysNothing(name) && name === name.trim();
		return attributeColumn(name, times, clear);
	});
}

/** Labelled texts of one record, each with a column of its own. */
function numbered(
	texts: readonly (readonly [label: string, text: string])[],
	column: (label: string, times: number) => string
): Entry<never>[] {
	const times = new Map<string, number>();
	return texts.map(([label, text]) => {
		const count = times.get(label) ?? 0;
		times.set(label, count + 1);
		return [column(label, count), undefined, text];
	});
}

/** The columns of all rows, and the values of each: roles in their order first, the others as they come. */
function columnsOf<Role extends string>(
	rows: readonly (readonly Entry<Role>[])[],
	roles: readonly Role[],
	always: readonly Role[],
	alwaysNamed: readonly string[] = []
): { readonly columns: readonly Column<Role>[]; readonly values: readonly Values[] } {
	const usedRoles = new Set<Role>(always);
	const named = new Set<string>(alwaysNamed);
	for (const row of rows)
		for (const [name, role, value] of row) {
			if (value === undefined || value === '') continue;
			if (role === undefined) named.add(name);
			else usedRoles.add(role);
		}
	const withRole = roles.filter((role) => usedRoles.has(role));
	const columns: Column<Role>[] = [
		...withRole.map((role) => ({ name: role, role })),
		...[...named].map((name) => ({ name }))
	];
	const roleAt = new Map(withRole.map((role, at) => [role, at]));
	const nameAt = new Map([...named].map((name, at) => [name, withRole.length + at]));
	const values = rows.map((row) => {
		const cells = new Array<string | undefined>(columns.length).fill(undefined);
		for (const [name, role, value] of row) {
			if (value === undefined || value === '') continue;
			const at = role === undefined ? nameAt.get(name) : roleAt.get(role);
			if (at !== undefined) cells[at] = value;
		}
		return cells;
	});
	return { columns, values };
}
