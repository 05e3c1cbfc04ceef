/** `dramatis describe`: the written twin of a view. */
import { alternativeOf, descriptionOf } from '#lib/picture/described.ts';
import { blocksPage } from '#lib/picture/twin-html.ts';
import { blocksMarkdown } from '#lib/picture/twin-markdown.ts';
import { blocksText } from '#lib/picture/twin-plain.ts';
import type { TwinView } from '#lib/picture/twin-view.ts';
import type { Command } from './command.ts';
import { EXIT, Failure, type ExitCode } from './failure.ts';
import { STREAM, outputsFor, writeWhole } from './files.ts';
import type { Arguments } from './flags.ts';
import { openDocument } from './opened.ts';
import { READING_SECTION } from './reading-flags.ts';
import { safe, type Terminal } from './terminal.ts';
import { oneOf } from './view-arguments.ts';
import { VIEW_FLAGS } from './view-flags.ts';

const FORMATS = ['text', 'markdown', 'html', 'alt'] as const;
type WordFormat = (typeof FORMATS)[number];
const ENDINGS: Readonly<Record<WordFormat, string>> = {
	text: 'txt',
	markdown: 'md',
	html: 'html',
	alt: 'txt'
};

export const describe: Command = {
	name: 'describe',
	does: 'Writes what a picture shows as words: actors by side, relations with who says so, events, sources.',
	usage: 'dramatis describe FILES… [--format text|markdown|html|alt] [-o OUT] [flags]',
	details:
		'FILES may be “-”, for the standard input. Without -o the words of one document go to the standard output.\n' +
		'Words that somebody wrote for the view, and that the document keeps, go before those made from it.\n' +
		'Exits with 0 if all were written, 2 if one was not.',
	examples: [
		'dramatis describe report.dramatis.json',
		'dramatis describe report.dramatis.json --as-of 2024-01-30 --format markdown -o report.md',
		'dramatis describe report.dramatis.json --format alt'
	],
	sections: [
		{
			title: 'How it is written',
			flags: [
				{
					name: 'format',
					value: FORMATS.join('|'),
					help: 'Text if not given; alt is a sentence or two, for the alt of an image.'
				},
				{ name: 'output', short: 'o', value: 'OUT', help: 'A file, a folder, a pattern with {name}, or “-”.' }
			]
		},
		{ title: 'What is shown', flags: VIEW_FLAGS },
		READING_SECTION
	],
	run: describeAll
};

async function describeAll(args: Arguments, terminal: Terminal): Promise<ExitCode> {
	const target = args.get('output') ?? STREAM;
	const format = args.has('format') ? oneOf(args, 'format', FORMATS) : formatOf(target);
	if (args.files.length > 1 && target === STREAM)
		throw new Failure('Several files cannot all go to the standard output.', 'Give -o a folder.');
	const outputs = await outputsFor(args.files, target, ENDINGS[format]);
	let failed = 0;
	for (const [index, file] of args.files.entries()) {
		try {
			await describeOne(file, outputs[index]!, { args, terminal, format });
		} catch (error) {
			// One alone is a failure of the whole; of many the others are written.
			if (!(error instanceof Failure) || args.files.length === 1) throw error;
			failed++;
			terminal.say(`${safe(file)}: ${error.message}${error.remedy && ` ${error.remedy}`}`);
		}
	}
	return failed ? EXIT.failed : EXIT.done;
}

async function describeOne(
	file: string,
	output: string,
	{ args, terminal, format }: { args: Arguments; terminal: Terminal; format: WordFormat }
): Promise<void> {
	const text = written(await openDocument(file, args, terminal), format);
	if (output === STREAM) return terminal.out(text);
	await writeWhole(output, text);
	terminal.say(safe(output));
}

function formatOf(target: string): WordFormat {
	if (/\.html?$/i.test(target)) return 'html';
	return /\.(md|markdown)$/i.test(target) ? 'markdown' : 'text';
}

function written(view: TwinView, format: WordFormat): string {
	if (format === 'alt') return `${alternativeOf(view)}\n`;
	const blocks = descriptionOf(view);
	if (format === 'html') return blocksPage(view.facts.document.title, blocks);
	return format === 'markdown' ? blocksMarkdown(blocks) : blocksText(blocks);
}
