import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { withTexts } from '#lib/picture/png-text.ts';

/** The smallest PNG there is: one grey pixel. */
const PIXEL = Uint8Array.from(
	Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
		'base64'
	)
);

interface Chunk {
	name: string;
	data: Buffer;
}

/** Reads the chunks of a PNG, and holds each one's check sum against another implementation. */
function chunksOf(png: Uint8Array): Chunk[] {
	const bytes = Buffer.from(png);
	const chunks: Chunk[] = [];
	for (let at = 8; at < bytes.length;) {
		const length = bytes.readUInt32BE(at);
		const data = bytes.subarray(at + 8, at + 8 + length);
		if (crc32)
			expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(bytes.subarray(at + 4, at + 8 + length)));
		chunks.push({ name: bytes.toString('latin1', at + 4, at + 8), data });
		at += 12 + length;
	}
	return chunks;
}

test('texts come after the header, and the picture stays as it was', () => {
	const png = withTexts(PIXEL, { Title: 'Übersicht', Description: 'الحشد 👩‍👩‍👧\0 end' });
	const chunks = chunksOf(png);
	expect(chunks.map(({ name }) => name)).toEqual(['IHDR', 'iTXt', 'iTXt', 'IDAT', 'IEND']);
	expect(chunks[1]!.data.toString('utf8')).toBe('Title\0\0\0\0\0Übersicht');
	expect(chunks[2]!.data.toString('utf8')).toBe('Description\0\0\0\0\0الحشد 👩‍👩‍👧 end');
	expect(inflateSync(chunks[3]!.data)).toHaveLength(2);
});

test('what is no PNG comes back as it is', () => {
	for (const bytes of [new Uint8Array(), new Uint8Array(100), PIXEL.subarray(0, 12)]) {
		expect(withTexts(bytes, { Title: 'x' })).toEqual(new Uint8Array(bytes));
	}
});
