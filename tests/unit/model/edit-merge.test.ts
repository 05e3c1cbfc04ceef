import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, Document } from '#lib/model/document.ts';
import { mergeActors } from '#lib/model/edit-merge.ts';
import { consequences } from '#lib/model/edits.ts';
import { anyDocument } from '../generate.ts';
import { small } from './small-document.ts';

const namesOf = ({ name, aliases = [], names = [] }: Actor) =>
	new Set([name, ...aliases, ...names.map(({ text, lang }) => `${lang} ${text}`)]);

/** A document with two actors at least, one of them to keep, and one or more others to merge into it. */
const merges = anyDocument({ maxRelations: 20 })
	.filter(({ actors }) => actors.length > 1)
	.chain((document) =>
		fc
			.shuffledSubarray(
				document.actors.map(({ id }) => id),
				{ minLength: 2 }
			)
			.map(([keepId = '', ...otherIds]) => ({ document, keepId, otherIds }))
	);

describe('merging actors', () => {
	it('leaves one of them, with every name and outside id that any had', () => {
		fc.assert(
			fc.property(merges, ({ document, keepId, otherIds }) => {
				const all = document.actors.filter(({ id }) => id === keepId || otherIds.includes(id));
				const { actors } = mergeActors(document, keepId, otherIds);
				const kept = actors.find(({ id }) => id === keepId) as Actor;
				expect(actors.map(({ id }) => id)).toEqual(
					document.actors.map(({ id }) => id).filter((id) => !otherIds.includes(id))
				);
				expect(kept.name).toBe(all.find(({ id }) => id === keepId)?.name);
				expect(namesOf(kept)).toEqual(new Set(all.flatMap((actor) => [...namesOf(actor)])));
				const said = (actor: Actor) => (actor.attributes ?? []).map((pair) => JSON.stringify(pair));
				expect(new Set(said(kept))).toEqual(new Set(all.flatMap(said)));
				expect(new Set(kept.sameAs)).toEqual(new Set(all.flatMap(({ sameAs = [] }) => sameAs)));
			})
		);
	});

	it('drops the relations between them, counts them, and keeps all others in number and order', () => {
		fc.assert(
			fc.property(merges, ({ document, keepId, otherIds }) => {
				const group = new Set([keepId, ...otherIds]);
				const after = mergeActors(document, keepId, otherIds);
				const stay = document.relations.filter(
					({ from, to }) => from === to || !group.has(from) || !group.has(to)
				);
				const heir = (id: string) => (group.has(id) ? keepId : id);
				expect(after.relations.map(({ id, from, to }) => [id, from, to])).toEqual(
					stay.map(({ id, from, to }) => [id, heir(from), heir(to)])
				);
				const removed = consequences(document, after);
				expect(removed.relations).toBe(document.relations.length - stay.length);
				expect(removed.actors).toBe(otherIds.length);
			})
		);
	});

	it('lets the kept actor inherit the voices, the claims and what it lacks', () => {
		const document: Document = {
			...small,
			actors: small.actors.map((actor) =>
				actor.id === 'kataib'
					? { ...actor, side: 'iran', collective: true, names: [{ text: 'كتائب', lang: 'ar' }] }
					: actor
			)
		};
		const after = mergeActors(document, 'usa', ['kataib']);
		expect(after.actors[1]).toStrictEqual({
			id: 'usa',
			name: 'United States',
			kind: 'state',
			aliases: ['Kataib Hezbollah', 'KH'],
			side: 'iran',
			names: [{ text: 'كتائب', lang: 'ar' }]
		});
		expect(after.voices[1]?.actor).toBe('usa');
		expect(after.claims.map(({ id, about }) => [id, about])).toEqual([
			['c-both', ['visits', 'usa']],
			['c-event', ['talks', 'led']],
			['c-visit', ['visits']]
		]);
		expect([...(after.positions ?? [])]).toEqual([['quds', [0, 0]], ['usa', [10, 10]]]); // prettier-ignore
	});

	it('keeps a loop that was one before', () => {
		const loop = { id: 'loop', type: 'opposes', from: 'kataib', to: 'kataib' };
		const after = mergeActors({ ...small, relations: [...small.relations, loop] }, 'usa', ['kataib']);
		expect(after.relations.at(-1)).toStrictEqual({ ...loop, from: 'usa', to: 'usa' });
		expect(after.relations).toHaveLength(2);
	});

	it('names a thing once in a claim, and the kept actor stays where it stood', () => {
		const claims = small.claims.map((claim) => ({ ...claim, about: ['kataib', 'quds', 'visits'] }));
		const after = mergeActors({ ...small, claims }, 'quds', ['kataib', 'kataib']);
		expect(after.claims[0]?.about).toEqual(['quds', 'visits']);
		expect([...(after.positions ?? [])]).toEqual([['quds', [0, 0]]]);
	});

	it('keeps a claim with another record of the same id as well', () => {
		const events = [...small.events, { id: 'kataib', title: 'A namesake' }];
		const after = mergeActors({ ...small, events }, 'usa', ['kataib']);
		expect(after.claims[0]?.about).toEqual(['visits', 'usa', 'kataib']);
	});

	it('leaves the kept actor as it is if it learns nothing', () => {
		const actors = [...small.actors, { id: 'twin', name: 'KH', kind: 'unknown' as const }];
		expect(mergeActors({ ...small, actors }, 'kataib', ['twin']).actors[1]).toBe(small.actors[1]);
	});

	it('with nobody returns the document itself; with itself, or with a stranger, throws', () => {
		expect(mergeActors(small, 'usa', [])).toBe(small);
		expect(() => mergeActors(small, 'usa', ['usa'])).toThrow(RangeError);
		expect(() => mergeActors(small, 'usa', ['talks'])).toThrow(RangeError);
		expect(() => mergeActors(small, 'talks', ['usa'])).toThrow(RangeError);
	});
});
