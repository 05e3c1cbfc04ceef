import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '#lib/model/check.ts';
import { emptyDocument, type Document } from '#lib/model/document.ts';
import { addDocument } from '#lib/model/edit-add.ts';
import { anyDocument } from '../generate.ts';
import { small } from './small-document.ts';

const two = fc.tuple(anyDocument({ unknownKeys: true }), anyDocument({ unknownKeys: true }));

/** A claim with what it names written out, so that new ids do not matter. */
function said(document: Document): string[] {
	const name = (id: string) => document.actors.find((one) => one.id === id)?.name;
	const label = (id: string) => document.voices.find((one) => one.id === id)?.label;
	const lines = document.claims.map(({ statement, about, voices, source }) => [
		statement,
		about.map(name),
		voices.map(label),
		document.sources.find(({ id }) => id === source)?.title
	]);
	const ties = document.relations.map(({ from, to, when }) => [name(from), name(to), when]);
	return [...lines, ...ties].map((line) => JSON.stringify(line)).sort();
}

describe('adding a document', () => {
	it('keeps all that is there, adds all that comes, and leaves nothing dangling', () => {
		fc.assert(
			fc.property(two, ([here, other]) => {
				const { document, actors } = addDocument(here, other);
				for (const list of ['actors', 'relations', 'events', 'links', 'claims'] as const) {
					expect(document[list].slice(0, here[list].length)).toEqual(here[list]);
					expect(document[list].length).toBe(here[list].length + other[list].length);
				}
				expect(said(document)).toEqual([...said(here), ...said(other)].sort());
				expect(checkDocument(document)).toEqual([]);
				expect(actors.size).toBe(other.actors.length);
			})
		);
	});

	it('adds a document to itself as to another, its sources and voices once', () => {
		const { document } = addDocument(small, small);
		expect(document.actors.length).toBe(2 * small.actors.length);
		expect(document.sources).toEqual(small.sources);
		expect(new Set(document.actors.map(({ id }) => id)).size).toBe(document.actors.length);
	});

	it('gives the document itself for an empty one', () => {
		expect(addDocument(small, emptyDocument('nothing')).document).toBe(small);
	});

	it('puts what comes beside what is there', () => {
		const at = (x: number): Document => ({
			...emptyDocument(''),
			actors: [{ id: 'a', name: 'A', kind: 'person' }],
			positions: new Map([['a', [x, 5]]])
		});
		const { document } = addDocument(at(10), at(-700));
		expect([...document.positions!.values()]).toEqual([
			[10, 5],
			[170, 5]
		]);
	});

	it('takes time in proportion, however many ids are alike', () => {
		const many = (title: string): Document => ({
			...emptyDocument(title),
			actors: Array.from({ length: 20_000 }, (_, n) => ({ id: `a${n}`, name: title, kind: 'person' }))
		});
		let whole = many('A');
		for (let round = 0; round < 3; round++) whole = addDocument(whole, many('B')).document;
		expect(new Set(whole.actors.map(({ id }) => id)).size).toBe(80_000);
	});
});
