/** The flags that say how a picture looks, and what they mean. Pure. */
import { LAYOUTS } from '#lib/layout/index.ts';
import { LENGTH_UNITS, SIZE_PRESETS, type PictureSize } from '#lib/picture/sizes.ts';
import { MEASURES } from '#lib/analysis/index.ts';
import type { Settings } from '#lib/view/settings.ts';
import { Failure } from './failure.ts';
import type { Arguments, Flag } from './flags.ts';
import { oneOf } from './view-arguments.ts';

export const PICTURE_FORMATS = ['svg', 'png', 'pdf'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export const PICTURE_THEMES = ['light', 'dark', 'print'] as const;
export type PictureTheme = (typeof PICTURE_THEMES)[number];

const LEGENDS = ['below', 'beside', 'none'] as const;
type Legend = (typeof LEGENDS)[number];

export const PICTURE_FLAGS: readonly Flag[] = [
	{
		name: 'format',
		value: PICTURE_FORMATS.join('|'),
		help: 'What to write; else the ending of -o says it, else it is svg.'
	},
	{
		name: 'theme',
		value: PICTURE_THEMES.join('|'),
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
		name: 'scale',
		value: 'NUMBER',
		help: 'PNG: so many times as many pixels, 1 to 8. Else 1 for sizes in pixels, and 3, fit to print, for others.'
	},
	{ name: 'transparent', help: 'Without a ground.' },
	{ name: 'title', value: 'TEXT', help: 'The headline, in place of the document’s title.' },
	{ name: 'subtitle', value: 'TEXT', help: 'A line below the headline.' },
	{ name: 'credit', value: 'TEXT', help: 'A line at the foot: who made it, on what terms.' },
	{ name: 'no-title', help: 'Without the headline.' },
	{
		name: 'legend',
		value: LEGENDS.join('|'),
		help: 'Where the legend stands; beside the graph on pages that are wider than high, else below it.'
	},
	{ name: 'no-legend', help: 'Without the legend.' },
	{ name: 'no-types', help: 'The legend without the types of each family.' },
	{ name: 'no-caption', help: 'Without date, filters and numbers in words.' },
	{ name: 'no-sources', help: 'Without the list of sources.' },
	{
		name: 'no-fonts',
		help: 'Without the fonts inside: a smaller file, for programs that have IBM Plex Sans.'
	},
	{
		name: 'layout',
		value: LAYOUTS.map(({ id }) => id).join('|'),
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
	readonly theme: PictureTheme | null;
	readonly size: PictureSize & { readonly typeUnit: number };
	readonly scale: number;
	readonly ground: boolean;
	/** The headline; undefined for the document's own title, null for none. */
	readonly title: string | null | undefined;
	readonly subtitle: string | null;
	readonly credit: string | null;
	readonly legend: Legend;
	/** Whether the legend names the types of each family. */
	readonly legendTypes: boolean;
	readonly caption: boolean;
	readonly sources: boolean;
	readonly fonts: boolean;
	/** An id of LAYOUTS; null to leave actors where the document has them, if it has. */
	readonly layout: string | null;
}

/** @throws Failure for a value that cannot be meant. `target`: where the picture goes, whose ending may tell its format. */
export function pictureFrom(args: Arguments, target: string | undefined): PictureChoice {
	const size = sizeFrom(args.get('size') ?? 'article');
	return {
		format: formatFrom(args, target),
		theme: args.has('theme') ? oneOf(args, 'theme', PICTURE_THEMES) : null,
		size,
		scale: scaleFrom(args, size),
		ground: !args.has('transparent'),
		title: args.has('no-title') ? null : args.get('title'),
		subtitle: args.get('subtitle') ?? null,
		credit: args.get('credit') ?? null,
		legend: legendFrom(args, size),
		legendTypes: !args.has('no-types'),
		caption: !args.has('no-caption'),
		sources: !args.has('no-sources'),
		fonts: !args.has('no-fonts'),
		layout: args.has('layout')
			? oneOf(
					args,
					'layout',
					LAYOUTS.map(({ id }) => id)
				)
			: null
	};
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
	const found = PICTURE_FORMATS.find((format) => format === ending);
	if (!found)
		throw new Failure(
			`Pictures are written as ${PICTURE_FORMATS.join(', ')}, not as ${ending}.`,
			'Give --format if the name is meant so.'
		);
	return found;
}

function legendFrom(args: Arguments, { width, height }: PictureSize): Legend {
	if (args.has('no-legend')) return 'none';
	if (args.has('legend')) return oneOf(args, 'legend', LEGENDS);
	return height !== null && width > height ? 'beside' : 'below';
}

function scaleFrom(args: Arguments, { unit }: PictureSize): number {
	const scale = Number(args.get('scale') ?? (unit === 'px' ? 1 : 3));
	if (!(scale >= 1 && scale <= 8)) throw new Failure('--scale is a number from 1 to 8.');
	return scale;
}

const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
	['a4', 'a4-upright'],
	['letter', 'letter-upright']
]);
const OWN_SIZE = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)([a-z]+)?$/;

function sizeFrom(text: string): PictureChoice['size'] {
	const name = text.trim().toLowerCase();
	const preset = SIZE_PRESETS.find(({ id }) => id === (SHORT_NAMES.get(name) ?? name));
	if (preset) return preset;
	const [, width, height, unitText = 'px'] = OWN_SIZE.exec(name) ?? [];
	const unit = LENGTH_UNITS.find((one) => one === unitText);
	if (width === undefined || height === undefined || !unit) {
		throw new Failure(
			`--size ${text.slice(0, 60)} is no size.`,
			'Write a4, letter, slide, square, portrait, column, article, or a size such as 120x90mm, 1600x900px, 6x4in.'
		);
	}
	const [w, h] = [Number(width), Number(height)];
	// Type for pixels is somewhat larger: nobody knows how large they will be.
	return { unit, width: w, height: h, margin: Math.min(w, h) / 50, typeUnit: unit === 'px' ? 1.2 : 1 };
}
