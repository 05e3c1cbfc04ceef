/** The command line as a user has it: the program is started, and what it leaves behind is looked at. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDocument } from '#lib/model/document.ts';
import { readNative, writeNative } from '#lib/formats/native/native.ts';
import { contentOfPage } from '#lib/formats/page.ts';
import { altText } from '#lib/picture/alt-text.ts';
import { allOf, readXml, textOf } from '../picture/read-xml.ts';
import { viewOf } from '../picture/views.ts';
import { bundled, bundledPath } from './bundled.ts';

const program = fileURLToPath(new URL('../../../bin/dramatis.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dramatis-cli-'));
const at = (name: string) => join(folder, name);

function dramatis(args: readonly string[], input = '') {
	const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
		cwd: folder,
		input,
		encoding: 'utf8',
		// A page is larger than what is taken by itself.
		maxBuffer: 16e6
	});
	return { code: status, out: stdout, said: stderr };
}

// The first call may have to build the program.
beforeAll(() => void dramatis(['--version']), 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('render', () => {
	it('writes a picture that is whole, with what the view shows', () => {
		const args = [
			'render',
			bundledPath,
			'-o',
			'out.svg',
			'--as-of',
			'2024-01-30',
			'--only',
			'pressure,conflict'
		];
		expect(dramatis(args)).toMatchObject({ code: 0, out: '' });
		const root = readXml(readFileSync(at('out.svg'), 'utf8').trimEnd());
		const everything = allOf(root);
		const relations = everything.filter(({ attributes }) => attributes.get('class')?.startsWith('relation '));
		const families = new Set(relations.map(({ attributes }) => attributes.get('class')!.split(' ')[1]));
		expect(families).toEqual(new Set(['pressure', 'conflict']));
		const actors = everything.filter(({ attributes }) => attributes.get('class')?.startsWith('actor '));
		expect(actors.length).toBe(bundled.actors.length);
		expect(textOf(root)).toContain('As of 30 January 2024');
		expect(everything.find(({ name }) => name === 'desc')).toBeDefined();
		for (const { name, attributes } of everything) {
			expect(['script', 'image', 'a', 'foreignObject']).not.toContain(name);
			for (const key of attributes.keys()) expect(key).not.toMatch(/^on|href$/);
		}
		const css = textOf(everything.find(({ name }) => name === 'style')!);
		expect([...css.matchAll(/url\(([^)]{5})/g)].map(([, start]) => start)).toEqual(
			[...css.matchAll(/url\(/g)].map(() => 'data:')
		);
		expect(readdirSync(folder)).toEqual(['out.svg']);
	});

	it('the same call gives the same bytes, and the alternative text is that of the view', () => {
		const first = dramatis(['render', bundledPath, '-o', '-', '--no-fonts']).out;
		expect(dramatis(['render', bundledPath, '-o', '-', '--no-fonts']).out).toBe(first);
		const desc = allOf(readXml(first.trimEnd())).find(({ name }) => name === 'desc');
		expect(textOf(desc!)).toBe(altText(viewOf(bundled)));
	});

	it('arranges what has no positions, and names with markup stay names', () => {
		const rest = { ...bundled, positions: new Map() };
		const actors = rest.actors.map((actor, i) =>
			i ? actor : { ...actor, name: '</title><script>alert(1)</script>' }
		);
		const text = writeNative({ ...rest, actors });
		const { code, out } = dramatis(['render', '-', '-o', '-', '--no-fonts'], text);
		expect(code).toBe(0);
		expect(out).not.toContain('<script');
		const titles = allOf(readXml(out.trimEnd()))
			.filter(({ name }) => name === 'title')
			.map(textOf);
		expect(titles.some((title) => title.startsWith('</title><script>'))).toBe(true);
	});

	it('draws many, says how far it is, and goes on after one that is broken', () => {
		writeFileSync(at('one.dramatis.json'), writeNative(emptyDocument('One')));
		writeFileSync(at('bad.dramatis.json'), '{"format": "dramatis", ');
		const { code, said } = dramatis([
			'render',
			'one.dramatis.json',
			'bad.dramatis.json',
			bundledPath,
			'-o',
			'many/',
			'--no-fonts'
		]);
		expect(code).toBe(2);
		expect(said).toContain('[1/3] ');
		expect(said).toMatch(/\[2\/3\] bad\.dramatis\.json: .*line 1, column 24/);
		expect(said).toContain('1 of 3 were not drawn.');
		expect(readdirSync(at('many')).sort()).toEqual(['one.svg', 'quds-force-baghdad-2024.svg']);
	});

	it.each([
		[['render'], /Which file\?/],
		[['render', 'no-such-file'], /no such file/],
		[['render', bundledPath, '--size', 'huge'], /is no size/],
		[['render', bundledPath, '--size', '50x50px'], /no room for the graph/],
		[['render', bundledPath, '-o', bundledPath, '--format', 'svg'], /written over/],
		[['bogus'], /There is no command “bogus”/],
		[[], /Usage/]
	])('%j ends with 2 and a reason', (args, words) => {
		const { code, said, out } = dramatis(args);
		expect(said).toMatch(words);
		expect(said).not.toMatch(/ at .*\.mjs:/);
		expect([code, out]).toEqual([2, '']);
	});
});

describe('page', () => {
	it('writes a page that holds the document in the view', () => {
		const args = ['page', bundledPath, '-o', 'out.html', '--as-of', '2024-01-30', '--theme', 'dark'];
		const { code, said } = dramatis([
			...args,
			'--view',
			'https://example.org/#v1&types=meets&camera=1,2,0.5'
		]);
		expect([code, said]).toEqual([0, expect.stringMatching(/out\.html: 1\.\d MB\n$/)]);
		const html = readFileSync(at('out.html'), 'utf8');
		const { document, view } = contentOfPage(html)!;
		expect(readNative(document).document).toEqual(bundled);
		expect(view).toBe('v1&types=meets&asof=2024-01-30&theme=dark&camera=1,2,0.5');
		expect(html).toContain(`<title>${bundled.title} · Dramatis</title>`);
	}, 60_000);

	it('arranges what has no places, and keeps names with markup', () => {
		const actors = ['</script>', 'b', 'c'].map((id) => ({ id, name: id, kind: 'person' as const }));
		const text = writeNative({ ...emptyDocument('</title>'), actors });
		const { code, out } = dramatis(['page', '-', '-o', '-', '--layout', 'circle'], text);
		expect(code).toBe(0);
		const { document, view } = contentOfPage(out)!;
		const read = readNative(document).document;
		expect(read).toMatchObject({ title: '</title>', actors });
		expect(new Set([...read.positions!.values()].map(String)).size).toBe(3);
		expect(view).toBe('v1&layout=circle');
	}, 60_000);
});

describe('check', () => {
	it('of a sound document finds nothing', () => {
		expect(dramatis(['check', bundledPath])).toMatchObject({ code: 0, said: '' });
	});

	it('of one with faults says where and what to do, and nothing of it steers the terminal', () => {
		const broken = {
			...emptyDocument('T'),
			actors: [{ id: 'a', name: 'A\u001b[31m', kind: 'person' }, { id: 'b' }]
		};
		const { code, out } = dramatis(['check', '-', '--evidence'], JSON.stringify(broken));
		expect(code).toBe(1);
		expect(out).toMatch(/actors\[1\]: .*name.* missing.*Correct it/);
		expect(out).toMatch(/^doubtful: A.* is in no relation\.$/m);
		// eslint-disable-next-line no-control-regex
		expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
	});

	it('asks about evidence where that is wanted', () => {
		const { code, out } = dramatis(['check', bundledPath, '--evidence']);
		expect(code).toBe(1);
		expect(out).toMatch(/^doubtful: Only unnamed voices/m);
		expect(dramatis(['check', bundledPath, '--evidence', '--from', 'grave']).code).toBe(0);
	});

	it('of what is no document ends with 2', () => {
		expect(dramatis(['check', '-'], 'hello')).toMatchObject({ code: 2, out: '' });
		expect(dramatis(['check', '-'], '')).toMatchObject({ code: 2 });
	});
});

describe('describe', () => {
	it('writes text, Markdown and HTML', () => {
		const text = dramatis(['describe', bundledPath]).out;
		expect(text).toContain('Relations (58)');
		expect(dramatis(['describe', bundledPath, '--format', 'markdown']).out).toContain('## Relations (58)');
		expect(dramatis(['describe', bundledPath, '-o', 'words.html']).code).toBe(0);
		expect(readFileSync(at('words.html'), 'utf8')).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
	});
});

it('help and version', () => {
	const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
		version: string;
	};
	expect(dramatis(['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
	for (const args of [['--help'], ['render', '--help'], ['check', '-h'], ['help', 'describe']]) {
		const { code, out } = dramatis(args);
		expect(code).toBe(0);
		expect(out).toContain('Usage: dramatis');
		for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(130);
	}
});
