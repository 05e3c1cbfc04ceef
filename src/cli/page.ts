/** `dramatis page`: documents as pages that show themselves. */
import { fillPage } from '#lib/formats/page.ts';
import { writeNative } from '#lib/formats/native/native.ts';
import type { Document } from '#lib/model/document.ts';
import { moveActors } from '#lib/model/edit-actors.ts';
import { needsArranging } from '#lib/view/arranging.ts';
import { writeView } from '#lib/view/url.ts';
import { arranged } from './arrange.ts';
import type { Command } from './command.ts';
import { sceneOf } from './draw.ts';
import { EXIT, Failure, type ExitCode } from './failure.ts';
import { STREAM, outputsFor, writeWhole } from './files.ts';
import type { Arguments } from './flags.ts';
import { openDocument, type Opened } from './opened.ts';
import { LAYOUT_IDS, PICTURE_FLAGS, lookFrom } from './picture-arguments.ts';
import { READING_SECTION } from './reading-flags.ts';
import { safe, type Terminal } from './terminal.ts';
import { oneOf, viewFrom } from './view-arguments.ts';
import { VIEW_FLAGS } from './view-flags.ts';

const THEMES = ['light', 'dark'] as const;
/** What a picture and a page have in common. */
const SHARED_FLAGS: ReadonlySet<string> = new Set(['layout', 'sized-by', 'colors', 'fans']);

export const page: Command = {
	name: 'page',
	does: 'Writes documents as pages: one file of HTML with the app in it, which opens offline in any browser.',
	usage: 'dramatis page FILES… [-o OUT] [flags]',
	details:
		'OUT is a file, a folder (out/), a pattern (out/{name}.html) or “-”. Without it each page is written to the\n' +
		'current folder under the name of its document. FILES may be “-”, for the standard input.',
	examples: [
		'dramatis page report.dramatis.json -o report.html',
		'dramatis page report.dramatis.json -o then.html --as-of 2024-01-30 --only pressure,conflict --theme dark'
	],
	sections: [
		{
			title: 'Where to',
			flags: [{ name: 'output', short: 'o', value: 'OUT', help: 'Where the pages go.' }]
		},
		{
			title: 'How it looks at first',
			flags: [
				{
					name: 'theme',
					value: THEMES.join('|'),
					help: 'Else that of --view, else that of the reader’s system.'
				},
				...PICTURE_FLAGS.filter(({ name }) => SHARED_FLAGS.has(name))
			]
		},
		{ title: 'What is shown at first; all of the document goes along', flags: VIEW_FLAGS },
		READING_SECTION
	],
	run: writePages
};

async function writePages(args: Arguments, terminal: Terminal): Promise<ExitCode> {
	const target = args.get('output');
	const { files } = args;
	if (files.length > 1 && target === STREAM)
		throw new Failure('Several files cannot all go to the standard output.', 'Give -o a folder.');
	const outputs = await outputsFor(files, target, 'html');
	for (const [index, file] of files.entries()) {
		const opened = await openDocument(file, args, terminal);
		const html = await pageOf(opened, args, await terminal.viewer());
		const output = outputs[index]!;
		if (output === STREAM) {
			terminal.out(html);
			continue;
		}
		await writeWhole(output, html);
		const number = files.length > 1 ? `[${index + 1}/${files.length}] ` : '';
		terminal.say(`${number}${safe(output)}: ${(Buffer.byteLength(html) / 1e6).toFixed(1)} MB`);
	}
	return EXIT.done;
}

async function pageOf(shown: Opened, args: Arguments, viewer: string): Promise<string> {
	const opened = {
		...shown,
		settings: {
			...shown.settings,
			...lookFrom(args),
			...(args.has('theme') && { theme: oneOf(args, 'theme', THEMES) })
		}
	};
	const { document, layout } = await placed(opened, args);
	const { camera } = viewFrom(args, opened.facts).view;
	const settings = layout === null ? opened.settings : { ...opened.settings, layout };
	return fillPage(viewer, {
		title: document.title,
		document: writeNative(document),
		// As when the app saves a page: the places stand in the document.
		view: writeView({ settings, selection: opened.selection, camera, moved: new Map(), document: '' }),
		texts: new Map()
	});
}

/** The document with its actors where they are to stand, and the layout that was run for that, if one was. */
async function placed(
	opened: Opened,
	args: Arguments
): Promise<{ document: Document; layout: string | null }> {
	const { document } = opened.facts;
	const scene = sceneOf(opened);
	const asked = args.has('layout') ? oneOf(args, 'layout', LAYOUT_IDS) : null;
	const layout = asked ?? (needsArranging(scene, document) ? 'force' : null);
	if (layout === null) return { document, layout };
	const { nodes } = await arranged(scene, layout, opened);
	return { document: moveActors(document, new Map(nodes.map(({ actor, x, y }) => [actor, [x, y]]))), layout };
}
