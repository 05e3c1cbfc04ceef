/** `dramatis convert`: documents from any format that is read into any that is written. */
import { TakenOut, type OutChoice } from '#lib/formats/out/taking-out.ts';
import type { WayOut } from '#lib/formats/out/ways-out.ts';
import type { Document } from '#lib/model/document.ts';
import { factsOf } from '#lib/view/facts.ts';
import { isVisible } from '#lib/view/fate.ts';
import { receiptInWords } from '#lib/view/receipt.ts';
import type { Command } from './command.ts';
import { CONVERT_FLAGS, leaveOutFrom, wayFrom } from './convert-arguments.ts';
import { lossLines, receiptLines } from './convert-words.ts';
import { EXIT, Failure, type ExitCode } from './failure.ts';
import { STREAM, outputsFor, writeWhole } from './files.ts';
import type { Arguments } from './flags.ts';
import { openedWith } from './opened.ts';
import { guessedMapping, readDocument, stagedFiles } from './reading.ts';
import { READING_SECTION } from './reading-flags.ts';
import { safe, type Terminal } from './terminal.ts';
import { VIEW_FLAGS } from './view-flags.ts';

export const convert: Command = {
	name: 'convert',
	does: 'Writes documents in other formats, and files of other programs as documents.',
	usage: 'dramatis convert FILES… -o OUT [--to FORMAT] [flags]',
	details:
		'OUT is a file, a folder (out/), a pattern (out/{name}.gexf) or “-”. Without it each file is written to the current\n' +
		'folder under the name of its document. FILES may be “-”, for the standard input.\n' +
		'What became of everything in a file, and what has no place in the format that is written, goes to the standard\n' +
		'error. A file that leaves open what it means is refused with the questions, until flags or a mapping answer them.\n' +
		'Exits with 0 if all were written, 2 if one was not.',
	examples: [
		'dramatis convert report.dramatis.json -o report.gexf',
		'dramatis convert people.csv ties.csv --together -o ties.dramatis.json --new-types',
		'dramatis convert report.dramatis.json --to xlsx -o out/ --visible --as-of 2024-01-30 --publish authors,notes'
	],
	sections: [
		{ title: 'What is written', flags: CONVERT_FLAGS },
		READING_SECTION,
		{ title: 'What is visible, with --visible', flags: VIEW_FLAGS }
	],
	run: convertAll
};

async function convertAll(args: Arguments, terminal: Terminal): Promise<ExitCode> {
	const groups = args.has('together') ? [args.files] : args.files.map((file) => [file]);
	if (args.has('show-mapping')) return await showMapping(groups, args, terminal);
	const view = VIEW_FLAGS.find(({ name }) => args.has(name));
	if (view && !args.has('visible')) throw new Failure(`--${view.name} goes with --visible.`);
	const target = args.get('output');
	const way = wayFrom(args, target);
	if (groups.length > 1 && target === STREAM)
		throw new Failure('Several files cannot all go to the standard output.', 'Give -o a folder.');
	const outputs = await outputsFor(
		groups.map(([file = '']) => file),
		target,
		way.ending.slice(1)
	);
	let failed = 0;
	for (const [index, files] of groups.entries()) {
		try {
			await convertOne(files, outputs[index]!, { args, terminal, way });
		} catch (error) {
			// One alone is a failure of the whole; of many the others are written.
			if (!(error instanceof Failure) || groups.length === 1) throw error;
			failed++;
			terminal.say(`${safe(files[0] ?? '')}: ${error.message}${error.remedy && ` ${error.remedy}`}`);
		}
	}
	return failed ? EXIT.failed : EXIT.done;
}

async function convertOne(
	files: readonly string[],
	output: string,
	{ args, terminal, way }: { args: Arguments; terminal: Terminal; way: WayOut }
): Promise<void> {
	const name = safe(files.join(', '));
	const say = (lines: readonly string[]) => {
		if (!args.has('quiet')) for (const line of lines) terminal.say(safe(`${name}: ${line}`));
	};
	const reading = await readDocument(files, args, terminal);
	say(receiptLines(reading));
	const { document } = reading;
	// A document of ours may be one that is only begun.
	if (reading.receipt && document.actors.length + document.relations.length === 0)
		throw new Failure(
			'There is no actor and no relation in it, so nothing was written.',
			'Look whether it is the right file, and with --show-mapping at what its columns are taken to mean.'
		);
	const choice: OutChoice = {
		to: way.id,
		style: args.has('exact') ? 'exact' : 'safe',
		part: args.has('visible') ? visiblePart(document, args, say) : null,
		publish: leaveOutFrom(args, factsOf(document))
	};
	const out = new TakenOut(document, choice);
	say(lossLines(out.report(choice), way));
	const data = Buffer.concat(
		Array.from(out.write(choice), (piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece))
	);
	if (output === STREAM) return terminal.out(data);
	await writeWhole(output, data);
	terminal.say(`${safe(output)}: ${(data.length / 1e3).toFixed(1)} kB`);
}

function visiblePart(
	document: Document,
	args: Arguments,
	say: (lines: readonly string[]) => void
): OutChoice['part'] {
	const { opened, remarks } = openedWith({ document }, args);
	const { filtered, receipt } = opened;
	say([...remarks, receiptInWords(receipt)]);
	const ids = (fates: typeof filtered.actors) =>
		new Set([...fates].filter(([, fate]) => isVisible(fate)).map(([id]) => id));
	return { actors: ids(filtered.actors), relations: ids(filtered.relations) };
}

async function showMapping(
	groups: readonly (readonly string[])[],
	args: Arguments,
	terminal: Terminal
): Promise<ExitCode> {
	const [files = []] = groups;
	if (groups.length > 1) throw new Failure('--show-mapping is for one file, or for several --together.');
	const staged = await stagedFiles(files, args, terminal);
	if (staged.what === 'document') throw new Failure('A document of ours needs no mapping.');
	const mapping = guessedMapping(staged.graph, files[0] ?? STREAM, args);
	terminal.out(`${JSON.stringify(mapping, null, 2)}\n`);
	return EXIT.done;
}
