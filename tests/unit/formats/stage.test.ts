import { gzipSync, strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { gzipSync as nodeGzip } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { WholeText } from '#lib/formats/json/json-document.ts';
import { stageFile } from '#lib/formats/stage.ts';
import type { StageOptions, Staged } from '#lib/formats/stage.ts';
import { writeWorkbook } from '#lib/formats/tables/xlsx-writer.ts';
import { zipped } from '#lib/formats/bytes/zip-writer.ts';
import { UnreadableError } from '#lib/model/problems.ts';

const EDGES = 'source,target\na,b\nb,c\n';
const NODES = 'id,name\na,Alpha\nb,Beta\n';

type Graph = Extract<Staged, { what: 'graph' }>;

const stage = (content: string | Uint8Array, name = 'file', options: StageOptions = {}) =>
	stageFile([{ name, bytes: typeof content === 'string' ? strToU8(content) : content }], options);

async function graphOf(staged: Promise<Staged>): Promise<Graph> {
	const result = await staged;
	if (result.what !== 'graph') throw new Error(`It is ${JSON.stringify(result)}`);
	return result;
}

async function refusalOf(
	content: string | Uint8Array,
	name?: string,
	options?: StageOptions
): Promise<string> {
	const error: unknown = await stage(content, name, options).catch((caught: unknown) => caught);
	expect(error).toBeInstanceOf(UnreadableError);
	const { message, remedy } = error as UnreadableError;
	expect(message).toMatch(/^.+\.$/);
	expect(remedy).toMatch(/^.+\.$/);
	return message;
}

const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('a file that holds no graph', () => {
	it.each([
		['an empty one', '', /is empty/],
		['white space', ' \r\n\t', /white space/],
		['zeros', new Uint8Array(5000), /nothing but zeros/],
		['one zero', new Uint8Array(1), /nothing but zeros/],
		['a PDF', '%PDF-1.7\n', /a PDF/],
		['a PNG', latin('\x89PNG\r\n\x1a\n'), /a picture/],
		['a JPEG', latin('\xFF\xD8\xFF\xE0'), /a picture/],
		['SVG', '<?xml version="1.0"?>\n<!-- x --><svg xmlns="x">', /a picture/],
		['old Excel', latin('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'), /old Excel/],
		['a web page', '\n<!DOCTYPE html>\n<html>404', /a web page/],
		['SQLite', 'SQLite format 3\0', /a database/],
		['tar', `${'a'.repeat(257)}ustar`, /an archive \(tar\)/],
		['a note of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid x', /Git LFS/],
		['bytes', Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 11), /not text/],
		['XML of another kind', '<?xml version="1.0"?><!-- x --><recipe/>', /<recipe>/],
		['JSON of another kind', '{"hello": 1}', /looks like JSON/],
		['prose', 'Dear Sir,\nnothing was found.\nYours', /neither a table/]
	])('is refused in words: %s', async (_, content, words) => {
		expect(await refusalOf(content, 'x.gexf.bin')).toMatch(words);
		if (typeof content !== 'string' || content !== '')
			expect(
				await refusalOf(gzipSync(typeof content === 'string' ? strToU8(content) : content), 'x.gz')
			).toMatch(words);
	});

	it.each([
		['a Gephi project', ['Project_xml', 'Workspace_0_xml'], /Gephi/],
		['a Word file', ['[Content_Types].xml', 'word/document.xml'], /Word/],
		['an OpenDocument file', ['mimetype', 'content.xml'], /LibreOffice/],
		['a session of Cytoscape', ['CytoscapeSession-2024/x.xml'], /Cytoscape/],
		['an empty archive', [], /no file that can be read/]
	])('is refused in words: %s', async (_, names, words) => {
		const files = Object.fromEntries(names.map((name) => [name, strToU8('x')]));
		expect(await refusalOf(zipSync(files))).toMatch(words);
	});
});

describe('a table', () => {
	it.each([
		['plain', strToU8(EDGES)],
		['in gzip', gzipSync(strToU8(EDGES))],
		['in zip', zipSync({ 'a.csv': strToU8(EDGES) })],
		[
			'in zip, with what systems add',
			zipSync({ '__MACOSX/._a.csv': strToU8('x'), 'a.csv': strToU8(EDGES), '.DS_Store': strToU8('y') })
		]
	])('is read whatever the name of the file: %s', async (_, bytes) => {
		const { graph, tables } = await graphOf(stage(bytes, 'wrong.gexf'));
		expect(graph).toMatchObject({ format: 'csv', table: true, tally: { edges: { taken: 2 } } });
		expect(tables).toMatchObject([
			{ kind: 'edges', header: true, columns: ['source', 'target'], rows: 2, taken: true }
		]);
	});

	it('of a single column is one where the name says so', async () => {
		expect((await graphOf(stage('Alice\nBob\n', 'names.csv'))).graph.tally.nodes.taken).toBe(2);
		await refusalOf('Alice\nBob\n', 'names.txt');
	});

	it('given as Blob, as pieces or at once is the same', async () => {
		const bytes = strToU8(EDGES.repeat(1));
		async function* pieces() {
			for (const byte of bytes) yield Uint8Array.of(byte);
		}
		const inputs = [bytes, new Blob([bytes]), pieces()];
		const results = await Promise.all(inputs.map((one) => stageFile([{ name: 'a.csv', bytes: one }])));
		expect(results[1]).toEqual(results[0]);
		expect(results[2]).toEqual(results[0]);
	});

	it('of actors and one of relations go together, as files or in an archive', async () => {
		const files = [
			{ name: 'edges.csv', bytes: strToU8(EDGES) },
			{ name: 'nodes.csv', bytes: strToU8(NODES) }
		];
		const together = await graphOf(stageFile(files));
		expect(together.graph.tally).toMatchObject({ nodes: { taken: 2 }, edges: { taken: 2 } });
		expect(together.graph.nodes[0]!.place).toBe('nodes.csv, line 2');
		const zip = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
		expect((await graphOf(stage(zip))).graph).toEqual(together.graph);
	});

	it('is read as the user says', async () => {
		const tables = new Map([['t.csv', { delimiter: ';', header: false, kind: 'nodes' as const }]]);
		const { graph } = await graphOf(stage('a,b;c\nd,e;f\n', 't.csv', { tables }));
		expect(graph.nodes.map(({ values }) => values)).toEqual([
			['a,b', 'c'],
			['d,e', 'f']
		]);
		const none = await graphOf(stage(EDGES, 't.csv', { tables: new Map([['t.csv', { take: false }]]) }));
		expect(none.graph.tally).toMatchObject({ edges: { inFile: 0 }, others: { leftOut: 1 } });
	});

	it('in another encoding is asked about, and then read', async () => {
		const bytes = latin('von;nach\nM\xFCller;B\n');
		const asked = await stage(bytes, 't.csv');
		expect(asked).toMatchObject({ what: 'encoding', name: 't.csv' });
		const { graph, encoding } = await graphOf(stage(bytes, 't.csv', { encoding: 'windows-1252' }));
		expect([graph.edges[0]!.values[0], encoding]).toEqual(['Müller', 'windows-1252']);
	});
});

describe('an archive', () => {
	const native = strToU8('{"format": "dramatis", "version": 1, "title": "T"}');

	it('with files of several kinds is asked about, and then one is taken', async () => {
		const zip = zipSync({ 'a.csv': strToU8(EDGES), 'b.dramatis.json': native, 'c.pdf': strToU8('%PDF-') });
		const asked = await stage(zip);
		expect(asked).toMatchObject({
			what: 'which',
			files: [{ name: 'a.csv' }, { name: 'b.dramatis.json', format: 'Dramatis document' }]
		});
		expect(await stage(zip, 'z.zip', { only: 'b.dramatis.json' })).toMatchObject({ what: 'document' });
		expect((await graphOf(stage(zip, 'z.zip', { only: 'a.csv' }))).graph.tally.edges.taken).toBe(2);
	});

	it('tells which of its files are not taken', async () => {
		const zip = zipSync({ 'a.csv': strToU8(EDGES), 'doc/c.pdf': strToU8('%PDF-') });
		const { graph } = await graphOf(stage(zip));
		expect(graph.tally.others).toMatchObject({ inFile: 1, leftOut: 1 });
		expect(graph.differences[0]).toMatchObject({
			place: 'doc/c.pdf',
			effect: 'left-out',
			reason: 'The file is a PDF.'
		});
	});

	it('among several is told by its name where its files are called as those of another', async () => {
		const gexf = (id: string) =>
			strToU8(`<gexf version="1.3"><graph><nodes><node id="${id}"/></nodes></graph></gexf>`);
		const zip = (id: string) => zipSync({ 'graph.gexf': gexf(id), 'other.gexf': gexf(`other ${id}`) });
		const files = [
			{ name: 'a.zip', bytes: zip('1') },
			{ name: 'b.zip', bytes: zip('2') },
			{ name: 'b.zip', bytes: zip('3') },
			{ name: 'graph.gexf', bytes: gexf('4') },
			{ name: 'c.zip', bytes: zipSync({ 'single.gexf': gexf('5') }) }
		];
		const asked = await stageFile(files);
		if (asked.what !== 'which') throw new Error('There is no question.');
		const names = asked.files.map(({ name }) => name);
		expect(names).toEqual([
			'a.zip: graph.gexf',
			'a.zip: other.gexf',
			'b.zip: graph.gexf',
			'b.zip: other.gexf',
			'b (2).zip: graph.gexf',
			'b (2).zip: other.gexf',
			'graph.gexf',
			'single.gexf'
		]);
		const ids = [];
		for (const only of names)
			ids.push((await graphOf(stageFile(files, { only }))).graph.nodes.map(({ id }) => id));
		expect(ids.flat()).toEqual(['1', 'other 1', '2', 'other 2', '3', 'other 3', '4', '5']);
	});

	it('within an archive is refused', async () => {
		const zip = zipSync({ 'x.csv': strToU8(EDGES) });
		expect(await refusalOf(zipSync({ 'x.zip': zip }))).toMatch(/another archive/);
		expect(await refusalOf(gzipSync(zip))).toMatch(/another archive/);
		expect(await refusalOf(gzipSync(gzipSync(strToU8(EDGES))))).toMatch(/another archive/);
	});

	it('that is a bomb is refused', async () => {
		const bomb = nodeGzip(new Uint8Array(20 * 1024 * 1024).fill(97));
		expect(await refusalOf(bomb, 'a.csv')).toMatch(/100 times/);
		const zip = zipSync({ 'a.csv': new Uint8Array(2e6) }, { level: 1 });
		expect(await refusalOf(zip, 'a.zip', { limits: { unpackedBytes: 1e6 } })).toMatch(/Unpacked/);
	});
});

describe('a document of our own', () => {
	it('is recognised and read, plain and packed', async () => {
		const bytes = readFileSync(
			new URL('../../../data/quds-force-baghdad-2024.dramatis.json', import.meta.url)
		);
		for (const packed of [bytes, gzipSync(bytes)]) {
			const staged = await stage(new Uint8Array(packed), 'x.csv');
			expect(staged.what).toBe('document');
			if (staged.what === 'document') expect(staged.reading.document.actors.length).toBeGreaterThan(20);
		}
	});
});

it('a document of our own that is too long for one text is refused as other JSON is', async () => {
	const write = vi.spyOn(WholeText.prototype, 'write').mockImplementation(() => {
		throw new UnreadableError('The file has more than 536 million characters.', 'Take a part of it.');
	});
	try {
		expect(await refusalOf('{"format": "dramatis", "version": 1}')).toMatch(/536 million/);
	} finally {
		write.mockRestore();
	}
});

describe('limits', () => {
	it('of bytes and elements are kept, and can be raised', async () => {
		expect(await refusalOf(EDGES, 'a.csv', { limits: { fileBytes: 10 } })).toMatch(/more than 10 bytes/);
		expect(await refusalOf(EDGES, 'a.csv', { limits: { elements: 1 } })).toMatch(/more than 1 elements/);
		await graphOf(stage(EDGES, 'a.csv', { limits: { elements: 2 } }));
	});
});

describe('while it works', () => {
	const large = `source,target\n${'alpha,beta\n'.repeat(100_000)}`;

	it('it tells how far it is', async () => {
		const told: [number, number][] = [];
		const bytes = new Blob([large]);
		await stageFile([{ name: 'a.csv', bytes }], {}, (elements, read) => told.push([elements, read]));
		expect(told.length).toBeGreaterThan(3);
		expect(told.at(-1)).toEqual([100_000, bytes.size]);
		expect(told.every(([elements], at) => at === 0 || elements >= told[at - 1]![0])).toBe(true);
	});

	it('it lets go of a file when another one is refused', async () => {
		let ended = false;
		async function* pieces() {
			try {
				for (;;) yield strToU8(EDGES.repeat(1000));
			} finally {
				ended = true;
			}
		}
		const files = [
			{ name: 'a.csv', bytes: pieces() },
			{ name: 'b.csv', bytes: strToU8('%PDF-') }
		];
		await expect(stageFile(files)).rejects.toThrow('b.csv: The file is a PDF.');
		expect(ended).toBe(true);
	});

	it('it can be cancelled, and lets go of the file', async () => {
		const controller = new AbortController();
		let ended = false;
		async function* pieces() {
			try {
				for (let at = 0; ; at++) yield strToU8(at === 0 ? 'source,target\n' : 'alpha,beta\n'.repeat(10_000));
			} finally {
				ended = true;
			}
		}
		setTimeout(() => controller.abort(), 20);
		const work = stageFile([{ name: 'a.csv', bytes: pieces() }], { signal: controller.signal });
		await expect(work).rejects.toMatchObject({ name: 'AbortError' });
		expect(ended).toBe(true);
	});
});

it('a file that goes away while it is read is refused in words', async () => {
	const stream = () =>
		new ReadableStream<Uint8Array>({
			pull: (controller) => controller.error(new DOMException('gone', 'NotFoundError'))
		});
	await expect(stageFile([{ name: 'a.csv', bytes: { stream } }])).rejects.toThrow(/cannot be read any more/);
});

describe('any bytes at all', () => {
	const seeds = [
		strToU8(`${EDGES}"a ""b""",c\r\n`),
		strToU8('[{"id": 1, "who": {"name": "A"}}]'),
		gzipSync(strToU8(EDGES)),
		zipSync({ 'a.csv': strToU8(EDGES), 'b.csv': strToU8(NODES) }),
		writeWorkbook([{ name: 'S', header: ['from', 'to'], rows: [['a', 'b']] }])
	];
	const change = fc.tuple(fc.nat(), fc.nat({ max: 255 }), fc.constantFrom('set', 'cut', 'insert', 'drop'));

	async function answers(bytes: Uint8Array): Promise<void> {
		try {
			const staged = await stage(bytes, 'x.csv');
			if (staged.what !== 'graph') return;
			const { nodes, edges, others } = staged.graph.tally;
			for (const { inFile, taken, merged, leftOut } of [nodes, edges, others])
				expect(taken + merged + leftOut).toBe(inFile);
		} catch (error) {
			expect(error).toBeInstanceOf(UnreadableError);
		}
	}

	function changed(seed: Uint8Array, changes: readonly (readonly [number, number, string])[]): Uint8Array {
		let bytes = [...seed];
		for (const [place, byte, how] of changes) {
			const at = place % (bytes.length + 1);
			if (how === 'set') bytes[at] = byte;
			else if (how === 'insert') bytes.splice(at, 0, byte);
			else if (how === 'drop') bytes.splice(at, 1);
			else bytes = bytes.slice(0, at);
		}
		return Uint8Array.from(bytes);
	}

	it('are refused in words or read, and the receipt balances', async () => {
		const seed = fc.constantFrom(...seeds);
		const some = fc.array(change, { maxLength: 4 });
		await fc.assert(
			fc.asyncProperty(seed, some, async (bytes, changes) => await answers(changed(bytes, changes))),
			{ numRuns: 300 }
		);
		await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), answers), { numRuns: 200 });
	});
});

it('no file adds anything to Object.prototype', async () => {
	const before = Object.getOwnPropertyNames(Object.prototype);
	await stage('__proto__,constructor,prototype\n__proto__,constructor,toString\n', 'a.csv');
	await stage('[{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}]', 'a.json');
	await stage(
		zipped([
			{ name: '__proto__', text: [EDGES] },
			{ name: 'constructor', text: [NODES] }
		])
	);
	expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});
