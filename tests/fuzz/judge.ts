/** What holds for every file, valid or broken. */
import { guessMapping } from '#lib/formats/meaning/guess.ts';
import { interpret } from '#lib/formats/meaning/interpret.ts';
import { stageFile, type Staged, type StageOptions } from '#lib/formats/stage.ts';
import type { Tally } from '#lib/formats/staged.ts';
import { checkDocument } from '#lib/model/check.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import { createHash } from 'node:crypto';

/** Of processor time; such files are small, and a machine may be busy with other things. */
const MOST_MILLISECONDS = 5000;
const PROTOTYPE = fingerprint();

/** What became of a file: refused in words, read, or a question that nobody answered. */
export type Verdict = 'refused' | 'read' | 'asked';

/** @throws Error that says which law the file breaks */
export async function judge(bytes: Uint8Array): Promise<Verdict> {
	const before = process.cpuUsage();
	const verdict = await judged(bytes);
	const { user, system } = process.cpuUsage(before);
	const milliseconds = Math.round((user + system) / 1000);
	if (milliseconds > MOST_MILLISECONDS) throw new Error(`It took ${milliseconds} ms.`);
	if (fingerprint() !== PROTOTYPE) throw new Error('Something has changed Object.prototype.');
	return verdict;
}

async function judged(bytes: Uint8Array): Promise<Verdict> {
	const staged = await answered(bytes, {}, 3);
	if (staged === null) return 'refused';
	if (staged.what === 'document') {
		// What is kept as it stands, such as a date that is none, has to be said; its place in the file is another one.
		const said = new Set(staged.reading.problems.map(({ message }) => message));
		const problem = checkDocument(staged.reading.document).find(({ message }) => !said.has(message));
		if (problem) throw new Error(`The document is not whole: ${problem.place} ${problem.message}`);
		return 'read';
	}
	if (staged.what !== 'graph') return 'asked';
	const { graph } = staged;
	balanced(graph.tally.nodes, graph.tally.edges, graph.tally.others);
	if (graph.nodes.length !== graph.tally.nodes.taken || graph.edges.length !== graph.tally.edges.taken)
		throw new Error('The staged graph has not what it counts.');
	const { document, receipt } = interpret(graph, guessMapping(graph).mapping);
	balanced(receipt.nodes, receipt.edges, receipt.others);
	if (
		document.actors.length !== receipt.nodes.taken + receipt.made.actors ||
		document.relations.length !== receipt.edges.taken + receipt.made.relations
	)
		throw new Error('The receipt does not count what the document has.');
	const [problem] = checkDocument(document);
	if (problem) throw new Error(`The document is not whole: ${problem.place} ${problem.message}`);
	return 'read';
}

/** Reads, and answers what is asked with the first of the choices. Null where the file is refused in words. */
async function answered(bytes: Uint8Array, options: StageOptions, most: number): Promise<Staged | null> {
	let staged: Staged;
	try {
		staged = await stageFile([{ name: 'x', bytes }], options);
	} catch (error) {
		if (!(error instanceof UnreadableError)) throw error;
		if (!/^\P{Ll}.*[.!?]$/su.test(error.message) || error.remedy === '')
			throw new Error(`Refused without a sentence or a remedy: ${error.message} ${error.remedy}`, {
				cause: error
			});
		return null;
	}
	if (most === 0) return staged;
	const [encoding, file] = [
		staged.what === 'encoding' ? staged.choices[0]?.encoding : undefined,
		staged.what === 'which' ? staged.files[0]?.name : undefined
	];
	if (encoding !== undefined) return answered(bytes, { ...options, encoding }, most - 1);
	if (file !== undefined) return answered(bytes, { ...options, only: file }, most - 1);
	return staged;
}

/** A file that breaks off is refused, or asked about. @throws Error when a part of it is taken for all */
export async function judgeCut(bytes: Uint8Array): Promise<void> {
	const staged = await stageFile([{ name: 'x', bytes }]).catch((error: unknown) => {
		if (error instanceof UnreadableError) return null;
		throw error;
	});
	if (staged?.what === 'document' && staged.reading.problems.length) return;
	if (staged?.what === 'document' || staged?.what === 'graph')
		throw new Error('A file that breaks off was read without a word.');
}

function balanced(...tallies: readonly Tally[]): void {
	for (const { inFile, taken, merged, leftOut } of tallies) {
		if (taken + merged + leftOut !== inFile || Math.min(taken, merged, leftOut) < 0)
			throw new Error(`The receipt does not balance: ${JSON.stringify({ inFile, taken, merged, leftOut })}`);
	}
}

function fingerprint(): string {
	const keys = Object.getOwnPropertyNames(Object.prototype).concat(
		Object.getOwnPropertyNames(Array.prototype)
	);
	return createHash('sha256').update(keys.join('\n')).digest('hex');
}
