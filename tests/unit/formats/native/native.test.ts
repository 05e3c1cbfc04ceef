import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_CHARACTERS } from '#lib/formats/format.ts';
import { readNative, writeNative } from '#lib/formats/native/native.ts';
import { checkDocument } from '#lib/model/check.ts';
import { emptyDocument } from '#lib/model/document.ts';
import type { Document } from '#lib/model/document.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import { anyDocument } from '../../generate.ts';
import { fullFile } from '../../model/full-file.ts';

const ROOT = new URL('../../../../', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(`tests/fixtures/${name}`, ROOT), 'utf8');
const anyOpenDocument = anyDocument({ unknownKeys: true });

/** A file with all keys, changed. */
const file = (change: object = {}) => JSON.stringify({ ...fullFile(), ...change });
const places = (text: string) => readNative(text).problems.map(({ effect, place }) => `${effect} ${place}`);

function errorOf(text: string): UnreadableError {
	try {
		readNative(text);
	} catch (error) {
		if (error instanceof UnreadableError) return error;
		throw error;
	}
	throw new Error('was read');
}

/** Lists and objects, so many levels deep. */
function nested(levels: number): string {
	return (
		'{"x":['.repeat(Math.floor(levels / 2)) + '[]'.repeat(levels % 2) + ']}'.repeat(Math.floor(levels / 2))
	);
}

describe('what is written', () => {
	it('reads back equal, without a problem', () => {
		fc.assert(
			fc.property(anyOpenDocument, (document) => {
				const reading = readNative(writeNative(document));
				expect(reading.problems).toEqual([]);
				expect(reading.document).toEqual(document);
			})
		);
	});

	it('is written again byte for byte', () => {
		fc.assert(
			fc.property(anyOpenDocument, (document) => {
				const text = writeNative(document);
				expect(writeNative(readNative(text).document)).toBe(text);
			})
		);
	});

	it('is JSON', () => {
		fc.assert(fc.property(anyOpenDocument, (document) => void JSON.parse(writeNative(document))));
	});

	it('has a record a line, keys in order, and an end of line', () => {
		const document: Document = {
			...emptyDocument('T'),
			actors: [
				Object.assign({ kind: 'state', name: 'A, "b": {}', id: 'a' } as const, {
					y: [1, { z: null }],
					x: true
				}),
				{ id: 'b', name: 'é\n', kind: 'person', aliases: [], when: undefined }
			],
			positions: new Map([
				['b', [-0, 1e21] as const],
				['a', [0.5, -2] as const]
			])
		};
		expect(writeNative(Object.assign({ extra: [1, 2] }, document))).toBe(
			`{
  "format": "dramatis",
  "version": 1,
  "title": "T",
  "sources": [],
  "voices": [],
  "actors": [
    {"id": "a", "name": "A, \\"b\\": {}", "kind": "state", "y": [1, {"z": null}], "x": true},
    {"id": "b", "name": "é\\n", "kind": "person", "aliases": []}
  ],
  "relations": [],
  "events": [],
  "links": [],
  "claims": [],
  "positions": {
    "a": [0.5, -2],
    "b": [-0, 1e+21]
  },
  "extra": [1, 2]
}
`
		);
	});

	it('keeps an empty list of types and empty positions, which are not the same as none', () => {
		const document: Document = { ...emptyDocument('T'), types: [], positions: new Map() };
		expect(readNative(writeNative(document)).document).toEqual(document);
		expect(writeNative(document)).toContain('"types": [],\n  "positions": {}\n}');
	});
});

describe('a hostile file', () => {
	const text = fixture('hostile.dramatis.json');

	it('is read whole, and nothing of it gets into a prototype', () => {
		const { document, problems } = readNative(text);
		expect(problems).toEqual([]);
		expect(document.actors.map(({ id }) => id)).toEqual(['__proto__', 'toString', '', '7', '3']);
		expect(document.positions?.get('__proto__')).toEqual([1, 2]);
		expect(({} as { polluted?: true }).polluted).toBeUndefined();
		expect((document as { polluted?: true }).polluted).toBeUndefined();
	});

	it('survives a round trip with its keys, half pairs, -0 and infinity', () => {
		const { document } = readNative(text);
		const again = readNative(writeNative(document)).document;
		expect(again).toEqual(document);
		expect(Object.keys(again)).toContain('__proto__');
		expect(Object.keys(again.actors[0] ?? {})).toEqual(['id', 'name', 'kind', '__proto__', 'constructor']);
		expect(again.actors[4]).toMatchObject({ big: Infinity, zero: -0 });
		expect(again.actors[1]?.name).toBe('\ud800 half a pair');
	});

	it('may have a name of a million characters', () => {
		const actors = [{ id: 'a', name: 'x'.repeat(1_000_000), kind: 'person' }];
		const { document, problems } = readNative(file({ actors }));
		expect(problems).toEqual([]);
		expect(document.actors[0]?.name).toHaveLength(1_000_000);
	});

	it.each([64, 65, 66, 1000, 100_000])(
		'may nest %i levels in a key that we do not know, or is told so',
		(levels) => {
			const actor = `{"id": "b", "name": "n", "kind": "person", "deep": ${nested(levels)}, "flat": 1}`;
			const { document, problems } = readNative(
				`{"format": "dramatis", "version": 1, "title": "T", "actors": [${actor}], "deep": ${nested(levels)}}`
			);
			const found = problems.map(({ effect, place }) => `${effect} ${place}`);
			expect(found).toEqual(levels <= 64 ? [] : ['refused ', 'mended actors[0]']);
			expect(document.actors[0]).toHaveProperty('flat', 1);
			expect('deep' in (document.actors[0] ?? {})).toBe(levels <= 64);
			expect('deep' in document).toBe(levels <= 64);
			expect(() => structuredClone(document)).not.toThrow();
		}
	);

	it('loses a record that is nested too deeply in a key that we know', () => {
		const names = `[{"text": "t", "lang": "ar", "deep": ${nested(70)}}]`;
		const actor = `{"id": "b", "name": "n", "kind": "person", "names": ${names}}`;
		expect(places(`{"format": "dramatis", "version": 1, "title": "T", "actors": [${actor}]}`)).toEqual([
			'refused actors[0]'
		]);
	});
});

describe('a file with faults', () => {
	it('keeps all that can stand and says what could not', () => {
		const { document, problems } = readNative(fixture('references.dramatis.json'));
		expect(problems.map(({ effect, place }) => `${effect} ${place}`)).toEqual([
			'refused positions',
			'refused actors[3]',
			'refused actors[4]',
			'refused claims[3]',
			'refused claims[4]',
			'refused claims[5]',
			'refused actors[2].id',
			'refused relations[1].to',
			'refused links[0].to',
			'refused positions',
			'noticed sources[0].published',
			'noticed voices[1].actor',
			'noticed relations[2].event',
			'noticed claims[1].about',
			'noticed claims[2].about',
			'noticed claims[2].source',
			'noticed claims[2].voices',
			'noticed relations[2].type'
		]);
		expect(document.actors.map(({ name }) => name)).toEqual(['North', 'South']);
		expect(document.relations.map(({ id }) => id)).toEqual(['r1', 'r3']);
		expect(document.claims.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
		expect([...(document.positions ?? [])]).toEqual([['a', [0, 0]]]);
	});

	it('says in words what is wrong with a record', () => {
		const messages = readNative(fixture('references.dramatis.json')).problems.map(({ message }) => message);
		expect(messages[1]).toMatch(/^kind should be one of person, state, .*; this record was left out\.$/);
		expect(messages[2]).toBe('name is missing; this record was left out.');
		expect(messages[3]).toBe('paragraph should be a whole number, 1 or more; this record was left out.');
		expect(messages[4]).toBe(
			'The record should have both start and end, or neither; this record was left out.'
		);
	});

	it.each([
		[{ title: 7 }, ['mended title']],
		[{ title: undefined }, ['mended title']],
		[{ license: ['MIT'] }, ['refused license']],
		[{ events: { e: {} } }, ['refused events', 'refused links[0].from', 'noticed relations[0].event']],
		[{ actors: undefined, relations: [], claims: [], voices: [], positions: {} }, []],
		[{ positions: [[1, 2]] }, ['refused positions']],
		[{ positions: { a: [1, null] } }, ['refused positions']],
		[{ types: [null] }, ['refused types[0]']],
		[{ types: 'none' }, ['refused types']]
	])('with %j has the problems %j', (change, expected) => {
		expect(places(file(change))).toEqual(expected);
	});

	it('counts the problems that it does not list', () => {
		const { problems } = readNative(file({ sources: Array(5000).fill(null), claims: [] }));
		expect(problems).toHaveLength(1001);
		expect(problems.at(-1)?.message).toMatch(/^4000 more problems/);
	});
});

describe('what cannot be read at all', () => {
	it.each([
		['', /empty/, ''],
		['\uFEFF \n', /empty/, ''],
		['<!doctype html>', /JSON.*a value/, 'line 1, column 1'],
		['[]', /not an object/, ''],
		['null', /not an object/, ''],
		['"dramatis"', /not an object/, ''],
		['{}', /not a Dramatis document/, 'format'],
		['{"format": "dramatis"}', /version/, 'version'],
		['{"format": "dramatis", "version": "1"}', /version/, 'version'],
		[fixture('other.json'), /not a Dramatis document/, 'format'],
		[fixture('newer.dramatis.json'), /version 2.*reads version 1/, 'version'],
		[fixture('syntax.dramatis.json'), /a comma or a closing bracket/, 'line 7, column 5'],
		[fixture('cut-off.dramatis.json'), /ends too early/, 'line 6, column 61']
	])('%j is refused with words and a place', (text, message, place) => {
		const error = errorOf(text);
		expect(error.message).toMatch(message);
		expect(error.place).toBe(place);
		expect(error.remedy).toMatch(/^[A-Z].*\.$/);
	});

	it('is a text that is too large, and it is refused before it is read', () => {
		expect(errorOf('x'.repeat(MAX_FILE_CHARACTERS + 1)).message).toMatch(/more than 256 million/);
	});

	it('is nothing else: whatever happens to a file, it is read or refused with words', () => {
		const text = anyOpenDocument.map(writeNative);
		const scrap = fc.oneof(
			fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '0', '\\', 'null'),
			fc.string()
		);
		fc.assert(
			fc.property(text, fc.nat(), fc.nat({ max: 20 }), scrap, (whole, at, length, put) => {
				const start = at % (whole.length + 1);
				const broken = whole.slice(0, start) + put + whole.slice(start + length);
				let document;
				try {
					({ document } = readNative(broken));
				} catch (error) {
					expect(error).toBeInstanceOf(UnreadableError);
					return;
				}
				expect(checkDocument(document).filter(({ effect }) => effect !== 'noticed')).toEqual([]);
				expect(readNative(writeNative(document)).document).toEqual(document);
			}),
			{ numRuns: 150 }
		);
	});
});

describe('the bundled documents', () => {
	const folder = new URL('data/', ROOT);
	const names = readdirSync(folder).filter((name) => name.endsWith('.dramatis.json'));

	it('are there', () => expect(names).not.toEqual([]));

	it.each(names)('%s has no problem and is written as it is', (name) => {
		const text = readFileSync(new URL(name, folder), 'utf8');
		const { document, problems } = readNative(text);
		expect(problems).toEqual([]);
		expect(writeNative(document)).toBe(text);
	});
});

it('reads the example of the documentation and writes it as it is', () => {
	const page = readFileSync(new URL('docs/data-format.md', ROOT), 'utf8');
	const example = /```json\n([^`]*)```/.exec(page)?.[1] ?? '';
	const { document, problems } = readNative(example);
	expect(problems).toEqual([]);
	expect(writeNative(document)).toBe(example);
});
