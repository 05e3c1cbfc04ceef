/** Zip archives out: the same bytes for the same texts, whenever and wherever they are written. */
import { Deflate } from 'fflate';
import { join } from '#lib/formats/bytes/bytes.ts';
import { crc32 } from '#lib/formats/bytes/inflate.ts';

/** 1 January 1980, the first day that zip knows. */
const NO_DATE = 0x0021;
/** Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const UTF8 = 0x0800;

interface Packed {
	readonly name: Uint8Array;
	readonly crc: number;
	readonly size: number;
	readonly bytes: Uint8Array;
}

/**
 * An archive of text files, in UTF-8; halves of surrogate pairs become U+FFFD.
 * @throws RangeError when it gets larger than the 4 GB that plain zip can hold
 */
export function zipped(
	files: readonly { readonly name: string; readonly text: Iterable<string> }[]
): Uint8Array<ArrayBuffer> {
	const parts: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const file of files) {
		const packed = pack(file.name, file.text);
		const local = header(packed, null);
		directory.push(header(packed, offset));
		parts.push(local, packed.bytes);
		offset += local.length + packed.bytes.length;
		if (offset > 0xffffffff || packed.size > 0xffffffff) throw new RangeError('The archive is too large.');
	}
	const list = join(directory);
	return new Uint8Array(join([...parts, list, endRecord(files.length, list.length, offset)]));
}

function pack(name: string, text: Iterable<string>): Packed {
	const chunks: Uint8Array[] = [];
	const encoder = new TextEncoder();
	const deflate = new Deflate({ level: 6 }, (chunk) => chunks.push(chunk));
	let crc = 0;
	let size = 0;
	for (const piece of text) {
		const bytes = encoder.encode(piece);
		crc = crc32(bytes, crc);
		size += bytes.length;
		deflate.push(bytes, false);
	}
	deflate.push(new Uint8Array(0), true);
	return { name: encoder.encode(name), crc, size, bytes: join(chunks) };
}

/** Before the bytes of a file (APPNOTE 4.3.7), or in the directory (4.3.12) with the offset of the first. */
function header({ name, crc, size, bytes }: Packed, offset: number | null): Uint8Array {
	const inDirectory = offset !== null;
	const record = new Uint8Array((inDirectory ? 46 : 30) + name.length);
	const view = new DataView(record.buffer);
	view.setUint32(0, inDirectory ? 0x02014b50 : 0x04034b50, true);
	// In the directory, the version of the maker comes first; the rest is the same in both.
	const at = inDirectory ? 6 : 4;
	if (inDirectory) view.setUint16(4, 20, true);
	view.setUint16(at, 20, true);
	view.setUint16(at + 2, UTF8, true);
	view.setUint16(at + 4, 8, true);
	view.setUint16(at + 8, NO_DATE, true);
	view.setUint32(at + 10, crc, true);
	view.setUint32(at + 14, bytes.length, true);
	view.setUint32(at + 18, size, true);
	view.setUint16(at + 22, name.length, true);
	if (inDirectory) view.setUint32(42, offset, true);
	record.set(name, inDirectory ? 46 : 30);
	return record;
}

function endRecord(count: number, length: number, offset: number): Uint8Array {
	const record = new Uint8Array(22);
	const view = new DataView(record.buffer);
	view.setUint32(0, 0x06054b50, true);
	view.setUint16(8, count, true);
	view.setUint16(10, count, true);
	view.setUint32(12, length, true);
	view.setUint32(16, offset, true);
	return record;
}
