/** What is in a zip archive: a workbook, or files of which some can be read. */
import { EncodingError } from '#lib/formats/bytes/encoding.ts';
import type { Limits } from '#lib/formats/limits.ts';
import { refuseKnownArchive } from '#lib/formats/bytes/signatures.ts';
import type { WorkbookSource } from '#lib/formats/tables/stage-tables.ts';
import { nested, openSource } from '#lib/formats/bytes/text-source.ts';
import type { TextSource } from '#lib/formats/bytes/text-source.ts';
import { isWorkbook } from '#lib/formats/tables/xlsx.ts';
import { readZip } from '#lib/formats/bytes/zip.ts';
import type { ZipEntry } from '#lib/formats/bytes/zip.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** A file of an archive that cannot be read. */
export interface Skipped {
	readonly name: string;
	readonly reason: string;
	readonly remedy: string;
}

export interface Unzipped {
	readonly sources: readonly (TextSource | WorkbookSource)[];
	readonly skipped: readonly Skipped[];
}

/** What systems put into archives without being asked. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Opens an archive.
 * @throws UnreadableError when it is damaged, encrypted, a bomb, or the file of a program that cannot be read here
 */
export async function unzipped(
	name: string,
	bytes: Uint8Array,
	limits: Limits,
	{ encoding, only }: { readonly encoding?: string; readonly only?: string }
): Promise<Unzipped> {
	const entries = readZip(bytes, limits);
	const names = entries.map((entry) => entry.name);
	if (isWorkbook(names)) return { sources: [{ what: 'workbook', name, entries }], skipped: [] };
	refuseKnownArchive(names);
	const sources: TextSource[] = [];
	const skipped: Skipped[] = [];
	for (const entry of entries) {
		if (LITTER.test(entry.name) || (only !== undefined && entry.name !== only && only !== name)) continue;
		const opened = await open(entry, limits, encoding);
		if ('reason' in opened) skipped.push(opened);
		else sources.push(opened);
	}
	return { sources, skipped };
}

async function open(
	entry: ZipEntry,
	limits: Limits,
	encoding: string | undefined
): Promise<TextSource | Skipped> {
	const { name } = entry;
	const pieces = later(entry);
	try {
		const source = await openSource(name, pieces, limits, encoding);
		if (source.what === 'text') return source;
		await source.bytes.return(undefined);
		throw nested();
	} catch (error) {
		if (!(error instanceof UnreadableError) || error instanceof EncodingError) throw error;
		return { name, reason: error.message, remedy: error.remedy };
	}
}

async function* later(entry: ZipEntry): AsyncGenerator<Uint8Array> {
	yield* entry.pieces();
}
