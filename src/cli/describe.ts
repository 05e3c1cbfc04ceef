/** `dramatis describe`: the written twin of a view. */
import { altText } from '#lib/picture/alt-text.ts';
import { twinPage } from '#lib/picture/twin-html.ts';
import { twinMarkdown } from '#lib/picture/twin-markdown.ts';
import { twinText } from '#lib/picture/twin-plain.ts';
import type { TwinView } from '#lib/picture/twin-view.ts';
import { twinOf } from '#lib/picture/twin.ts';
import type { Command } from './command.ts';
import { EXIT, Failure, type ExitCode } from './failure.ts';
import { STREAM, outputsFor, writeWhole } from './files.ts';
import type { Arguments } from './flags.ts';
import { openDocument } from './opened.ts';
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
	usage: 'dramatis describe FILE [--format text|markdown|html|alt] [-o OUT] [flags]',
	details: 'FILE may be “-”, for the standard input. Without -o the words go to the standard output.',
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
		{ title: 'What is shown', flags: VIEW_FLAGS }
	],
	run: describeAll
};

async function describeAll(args: Arguments, terminal: Terminal): Promise<ExitCode> {
	const target = args.get('output') ?? STREAM;
	const format = args.has('format') ? oneOf(args, 'format', FORMATS) : formatOf(target);
	if (args.files.length > 1 && target === STREAM)
		throw new Failure('Several files cannot all go to the standard output.', 'Give -o a folder.');
	const outputs = await outputsFor(args.files, target, ENDINGS[format]);
	for (const [index, file] of args.files.entries()) {
		const opened = await openDocument(file, args, terminal);
		const text = written(opened, format);
		const output = outputs[index]!;
		if (output === STREAM) terminal.out(text);
		else {
			await writeWhole(output, text);
			terminal.say(safe(output));
		}
	}
	return EXIT.done;
}

function formatOf(target: string): WordFormat {
	if (/\.html?$/i.test(target)) return 'html';
	return /\.(md|markdown)$/i.test(target) ? 'markdown' : 'text';
}

function written(view: TwinView, format: WordFormat): string {
	if (format === 'alt') return `${altText(view)}\n`;
	const twin = twinOf(view);
	if (format === 'html') return twinPage(twin);
	return format === 'markdown' ? twinMarkdown(twin) : twinText(twin);
}
