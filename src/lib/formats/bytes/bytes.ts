/** Files as streams of bytes, the same in a browser, a worker and Node. */
import { LimitError, type Limits } from '#lib/formats/limits.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** What has its bytes as a stream: a Blob, a File. */
export interface BlobLike {
	stream(): ReadableStream<Uint8Array>;
}

export type Bytes = AsyncIterable<Uint8Array> | BlobLike | Uint8Array;

const PIECE = 256 * 1024;

/** The bytes in pieces of at most PIECE, none of them empty. */
export async function* piecesOf(bytes: Bytes): AsyncGenerator<Uint8Array> {
	if (bytes instanceof Uint8Array) yield* cut(bytes);
	else for await (const chunk of 'stream' in bytes ? chunksOf(bytes.stream()) : bytes) yield* cut(chunk);
}

function* cut(chunk: Uint8Array): Generator<Uint8Array> {
	for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
}

/** Streams can be iterated in Node, but not in every browser. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
	const reader = stream.getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read().catch(gone);
			if (done) return;
			yield value;
		}
	} finally {
		// A stream that broke cannot be cancelled either.
		await reader.cancel().catch(() => undefined);
	}
}

/** Browsers say it with errors of many names. */
function gone(): never {
	throw new UnreadableError(
		'The file cannot be read any more: it was changed, moved or deleted, or the permission is gone.',
		'Choose it again; if it lies in a cloud folder or on another drive, copy it to this computer first.'
	);
}

/**
 * The same pieces, counted.
 * @param onBytes told how many have gone by
 * @throws UnreadableError beyond the limit of bytes
 */
export async function* counted(
	pieces: AsyncIterable<Uint8Array>,
	limits: Limits,
	onBytes: (bytes: number) => void
): AsyncGenerator<Uint8Array> {
	let bytes = 0;
	for await (const piece of pieces) {
		bytes += piece.length;
		if (bytes > limits.fileBytes) throw tooLarge(limits.fileBytes);
		onBytes(bytes);
		yield piece;
	}
}

/**
 * The same pieces, with a rest now and then: promises alone let no message through by which work is cancelled.
 * @throws what the signal says when the work is cancelled
 */
export async function* rested<Piece extends { readonly length: number }>(
	pieces: AsyncIterable<Piece>,
	signal: AbortSignal | undefined
): AsyncGenerator<Piece> {
	let since = 0;
	for await (const piece of pieces) {
		signal?.throwIfAborted();
		yield piece;
		since += piece.length;
		if (since < 4 * PIECE) continue;
		await new Promise((resolve) => setTimeout(resolve));
		since = 0;
	}
	signal?.throwIfAborted();
}

function tooLarge(most: number): LimitError {
	return new LimitError(
		'fileBytes',
		`The file has more than ${inWords(most)}.`,
		'Take a part of it, or raise the limit if there is memory for it.'
	);
}

/** `512 MB`. */
export function inWords(bytes: number): string {
	return bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${bytes} bytes`;
}

/** A stream whose beginning can be looked at before it is read. */
export interface Peeked {
	/** The first bytes: as many as were asked for, or all that there are. */
	readonly head: Uint8Array;
	/** Whether `head` is everything. */
	readonly whole: boolean;
	/** All of the bytes, the first ones too. To be gone through once. */
	readonly bytes: AsyncGenerator<Uint8Array>;
}

/** Reads as much of a stream as needed to look at its first `length` bytes. */
export async function peek(pieces: AsyncGenerator<Uint8Array>, length: number): Promise<Peeked> {
	const first: Uint8Array[] = [];
	let have = 0;
	let whole = false;
	while (have < length && !whole) {
		const { done, value } = await pieces.next();
		if (done) whole = true;
		else {
			first.push(value);
			have += value.length;
		}
	}
	const joined = join(first);
	return { head: joined.subarray(0, length), whole: whole && have <= length, bytes: again(joined, pieces) };
}

async function* again(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
	try {
		if (first.length > 0) yield first;
		yield* rest;
	} finally {
		await rest.return(undefined);
	}
}

export async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
	const all: Uint8Array[] = [];
	for await (const piece of pieces) all.push(piece);
	return join(all);
}

export function join(pieces: readonly Uint8Array[]): Uint8Array {
	if (pieces.length === 1) return pieces[0]!;
	const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		joined.set(piece, at);
		at += piece.length;
	}
	return joined;
}
