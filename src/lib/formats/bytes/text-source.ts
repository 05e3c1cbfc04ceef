/** One file, or one file of an archive, on its way from bytes to a format. */
import { peek } from '#lib/formats/bytes/bytes.ts';
import type { Peeked } from '#lib/formats/bytes/bytes.ts';
import { HEAD_BYTES, containerOf, formatOf } from '#lib/formats/detect.ts';
import { decodePieces, encodingOf } from '#lib/formats/bytes/encoding.ts';
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { gunzipped } from '#lib/formats/bytes/inflate.ts';
import type { Limits } from '#lib/formats/limits.ts';
import { UnreadableError } from '#lib/model/problems.ts';

export interface TextSource {
	readonly what: 'text';
	readonly name: string;
	readonly format: 'native' | ForeignFormat;
	readonly encoding: string;
	/** To be gone through once. @throws EncodingError where the bytes are not of the encoding */
	readonly text: AsyncGenerator<string>;
}

export interface ZipSource {
	readonly what: 'zip';
	readonly name: string;
	readonly bytes: AsyncGenerator<Uint8Array>;
}

/**
 * Finds out what bytes are, through one layer of gzip.
 * @param encoding of the text, if the user has chosen one
 * @throws UnreadableError for what cannot be read
 */
export async function openSource(
	name: string,
	pieces: AsyncGenerator<Uint8Array>,
	limits: Limits,
	encoding?: string
): Promise<TextSource | ZipSource> {
	const outer = await peek(pieces, HEAD_BYTES);
	const container = containerOf(outer.head, outer.whole);
	if (container === 'zip') return { what: 'zip', name, bytes: outer.bytes };
	if (container === 'text') return textSource(name, outer, encoding);
	const inner = await peek(gunzipped(outer.bytes, limits), HEAD_BYTES);
	const within = name.replace(/\.gz$/i, '');
	if (containerOf(inner.head, inner.whole) === 'text') return textSource(within, inner, encoding);
	await inner.bytes.return(undefined);
	throw nested();
}

export function nested(): UnreadableError {
	return new UnreadableError(
		'The archive holds another archive.',
		'Unpack it yourself and open what is in it.'
	);
}

function textSource(name: string, { head, whole, bytes }: Peeked, chosen: string | undefined): TextSource {
	const encoding = chosen ?? encodingOf(head);
	if (!encoding.startsWith('utf-16')) refuseBinary(head);
	const start = new TextDecoder(encoding).decode(head, { stream: !whole });
	return { what: 'text', name, encoding, format: formatOf(name, start), text: decodePieces(bytes, encoding) };
}

/** Text has no zero bytes, but for one or two by a fault of some program. */
function refuseBinary(head: Uint8Array): void {
	const zeros = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
	if (zeros <= 2 + head.length / 1000) return;
	throw new UnreadableError(
		`The file is not text: of its first ${head.length} bytes, ${zeros} are zero.`,
		'Choose a file of data, or save it as CSV in the program that made it.'
	);
}
