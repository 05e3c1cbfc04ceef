/** Reading documents, in whatever format that can be read. */
import { basename } from 'node:path';
import type { Reading } from '#lib/formats/format.ts';
import { guessMapping } from '#lib/formats/meaning/guess.ts';
import type { ImportReceipt } from '#lib/formats/meaning/import-receipt.ts';
import { interpret } from '#lib/formats/meaning/interpret.ts';
import type { Mapping } from '#lib/formats/meaning/mapping.ts';
import { stageFile, type Staged } from '#lib/formats/stage.ts';
import type { Difference, StagedGraph } from '#lib/formats/staged.ts';
import { UnreadableError, type Problem } from '#lib/model/problems.ts';
import { Failure } from './failure.ts';
import { STREAM, bytesOf, stemOf, textOfFile } from './files.ts';
import type { Arguments } from './flags.ts';
import { mappingFrom } from './mapping-file.ts';
import { answered, openQuestions, withColumns } from './reading-flags.ts';
import { safe, type Terminal } from './terminal.ts';

export interface DocumentReading extends Reading {
	/** What became of everything in a file of another program; null for one of ours. */
	readonly receipt: ImportReceipt | null;
}

/**
 * Reads a document out of one file, or out of several tables that belong together.
 * @throws Failure for what is not there, what nobody can read, and where it is open what the file means
 */
export async function readDocument(
	files: readonly string[],
	args: Arguments,
	terminal: Terminal
): Promise<DocumentReading> {
	const staged = await stagedFiles(files, args, terminal);
	if (staged.what === 'document') return { ...staged.reading, receipt: null };
	const mapping = await mappingOf(staged.graph, files, args, terminal);
	const { document, receipt } = interpret(staged.graph, mapping);
	return { document, problems: receipt.differences.flatMap(problemOf), receipt };
}

/** What files hold, once nothing has to be asked before they can be read. @throws Failure as above */
export async function stagedFiles(
	files: readonly string[],
	args: Arguments,
	terminal: Terminal
): Promise<Extract<Staged, { what: 'document' | 'graph' }>> {
	const input = [];
	for (const file of files)
		input.push({ name: file === STREAM ? 'stdin' : basename(file), bytes: await bytesOf(file, terminal) });
	const [only, encoding] = [args.get('file'), args.get('encoding')];
	const staged = await stageFile(input, {
		...(only !== undefined && { only }),
		...(encoding !== undefined && { encoding })
	}).catch((error: unknown) => {
		if (error instanceof UnreadableError)
			throw new Failure(
				safe([error.place && `${error.place}:`, error.message].filter(Boolean).join(' ')),
				safe(error.remedy)
			);
		if (error instanceof RangeError && encoding !== undefined)
			throw new Failure(`--encoding: “${safe(encoding.slice(0, 40))}” is none that is known.`);
		throw error;
	});
	if (staged.what === 'which') {
		const names = staged.files.slice(0, 20).map(({ name, format }) => `${safe(name)} (${format})`);
		throw new Failure(
			'There are several files that can be read.',
			`Say which with --file: ${names.join(', ')}.`
		);
	}
	if (staged.what === 'encoding') {
		const names = staged.choices.map(({ encoding: name }) => name);
		throw new Failure(safe(staged.message), `Give --encoding, such as ${names.join(', ')}.`);
	}
	return staged;
}

async function mappingOf(
	graph: StagedGraph,
	files: readonly string[],
	args: Arguments,
	terminal: Terminal
): Promise<Mapping> {
	const guessed = guessMapping(withColumns(graph, args), stemOf(files[0] ?? STREAM));
	const file = args.get('mapping');
	if (file !== undefined) {
		const mapping = mappingFrom(await textOfFile(file, terminal), guessed.mapping);
		// Whoever wrote a mapping has answered.
		return answered({ mapping, questions: [] }, args).mapping;
	}
	const { mapping, open } = answered(guessed, args);
	if (open.length > 0) throw openQuestions(open);
	return mapping;
}

/** The mapping that is guessed, as the flags correct it; nobody is asked. */
export function guessedMapping(graph: StagedGraph, file: string, args: Arguments): Mapping {
	return answered(guessMapping(withColumns(graph, args), stemOf(file)), args).mapping;
}

/** That two rows are one relation is no problem; the receipt has it. */
function problemOf({ effect, place, reason }: Difference): Problem[] {
	if (effect === 'merged') return [];
	return [{ effect: effect === 'left-out' ? 'refused' : 'noticed', place, message: reason, remedy: '' }];
}
