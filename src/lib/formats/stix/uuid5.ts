/** Names as UUIDs, always the same for the same name (RFC 9562, version 5), without the asynchronous Web Crypto. */

/** Of our own making; what it is does not matter, that it stays does. */
const NAMESPACE = [
	0x5b, 0x1d, 0x0c, 0x52, 0x7a, 0x9e, 0x4c, 0x34, 0x9d, 0x0f, 0x61, 0x2e, 0x83, 0xa4, 0xd7, 0x16
];

/** The UUID of a list of texts; other lists have other UUIDs, as far as SHA-1 goes. */
export function uuidOf(...parts: readonly string[]): string {
	// As JSON, half surrogate pairs stay apart, which UTF-8 would make one, and so do ["ab"] and ["a","b"].
	const name = new TextEncoder().encode(JSON.stringify(parts));
	const bytes = sha1([...NAMESPACE, ...name]).slice(0, 16);
	bytes[6] = (bytes[6]! & 0x0f) | 0x50;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** SHA-1 (FIPS 180-4) of bytes, as twenty bytes. For names, not for secrets. */
export function sha1(message: readonly number[]): number[] {
	const blocks = padded(message);
	const hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
	const words = new Uint32Array(80);
	for (let at = 0; at < blocks.length; at += 64) {
		for (let word = 0; word < 16; word++) words[word] = readWord(blocks, at + word * 4);
		for (let word = 16; word < 80; word++)
			words[word] = rotated(words[word - 3]! ^ words[word - 8]! ^ words[word - 14]! ^ words[word - 16]!, 1);
		addBlock(hash, words);
	}
	return hash.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]);
}

function addBlock(hash: number[], words: Uint32Array): void {
	let [a, b, c, d, e] = hash as [number, number, number, number, number];
	for (let round = 0; round < 80; round++) {
		const [mix, constant] = mixing(round, b, c, d);
		const next = (rotated(a, 5) + mix + e + constant + words[round]!) >>> 0;
		[e, d, c, b, a] = [d, c, rotated(b, 30), a, next];
	}
	for (const [index, word] of [a, b, c, d, e].entries()) hash[index] = (hash[index]! + word) >>> 0;
}

function mixing(round: number, b: number, c: number, d: number): readonly [mix: number, constant: number] {
	if (round < 20) return [(b & c) | (~b & d), 0x5a827999];
	if (round < 40) return [b ^ c ^ d, 0x6ed9eba1];
	if (round < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
	return [b ^ c ^ d, 0xca62c1d6];
}

function padded(message: readonly number[]): Uint8Array {
	const blocks = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
	blocks.set(message);
	blocks[message.length] = 0x80;
	const view = new DataView(blocks.buffer);
	view.setUint32(blocks.length - 8, Math.floor(message.length / 2 ** 29));
	view.setUint32(blocks.length - 4, (message.length * 8) >>> 0);
	return blocks;
}

function readWord(bytes: Uint8Array, at: number): number {
	return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;
}

function rotated(word: number, by: number): number {
	return ((word << by) | (word >>> (32 - by))) >>> 0;
}
