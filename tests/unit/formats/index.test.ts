import { describe, expect, it } from 'vitest';
import { MAX_FILE_CHARACTERS } from '#lib/formats/format.ts';
import { FORMATS, readFile } from '#lib/formats/index.ts';
import { writeNative } from '#lib/formats/native/native.ts';
import { emptyDocument } from '#lib/model/document.ts';

const text = writeNative(emptyDocument('T'));

describe('readFile', () => {
	it.each(['x.dramatis.json', 'x.json', 'x.csv', ''])(
		'goes by the content, whatever the name: %j',
		(name) => {
			expect(readFile(name, text).document.title).toBe('T');
		}
	);

	it('knows a document with a byte order mark, blanks and keys in another order', () => {
		const moved = `\uFEFF \r\n{"title": "T", "version": 1, "format" : "dramatis"}`;
		expect(readFile('x', moved).document.title).toBe('T');
	});

	it('goes by the name where the content says nothing, so that the message fits', () => {
		expect(() => readFile('X.Dramatis.JSON', '')).toThrow('The file is empty.');
		expect(() => readFile('x.dramatis.json', '{"format": "\\u0064ramatis", "version": 9}')).toThrow(
			'version 9'
		);
	});

	it('says which formats are read when it knows none', () => {
		expect(() => readFile('notes.txt', 'dramatis')).toThrow(
			expect.objectContaining({
				name: 'UnreadableError',
				message: '“notes.txt” is in no format that can be read here.',
				remedy: expect.stringContaining('Dramatis document (.dramatis.json)') as string
			})
		);
	});

	it('refuses what is too large before any format looks at it', () => {
		expect(() => readFile('x', ' '.repeat(MAX_FILE_CHARACTERS + 1))).toThrow('256 million');
	});
});

describe('FORMATS', () => {
	it('have ids and extensions of their own', () => {
		const ids = FORMATS.map(({ id }) => id);
		const extensions = FORMATS.flatMap((format) => format.extensions);
		expect(new Set(ids).size).toBe(ids.length);
		expect(new Set(extensions).size).toBe(extensions.length);
		for (const extension of extensions) expect(extension).toMatch(/^\.[a-z0-9.]+$/);
	});

	it('do not recognise prose', () => {
		for (const format of FORMATS) expect(format.recognises('Once upon a time')).toBe(false);
	});
});
