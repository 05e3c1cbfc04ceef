/** A PNG around pixels that somebody else has compressed: signature, header, data, end (PNG specification, 5.6, 11.2). */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Bytes of one chunk of data: programs read them whole. */
const MOST_DATA = 1 << 20;

/**
 * @param data rows of red, green, blue and alpha, eight bits each, every row after a byte that names its filter, as
 * one zlib stream (RFC 1950).
 */
export function pngOf(width: number, height: number, data: Uint8Array): Uint8Array<ArrayBuffer> {
	const header = new Uint8Array(13);
	const view = new DataView(header.buffer);
	view.setUint32(0, width);
	view.setUint32(4, height);
	// Eight bits, red green blue and alpha; compression, filter and order of rows as the only ones there are.
	header.set([8, 6, 0, 0, 0], 8);
	const chunks = [new Uint8Array(SIGNATURE), pngChunk('IHDR', header)];
	for (let at = 0; at < data.length; at += MOST_DATA)
		chunks.push(pngChunk('IDAT', data.subarray(at, at + MOST_DATA)));
	chunks.push(pngChunk('IEND', new Uint8Array()));
	const png = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of chunks) {
		png.set(chunk, at);
		at += chunk.length;
	}
	return png;
}

/** A chunk: length, name, data, check sum. `name` has four Latin letters. */
export function pngChunk(name: string, data: Uint8Array): Uint8Array {
	const chunk = new Uint8Array(data.length + 12);
	const view = new DataView(chunk.buffer);
	view.setUint32(0, data.length);
	chunk.set(new TextEncoder().encode(name), 4);
	chunk.set(data, 8);
	view.setUint32(chunk.length - 4, checkSum(chunk.subarray(4, chunk.length - 4)));
	return chunk;
}

/** The sums of single bytes, as the specification's annex D has them. */
const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
	let sum = byte;
	for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
	return sum;
});

/** CRC-32. */
function checkSum(bytes: Uint8Array): number {
	let sum = 0xffffffff;
	for (const byte of bytes) sum = SUMS[(sum ^ byte) & 0xff]! ^ (sum >>> 8);
	return (sum ^ 0xffffffff) >>> 0;
}
