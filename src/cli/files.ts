/** Files in and out: documents are read whole or not at all, results are never half written. */
import { mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { FORMATS } from '#lib/formats/index.ts';
import { LIMITS } from '#lib/formats/limits.ts';
import { Failure } from './failure.ts';
import { safe, type Terminal } from './terminal.ts';

/** Stands for the standard input, and the standard output. */
export const STREAM = '-';

/** The bytes of a file, or of the standard input. @throws Failure for a file that is not there or too large */
export async function bytesOf(file: string, terminal: Terminal): Promise<Uint8Array> {
	try {
		if (file === STREAM) return await wholeOf(terminal.input());
		const handle = await open(file);
		try {
			const { size } = await handle.stat();
			// What is larger is not even looked at; but devices and pipes say nothing of their size.
			if (size > LIMITS.fileBytes) throw tooLarge(LIMITS.fileBytes);
			return await wholeOf(handle.createReadStream({ autoClose: false, highWaterMark: 1024 * 1024 }));
		} finally {
			await handle.close();
		}
	} catch (error) {
		if (error instanceof Failure) throw error;
		throw new Failure(`It cannot be read: ${reason(error)}.`);
	}
}

/**
 * All that comes, put together.
 * @throws Failure when it is more than so many bytes; no more is asked for then
 */
export async function wholeOf(
	pieces: AsyncIterable<Uint8Array>,
	most: number = LIMITS.fileBytes
): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const piece of pieces) {
		size += piece.length;
		if (size > most) throw tooLarge(most);
		parts.push(piece);
	}
	return Buffer.concat(parts);
}

function tooLarge(most: number): Failure {
	return new Failure(`It is too large to be read: at most ${Math.round(most / 1024 / 1024)} MB are.`);
}

/** The text of a file. @throws Failure as above */
export async function textOfFile(file: string, terminal: Terminal): Promise<string> {
	return new TextDecoder().decode(await bytesOf(file, terminal));
}

const REASONS: ReadonlyMap<unknown, string> = new Map([
	['ENOENT', 'there is no such file or folder'],
	['EACCES', 'it is not allowed'],
	['EPERM', 'it is not allowed'],
	['EISDIR', 'it is a folder'],
	['ENOTDIR', 'a part of its path is no folder'],
	['ENOSPC', 'the disk is full'],
	['EROFS', 'the disk is read-only'],
	['ENAMETOOLONG', 'its name is too long']
]);

function reason(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	return REASONS.get(code) ?? String(code ?? (error instanceof Error ? error.message : error));
}

/**
 * Writes a file under another name and gives it its own when it is whole, so that nobody ever sees half of it.
 * @throws Failure when it cannot be written; what stood there before then still does.
 */
export async function writeWhole(file: string, data: string | Uint8Array): Promise<void> {
	const temporary = join(dirname(file), `.${basename(file).slice(0, 100)}.${process.pid}.tmp`);
	try {
		await mkdir(dirname(file), { recursive: true });
		const handle = await open(temporary, 'wx');
		try {
			await handle.writeFile(data);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(temporary, file);
	} catch (error) {
		await unlink(temporary).catch(() => undefined);
		throw new Failure(`${safe(file)} cannot be written: ${reason(error)}.`);
	}
}

/** The name of a document's file without folder and ending; "stdin" for the standard input. */
export function stemOf(file: string): string {
	if (file === STREAM) return 'stdin';
	const name = basename(file);
	const endings = FORMATS.flatMap(({ extensions }) => extensions);
	const ending = endings.find((one) => name.toLowerCase().endsWith(one)) ?? extname(name);
	return name.slice(0, name.length - ending.length) || name;
}

/**
 * Where each result goes. `target`: a file, a folder (one that is there, or a name with a slash at its end), a pattern
 * with {name} in it, or `-`; none for files beside us, named after their documents.
 * @throws Failure when two results, or a result and a document, would be one file.
 */
export async function outputsFor(
	files: readonly string[],
	target: string | undefined,
	extension: string
): Promise<string[]> {
	const place = await placeFor(target, extension);
	if (files.length > 1 && target !== undefined && !place.includes('{name}'))
		throw new Failure(
			`${files.length} files cannot all be written to ${target}.`,
			'Give -o a folder (out/), or a pattern such as out/{name}.svg.'
		);
	const outputs = files.map((file) => place.replaceAll('{name}', () => stemOf(file)));
	const taken = new Map(files.filter((file) => file !== STREAM).map((file) => [resolve(file), file]));
	for (const [index, output] of outputs.entries()) {
		if (output === STREAM) continue;
		const other = taken.get(resolve(output));
		if (other !== undefined)
			throw new Failure(`${safe(output)} would be written over ${safe(other)}.`, 'Give -o another name.');
		taken.set(resolve(output), `the result of ${files[index]}`);
	}
	return outputs;
}

async function placeFor(target: string | undefined, extension: string): Promise<string> {
	if (target === undefined) return `{name}.${extension}`;
	if (target === STREAM) return STREAM;
	const isFolder = /[\\/]$/.test(target) || (await stat(target).catch(() => null))?.isDirectory();
	return isFolder ? join(target, `{name}.${extension}`) : target;
}
