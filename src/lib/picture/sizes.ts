/** Sizes of pictures: what people need, in their own units, and what that is in pixels. */

export const LENGTH_UNITS = ['px', 'mm', 'in'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** CSS Values 4, absolute lengths: an inch is 96 pixels, or 72 points. */
const PIXELS: Readonly<Record<LengthUnit, number>> = { px: 1, mm: 96 / 25.4, in: 96 };

/** Pixels of a length; and back. */
export function toPixels(length: number, unit: LengthUnit): number {
	return length * PIXELS[unit];
}

export function fromPixels(pixels: number, unit: LengthUnit): number {
	return pixels / PIXELS[unit];
}

/** Points of a length in pixels: the size of type as printers count it. */
export function toPoints(pixels: number): number {
	return pixels * 0.75;
}

export interface PictureSize {
	readonly unit: LengthUnit;
	readonly width: number;
	/** null: as high as the graph and the words need. */
	readonly height: number | null;
	/** On all four sides. */
	readonly margin: number;
}

export interface SizePreset extends PictureSize {
	readonly id: string;
	readonly name: string;
	readonly help: string;
	/** Pixels for each unit of type (PartChoices): more where the picture is seen smaller, or from afar. */
	readonly typeUnit: number;
	/** Whether the legend had better stand beside the graph; and whether there is room to name all types. */
	readonly legendBeside: boolean;
	readonly legendTypes: boolean;
}

const A4 = { unit: 'mm', margin: 12, typeUnit: 1, legendTypes: true } as const;
const LETTER = { unit: 'in', margin: 0.5, typeUnit: 1, legendTypes: true } as const;

export const SIZE_PRESETS: readonly SizePreset[] = [
	{
		id: 'column',
		name: 'Article column',
		help: '90 mm wide, as high as it needs to be.',
		unit: 'mm',
		width: 90,
		height: null,
		margin: 3,
		typeUnit: 0.85,
		legendBeside: false,
		legendTypes: true
	},
	{
		id: 'article',
		name: 'Article, full width',
		help: '180 mm wide, as high as it needs to be.',
		unit: 'mm',
		width: 180,
		height: null,
		margin: 3,
		typeUnit: 1,
		legendBeside: false,
		legendTypes: true
	},
	{
		...A4,
		id: 'a4-upright',
		legendBeside: false,
		name: 'A4 upright',
		help: '210 × 297 mm.',
		width: 210,
		height: 297
	},
	{
		...A4,
		id: 'a4-across',
		legendBeside: true,
		name: 'A4 across',
		help: '297 × 210 mm.',
		width: 297,
		height: 210
	},
	{
		...LETTER,
		id: 'letter-upright',
		legendBeside: false,
		name: 'Letter upright',
		help: '8.5 × 11 inches.',
		width: 8.5,
		height: 11
	},
	{
		...LETTER,
		id: 'letter-across',
		legendBeside: true,
		name: 'Letter across',
		help: '11 × 8.5 inches.',
		width: 11,
		height: 8.5
	},
	{
		id: 'slide',
		name: 'Slide, 16:9',
		help: '1,920 × 1,080 pixels.',
		unit: 'px',
		width: 1920,
		height: 1080,
		margin: 60,
		typeUnit: 1.75,
		legendBeside: true,
		legendTypes: false
	},
	{
		id: 'square',
		name: 'Square',
		help: '1,080 × 1,080 pixels, for social media.',
		unit: 'px',
		width: 1080,
		height: 1080,
		margin: 44,
		typeUnit: 1.5,
		legendBeside: false,
		legendTypes: false
	},
	{
		id: 'portrait',
		name: 'Portrait',
		help: '1,080 × 1,350 pixels, for social media.',
		unit: 'px',
		width: 1080,
		height: 1350,
		margin: 44,
		typeUnit: 1.5,
		legendBeside: false,
		legendTypes: false
	},
	{
		id: 'free',
		name: 'Free size',
		help: 'Any width and height in pixels, millimetres or inches.',
		unit: 'px',
		width: 1600,
		height: 1200,
		margin: 24,
		typeUnit: 1.2,
		legendBeside: true,
		legendTypes: true
	}
];

/** Pixels of a square that is as large as a page: type for what is larger grows with it. */
const PAGE_SIDE = 1150;

/** A size of one's own, with what suits it: a margin, the size of type, the place of the legend. */
export function freeSize(width: number, height: number, unit: LengthUnit): SizePreset {
	const [w, h] = [toPixels(width, unit), toPixels(height, unit)];
	const typeUnit = Math.max(1, Math.sqrt(w * h) / PAGE_SIDE);
	return {
		...SIZE_PRESETS.find(({ id }) => id === 'free')!,
		unit,
		width,
		height,
		margin: Math.round(100 * Math.min(width, height) * 0.03) / 100,
		typeUnit: Number.isFinite(typeUnit) ? typeUnit : 1,
		legendBeside: w > 1.2 * h,
		legendTypes: Math.min(w, h) / typeUnit > 700
	};
}

/** Programs give up, or show nothing, somewhere beyond this many pixels a side. */
export const LONGEST_SIDE = 16_000;
/** Less than this many pixels, margins apart, hold no picture. */
export const SHORTEST_SIDE = 40;

/** A size in pixels, found to be possible. */
export interface Page {
	readonly width: number;
	readonly height: number | null;
	readonly margin: number;
}

/**
 * A size in pixels.
 * @throws RangeError for what cannot be made; its message says in the size's own unit what would work.
 */
export function pageOf(size: PictureSize): Page {
	const { unit, width, height, margin } = size;
	checkSide('width', width, unit);
	if (height !== null) checkSide('height', height, unit);
	const shorter = Math.min(width, height ?? Infinity);
	const widest = (shorter - fromPixels(SHORTEST_SIDE, unit)) / 2;
	if (!(margin >= 0) || margin > widest) {
		throw new RangeError(`A margin here is between 0 and ${rounded(Math.max(0, widest))} ${unit}.`);
	}
	return {
		width: toPixels(width, unit),
		height: height === null ? null : toPixels(height, unit),
		margin: toPixels(margin, unit)
	};
}

function checkSide(name: 'width' | 'height', length: number, unit: LengthUnit): void {
	const [least, most] = [fromPixels(SHORTEST_SIDE, unit), fromPixels(LONGEST_SIDE, unit)];
	const words = `${rounded(most)} ${unit}${unit === 'px' ? '' : ` (${rounded(LONGEST_SIDE)} pixels)`}`;
	if (length > most) throw new RangeError(`The ${name} is too large: ${words} is the largest that works.`);
	if (!(length >= least)) {
		throw new RangeError(`The ${name} has to be a number from ${rounded(least, Math.ceil)} to ${words}.`);
	}
}

/** With two decimals at the most; downwards, so that what is said to work does. */
function rounded(length: number, round: (value: number) => number = Math.floor): string {
	return (round(length * 100 - (round === Math.ceil ? 1e-9 : -1e-9)) / 100).toLocaleString('en');
}
