/** What can be done off the main thread. Pure functions: they run as well without a worker, as in tests. */
import { attachText } from '#lib/background/attach.ts';
import { readFile } from '#lib/formats/index.ts';
import type { Reading } from '#lib/formats/format.ts';
import { LAYOUTS } from '#lib/layout/index.ts';
import type { LayoutInput } from '#lib/layout/layout.ts';
import type { Point } from '#lib/model/document.ts';
import { UnreadableError } from '#lib/model/problems.ts';

/** A reading, or why there is none: an error that crosses a thread loses its class and all but its message. */
export type Answer =
	| { readonly ok: true; readonly reading: Reading }
	| { readonly ok: false; readonly message: string; readonly remedy: string; readonly place: string };

/** Runs a layout by its id; throws for an id that is in no registry. */
async function layout(id: string, input: LayoutInput, progress: (share: number) => void): Promise<Point[]> {
	const found = LAYOUTS.find((one) => one.id === id);
	if (!found) throw new RangeError('There is no layout of that name.');
	return await found.run(input, progress);
}

/** Reads a file, given as its text or as the file itself (UTF-8). */
async function read(name: string, data: string | Blob): Promise<Answer> {
	try {
		return { ok: true, reading: readFile(name, typeof data === 'string' ? data : await textOf(data)) };
	} catch (error) {
		if (!(error instanceof UnreadableError)) throw error;
		return { ok: false, message: error.message, remedy: error.remedy, place: error.place };
	}
}

/**
 * The text of a file, which has to be UTF-8.
 * @throws UnreadableError when it is not.
 */
async function textOf(file: Blob): Promise<string> {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw new UnreadableError(
			'It is not text in UTF-8.',
			'If it is text, save it again with the encoding UTF-8.'
		);
	}
}

/** Readers of other programs' files are many, and wanted seldom: they come when the first file does. */
const importing = () => import('#lib/background/import-tasks.ts');
type Importing = Awaited<ReturnType<typeof importing>>;

const stage = async (...args: Parameters<Importing['stage']>) => (await importing()).stage(...args);
const guessAgain = async (...args: Parameters<Importing['guessAgain']>) =>
	(await importing()).guessAgain(...args);
const outcome = async (...args: Parameters<Importing['outcome']>) => (await importing()).outcome(...args);
const take = async (...args: Parameters<Importing['take']>) => (await importing()).take(...args);
const twins = async (...args: Parameters<Importing['twins']>) => (await importing()).twins(...args);
const twinsIn = async (...args: Parameters<Importing['twinsIn']>) => (await importing()).twinsIn(...args);

/** So do writers. */
const exporting = () => import('#lib/background/export-tasks.ts');
type Exporting = Awaited<ReturnType<typeof exporting>>;

const holdPiece = async (...args: Parameters<Exporting['holdPiece']>) =>
	(await exporting()).holdPiece(...args);
const outReport = async (...args: Parameters<Exporting['outReport']>) =>
	(await exporting()).outReport(...args);
const outFile = async (...args: Parameters<Exporting['outFile']>) => (await exporting()).outFile(...args);

export const TASKS = {
	layout,
	read,
	attachText,
	stage,
	guessAgain,
	outcome,
	take,
	twins,
	twinsIn,
	holdPiece,
	outReport,
	outFile
};
export type Tasks = typeof TASKS;
