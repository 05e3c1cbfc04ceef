import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bytesOf, outputsFor, stemOf, wholeOf, writeWhole } from '../../../src/cli/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'dramatis-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('where results go', () => {
	it('beside us, into a folder, by a pattern, or to the standard output', async () => {
		const files = ['a/one.dramatis.json', 'b/two.json'];
		expect(await outputsFor(files, undefined, 'svg')).toEqual(['one.svg', 'two.svg']);
		expect(await outputsFor(files, 'out/', 'png')).toEqual([join('out', 'one.png'), join('out', 'two.png')]);
		expect(await outputsFor(files, folder, 'svg')).toEqual([
			join(folder, 'one.svg'),
			join(folder, 'two.svg')
		]);
		expect(await outputsFor(files, 'x/{name}-now.svg', 'svg')).toEqual(['x/one-now.svg', 'x/two-now.svg']);
		expect(await outputsFor(['-'], '-', 'svg')).toEqual(['-']);
		expect(await outputsFor(['a$&.json'], '{name}.svg', 'svg')).toEqual(['a$&.svg']);
	});

	it('never over a document, nor two in one place', async () => {
		await expect(outputsFor(['a.json', 'b.json'], 'out.svg', 'svg')).rejects.toThrow('cannot all be written');
		await expect(outputsFor(['a/x.json', 'b/x.json'], 'out/', 'svg')).rejects.toThrow('written over');
		await expect(outputsFor(['./doc.json'], 'doc.json', 'svg')).rejects.toThrow('written over');
	});

	it('a document is called by its name without ending', () => {
		expect(['x/report.DRAMATIS.json', 'a.b.json', '-', '.json'].map(stemOf)).toEqual([
			'report',
			'a.b',
			'stdin',
			'.json'
		]);
	});
});

describe('reading', () => {
	it('ends where it gets too large, though nobody says the size', async () => {
		let given = 0;
		async function* endless() {
			for (;;) yield await Promise.resolve(new Uint8Array(++given && 1024 * 1024));
		}
		await expect(wholeOf(endless(), 3 * 1024 * 1024)).rejects.toThrow('at most 3 MB are');
		expect(given).toBe(4);
	});

	it('takes a file and the standard input alike, and says why it cannot', async () => {
		const terminal = {
			async *input() {
				yield await Promise.resolve(new Uint8Array([97]));
				yield new Uint8Array([98]);
			}
		} as unknown as Parameters<typeof bytesOf>[1];
		writeFileSync(join(folder, 'ab'), 'ab');
		for (const file of ['-', join(folder, 'ab')])
			expect(Buffer.from(await bytesOf(file, terminal)).toString()).toBe('ab');
		await expect(bytesOf(folder, terminal)).rejects.toThrow('It cannot be read: it is a folder.');
		await expect(bytesOf(join(folder, 'none'), terminal)).rejects.toThrow('there is no such file');
	});
});

describe('writing', () => {
	it('makes folders, replaces what was there, and leaves nothing else behind', async () => {
		const file = join(folder, 'deep', 'er', 'out.svg');
		await writeWhole(file, 'old');
		await writeWhole(file, new Uint8Array([110, 101, 119]));
		expect(readFileSync(file, 'utf8')).toBe('new');
		expect(readdirSync(join(folder, 'deep', 'er'))).toEqual(['out.svg']);
	});

	it('that fails says why and leaves no half of a file', async () => {
		const taken = join(folder, 'taken');
		mkdirSync(join(taken, 'out.svg'), { recursive: true });
		await expect(writeWhole(join(taken, 'out.svg'), 'x')).rejects.toThrow('cannot be written');
		expect(readdirSync(taken)).toEqual(['out.svg']);
		writeFileSync(join(folder, 'file'), '');
		await expect(writeWhole(join(folder, 'file', 'out.svg'), 'x')).rejects.toThrow('cannot be written');
	});
});
