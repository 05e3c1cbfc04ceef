/** Documents made at random, for laws that hold for all of them. */
import fc from 'fast-check';
import { PICTURE_PARTS, emptyDocument, type Document, type Id } from '#lib/model/document.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';
import * as records from './generate-records.ts';
import { anyPoint, anyText } from './generate-values.ts';

export interface Options {
	/** At most so many actors, 8 if absent. */
	readonly maxActors?: number;
	/** At most so many relations, 12 if absent, and as many claims. */
	readonly maxRelations?: number;
	/** The document and its records have keys that the format does not know, `__proto__` among them. */
	readonly unknownKeys?: boolean;
	/** Records of different lists may have the same id. */
	readonly sharedIds?: boolean;
}

/**
 * A whole document with records of all kinds: every reference finds its record, ids are unique (within their
 * list, with `sharedIds`), dates can be read, and types are known. Some have loops, parallel relations, types of
 * their own and positions; one in ten is empty.
 */
export function anyDocument(options: Options = {}): fc.Arbitrary<Document> {
	const full = draft(options).map((it) => assembled(it, options));
	return fc.oneof({ arbitrary: full, weight: 9 }, { arbitrary: anyText.map(emptyDocument), weight: 1 });
}

/** As a document, but with numbers where ids refer to something. */
function draft({ maxActors = 8, maxRelations = 12, unknownKeys = false }: Options) {
	const open = <T extends object>(record: fc.Arbitrary<T>) =>
		unknownKeys ? withUnknownKeys(record) : record;
	const list = <T extends object>(record: fc.Arbitrary<T>, minLength: number, maxLength: number) =>
		fc.array(open(record), { minLength, maxLength });
	const texts = {
		title: anyText,
		description: anyText,
		language: fc.constantFrom('en', 'ar'),
		license: anyText
	};
	const positions = fc.array(fc.tuple(fc.nat(), anyPoint), { minLength: 1, maxLength: maxActors });
	return fc.record({
		texts: open(fc.record(texts, { requiredKeys: ['title'], noNullPrototype: true })),
		sources: list(records.source, 1, 3),
		voices: list(records.voice, 1, 4),
		actors: list(records.actor, 1, maxActors),
		events: list(records.event, 0, 4),
		relations: list(records.relation, 0, maxRelations),
		links: list(records.link, 0, 4),
		claims: list(records.claim, 0, maxRelations),
		types: fc.option(list(records.relationType, 1, 2), { nil: undefined }),
		positions: fc.option(positions, { nil: undefined }),
		picture: fc.option(open(anyPicture), { nil: undefined })
	});
}

const anyPicture = fc.record(
	{
		title: anyText,
		subtitle: anyText,
		credit: anyText,
		without: fc.subarray([...PICTURE_PARTS]),
		words: fc.record(
			{ of: anyText, alternative: anyText, description: anyText },
			{ requiredKeys: ['of'], noNullPrototype: true }
		)
	},
	{ requiredKeys: [], noNullPrototype: true }
);

/** The record with more keys; fromEntries makes `__proto__` a key like any other. */
function withUnknownKeys<T extends object>(record: fc.Arbitrary<T>): fc.Arbitrary<T> {
	const key = fc.constantFrom('__proto__', 'constructor', 'toString', 'x-extra', '7', '');
	const value = fc.json({ maxDepth: 1 }).map((text) => JSON.parse(text) as unknown);
	return fc
		.tuple(record, fc.array(fc.tuple(key, value), { maxLength: 2 }))
		.map(([known, more]) => Object.fromEntries([...Object.entries(known), ...more]) as T);
}

type Draft = ReturnType<typeof draft> extends fc.Arbitrary<infer T> ? T : never;
type Identified = { readonly id: Id };

function assembled(it: Draft, { sharedIds = false }: Options): Document {
	const taken = new Set<Id>();
	const once = <R extends Identified>(list: readonly R[]) => withIdsOnce(list, sharedIds ? new Set() : taken);
	const types = it.types && withIdsOnce(it.types, new Set(RELATION_TYPES.map(({ id }) => id)));
	const [sources, actors, events] = [once(it.sources), once(it.actors), once(it.events)];
	const voices = once(it.voices).map((voice) => referring(voice, { actor: actors }));
	const targets = { type: [...RELATION_TYPES, ...(types ?? [])], from: actors, to: actors, event: events };
	const relations = once(it.relations).map((relation) => referring(relation, targets));
	const ends = { from: events, to: events };
	const links = events.length > 0 ? once(it.links).map((link) => referring(link, ends)) : [];
	const about = [...relations, ...links, ...events, ...actors] as Identified[];
	const claims = once(it.claims).map((claim) =>
		referring(claim, { about, voices: voices as Identified[], source: sources })
	);
	const positions = it.positions?.map(([number, point]) => [idAt(actors, number), point] as const);
	const document = {
		format: 'dramatis',
		version: 1,
		...it.texts,
		...{ sources, voices, actors, relations, events, links, claims },
		...(types && { types }),
		...(positions && { positions: new Map(positions) }),
		...(it.picture && { picture: it.picture })
	};
	return document as unknown as Document;
}

function withIdsOnce<R extends Identified>(list: readonly R[], taken: Set<Id>): R[] {
	return list.map((record) => {
		let id = record.id;
		while (taken.has(id)) id += "'";
		taken.add(id);
		return { ...record, id };
	});
}

/** The record with ids in place of numbers; without a key that has nothing to refer to. */
function referring(record: object, targets: Readonly<Record<string, readonly Identified[]>>): object {
	const entries = Object.entries(record).flatMap(([key, value]) => {
		const list = Object.hasOwn(targets, key) ? targets[key] : undefined;
		if (!list) return [[key, value]];
		if (list.length === 0) return [];
		const ids = [value as number | number[]].flat().map((number) => idAt(list, number));
		return [[key, Array.isArray(value) ? [...new Set(ids)] : ids[0]]];
	});
	return Object.fromEntries(entries) as object;
}

function idAt(list: readonly Identified[], number: number): Id {
	return (list[number % list.length] as Identified).id;
}
