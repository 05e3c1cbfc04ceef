import { describe, expect, it } from 'vitest';
import { EncodingError, decodePieces, encodingOf } from '#lib/formats/bytes/encoding.ts';
import { UnreadableError } from '#lib/model/problems.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (number | string)[]) =>
	Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...utf8(part)])));

async function decode(whole: Uint8Array, encoding = encodingOf(whole), step = 3): Promise<string> {
	async function* pieces() {
		for (let at = 0; at < whole.length; at += step) yield whole.subarray(at, at + step);
	}
	let text = '';
	for await (const piece of decodePieces(pieces(), encoding)) text += piece;
	return text;
}

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
	const units = [...(mark ? '\uFEFF' : ''), ...text].join('');
	const array = new Uint8Array(units.length * 2);
	const view = new DataView(array.buffer);
	for (let at = 0; at < units.length; at++) view.setUint16(at * 2, units.charCodeAt(at), little);
	return array;
}

describe('an encoding', () => {
	const text = 'source,target\nMüller,عربي 😀\n';

	it.each([
		['UTF-8', utf8(text), 'utf-8'],
		['UTF-8 with a byte order mark', utf8(`\uFEFF${text}`), 'utf-8'],
		['UTF-16 LE', utf16(text, true, true), 'utf-16le'],
		['UTF-16 BE', utf16(text, false, true), 'utf-16be'],
		['UTF-16 LE without a mark', utf16(text, true, false), 'utf-16le'],
		['UTF-16 BE without a mark', utf16(text, false, false), 'utf-16be']
	])('is known by the bytes: %s', async (_, whole, encoding) => {
		expect(encodingOf(whole)).toBe(encoding);
		for (const step of [1, 2, 3, 1000]) expect(await decode(whole, encoding, step)).toBe(text);
	});

	it.each([
		['XML', bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>', 0xfc), 'windows-1252'],
		['XML, between single quotes', bytes("<?xml version='1.0' encoding='windows-1251'?>"), 'windows-1251'],
		['XML that says UTF-16 in bytes that are not', bytes('<?xml version="1.0" encoding="UTF-16"?>'), 'utf-8'],
		['DOT', bytes('digraph g { graph [charset="latin1"]; a -> b }'), 'windows-1252'],
		['a table that speaks of it', bytes('name,charset=latin1\na,b\n'), 'utf-8']
	])('is known by its declaration: %s', (_, whole, encoding) => {
		expect(encodingOf(whole)).toBe(encoding);
	});

	it('that is declared but unknown is asked for', () => {
		expect(() => encodingOf(bytes('<?xml version="1.0" encoding="x-klingon"?>'))).toThrow(EncodingError);
	});

	it('is never guessed: what is not UTF-8 gives a choice with previews', async () => {
		const whole = bytes('von;nach\nAnkara;B\n', 'M', 0xfc, 'ller;', 0x93, 'X', 0x94, '\n');
		const error = await decode(whole).catch((caught: unknown) => caught);
		expect(error).toBeInstanceOf(EncodingError);
		const { choices, place, remedy } = error as EncodingError;
		expect(place).toBe('byte 20');
		expect(remedy).not.toBe('');
		expect(choices.find(({ encoding }) => encoding === 'windows-1252')?.preview).toContain('ü');
		expect(choices.map(({ encoding }) => encoding)).toContain('windows-1251');
		expect(await decode(whole, 'windows-1252')).toBe('von;nach\nAnkara;B\nMüller;“X”\n');
	});

	it('that was chosen wrongly is refused as well', async () => {
		await expect(decode(bytes('a', 0x81, 0x20), 'shift_jis')).rejects.toThrow(EncodingError);
	});

	it('of a text that ends within a character: it is cut off', async () => {
		const error = await decode(bytes('a,b\nc,', 0xe2, 0x82)).catch((caught: unknown) => caught);
		expect(error).toBeInstanceOf(UnreadableError);
		expect(error).not.toBeInstanceOf(EncodingError);
		expect((error as UnreadableError).message).toMatch(/middle of a character/);
		await expect(decode(utf16('abc', true, true).subarray(0, 7))).rejects.toThrow(/middle of a character/);
	});

	it('UTF-32 is refused in words', () => {
		expect(() => encodingOf(Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0))).toThrow(/UTF-32/);
	});

	it('finds the faulty byte in whatever piece it stands', async () => {
		const whole = bytes('ä'.repeat(50), 0xff, 'ö'.repeat(50));
		for (const step of [1, 7, 64, 500]) {
			const error = (await decode(whole, 'utf-8', step).catch((caught: unknown) => caught)) as EncodingError;
			expect(error.place).toBe('byte 101');
		}
	});
});
