import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '#lib/model/check.ts';
import { partOfDocument } from '#lib/model/part.ts';
import { anyDocument } from '../generate.ts';
import { small } from './small-document.ts';

const parts = anyDocument({ maxRelations: 20 }).chain((document) =>
	fc
		.tuple(
			fc.subarray(document.actors.map(({ id }) => id)),
			fc.subarray(document.relations.map(({ id }) => id))
		)
		.map(([actors, relations]) => ({ document, actors: new Set(actors), relations: new Set(relations) }))
);

describe('a part of a document', () => {
	it('has what was asked for, stands by itself, and changes no record but in what it points to', () => {
		fc.assert(
			fc.property(parts, ({ document, actors, relations }) => {
				const part = partOfDocument(document, actors, relations);
				expect(checkDocument(part)).toEqual([]);
				expect(part.actors).toEqual(document.actors.filter(({ id }) => actors.has(id)));
				expect(part.relations).toEqual(
					document.relations.filter((it) => relations.has(it.id) && actors.has(it.from) && actors.has(it.to))
				);
				for (const claim of part.claims) {
					const { about, ...rest } = claim;
					const { about: before, ...same } = document.claims.find(({ id }) => id === claim.id)!;
					expect(rest).toEqual(same);
					expect(before).toEqual(expect.arrayContaining([...about]));
				}
			})
		);
	});

	it('has no event, source, voice or type that belongs to nothing of it', () => {
		fc.assert(
			fc.property(parts, ({ document, actors, relations }) => {
				const part = partOfDocument(document, actors, relations);
				const used = {
					events: part.relations.map(({ event }) => event),
					sources: part.claims.map(({ source }) => source),
					voices: part.claims.flatMap(({ voices }) => voices),
					types: part.relations.map(({ type }) => type)
				};
				const before = {
					sources: document.claims.map(({ source }) => source),
					voices: document.claims.flatMap(({ voices }) => voices),
					types: document.relations.map(({ type }) => type)
				};
				for (const { id } of part.events) expect(used.events).toContain(id);
				for (const list of ['sources', 'voices', 'types'] as const)
					for (const { id } of part[list] ?? [])
						if (before[list].includes(id)) expect(used[list]).toContain(id);
			})
		);
	});

	it('is the whole where all is asked for that relations lead to', () => {
		const part = partOfDocument(small, new Set(['quds', 'usa']), new Set(['visits', 'attack']));
		expect(part.relations.map(({ id }) => id)).toEqual(['visits']);
		expect(part.events.map(({ id }) => id)).toEqual(['talks']);
		expect(part.links).toEqual([]);
		expect(part.claims.map(({ id, about }) => [id, about])).toEqual([
			['c-both', ['visits']],
			['c-event', ['talks']],
			['c-visit', ['visits']]
		]);
		// A voice that nobody quoted before is not taken away.
		expect(part.voices).toEqual([small.voices[0], { id: 'spokesman', label: 'A spokesman' }]);
		expect([...(part.positions ?? [])]).toEqual([['quds', [0, 0]]]);
	});
});
