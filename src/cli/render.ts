/** `dramatis render`: documents as pictures. */
import type { Browser } from 'playwright';
import { altText } from '#lib/picture/alt-text.ts';
import { serialise } from '#lib/picture/markup.ts';
import type { Drawn } from '#lib/picture/page.ts';
import { withTexts } from '#lib/picture/png-text.ts';
import { count } from '#lib/view/receipt.ts';
import { arranged, needsArranging } from './arrange.ts';
import type { Command } from './command.ts';
import { draw, sceneOf } from './draw.ts';
import { EXIT, Failure, type ExitCode } from './failure.ts';
import { STREAM, outputsFor, writeWhole } from './files.ts';
import type { Arguments } from './flags.ts';
import { fontCss } from './fonts.ts';
import { openDocument } from './opened.ts';
import { pdfOf, pngOf } from './paint.ts';
import { PICTURE_FLAGS, lookFrom, pictureFrom, type PictureChoice } from './picture-arguments.ts';
import { safe, type Terminal } from './terminal.ts';
import { VIEW_FLAGS } from './view-flags.ts';

export const render: Command = {
	name: 'render',
	does: 'Draws documents as SVG, PNG or PDF.',
	usage: 'dramatis render FILES… [-o OUT] [flags]',
	details:
		'OUT is a file, a folder (out/), a pattern (out/{name}-as-of.svg) or “-”. Without it each picture is written\n' +
		'to the current folder under the name of its document. FILES may be “-”, for the standard input.\n' +
		'PNG and PDF need Chrome or Chromium; SVG needs nothing.',
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
		{ title: 'What is shown', flags: VIEW_FLAGS }
	],
	run: renderAll
};

async function renderAll(args: Arguments, terminal: Terminal): Promise<ExitCode> {
	const target = args.get('output');
	const choice = pictureFrom(args, target);
	const outputs = await outputsFor(args.files, target, choice.format);
	const browser = choice.format === 'svg' ? null : await terminal.openBrowser();
	let failed = 0;
	try {
		for (const [index, file] of args.files.entries()) {
			const output = outputs[index]!;
			const number = args.files.length > 1 ? `[${index + 1}/${args.files.length}] ` : '';
			try {
				const { data, drawn } = await picture(file, args, choice, browser, terminal);
				if (output === STREAM) terminal.out(data);
				else await writeWhole(output, data);
				if (output !== STREAM) terminal.say(`${number}${safe(output)}: ${sizeInWords(drawn)}`);
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

async function picture(
	file: string,
	args: Arguments,
	choice: PictureChoice,
	browser: Browser | null,
	terminal: Terminal
): Promise<{ data: string | Uint8Array; drawn: Drawn }> {
	const shown = await openDocument(file, args, terminal);
	const opened = { ...shown, settings: { ...shown.settings, ...lookFrom(args) } };
	const placed = sceneOf(opened);
	const layout = choice.layout ?? (needsArranging(placed, opened.facts) ? 'force' : null);
	const { length } = placed.nodes;
	if (layout && length > MANY) terminal.say(`${safe(file)}: arranging ${length} actors …`);
	const scene = layout ? await arranged(placed, layout, opened.told, opened.filtered) : placed;
	const drawn = draw(opened, scene, choice);
	// Pixels and pages are painted with the fonts inside, whatever the machine has.
	const fonts = choice.fonts || browser ? await fontCss(terminal.root, serialise(drawn.markup())) : '';
	const svg = serialise(drawn.markup(fonts));
	if (!browser) return { data: `${svg}\n`, drawn };
	const { format, scale, ground } = choice;
	const data =
		format === 'png'
			? withTexts(await pngOf(browser, svg, drawn, { scale, ground }), {
					Title: opened.facts.document.title,
					Description: altText(opened)
				})
			: await pdfOf(browser, svg, drawn);
	return { data, drawn };
}

/** So many actors are arranged before anybody wonders what takes so long. */
const MANY = 300;

function sizeInWords({ width, height, leftOut }: Drawn): string {
	const size = `${Math.round(width)} × ${Math.round(height)} pixels at 96 an inch`;
	return leftOut ? `${size}; ${count(leftOut, 'name')} left out for lack of room` : size;
}
