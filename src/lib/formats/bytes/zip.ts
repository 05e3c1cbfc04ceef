/** Zip archives, read by their directory. Nothing is unpacked before it is asked for. */
import { inWords } from '#lib/formats/bytes/bytes.ts';
import { UnpackBudget, crc32, damaged, inflated } from '#lib/formats/bytes/inflate.ts';
import { LimitError, type Limits } from '#lib/formats/limits.ts';
import { quoted } from '#lib/model/problem-log.ts';
import { UnreadableError } from '#lib/model/problems.ts';

export interface ZipEntry {
	readonly name: string;
	/** Bytes after unpacking, as the directory says. */
	readonly size: number;
	/** Unpacks the entry. @throws UnreadableError when it is damaged, or beyond the limits of the whole archive */
	pieces(): Generator<Uint8Array>;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The files in an archive, without its folders.
 * @throws UnreadableError when the directory is damaged or missing, when names lead out of the archive, come twice or
 * are encrypted, and beyond the limits of entries and sizes
 */
export function readZip(bytes: Uint8Array, limits: Limits): ZipEntry[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const budget = new UnpackBudget(limits);
	const { count, start } = findDirectory(view);
	if (count > limits.archiveEntries)
		throw new LimitError(
			'archiveEntries',
			`The archive has ${count} files, and more than ${limits.archiveEntries} are not looked at.`,
			'Unpack it yourself and open the file that you want.'
		);
	const records = readDirectory(view, count, start);
	const files = records.filter(({ name }) => !name.endsWith('/'));
	refuseBadNames(files);
	const sum = files.reduce((total, { size }) => total + size, 0);
	if (sum > limits.unpackedBytes)
		throw new LimitError(
			'unpackedBytes',
			`Unpacked, the archive has ${inWords(sum)}, and the limit is ${inWords(limits.unpackedBytes)}.`,
			'Unpack it yourself and take a part of it, or raise the limit if there is memory for it.'
		);
	return files.map((record) => ({
		name: record.name,
		size: record.size,
		pieces: () => unpack(view, record, budget)
	}));
}

interface Directory {
	readonly count: number;
	readonly start: number;
}

/** The record at the end, before a comment of up to 65,535 bytes (APPNOTE 4.3.16). */
function findDirectory(view: DataView): Directory {
	const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
	for (let at = view.byteLength - 22; at >= lowest; at--) {
		if (view.getUint32(at, true) !== END) continue;
		const count = view.getUint16(at + 10, true);
		const start = view.getUint32(at + 16, true);
		if (count !== 0xffff && start !== 0xffffffff) return { count, start };
		return findDirectory64(view, at);
	}
	throw new UnreadableError(
		'The archive breaks off: its list of files is missing.',
		'Get a whole copy of the file.'
	);
}

/** APPNOTE 4.3.14 and 4.3.15. */
function findDirectory64(view: DataView, end: number): Directory {
	if (end < 20 || view.getUint32(end - 20, true) !== 0x07064b50) throw damaged();
	const at = Number(view.getBigUint64(end - 12, true));
	if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) throw damaged();
	return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) };
}

interface Record64 {
	readonly name: string;
	readonly flags: number;
	readonly method: number;
	readonly crc: number;
	readonly packed: number;
	readonly size: number;
	readonly offset: number;
	readonly link: boolean;
}

function readDirectory(view: DataView, count: number, start: number): Record64[] {
	const records: Record64[] = [];
	let at = start;
	for (let number = 0; number < count; number++) {
		if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw damaged();
		const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
		const [name = 0, extra = 0, comment = 0] = lengths;
		const next = at + 46 + name + extra + comment;
		if (next > view.byteLength) throw damaged();
		records.push(readRecord(view, at, name, extra));
		at = next;
	}
	return records;
}

function readRecord(view: DataView, at: number, nameLength: number, extraLength: number): Record64 {
	const flags = view.getUint16(at + 8, true);
	const nameBytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
	const large = large64(view, at + 46 + nameLength, extraLength);
	const wide = (offset: number) => {
		const value = view.getUint32(at + offset, true);
		return value === 0xffffffff ? (large.shift() ?? value) : value;
	};
	// In the order in which the extra field has them.
	const size = wide(24);
	const packed = wide(20);
	const offset = wide(42);
	const madeOnUnix = view.getUint8(at + 5) === 3;
	return {
		// Old archives have names in the code page of their maker; for looking at, Latin letters do.
		name: new TextDecoder(flags & 0x800 ? 'utf-8' : 'latin1').decode(nameBytes),
		flags,
		method: view.getUint16(at + 10, true),
		crc: view.getUint32(at + 16, true),
		packed,
		size,
		offset,
		link: madeOnUnix && view.getUint32(at + 38, true) >>> 28 === 0xa
	};
}

/** Sizes of more than four gigabytes stand in an extra field (APPNOTE 4.5.3). */
function large64(view: DataView, start: number, length: number): number[] {
	for (let at = start; at + 4 <= start + length;) {
		const id = view.getUint16(at, true);
		const size = view.getUint16(at + 2, true);
		const end = Math.min(at + 4 + size, start + length);
		const values: number[] = [];
		if (id === 1) {
			for (let one = at + 4; one + 8 <= end; one += 8) values.push(Number(view.getBigUint64(one, true)));
			return values;
		}
		at += 4 + size;
	}
	return [];
}

const SELF = 'Unpack it yourself and open the file that you want.';

function refuseBadNames(records: readonly Record64[]): void {
	const names = new Set<string>();
	for (const { name, flags, link } of records) {
		const parts = name.split(/[/\\]/);
		if (/^[/\\]|^[a-z]:/i.test(name) || parts.includes('..') || name.includes('\0'))
			throw new UnreadableError(
				`The archive has a file ${quoted(name)}, whose name leads out of it.`,
				'Do not trust it.'
			);
		if (link) throw new UnreadableError(`In the archive, ${quoted(name)} is a link to another place.`, SELF);
		if (flags & 1)
			throw new UnreadableError(
				`The archive is encrypted.`,
				'Unpack it with its password and open what is in it.'
			);
		if (names.has(name))
			throw new UnreadableError(`The archive has two files that are called ${quoted(name)}.`, SELF);
		names.add(name);
	}
}

function* unpack(view: DataView, record: Record64, budget: UnpackBudget): Generator<Uint8Array> {
	const { offset, packed, method } = record;
	if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) throw damaged();
	const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
	if (start + packed > view.byteLength) throw damaged();
	if (method !== 0 && method !== 8)
		throw new UnreadableError(
			`In the archive, ${quoted(record.name)} is packed in a way that is not known here.`,
			SELF
		);
	const bytes = new Uint8Array(view.buffer, view.byteOffset + start, packed);
	let crc = 0;
	let size = 0;
	for (const piece of method === 8 ? inflated(bytes, budget) : stored(bytes, budget)) {
		crc = crc32(piece, crc);
		size += piece.length;
		yield piece;
	}
	if (crc !== record.crc || size !== record.size) throw damaged();
}

function* stored(bytes: Uint8Array, budget: UnpackBudget): Generator<Uint8Array> {
	budget.count(bytes.length, bytes.length);
	for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
