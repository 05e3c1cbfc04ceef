/** Words in a PNG: iTXt chunks (PNG specification, third edition, 11.3.3.4), which programs show as title and description. */
import { pngChunk } from '#lib/picture/png-file.ts';

const SIGNATURE = 8;
/** Length, name and check sum around a chunk's data. */
const AROUND = 12;

/**
 * A PNG with texts by keyword ("Title", "Description": 11.3.3.1) after its header. What is no PNG comes back as it is.
 *
 * @param texts keywords of Latin letters, at most 79 long; texts of any kind.
 */
export function withTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
	const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
	const isPng = png.length > SIGNATURE + AROUND && view.getUint32(0) === 0x89504e47;
	if (!isPng) return new Uint8Array(png);
	const after = SIGNATURE + AROUND + view.getUint32(SIGNATURE);
	const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
	const size = chunks.reduce((sum, chunk) => sum + chunk.length, png.length);
	const result = new Uint8Array(size);
	result.set(png.subarray(0, after));
	let at = after;
	for (const chunk of chunks) {
		result.set(chunk, at);
		at += chunk.length;
	}
	result.set(png.subarray(after), at);
	return result;
}

function textChunk(keyword: string, text: string): Uint8Array {
	const encode = (words: string) => new TextEncoder().encode(words);
	// Keyword, not compressed, no language, no translated keyword; then the text.
	return pngChunk(
		'iTXt',
		new Uint8Array([...encode(keyword), 0, 0, 0, 0, 0, ...encode(text.replaceAll('\0', ''))])
	);
}
