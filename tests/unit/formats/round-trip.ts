/**
 * The law of every format that is written and read: a document comes back as it was, but for what the loss table says.
 * Documents are compared in a form that has no ids of its own (formats number what they like) and no order of columns.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import { CLAIMS, flatten } from '#lib/formats/out/flatten.ts';
import type { ForeignFormat, Keeps } from '#lib/formats/foreign.ts';
import { guessMapping } from '#lib/formats/meaning/guess.ts';
import { interpret } from '#lib/formats/meaning/interpret.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { checkDocument } from '#lib/model/check.ts';
import { byId, type Attribute, type Document } from '#lib/model/document.ts';
import { changed } from '#lib/model/edits.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';
import { relationTypes, typeOf } from '#lib/model/vocabulary.ts';
import { anyDocument } from '../generate.ts';

export interface RoundTrip {
	readonly keeps: Keeps;
	readonly rows: NonNullable<ForeignFormat['rows']>;
	/** Writes a graph and reads it again. */
	throughFile(graph: StagedGraph): StagedGraph;
	/** What becomes of every text on its way, where the format says so in its remarks. */
	change?(text: string): string;
	/** Whether positions come back with other numbers, as a remark of the format says. */
	readonly fitsPositions?: boolean;
}

const OURS = new Set(RELATION_TYPES.map(({ id }) => id));

/** Characters that XML and spreadsheets have no place for, and white space that is no more than that. */
function plain(text: string): string {
	return text.replace(/[\p{Cc}\p{Cs}\p{Cn}\p{Co}\p{Cf}\u2028\u2029]/gu, '').trim();
}

/**
 * Documents without what no format of others tells apart: empty texts are the same as none, and voices, sources,
 * events and types are known by their words.
 */
export const tellingDocuments: fc.Arbitrary<Document> = anyDocument().map((document) => {
	const number = (prefix: string) => (text: string, at: number) => `${plain(text) || prefix} ${at}`;
	const clean = (value: unknown): unknown => {
		if (typeof value === 'string') return plain(value);
		if (Array.isArray(value)) return value.map(clean).filter((it) => it !== '');
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value)
				.map(([key, it]) => [key, clean(it)] as const)
				.filter(([, it]) => it !== '' && !(Array.isArray(it) && it.length === 0))
		);
	};
	const ids = new Map<string, string>();
	for (const list of [
		'sources',
		'voices',
		'actors',
		'events',
		'relations',
		'links',
		'claims',
		'types'
	] as const)
		for (const { id } of document[list] ?? []) if (!ids.has(id)) ids.set(id, number('x')(id, ids.size));
	const now = (id: string) => (OURS.has(id) ? id : ids.get(id)!);
	const pairs = (it: { attributes?: readonly Attribute[] }) => {
		const kept = it.attributes?.flatMap(([name, value]) =>
			plain(value) === '' ? [] : [[plain(name), plain(value)] as const]
		);
		return kept?.length ? { attributes: kept } : {};
	};
	const bare = <T extends object>(it: T) => clean(changed<object>(it, { attributes: undefined })) as T;
	return {
		...document,
		title: number('title')(document.title, 1),
		description: number('description')(document.description ?? '', 1),
		sources: document.sources.map((it, at) => ({
			...bare(it),
			id: now(it.id),
			title: number('s')(it.title, at)
		})),
		voices: document.voices.map((it, at) => ({
			...bare(it),
			id: now(it.id),
			label: number('v')(it.label, at)
		})),
		actors: document.actors.map((it, at) => ({
			...bare(it),
			...pairs(it),
			...(it.names && {
				names: it.names
					.filter(({ text }) => plain(text) !== '')
					.map(({ text, lang }) => ({ text: plain(text), lang }))
			}),
			id: now(it.id),
			name: number('a')(it.name, at)
		})),
		events: document.events.map((it, at) => ({
			...bare(it),
			id: now(it.id),
			title: number('e')(it.title, at)
		})),
		links: [],
		relations: document.relations.map((it) => ({
			...bare(it),
			...pairs(it),
			id: now(it.id),
			type: now(it.type),
			from: now(it.from),
			to: now(it.to),
			...(it.event === undefined ? {} : { event: now(it.event) })
		})),
		claims: document.claims.map((it) => ({
			...bare(it),
			id: now(it.id),
			statement: plain(it.statement),
			about: it.about.map(now),
			voices: it.voices.map(now),
			source: now(it.source)
		})),
		...(document.types && {
			types: document.types.map((it, at) => ({
				...it,
				id: now(it.id),
				name: number('t')(it.name, at),
				reverse: number('r')(it.reverse, at)
			}))
		}),
		...(document.positions && {
			positions: new Map([...document.positions].map(([id, point]) => [now(id), point]))
		})
	} as Document;
});

type Form = ReturnType<typeof formOf>;

/** What a document says, without ids. `change` is applied to every text. */
function formOf(document: Document, change: (text: string) => string) {
	const actorAt = new Map(document.actors.map(({ id }, at) => [id, at]));
	const relationAt = new Map(document.relations.map(({ id }, at) => [id, at]));
	const types = relationTypes(document);
	const [events, voices, sources] = [byId(document.events), byId(document.voices), byId(document.sources)];
	const by = (key: (it: unknown) => string) => (a: unknown, b: unknown) =>
		key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
	const sorted = (attributes: readonly Attribute[] = []) =>
		attributes.map((pair) => pair.map(change)).sort(by((pair) => (pair as string[])[0]!));
	const maybe = (text: string | undefined) => (text === undefined ? undefined : change(text));
	return {
		actors: document.actors.map((it) => ({
			name: change(it.name),
			kind: it.kind,
			side: maybe(it.side),
			description: maybe(it.description),
			aliases: (it.aliases ?? []).map(change),
			names: [...(it.names ?? [])].sort(by((name) => (name as { lang: string }).lang)),
			collective: it.collective,
			sameAs: it.sameAs ?? [],
			when: it.when,
			attributes: sorted(it.attributes),
			position: document.positions?.get(it.id)
		})),
		relations: document.relations.map((it) => {
			const { id, name, reverse, family, nature, sign } = typeOf(types, it.type);
			return {
				id: it.id as string | undefined,
				from: actorAt.get(it.from),
				to: actorAt.get(it.to),
				type: OURS.has(id) ? id : { id, name: change(name), reverse: change(reverse), family, nature, sign },
				when: it.when,
				event: maybe(it.event === undefined ? undefined : events.get(it.event)?.title),
				note: maybe(it.note),
				attributes: sorted(it.attributes)
			};
		}),
		claims: document.claims
			.map((it) => ({
				statement: change(it.statement),
				modality: it.modality,
				paragraph: it.paragraph,
				voices: it.voices.map((id) => change(voices.get(id)?.label ?? '')),
				source: change(sources.get(it.source)?.title ?? ''),
				published: sources.get(it.source)?.published,
				about: it.about.flatMap((id) => relationAt.get(id) ?? []).sort((a, b) => a - b)
			}))
			.sort(by((claim) => JSON.stringify(claim)))
	};
}

/** The form without what the format does not keep: the loss table once more, in other words. */
function reduced(
	form: Form,
	document: Document,
	{ keeps, rows, change = (it) => it, fitsPositions }: RoundTrip
): unknown {
	const node = (role: Keeps['nodes'][number]) => keeps.nodes.includes(role);
	const edge = (role: Keeps['edges'][number]) => keeps.edges.includes(role);
	const actors = form.actors.map((it) => ({
		name: node('name') && it.name,
		kind: node('kind') && it.kind,
		side: node('side') && it.side,
		description: node('description') && it.description,
		aliases: node('aliases') && it.aliases,
		names: keeps.attributes && it.names,
		collective: node('collective') && it.collective,
		sameAs: node('sameAs') && it.sameAs,
		when: node('when') && it.when,
		attributes: keeps.attributes && it.attributes,
		position: node('x') && node('y') && (fitsPositions ? it.position !== undefined : it.position)
	}));
	const relations = form.relations.map((it, at) => {
		// A type that is known by its name alone may be read as one of ours, the other way round even.
		const typed = keeps.attributes || typeof it.type === 'string';
		const told = rows === 'relation' ? claimsInWords(document, at).map((text) => [CLAIMS, change(text)]) : [];
		const attributes = [...told, ...it.attributes].sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));
		return {
			id: edge('id') && it.id,
			ends: typed && edge('type') && [it.from, it.to],
			type: typed && edge('type') && it.type,
			when: edge('when') && it.when,
			event: edge('event') && it.event,
			note: edge('note') && it.note,
			attributes: keeps.attributes && attributes
		};
	});
	const claims = rows === 'claim' ? form.claims.filter(({ about }) => about.length > 0) : [];
	return { actors, relations, claims };
}

function claimsInWords(document: Document, at: number): string[] {
	const { id } = document.relations[at]!;
	const told = document.claims.filter(({ about }) => about.includes(id));
	if (told.length === 0) return [];
	const [voices, sources] = [byId(document.voices), byId(document.sources)];
	const lines = told.map(({ statement, modality, voices: chain, source, paragraph }) => {
		const labels = chain.map((voice) => voices.get(voice)!.label.replace(/[\\>]/g, '\\$&')).join(' > ');
		const where = paragraph === undefined ? '' : `, paragraph ${paragraph}`;
		return `${statement} (${modality}; ${labels}; ${sources.get(source)!.title}${where})`.trimStart();
	});
	return [lines.join('\n')];
}

/** Nothing but what the loss table says is lost of any document; to be called inside a test. */
export function holdsRoundTrip(trip: RoundTrip, runs = 60): void {
	const { change = (text: string) => text } = trip;
	fc.assert(
		fc.property(tellingDocuments, (document) => {
			const graph = flatten(document, { rows: trip.rows });
			const read = trip.throughFile(graph);
			const { document: back, receipt } = interpret(read, guessMapping(read).mapping);
			expect(checkDocument(back)).toEqual([]);
			expect(receipt.edges.leftOut + receipt.nodes.leftOut + receipt.nodes.merged).toBe(0);
			if (read.title !== undefined) expect(change(back.title)).toBe(change(document.title));
			const none = (text: string) => text;
			const [found, sent] = [formOf(back, none), formOf(document, change)];
			const lost = { ...trip, rows: 'claim' } as const;
			// What came back has its claims as they are: nothing is to be put into words a second time.
			expect(reduced(trip.rows === 'claim' ? found : { ...found, claims: [] }, back, lost)).toEqual(
				reduced(sent, document, trip)
			);
		}),
		{ numRuns: runs }
	);
}
