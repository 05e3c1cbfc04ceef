/** Unpacks deflated bytes (RFC 1951) a little at a time, so that a bomb is noticed before it goes off. */
import { Gunzip, Inflate } from 'fflate';
import { inWords } from '#lib/formats/bytes/bytes.ts';
import { LimitError, type Limits } from '#lib/formats/limits.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** A piece of this size unpacks to 16 MB at the worst. */
const STEP = 16 * 1024;

/** Below this size a high ratio does no harm: an empty table packs well. */
const HARMLESS = 16 * 1024 * 1024;

const WHOLE_COPY = 'Get a whole copy of the file.';

/** Counts what an archive unpacks to, over all of its entries. */
export class UnpackBudget {
	readonly #limits: Limits;
	#unpacked = 0;
	#packed = 0;

	constructor(limits: Limits) {
		this.#limits = limits;
	}

	/** @throws UnreadableError when more comes out than the limits allow, or a great deal more than went in */
	count(packed: number, unpacked: number): void {
		this.#packed += packed;
		this.#unpacked += unpacked;
		const { unpackedBytes, unpackedRatio } = this.#limits;
		if (this.#unpacked > unpackedBytes)
			throw new LimitError(
				'unpackedBytes',
				`Unpacked, the file has more than ${inWords(unpackedBytes)}.`,
				'Unpack it yourself and take a part of it, or raise the limit if there is memory for it.'
			);
		if (this.#unpacked > HARMLESS && this.#unpacked > this.#packed * unpackedRatio)
			throw new LimitError(
				'unpackedRatio',
				`The file unpacks to more than ${unpackedRatio} times its size, as archives made to do harm do.`,
				'If you trust it, unpack it yourself and open what is in it.'
			);
	}
}

/**
 * Unpacks deflated bytes.
 * @throws UnreadableError when they are damaged or break off, or beyond the budget
 */
export function* inflated(packed: Uint8Array, budget: UnpackBudget): Generator<Uint8Array> {
	let out: Uint8Array[] = [];
	const inflate = new Inflate((chunk) => out.push(chunk));
	for (let at = 0; at < packed.length || at === 0; at += STEP) {
		const piece = packed.subarray(at, at + STEP);
		push(() => inflate.push(piece, at + STEP >= packed.length));
		budget.count(
			piece.length,
			out.reduce((sum, chunk) => sum + chunk.length, 0)
		);
		yield* out.filter((chunk) => chunk.length > 0);
		out = [];
	}
}

/**
 * Unpacks gzip (RFC 1952), of one member or several.
 * @throws UnreadableError when it is damaged or breaks off, or beyond the limits
 */
export async function* gunzipped(
	packed: AsyncIterable<Uint8Array>,
	limits: Limits
): AsyncGenerator<Uint8Array> {
	const budget = new UnpackBudget(limits);
	const trailer = new Trailer();
	let out: Uint8Array[] = [];
	const gunzip = new Gunzip((chunk) => out.push(chunk));
	gunzip.onmember = () => trailer.anotherMember();
	const step = function* (piece: Uint8Array, last: boolean) {
		push(() => gunzip.push(piece, last));
		budget.count(
			piece.length,
			out.reduce((sum, chunk) => sum + chunk.length, 0)
		);
		for (const chunk of out) trailer.unpacked(chunk);
		yield* out.filter((chunk) => chunk.length > 0);
		out = [];
	};
	for await (const chunk of packed) {
		trailer.packed(chunk);
		for (let at = 0; at < chunk.length; at += STEP) yield* step(chunk.subarray(at, at + STEP), false);
	}
	yield* step(new Uint8Array(0), true);
	trailer.check();
}

/** The checksum and the length at the end of gzip; of several members only one could be checked, so none is. */
class Trailer {
	#last: number[] = [];
	#crc = 0;
	#length = 0;
	#single = true;

	packed(chunk: Uint8Array): void {
		this.#last = [...this.#last, ...chunk.subarray(-8)].slice(-8);
	}

	unpacked(chunk: Uint8Array): void {
		this.#crc = crc32(chunk, this.#crc);
		this.#length = (this.#length + chunk.length) >>> 0;
	}

	anotherMember(): void {
		this.#single = false;
	}

	check(): void {
		if (!this.#single) return;
		const view = new DataView(Uint8Array.from(this.#last).buffer);
		if (
			this.#last.length === 8 &&
			view.getUint32(0, true) === this.#crc &&
			view.getUint32(4, true) === this.#length
		)
			return;
		throw damaged();
	}
}

function push(work: () => void): void {
	try {
		work();
	} catch {
		throw damaged();
	}
}

export function damaged(): UnreadableError {
	return new UnreadableError(
		'The archive is damaged or breaks off: what it holds cannot be unpacked.',
		WHOLE_COPY
	);
}

const TABLE = new Uint32Array(256).map((_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/** CRC-32 (ISO 3309) of bytes that go on after others of the checksum given. */
export function crc32(bytes: Uint8Array, before = 0): number {
	let crc = ~before;
	for (let at = 0; at < bytes.length; at++) crc = (crc >>> 8) ^ TABLE[(crc ^ bytes[at]!) & 0xff]!;
	return ~crc >>> 0;
}
