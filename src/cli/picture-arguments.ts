/** The flags that say how a picture looks, and what they mean. Pure. */
import { LAYOUTS } from '#lib/layout/index.ts';
import { PICTURE_THEMES, type PictureThemeName } from '#lib/picture/print-theme.ts';
import {
	LENGTH_UNITS,
	SIZE_PRESETS,
	freeSize,
	fromPixels,
	toPixels,
	type LengthUnit,
	type SizePreset
} from '#lib/picture/sizes.ts';
import { MEASURES } from '#lib/analysis/index.ts';
import type { Settings } from '#lib/view/settings.ts';
import { Failure } from './failure.ts';
import type { Arguments, Flag } from './flags.ts';
import { oneOf } from './view-arguments.ts';

export const PICTURE_FORMATS = ['svg', 'png', 'pdf', 'webp', 'jpeg'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

const THEME_NAMES = Object.keys(PICTURE_THEMES) as PictureThemeName[];

export const LAYOUT_IDS: readonly string[] = LAYOUTS.map(({ id }) => id);

const LEGENDS = ['below', 'beside', 'none'] as const;
type Legend = (typeof LEGENDS)[number];

const WORDS = ['none', 'inside', 'beside'] as const;
const PARTS = ['all', 'chosen'] as const;

const TEXTS = ['text', 'outlines'] as const;

export const PICTURE_FLAGS: readonly Flag[] = [
	{
		name: 'format',
		value: PICTURE_FORMATS.join('|'),
		help: 'What to write; else the ending of -o says it, else it is svg.'
	},
	{
		name: 'theme',
		value: THEME_NAMES.join('|'),
		help: 'Colours; print is white and safe in grey. Else that of --view, else light.'
	},
	{
		name: 'size',
		value: 'SIZE',
		help: `One of ${SIZE_PRESETS.filter(({ id }) => id !== 'free')
			.map(({ id }) => id)
			.join(
				', '
			)}; “a4” and “letter” are upright; or a size of your own, such as 120x90mm, 1600x900px, 6x4in. Else the article’s full width, as high as it needs.`
	},
	{
		name: 'margin',
		value: 'LENGTH',
		help: 'On all four sides, such as 10mm, 0.5in or 24px; a number alone is in the unit of the size.'
	},
	{
		name: 'smallest',
		value: 'POINTS',
		help: 'No letter is smaller at the picture’s own size; what has no room then is left out, and counted.'
	},
	{
		name: 'as-arranged',
		help: 'Actors stay where they stand. Else, where names have no room, they are moved apart in the picture.'
	},
	{
		name: 'scale',
		value: 'NUMBER',
		help: 'PNG, WebP, JPEG: so many times as many pixels, 1 to 8. Else 1 for sizes in pixels, and 3, fit to print, for others.'
	},
	{ name: 'quality', value: 'NUMBER', help: 'WebP and JPEG: 1 to 100; 92 if not given.' },
	{ name: 'transparent', help: 'Without a ground; not for JPEG, which is never transparent.' },
	{
		name: 'title',
		value: 'TEXT',
		help: 'The headline; else what the document keeps for pictures, else its title.'
	},
	{ name: 'subtitle', value: 'TEXT', help: 'A line below the headline.' },
	{
		name: 'credit',
		value: 'TEXT',
		help: 'A line at the foot: who made it, on what terms; else the licence.'
	},
	{ name: 'no-title', help: 'Without the headline.' },
	{ name: 'no-credit', help: 'Without the line at the foot.' },
	{
		name: 'legend',
		value: LEGENDS.join('|'),
		help: 'Where the legend stands; beside the graph on pages that are wider than high, else below it.'
	},
	{ name: 'no-legend', help: 'Without the legend.' },
	{ name: 'types', help: 'The legend names the types of each family; small sizes have it without them.' },
	{ name: 'no-types', help: 'The legend without the types of each family.' },
	{ name: 'caption', help: 'With date, filters and numbers in words, even if the document is without.' },
	{ name: 'no-caption', help: 'Without date, filters and numbers in words.' },
	{ name: 'sources', help: 'With the sources, even if the document is without.' },
	{ name: 'no-sources', help: 'Without the sources.' },
	{ name: 'alt', value: 'TEXT', help: 'The alternative text; else one made from the view.' },
	{
		name: 'words',
		value: WORDS.join('|'),
		help: 'The long description: inside the file (SVG and PNG), beside it as a text file, or not at all (the default).'
	},
	{
		name: 'part',
		value: PARTS.join('|'),
		help: 'The whole graph, or what is chosen (--choose, or the link of --view) with what is tied to it.'
	},
	{
		name: 'text',
		value: TEXTS.join('|'),
		help: 'SVG: letters as text, with the fonts inside (the default), or as outlines, the same in any program.'
	},
	{
		name: 'no-fonts',
		help: 'Without the fonts inside: a smaller file, for programs that have IBM Plex Sans.'
	},
	{
		name: 'layout',
		value: LAYOUT_IDS.join('|'),
		help: 'Arrange the actors anew. Else they stand as the document has them; without positions, “force”.'
	},
	{
		name: 'sized-by',
		value: MEASURES.map(({ id }) => id).join('|'),
		help: 'What the size of a symbol shows.'
	},
	{ name: 'colors', value: 'family|voice', help: 'What the colour of a line shows.' },
	{ name: 'fans', help: 'Parallel relations each with a line of their own.' }
];

export interface PictureChoice {
	readonly format: PictureFormat;
	/** Null: what the view says. */
	readonly theme: PictureThemeName | null;
	readonly size: SizePreset;
	/** Points; null as the size suggests. */
	readonly smallest: number | null;
	readonly loosen: boolean;
	readonly scale: number;
	/** From 0 to 1. */
	readonly quality: number;
	readonly ground: boolean;
	/** Undefined for what the document says, '' for none. */
	readonly title: string | undefined;
	readonly subtitle: string | undefined;
	readonly credit: string | undefined;
	readonly legend: Legend;
	/** Null for what the document says: so too of caption and sources. */
	readonly types: boolean | null;
	readonly withLegend: boolean | null;
	readonly caption: boolean | null;
	readonly sources: boolean | null;
	/** The alternative text; undefined for one made from the view. */
	readonly alt: string | undefined;
	readonly words: (typeof WORDS)[number];
	readonly part: (typeof PARTS)[number];
	readonly fonts: boolean;
	/** Letters as outlines instead of text. */
	readonly outlines: boolean;
	/** An id of LAYOUTS; null to leave actors where the document has them, if it has. */
	readonly layout: string | null;
}

/** @throws Failure for a value that cannot be meant. `target`: where the picture goes, whose ending may tell its format. */
export function pictureFrom(args: Arguments, target: string | undefined): PictureChoice {
	const size = withMargin(args, sizeFrom(args.get('size') ?? 'article'));
	const format = formatFrom(args, target);
	const words = args.has('words') ? oneOf(args, 'words', WORDS) : 'none';
	if (words === 'inside' && format !== 'svg' && format !== 'png')
		throw new Failure(`A ${format.toUpperCase()} holds no words.`, 'Give --words beside.');
	const legend = legendFrom(args, size);
	return {
		format,
		theme: args.has('theme') ? oneOf(args, 'theme', THEME_NAMES) : null,
		size,
		smallest: args.has('smallest') ? numberFrom(args, 'smallest', 3, 72) : null,
		loosen: !args.has('as-arranged'),
		scale: args.has('scale') ? numberFrom(args, 'scale', 1, 8) : size.unit === 'px' ? 1 : 3,
		quality: (args.has('quality') ? numberFrom(args, 'quality', 1, 100) : 92) / 100,
		ground: !args.has('transparent') || format === 'jpeg',
		title: args.has('no-title') ? '' : args.get('title'),
		subtitle: args.get('subtitle'),
		credit: args.has('no-credit') ? '' : args.get('credit'),
		legend,
		withLegend: legend === 'none' ? false : args.has('legend') || null,
		types: switched(args, 'types'),
		caption: switched(args, 'caption'),
		sources: switched(args, 'sources'),
		alt: args.get('alt'),
		words,
		part: args.has('part') ? oneOf(args, 'part', PARTS) : 'all',
		fonts: !args.has('no-fonts'),
		outlines: args.has('text') && oneOf(args, 'text', TEXTS) === 'outlines',
		layout: args.has('layout')
			? oneOf(
					args,
					'layout',
					LAYOUTS.map(({ id }) => id)
				)
			: null
	};
}

/** On, off, or as it is without a word. */
function switched(args: Arguments, name: string): boolean | null {
	if (args.has(`no-${name}`)) return false;
	return args.has(name) || null;
}

function numberFrom(args: Arguments, flag: string, least: number, most: number): number {
	const number = Number(args.get(flag));
	if (number >= least && number <= most) return number;
	throw new Failure(`--${flag} is a number from ${least} to ${most}.`);
}

/** What picture flags change of the view's own settings. */
export function lookFrom(args: Arguments): Partial<Settings> {
	return {
		...(args.has('fans') && { fans: true }),
		...(args.has('colors') && { lineColors: oneOf(args, 'colors', ['family', 'voice'] as const) }),
		...(args.has('sized-by') && {
			size: oneOf(
				args,
				'sized-by',
				MEASURES.map(({ id }) => id)
			)
		})
	};
}

function formatFrom(args: Arguments, target: string | undefined): PictureFormat {
	if (args.has('format')) return oneOf(args, 'format', PICTURE_FORMATS);
	const ending = /\.([a-z0-9]{1,5})$/i.exec(target ?? '')?.[1]?.toLowerCase();
	if (ending === undefined) return 'svg';
	const found = PICTURE_FORMATS.find((format) => format === (ending === 'jpg' ? 'jpeg' : ending));
	if (!found)
		throw new Failure(
			`Pictures are written as ${PICTURE_FORMATS.join(', ')}, not as ${ending}.`,
			'Give --format if the name is meant so.'
		);
	return found;
}

function legendFrom(args: Arguments, { legendBeside }: SizePreset): Legend {
	if (args.has('no-legend')) return 'none';
	if (args.has('legend')) return oneOf(args, 'legend', LEGENDS);
	return legendBeside ? 'beside' : 'below';
}

const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
	['a4', 'a4-upright'],
	['letter', 'letter-upright']
]);
const OWN_SIZE = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)([a-z]+)?$/;

function sizeFrom(text: string): SizePreset {
	const name = text.trim().toLowerCase();
	const preset = SIZE_PRESETS.find(({ id }) => id !== 'free' && id === (SHORT_NAMES.get(name) ?? name));
	if (preset) return preset;
	const [, width, height, unitText = 'px'] = OWN_SIZE.exec(name) ?? [];
	const unit = LENGTH_UNITS.find((one) => one === unitText);
	if (width === undefined || height === undefined || !unit) {
		throw new Failure(
			`--size ${text.slice(0, 60)} is no size.`,
			'Write a4, letter, slide, square, portrait, column, article, or a size such as 120x90mm, 1600x900px, 6x4in.'
		);
	}
	return freeSize(Number(width), Number(height), unit);
}

const LENGTH = /^(\d+(?:\.\d+)?)([a-z]+)?$/;

function withMargin(args: Arguments, size: SizePreset): SizePreset {
	if (!args.has('margin')) return size;
	const [, length, unitText = size.unit] = LENGTH.exec((args.get('margin') ?? '').trim().toLowerCase()) ?? [];
	const unit: LengthUnit | undefined = LENGTH_UNITS.find((one) => one === unitText);
	if (length === undefined || !unit)
		throw new Failure('--margin is a length such as 10mm, 0.5in or 24px, or a number.');
	return { ...size, margin: fromPixels(toPixels(Number(length), unit), size.unit) };
}
