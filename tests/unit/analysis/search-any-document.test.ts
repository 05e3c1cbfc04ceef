import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hit, type SearchIndex, buildSearch, buildSearchInPieces } from '#lib/analysis/search.ts';
import { fold } from '#lib/analysis/spelling.ts';
import { actor, documentOf, relation } from './search-documents.ts';

/** The hits before and including the first one with an id; all if it is not among them. */
function upTo(index: SearchIndex, query: string, id: string): Hit[] {
	const hits = index.search(query, Infinity);
	const place = hits.findIndex((hit) => hit.id === id && hit.what !== 'relation');
	return place < 0 ? hits : hits.slice(0, place + 1);
}

/** Text of any code units, and text of few words, so that names share some. */
const anyName = fc.oneof(
	fc
		.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
		.map((units) => String.fromCharCode(...units)),
	fc
		.array(fc.constantFrom('al', 'The', 'Badr', "Kata'ib", 'كتائب', 'U.S.', '—', '!!', 'as', 'Sudani'), {
			maxLength: 20
		})
		.map((words) => words.join(' ')),
	fc.constantFrom('__proto__', 'constructor', 'toString', 'x'.repeat(2000), 'a b '.repeat(400))
);
const anyActors = fc.array(
	fc.record({
		id: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '', 'hasOwnProperty')),
		name: anyName,
		kind: fc.constant('unknown' as const),
		aliases: fc.array(anyName, { maxLength: 2 }),
		names: fc.array(fc.record({ text: anyName, lang: fc.constant('ar') }), { maxLength: 2 }),
		description: anyName
	}),
	{ maxLength: 12 }
);

describe('any document', () => {
	it('finds each actor by each of its names typed in full, none but exact ones before it', () => {
		fc.assert(
			fc.property(anyActors, (some) => {
				const actors = some.map((one, i) => ({ ...one, id: `${i} ${one.id}` }));
				const index = buildSearch(documentOf(actors));
				for (const { id, name, aliases, names } of actors)
					for (const text of [name, ...aliases, ...names.map((other) => other.text)]) {
						if (fold(text) === '') continue;
						const hits = upTo(index, text, id);
						expect(hits.at(-1)?.id).toBe(id);
						expect(hits.every(({ score }) => score >= 9)).toBe(true);
						if (text === name) expect(hits.at(-1)?.score).toBe(hits[0]?.score);
					}
			})
		);
	});

	it('gives each id once, in order of score, and the first ones alike whatever the limit', () => {
		fc.assert(
			fc.property(anyActors, anyName, (actors, query) => {
				const relations = actors.map(({ id }, i) => relation(id, 'backs', id, { id: `${i % 3}` }));
				const events = actors.map(({ name }, i) => ({ id: `${i % 3}`, title: name }));
				const index = buildSearch(documentOf(actors, { relations, events }));
				const hits = index.search(query, Infinity);
				const keys = hits.map(({ what, id }) => JSON.stringify([what, id]));
				expect(new Set(keys).size).toBe(keys.length);
				expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
				expect(index.search(query, 2)).toEqual(hits.slice(0, 2));
			})
		);
	});

	it('adds nothing to prototypes', () => {
		const before = Object.getOwnPropertyNames(Object.prototype);
		const names = ['__proto__', 'constructor'];
		const index = buildSearch(
			documentOf(
				names.map((name) => actor(name)),
				{ relations: [relation('__proto__', '__proto__', 'constructor')] }
			)
		);
		expect(index.search('__proto__')[0]).toMatchObject({ id: '__proto__', matched: '__proto__' });
		expect(index.search('constructor')[0]?.id).toBe('constructor');
		expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
	});

	it('is read though its texts are very long and its names very many', () => {
		const long = 'Kataib Hezbollah '.repeat(60_000);
		const aliases = Array.from({ length: 50_000 }, (_, i) => `alias ${i}`);
		const index = buildSearch(documentOf([actor(long, { id: 'a', aliases, description: long })]));
		expect(index.search(long)[0]?.id).toBe('a');
		expect(index.search('alias 7')[0]?.matched.length).toBeLessThan(20);
		expect(index.search('alias 49999')[0]?.matched).not.toBe('alias 49999');
		expect(index.search('hezbollah')[0]?.matched.length).toBeLessThanOrEqual(500);
	});

	it('is met by more words than are counted, and shows no half characters', () => {
		const words = Array.from({ length: 30 }, (_, i) => `word${i}`);
		const index = buildSearch(documentOf([actor(words.join(' ')), actor(`a${'😀'.repeat(300)}`)]));
		expect(index.search(words.toReversed().join(' '))[0]).toMatchObject({ id: words.join(' '), score: 7 });
		expect(index.search('a😀')[0]?.matched).toMatch(/^a\p{Emoji}+$/u);
	});

	it('is read in three hundred languages', () => {
		const names = Array.from({ length: 300 }, (_, i) => ({ text: `United States ${i}x`, lang: 'en' }));
		const index = buildSearch(documentOf([actor('a', { names })]));
		expect(names.map(({ text }) => index.search(text)[0]?.matched)).toEqual(names.map(({ text }) => text));
	});

	it('is read in pieces that come to the same', () => {
		const actors = Array.from({ length: 3000 }, (_, i) =>
			actor(`Actor ${i}`, { description: 'word '.repeat(20) })
		);
		const pieces = buildSearchInPieces(documentOf(actors));
		const shares: number[] = [];
		let step = pieces.next();
		for (; !step.done; step = pieces.next()) shares.push(step.value);
		expect(shares.length).toBeGreaterThan(10);
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
		expect(step.value.search('2999')).toEqual(buildSearch(documentOf(actors)).search('2999'));
	});
});
