import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { writeNative } from '#lib/formats/native/native.ts';
import { FILE, MAX_COORDINATE, MAX_ENTRIES, MAX_TEXT, RECORDS } from '#lib/model/schema.ts';
import { anyDocument } from '../generate.ts';
import { fullFile } from './full-file.ts';
import type { Json, Lists } from './full-file.ts';

const SCHEMA_FILE = new URL('../../../static/dramatis.schema.json', import.meta.url);
const published = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as object;
const byJsonSchema = new Ajv2020({ strict: true }).compile(published);

/** One verdict of two judges; fails when they do not agree. */
function accepts(file: unknown): boolean {
	const ours = v.is(FILE, file);
	expect(byJsonSchema(file), `valibot says ${ours} of ${JSON.stringify(file).slice(0, 2000)}`).toBe(ours);
	return ours;
}

const REQUIRED: Readonly<Record<keyof Lists, readonly string[]>> = {
	sources: ['id', 'title'],
	voices: ['id', 'label'],
	actors: ['id', 'name', 'kind'],
	relations: ['id', 'type', 'from', 'to'],
	events: ['id', 'title'],
	links: ['id', 'type', 'from', 'to'],
	claims: ['id', 'about', 'statement', 'modality', 'voices', 'source'],
	types: ['id', 'name', 'reverse', 'family', 'sign', 'nature']
};
const LISTS = Object.keys(REQUIRED) as (keyof Lists)[];
const KEYS = LISTS.flatMap((list) => Object.keys(fullFile()[list][0]).map((key) => [list, key] as const));

function withRecord(list: keyof Lists, change: (record: Json) => void): Json {
	const file = fullFile();
	change(file[list][0]);
	return file;
}

describe('a record', () => {
	it('is known by all keys of its interface', () => {
		for (const list of LISTS)
			expect(Object.keys(RECORDS[list].entries)).toEqual(Object.keys(fullFile()[list][0]));
	});

	it.each(KEYS)('of %s without %s is refused only if it must have it', (list, key) => {
		const spanned = key === 'start' || key === 'end';
		const expected = !spanned && !REQUIRED[list].includes(key);
		expect(accepts(withRecord(list, (record) => delete record[key]))).toBe(expected);
	});

	it.each(KEYS)('of %s with something else for %s is refused', (list, key) => {
		for (const wrong of [null, {}, [null], [[]], -1.5, { 0: 'a' }, Infinity])
			expect(accepts(withRecord(list, (record) => (record[key] = wrong)))).toBe(
				// The only keys that an empty object or such a thing could do for.
				key === 'codes' && typeof wrong === 'object' && wrong !== null && !Array.isArray(wrong)
			);
	});

	it.each([
		['actors', 'kind', 'robot'],
		['actors', 'collective', 'true'],
		['actors', 'names', [{ text: 'n' }]],
		['actors', 'names', [{ text: 'n', lang: 7 }]],
		['actors', 'attributes', [['n']]],
		['actors', 'attributes', [['n', 'v', 'w']]],
		['relations', 'attributes', [['n', 7]]],
		['relations', 'attributes', [{ n: 'v' }]],
		['voices', 'people', 0],
		['voices', 'people', 2 ** 53],
		['events', 'figures', [{ value: 3 }]],
		['events', 'figures', [{ what: 'dead', value: '3' }]],
		['links', 'type', 'commands'],
		['claims', 'modality', 'certain'],
		['claims', 'paragraph', 0],
		['claims', 'paragraph', -3],
		['claims', 'start', -1],
		['claims', 'end', 2.5],
		['claims', 'print', { before: '', exact: '', after: '' }],
		['claims', 'print', { before: '', exact: '0A', after: '' }],
		['claims', 'print', { before: '', exact: '0a' }],
		['claims', 'print', { before: '012345678', exact: '0', after: '' }],
		['claims', 'print', { before: '', exact: '0'.repeat(1001), after: '' }],
		['claims', 'print', { before: '', exact: '0\n', after: '' }],
		['claims', 'quote', { exact: '' }],
		['claims', 'quote', { prefix: 'p' }],
		['claims', 'quote', { exact: 'e', suffix: 7 }],
		['claims', 'quote', { exact: 'e'.repeat(10_001) }],
		['claims', 'quote', { exact: 'e', prefix: 'p'.repeat(1_001) }],
		['claims', 'grade', 'G2'],
		['claims', 'grade', 'B7'],
		['claims', 'grade', 'B2 '],
		['claims', 'grade', 'B2\n'],
		['types', 'sign', 0],
		['types', 'family', 'peace'],
		['types', 'codes', []],
		['types', 'codes', { ftm: 1 }]
	] as const)('of %s with %s = %j is refused', (list, key, value) => {
		expect(accepts(withRecord(list, (record) => (record[key] = value)))).toBe(false);
	});

	it.each([
		['sources', 'authors', []],
		['claims', 'about', []],
		['claims', 'voices', []],
		['claims', 'start', 9],
		['actors', 'when', 'some day in spring'],
		['relations', 'type', 'unheard_of'],
		['types', 'codes', {}],
		['actors', 'id', '']
	] as const)('of %s with %s = %j is accepted: check.ts has a word about it', (list, key, value) => {
		expect(accepts(withRecord(list, (record) => (record[key] = value)))).toBe(true);
	});

	it('may have keys that we do not know, __proto__ among them', () => {
		const unknown = JSON.parse('{"__proto__": {"id": 1}, "constructor": null, "x": [[{}]]}') as Json;
		for (const list of LISTS) {
			const file = fullFile();
			file[list][0] = Object.fromEntries([...Object.entries(unknown), ...Object.entries(file[list][0])]);
			expect(accepts(file)).toBe(true);
		}
	});

	it.each([null, [[]], 'actor', 7, true])('that is %j is refused', (record) => {
		for (const list of LISTS) expect(accepts({ ...fullFile(), [list]: [record] })).toBe(false);
	});
});

describe('a file', () => {
	it('may have every key, or hardly any', () => {
		expect(accepts(fullFile())).toBe(true);
		expect(accepts({ format: 'dramatis', version: 1, title: '' })).toBe(true);
	});

	it.each(['format', 'version', 'title'])('needs %s', (key) => {
		const file: Json = fullFile();
		delete file[key];
		expect(accepts(file)).toBe(false);
	});

	it.each([
		['format', 'Dramatis'],
		['version', 2],
		['version', '1'],
		['title', null],
		['license', 1],
		['actors', {}],
		['positions', []],
		['positions', null],
		['positions', { a: [1] }],
		['positions', { a: [1, 2, 3] }],
		['positions', { a: { 0: 1, 1: 2 } }],
		['positions', { a: ['1', '2'] }],
		['positions', { a: [1, NaN] }],
		['positions', { a: [1, Infinity] }],
		['positions', { a: [0, MAX_COORDINATE * 1.01] }],
		['positions', JSON.parse('{"__proto__": [1]}')]
	])('with %s = %j is refused', (key, value) => {
		expect(accepts({ ...fullFile(), [key]: value })).toBe(false);
	});

	it.each([null, [[]], 'text', 7])('that is %j is refused', (file) => {
		expect(accepts(file)).toBe(false);
	});
});

describe('sizes', () => {
	const name = (text: string) => withRecord('actors', (record) => (record.name = text));
	const aliases = (count: number) =>
		withRecord('actors', (record) => (record.aliases = Array(count).fill('')));

	it('are judged to the last character and entry', () => {
		expect(accepts(name('x'.repeat(MAX_TEXT)))).toBe(true);
		expect(accepts(name('x'.repeat(MAX_TEXT + 1)))).toBe(false);
		expect(accepts(aliases(MAX_ENTRIES))).toBe(true);
		expect(accepts(aliases(MAX_ENTRIES + 1))).toBe(false);
	});

	it('count code points, as JSON Schema does', () => {
		expect(accepts(name('😀'.repeat(MAX_TEXT)))).toBe(true);
		expect(accepts(name(`${'😀'.repeat(MAX_TEXT)}x`))).toBe(false);
	});
});

/** A value at random, or one that looks nearly right. */
const anything = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		0,
		1,
		-1,
		1.5,
		2 ** 53,
		'',
		'B2',
		'led_to',
		'person',
		'+',
		true,
		[],
		{},
		[1, 2]
	),
	fc.jsonValue({ maxDepth: 1 })
);

/** Changes one value, somewhere in a tree of JSON: the path is a list of numbers, taken modulo. */
function mutated(tree: unknown, path: readonly number[], value: unknown, remove: boolean): unknown {
	if (typeof tree !== 'object' || tree === null || path.length === 0) return value;
	const [step = 0, ...rest] = path;
	const entries: [string, unknown][] = Object.entries(tree);
	const at = step % Math.max(1, entries.length);
	const [key, inner] = entries[at] ?? ['x', null];
	entries[at] = [key, mutated(inner, rest, value, remove)];
	if (remove && rest.length === 0) entries.splice(at, 1);
	return Array.isArray(tree) ? entries.map(([, entry]) => entry) : Object.fromEntries(entries);
}

describe('both schemas', () => {
	it('accept every document', () => {
		const written = anyDocument({ unknownKeys: true }).map((it) => JSON.parse(writeNative(it)) as unknown);
		fc.assert(fc.property(written, (file) => accepts(file)));
	});

	it('agree on every document that went wrong somewhere', () => {
		let refused = 0;
		const path = fc.array(fc.nat(), { minLength: 1, maxLength: 5 });
		const file = anyDocument().map((it) => JSON.parse(writeNative(it)) as unknown);
		fc.assert(
			fc.property(file, path, anything, fc.boolean(), (it, way, value, remove) => {
				if (!accepts(mutated(it, way, value, remove))) refused++;
			}),
			{ numRuns: 300 }
		);
		expect(refused).toBeGreaterThan(60);
	});
});

describe('what is kept for pictures', () => {
	it.each([
		[{}, true],
		[{ title: '', without: [] }, true],
		[{ words: { of: '' }, later: [1] }, true],
		[[], false],
		[{ title: 7 }, false],
		[{ without: ['graph'] }, false],
		[{ words: { alternative: 'a' } }, false],
		[{ words: [] }, false]
	])('%j: %s', (picture, expected) => {
		expect(accepts({ ...fullFile(), picture })).toBe(expected);
	});
});
