/** A document as the bytes of a picture. */
import type { Browser } from 'playwright';
import { alternativeOf, longWords } from '#lib/picture/described.ts';
import { withLongWords } from '#lib/picture/long-words.ts';
import { serialise } from '#lib/picture/markup.ts';
import { textsOf } from '#lib/picture/kept.ts';
import { keptInWords, outlinedSvg } from '#lib/picture/outlines/outlined.ts';
import type { Drawn } from '#lib/picture/page.ts';
import { withTexts } from '#lib/picture/png-text.ts';
import { needsArranging } from '#lib/view/arranging.ts';
import { count } from '#lib/view/receipt.ts';
import { arranged } from './arrange.ts';
import { draw, sceneOf } from './draw.ts';
import type { Arguments } from './flags.ts';
import { fontCss, fontFiles } from './fonts.ts';
import { openDocument, type Opened } from './opened.ts';
import { pdfOf, pixelsOf } from './paint.ts';
import { lookFrom, type PictureChoice } from './picture-arguments.ts';
import { safe, type Terminal } from './terminal.ts';

export interface Picture {
	readonly data: string | Uint8Array;
	/** The long description, where it is to be a file of its own. */
	readonly beside: string | null;
	/** How large it is, and what was left out. */
	readonly remark: string;
}

/** So many actors are arranged before anybody wonders what takes so long. */
const MANY = 300;

/**
 * Draws a document. `browser` is there where the format needs one.
 * @throws Failure for what the user can mend
 */
export async function pictureOf(
	file: string,
	args: Arguments,
	choice: PictureChoice,
	{ browser, terminal }: { readonly browser: Browser | null; readonly terminal: Terminal }
): Promise<Picture> {
	const shown = await openDocument(file, args, terminal);
	const opened = { ...shown, settings: { ...shown.settings, ...lookFrom(args) } };
	const placed = sceneOf(opened);
	const layout = choice.layout ?? (needsArranging(placed, opened.facts.document) ? 'force' : null);
	const { length } = placed.nodes;
	if (layout && length > MANY) terminal.say(`${safe(file)}: arranging ${length} actors …`);
	const scene = layout ? await arranged(placed, layout, opened) : placed;
	const description = choice.alt ?? alternativeOf(opened);
	const drawn = draw(opened, scene, choice, description);
	const { svg, kept } = await svgOf(drawn, choice, terminal.root);
	return {
		data: await written(svg, { drawn, choice, opened, description, browser }),
		beside: choice.words === 'beside' ? longWords(opened) : null,
		remark: remarkOn(drawn, choice, kept)
	};
}

interface Wanted {
	readonly drawn: Drawn;
	readonly choice: PictureChoice;
	readonly opened: Opened;
	/** The alternative text. */
	readonly description: string;
	readonly browser: Browser | null;
}

/** The file of a picture, from its SVG text. */
async function written(svg: string, wanted: Wanted): Promise<string | Uint8Array> {
	const { drawn, choice, opened, description, browser } = wanted;
	const { format } = choice;
	const long = choice.words === 'inside' ? longWords(opened) : '';
	if (!browser || format === 'svg') return `${withLongWords(svg, long)}\n`;
	const { document } = opened.facts;
	const title = (choice.title ?? textsOf(document).title).trim() || document.title;
	if (format === 'pdf') return pdfOf(browser, svg, title, drawn);
	const pixels = await pixelsOf(browser, svg, drawn, { ...choice, format, ground: drawn.ground });
	if (format !== 'png') return pixels;
	return withTexts(pixels, { Title: title, Description: description, ...(long && { Comment: long }) });
}

/** The picture as SVG text, and how many of its texts could not be outlined where that was asked for. */
async function svgOf(
	drawn: Drawn,
	{ outlines, fonts, format }: PictureChoice,
	root: string
): Promise<{ svg: string; kept: number }> {
	// Pixels, because nothing tells when the fonts inside of an image are there; until then its text is not painted.
	if (outlines || isPainted(format)) {
		const { picture, kept } = await outlinedSvg(drawn, (svg) => fontFiles(root, svg));
		return { svg: picture, kept: outlines ? kept : 0 };
	}
	// A page is written with the fonts inside, whatever the machine has.
	const css = async (svg: string) => (fonts || format === 'pdf' ? fontCss(root, svg) : '');
	return { svg: serialise(drawn.markup(await css(serialise(drawn.markup())))), kept: 0 };
}

const isPainted = (format: PictureChoice['format']): boolean => format !== 'svg' && format !== 'pdf';

function remarkOn(
	{ width, height, leftOut, smallest, loosened }: Drawn,
	{ format, scale }: PictureChoice,
	kept: number
): string {
	const times = format === 'svg' || format === 'pdf' ? 1 : scale;
	const [w, h] = [width, height].map((side) => Math.round(side * times).toLocaleString('en'));
	return [
		`${w} × ${h} pixels${times === 1 ? ' at 96 an inch' : ''}`,
		`smallest letters ${smallest.toFixed(1)} pt`,
		loosened && 'actors moved apart for their names',
		leftOut && `${count(leftOut, 'name')} left out for lack of room`,
		kept && keptInWords(kept)
	]
		.filter(Boolean)
		.join('; ');
}
