/** `dramatis render`: documents as pictures. */
import type { Command } from './command.ts';
import { EXIT, Failure, type ExitCode } from './failure.ts';
import { STREAM, outputsFor, writeWhole } from './files.ts';
import type { Arguments } from './flags.ts';
import { PICTURE_FLAGS, pictureFrom } from './picture-arguments.ts';
import { pictureOf } from './picture.ts';
import { READING_SECTION } from './reading-flags.ts';
import { safe, type Terminal } from './terminal.ts';
import { VIEW_FLAGS } from './view-flags.ts';

export const render: Command = {
	name: 'render',
	does: 'Draws documents as SVG, PNG, PDF, WebP or JPEG.',
	usage: 'dramatis render FILES… [-o OUT] [flags]',
	details:
		'OUT is a file, a folder (out/), a pattern (out/{name}-as-of.svg) or “-”. Without it each picture is written\n' +
		'to the current folder under the name of its document. FILES may be “-”, for the standard input.\n' +
		'All formats but SVG need Chrome or Chromium. One document after the other is drawn; one that cannot be does not\n' +
		'stop the others. Exits with 0 if all were drawn, 2 if one was not.',
	examples: [
		'dramatis render report.dramatis.json -o report.svg',
		'dramatis render report.dramatis.json -o slide.png --size slide --theme dark --as-of 2024-01-30 --only pressure,conflict',
		'dramatis render *.dramatis.json -o pictures/ --format pdf --size a4-across'
	],
	sections: [
		{
			title: 'Where to',
			flags: [{ name: 'output', short: 'o', value: 'OUT', help: 'Where the pictures go.' }]
		},
		{ title: 'How it looks', flags: PICTURE_FLAGS },
		{ title: 'What is shown', flags: VIEW_FLAGS },
		READING_SECTION
	],
	run: renderAll
};

async function renderAll(args: Arguments, terminal: Terminal): Promise<ExitCode> {
	const target = args.get('output');
	const choice = pictureFrom(args, target);
	if (choice.words === 'beside' && target === STREAM)
		throw new Failure('Beside the standard output there is no file.', 'Give -o a file, or --words inside.');
	const outputs = await outputsFor(args.files, target, choice.format === 'jpeg' ? 'jpg' : choice.format);
	const browser = choice.format === 'svg' ? null : await terminal.openBrowser();
	let failed = 0;
	try {
		for (const [index, file] of args.files.entries()) {
			const output = outputs[index]!;
			const number = args.files.length > 1 ? `[${index + 1}/${args.files.length}] ` : '';
			try {
				const { data, beside, remark } = await pictureOf(file, args, choice, { browser, terminal });
				if (output === STREAM) terminal.out(data);
				else await writeWhole(output, data);
				if (beside !== null) await writeWhole(besideOf(output), beside);
				if (output !== STREAM) terminal.say(`${number}${safe(output)}: ${remark}`);
			} catch (error) {
				if (!(error instanceof Failure)) throw error;
				failed++;
				terminal.say(`${number}${safe(file)}: ${error.message}${error.remedy && ` ${error.remedy}`}`);
			}
		}
	} finally {
		await browser?.close();
	}
	if (failed && args.files.length > 1) terminal.say(`${failed} of ${args.files.length} were not drawn.`);
	return failed ? EXIT.failed : EXIT.done;
}

/** The file of the words beside a picture. */
function besideOf(output: string): string {
	return `${output.replace(/\.[a-z]+$/i, '')}.txt`;
}
