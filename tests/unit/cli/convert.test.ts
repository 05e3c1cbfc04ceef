/** `dramatis convert` as a user has it: the program is started, and what it leaves behind is read. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNative } from '#lib/formats/native/native.ts';
import { bundled, bundledPath } from './bundled.ts';

const program = fileURLToPath(new URL('../../../bin/dramatis.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dramatis-convert-'));
const at = (name: string) => join(folder, name);

function dramatis(args: readonly string[], input = '') {
	const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
		cwd: folder,
		input,
		encoding: 'utf8',
		maxBuffer: 16e6
	});
	return { code: status, out: stdout, said: stderr };
}

const documentAt = (name: string) => readNative(readFileSync(at(name), 'utf8')).document;

const TIES = [
	'who;does;whom;when;source',
	'Ahmad;knows;Bess;03/04/2024;Paper',
	'Bess;meets;Carl;05/04/2024;Paper',
	';meets;Carl;;'
].join('\n');

// The first call may have to build the program.
beforeAll(() => {
	dramatis(['--version']);
	writeFileSync(at('ties.csv'), TIES);
	writeFileSync(at('empty.gexf'), '<gexf xmlns="http://gexf.net/1.3"><graph><nodes/><edges/></graph></gexf>');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

// Some of these start the program several times.
describe('convert', { timeout: 60_000 }, () => {
	it('writes another format, says what is lost, and reads it again', () => {
		const { code, out, said } = dramatis(['convert', bundledPath, '-o', 'report.gexf']);
		expect([code, out]).toEqual([0, '']);
		expect(said).toMatch(/: \d+ claims have no place in GEXF and are kept as notes\.\n/);
		expect(said).toMatch(/report\.gexf: \d+\.\d kB\n$/);
		expect(dramatis(['convert', 'report.gexf', '-o', 'back.dramatis.json', '--quiet'])).toEqual({
			code: 0,
			out: '',
			said: expect.stringMatching(/^back\.dramatis\.json: [\d.]+ kB\n$/)
		});
		const back = documentAt('back.dramatis.json');
		expect(back.actors.map(({ name }) => name)).toEqual(bundled.actors.map(({ name }) => name));
		expect(back.relations.length).toBe(bundled.relations.length);
		// The other commands read it too.
		expect(dramatis(['describe', 'report.gexf'])).toMatchObject({ code: 0, said: '' });
		expect(dramatis(['check', 'report.gexf']).code).toBe(0);
	});

	it('asks what a file leaves open, and takes the answers from flags or from a mapping', () => {
		const asked = dramatis(['convert', 'ties.csv', '-o', 'ties.dramatis.json']);
		expect([asked.code, existsSync(at('ties.dramatis.json'))]).toEqual([2, false]);
		expect(asked.said).toMatch(/day first or with the month first/);
		expect(asked.said).toMatch(/--dates day-first\|month-first/);
		const answers = ['--column', 'does=type', '--new-types', '--dates', 'day-first'];
		const { code, said } = dramatis(['convert', 'ties.csv', '-o', 'ties.dramatis.json', ...answers]);
		expect(code).toBe(0);
		expect(said).toMatch(/3 edges in the file: 2 taken, 1 left out\./);
		expect(said).toMatch(/left out: line 4: /);
		const read = documentAt('ties.dramatis.json');
		expect(read.relations.map(({ when }) => when)).toEqual(['2024-04-03', '2024-04-05']);
		expect(read.relations[1]!.type).toBe('meets');
		expect(read.types?.map(({ name }) => name)).toEqual(['knows']);

		const { out } = dramatis(['convert', 'ties.csv', '--show-mapping', ...answers]);
		writeFileSync(at('mapping.json'), out);
		const args = ['convert', 'ties.csv', '-o', '-', '--to', 'dramatis', '--mapping', 'mapping.json', '-q'];
		expect(readNative(dramatis(args).out).document).toEqual(read);
		writeFileSync(at('mapping.json'), '{"dateOrder": "year-first"}');
		expect(dramatis(args)).toMatchObject({ code: 2, said: expect.stringMatching(/--mapping: dateOrder/) });
	});

	it('writes what is visible, and copies for others', () => {
		const view = ['--visible', '--as-of', '2024-01-30', '--only', 'conflict', '--connected'];
		const { code, said } = dramatis(['convert', bundledPath, '-o', 'part.dramatis.json', ...view]);
		expect(code).toBe(0);
		expect(said).toMatch(/As of 30 January 2024: showing \d+ of 30 actors/);
		const part = documentAt('part.dramatis.json');
		expect(part.relations.length).toBeGreaterThan(3);
		expect(part.relations.length).toBeLessThan(bundled.relations.length);
		const copy = ['--publish', 'positions,authors', '--leave-out', 'qaani'];
		const published = dramatis(['convert', bundledPath, '-o', 'copy.dramatis.json', ...copy]);
		expect(published.said).toMatch(/still says “Qaani”: /);
		const { actors, positions, sources } = documentAt('copy.dramatis.json');
		expect(actors.length).toBe(bundled.actors.length - 1);
		expect([positions, sources.find(({ authors }) => authors)]).toEqual([undefined, undefined]);
	});

	it('takes tables together, and writes tables as asked', () => {
		writeFileSync(at('people.csv'), 'id,name,kind\na,=Ahmad,person\nb,Bess,person\n');
		writeFileSync(at('edges.csv'), 'from,to,type\na,b,meets\n');
		const files = ['convert', 'people.csv', 'edges.csv', '--together'];
		expect(dramatis([...files, '-o', 'two.csv.zip', '--exact']).code).toBe(0);
		expect(dramatis([...files, '-o', 'safe.zip']).said).toMatch(/1 value begins as a formula would/);
		const back = dramatis(['convert', 'two.csv.zip', '-o', '-', '--to', 'dramatis', '-q']);
		expect(readNative(back.out).document.actors.map(({ name }) => name)).toEqual(['=Ahmad', 'Bess']);
	});

	it.each([
		[[bundledPath, '-o', 'x.bogus'], /Which format\?/],
		[
			[bundledPath, '-o', 'x.json'],
			/Which format\? Several end in \.json\. Give --to dramatis or a name in \.dramatis\.json for a Dram.*--to node-link for/
		],
		[['empty.gexf', '-o', 'x.gexf'], /no actor and no relation in it/],
		[[bundledPath, '-o', 'x.csv'], /two tables/],
		[[bundledPath, '--to', '__proto__'], /none that is written/],
		[[bundledPath, '-o', 'x.gexf', '--exact'], /for tables/],
		[[bundledPath, '-o', 'x.gexf', '--as-of', '2024-01-30'], /--as-of goes with --visible/],
		[[bundledPath, '-o', 'x.gexf', '--publish', 'everything'], /“everything” is not known/],
		[['ties.csv', '-o', 'x.gexf', '--column', 'nobody=from'], /no column “nobody”/],
		[['ties.csv', '-o', 'x.gexf', '--column', 'who=bogus'], /nothing that a column holds/],
		[['-', '-o', 'x.gexf'], /empty/]
	])('%j ends with 2 and a reason', (args, words) => {
		const { code, said, out } = dramatis(['convert', ...args]);
		expect(said).toMatch(words);
		expect(said).not.toMatch(/ at .*\.mjs:/);
		expect([code, out]).toEqual([2, '']);
		expect(existsSync(at('x.gexf'))).toBe(false);
	});
});
