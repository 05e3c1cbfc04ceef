import { gzipSync, strToU8, zipSync } from 'fflate';
import { gzipSync as nodeGzip } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gather, join } from '#lib/formats/bytes/bytes.ts';
import { crc32, gunzipped } from '#lib/formats/bytes/inflate.ts';
import { LIMITS } from '#lib/formats/limits.ts';
import type { Limits } from '#lib/formats/limits.ts';
import { zipped } from '#lib/formats/bytes/zip-writer.ts';
import { readZip } from '#lib/formats/bytes/zip.ts';
import { UnreadableError } from '#lib/model/problems.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const unzip = (bytes: Uint8Array, limits: Limits = LIMITS) =>
	readZip(bytes, limits).map((entry) => [entry.name, text(join([...entry.pieces()]))]);

async function gunzip(bytes: Uint8Array, step = 1000, limits: Limits = LIMITS): Promise<Uint8Array> {
	async function* pieces() {
		for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
	}
	return await gather(gunzipped(pieces(), limits));
}

/** A copy with the 16 bits at an offset from the first directory record set. */
function withDirectory(zip: Uint8Array, offset: number, value: number): Uint8Array {
	const copy = Uint8Array.from(zip);
	const view = new DataView(copy.buffer);
	let at = 0;
	while (view.getUint32(at, true) !== 0x02014b50) at++;
	view.setUint16(at + offset, value, true);
	return copy;
}

describe('a zip archive', () => {
	const files = {
		'a.csv': strToU8('x,y\n'),
		'folder/b.txt': strToU8('hällo'.repeat(1000)),
		'empty.txt': new Uint8Array(0)
	};

	it('gives its files, packed or only stored', () => {
		for (const level of [0, 9] as const)
			expect(unzip(zipSync(files, { level }))).toEqual(
				Object.entries(files).map(([name, bytes]) => [name, text(bytes)])
			);
	});

	it('that we write is read again, and is the same bytes every time', () => {
		const entry = fc.record({
			name: fc.string({ minLength: 1 }),
			text: fc.array(fc.string({ unit: 'grapheme' }))
		});
		const safe = (name: string) => !/[/\\\0]|^[a-z]:|^\.\.?$/i.test(name) && name.isWellFormed();
		fc.assert(
			fc.property(fc.uniqueArray(entry, { selector: ({ name }) => name }), (list) => {
				const good = list.filter(({ name }) => safe(name));
				const bytes = zipped(good);
				expect(unzip(bytes)).toEqual(good.map((one) => [one.name, one.text.join('')]));
				expect(zipped(good)).toEqual(bytes);
			})
		);
	});

	it.each(['../a', 'a/../../b', '/etc/passwd', 'C:\\x', '..\\x', 'a\0b'])(
		'with a file %j is refused',
		(name) => {
			expect(() => unzip(zipSync({ [name]: strToU8('x') }))).toThrow(/leads out of it/);
		}
	);

	it('with links, a password, names that come twice or unknown packing is refused', () => {
		expect(() => unzip(zipSync({ a: [strToU8('b'), { os: 3, attrs: 0o120777 << 16 }] }))).toThrow(
			/is a link/
		);
		const zip = zipSync({ a: strToU8('aaaa') });
		expect(() => unzip(withDirectory(zip, 8, 1))).toThrow(/encrypted/);
		expect(() => unzip(withDirectory(zip, 10, 14))).toThrow(/packed in a way/);
		const twice = Uint8Array.from(zipSync({ a: strToU8('x'), b: strToU8('y') }));
		for (let at = 0; at < twice.length; at++) if (twice[at] === 98) twice[at] = 97;
		expect(() => unzip(twice)).toThrow(/two files/);
	});

	it('with a wrong checksum or a size that lies is refused', () => {
		const zip = zipSync({ a: strToU8('hello hello') });
		expect(() => unzip(withDirectory(zip, 16, 0x1234))).toThrow(/damaged/);
		expect(() => unzip(withDirectory(zip, 24, 7))).toThrow(/damaged/);
	});

	it('cut at any byte, or with any byte changed, is refused or the same', () => {
		const zip = zipSync(files, { level: 9 });
		const whole = unzip(zip);
		for (let end = 0; end < zip.length; end++)
			expect(() => unzip(zip.subarray(0, end))).toThrow(UnreadableError);
		for (let at = 0; at < zip.length; at++) {
			const copy = Uint8Array.from(zip);
			copy[at]! ^= 0x55;
			try {
				const read = unzip(copy);
				// Only names and dates have no checksum, and the number of files can be made less.
				expect(whole.map(([, content]) => content)).toEqual(
					expect.arrayContaining(read.map(([, content]) => content))
				);
			} catch (error) {
				expect(error).toBeInstanceOf(UnreadableError);
			}
		}
	});

	it('that is a bomb is refused before it is unpacked', () => {
		const bomb = zipSync({ a: new Uint8Array(17 * 1024 * 1024) }, { level: 1 });
		expect(() => unzip(bomb)).toThrow(/more than 100 times/);
		expect(() => unzip(bomb, { ...LIMITS, unpackedBytes: 1024 * 1024 })).toThrow(/the limit is 1 MB/);
		expect(() =>
			unzip(withDirectory(withDirectory(bomb, 24, 5), 26, 0), {
				...LIMITS,
				unpackedRatio: 1e9,
				unpackedBytes: 1024 * 1024
			})
		).toThrow(/Unpacked/);
	});

	it('with too many files is refused', () => {
		const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`f${at}`, strToU8('x')]));
		expect(() => unzip(zipSync(many), { ...LIMITS, archiveEntries: 20 })).toThrow(/30 files/);
	});
});

describe('gzip', () => {
	const content = strToU8('source,target\n'.repeat(300));

	it('is unpacked in pieces of any size, of several members too', async () => {
		for (const step of [1, 7, 100_000]) expect(await gunzip(gzipSync(content), step)).toEqual(content);
		expect(await gunzip(nodeGzip(content, { level: 0 }))).toEqual(content);
		const two = join([gzipSync(strToU8('a,b\n')), gzipSync(strToU8('c,d\n'))]);
		for (const step of [1, 10, 1000]) expect(text(await gunzip(two, step))).toBe('a,b\nc,d\n');
		expect(await gunzip(gzipSync(new Uint8Array(0)))).toHaveLength(0);
	});

	it('cut at any byte is refused', async () => {
		const bytes = gzipSync(strToU8('source,target\na,b\n'));
		for (let end = 2; end < bytes.length; end++)
			await expect(gunzip(bytes.subarray(0, end))).rejects.toThrow(/damaged/);
	});

	it('with a byte changed in what is packed is refused', async () => {
		const bytes = gzipSync(strToU8('source,target\na,b\n'));
		for (let at = 10; at < bytes.length; at++) {
			const copy = Uint8Array.from(bytes);
			copy[at]! ^= 0x55;
			await expect(gunzip(copy)).rejects.toThrow(UnreadableError);
		}
	});

	it('that is a bomb is refused', async () => {
		const bomb = nodeGzip(new Uint8Array(17 * 1024 * 1024));
		await expect(gunzip(bomb, 65_536)).rejects.toThrow(/more than 100 times/);
		await expect(gunzip(bomb, 65_536, { ...LIMITS, unpackedRatio: 1e9, unpackedBytes: 1e6 })).rejects.toThrow(
			/Unpacked/
		);
	});
});

it('CRC-32 is that of the standard', () => {
	expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
	expect(crc32(strToU8('6789'), crc32(strToU8('12345')))).toBe(0xcbf43926);
});
