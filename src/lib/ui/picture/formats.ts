/** What a picture can be saved as. To add one: an object in this list. */
import { withLongWords } from '#lib/picture/long-words.ts';
import { serialise } from '#lib/picture/markup.ts';
import type { Drawn } from '#lib/picture/page.ts';
import { withTexts } from '#lib/picture/png-text.ts';
import { fontCss, fontFiles } from './fonts.ts';
import { paint } from './paint.ts';
import type { PixelFormat } from '#lib/picture/pixels.ts';
import type { Going } from './painter.ts';

export interface Words {
	readonly title: string;
	/** The alternative text. */
	readonly description: string;
	/** The long description, where it is to be inside the file. */
	readonly long?: string;
}

/** How a picture is to be written. */
export interface Writing {
	/** Pixels for each of the picture's own. */
	readonly scale: number;
	readonly words: Words;
	readonly letters: Letters;
	readonly going?: Going;
}

export interface PictureFormat {
	readonly id: string;
	readonly name: string;
	readonly help: string;
	readonly ending: string;
	/** Made of pixels, so that one may ask for more of them. */
	readonly pixels: PixelFormat | null;
	/** Has room for a long description. */
	readonly words?: boolean;
	/** Cannot be transparent. */
	readonly opaque?: boolean;
	/** Has letters in it, as text or as outlines. */
	readonly letters?: boolean;
	/** @throws RangeError for more pixels than can be painted; its message says what works. */
	write(drawn: Drawn, writing: Writing): Promise<Written>;
}

/** Text can be searched and changed; outlines look the same without any font. */
export type Letters = 'text' | 'outlines';

/** A file, and what has to be said about it. */
export interface Written {
	readonly blob: Blob;
	readonly note?: string;
}

/** The picture as SVG text with its fonts inside. */
export async function svgText(drawn: Drawn): Promise<string> {
	return serialise(drawn.markup(await fontCss(serialise(drawn.markup()))));
}

/** The picture as SVG text with its letters as outlines. What reads the fonts is large, and seldom needed. */
async function svgOutlines(drawn: Drawn): Promise<{ svg: string; note: string }> {
	const { keptInWords, outlinedSvg } = await import('#lib/picture/outlines/outlined.ts');
	const { picture, kept } = await outlinedSvg(drawn, fontFiles);
	return { svg: picture, note: kept ? `${keptInWords(kept)}.` : '' };
}

async function raster(drawn: Drawn, format: PixelFormat, { scale, going }: Writing): Promise<Blob> {
	// Outlines, because nothing tells when the fonts inside of an image are there; until then its text is not painted.
	const { svg } = await svgOutlines(drawn);
	going?.progress(0.1);
	return paint(svg, drawn, { scale, format, ground: drawn.ground, going });
}

export const PICTURE_FORMATS: readonly PictureFormat[] = [
	{
		id: 'png',
		name: 'PNG, pixels',
		help: 'For the web and for office programs. Carries its description.',
		ending: '.png',
		pixels: 'png',
		words: true,
		async write(drawn, writing) {
			const { title, description, long } = writing.words;
			const blob = await raster(drawn, 'png', writing);
			const texts = { Title: title, Description: description, ...(long && { Comment: long }) };
			const bytes = withTexts(new Uint8Array(await blob.arrayBuffer()), texts);
			return { blob: new Blob([bytes], { type: 'image/png' }) };
		}
	},
	{
		id: 'svg',
		name: 'SVG, real text and lines',
		help: 'For print and for further work; sharp at any size.',
		ending: '.svg',
		pixels: null,
		letters: true,
		words: true,
		async write(drawn, { letters, words }) {
			const { svg, note } =
				letters === 'outlines' ? await svgOutlines(drawn) : { svg: await svgText(drawn), note: '' };
			return { blob: new Blob([withLongWords(svg, words.long), '\n'], { type: 'image/svg+xml' }), note };
		}
	},
	{
		id: 'webp',
		name: 'WebP',
		help: 'Smaller than PNG, for the web.',
		ending: '.webp',
		pixels: 'webp',
		write: async (drawn, writing) => ({ blob: await raster(drawn, 'webp', writing) })
	},
	{
		id: 'jpeg',
		name: 'JPEG',
		help: 'For programs that take nothing else. Never transparent.',
		ending: '.jpg',
		pixels: 'jpeg',
		opaque: true,
		write: async (drawn, writing) => ({ blob: await raster(drawn, 'jpeg', writing) })
	}
];
