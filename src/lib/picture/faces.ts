/** The faces that a picture is written in: which of them it needs, and the CSS that brings them along. */

export interface Face {
	readonly family: string;
	readonly weight: 400 | 600;
	/** Within the packages @fontsource/…. */
	readonly file: string;
	/** Code points for which it is needed; all others are in the first face of its weight. */
	readonly range?: readonly (readonly [first: number, last: number])[];
}

const EXTENDED = [
	[0x100, 0x2ba],
	[0x1e00, 0x1e9f],
	[0x1ef2, 0x1eff],
	[0x20a0, 0x20cf]
] as const;
const ARABIC = [
	[0x600, 0x6ff],
	[0x750, 0x77f],
	[0xfb50, 0xfdff],
	[0xfe70, 0xfefc]
] as const;

/** All of them. */
export const FACES: readonly Face[] = ([400, 600] as const).flatMap((weight) => [
	face('ibm-plex-sans', 'IBM Plex Sans', 'latin', weight),
	{ ...face('ibm-plex-sans', 'IBM Plex Sans', 'latin-ext', weight), range: EXTENDED },
	{ ...face('ibm-plex-sans-arabic', 'IBM Plex Sans Arabic', 'arabic', weight), range: ARABIC }
]);

function face(folder: string, family: string, subset: string, weight: 400 | 600): Face {
	return { family, weight, file: `${folder}/files/${folder}-${subset}-${weight}-normal.woff2` };
}

/** The faces whose letters stand in a picture, given as its SVG text without fonts. */
export function facesFor(svg: string): readonly Face[] {
	return FACES.filter(({ weight, range }) => {
		if (weight === 600 && !svg.includes('font-weight="600"')) return false;
		const classes = range?.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`);
		return !classes || new RegExp(`[${classes.join('')}]`, 'u').test(svg);
	});
}

/** The `@font-face` rule of a face, from its file in base64. */
export function faceRule({ family, weight, range }: Face, base64: string): string {
	const source = `src:url(data:font/woff2;base64,${base64}) format('woff2');`;
	const covers = unicodeRange({ range });
	return `@font-face{font-family:'${family}';font-weight:${weight};${source}${covers ? `unicode-range:${covers};` : ''}}`;
}

/** The code points of a face as CSS writes them; undefined where it is for all. */
export function unicodeRange({ range }: Pick<Face, 'range'>): string | undefined {
	const hex = (code: number) => code.toString(16).toUpperCase();
	return range?.map(([first, last]) => `U+${hex(first)}-${hex(last)}`).join(',');
}
