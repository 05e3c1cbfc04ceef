/** What a picture can be saved as. To add one: an object in this list. */
import { serialise } from '#lib/picture/markup.ts';
import type { Drawn } from '#lib/picture/page.ts';
import { withTexts } from '#lib/picture/png-text.ts';
import { fontCss } from './fonts.ts';
import { paint } from './paint.ts';

export interface Words {
	readonly title: string;
	readonly description: string;
}

export interface PictureFormat {
	readonly id: string;
	readonly name: string;
	readonly help: string;
	readonly ending: string;
	/** Made of pixels, so that one may ask for more of them. */
	readonly pixels: boolean;
	/** Cannot be transparent. */
	readonly opaque?: boolean;
	/** @throws RangeError for more pixels than can be painted; its message says what works. */
	write(drawn: Drawn, scale: number, words: Words): Promise<Blob>;
}

/** The picture as SVG text with its fonts inside. */
export async function svgText(drawn: Drawn): Promise<string> {
	return serialise(drawn.markup(await fontCss(serialise(drawn.markup()))));
}

const raster = async (drawn: Drawn, scale: number, type: string): Promise<Blob> =>
	paint(await svgText(drawn), drawn, scale, type);

export const PICTURE_FORMATS: readonly PictureFormat[] = [
	{
		id: 'png',
		name: 'PNG, pixels',
		help: 'For the web and for office programs. Carries its description.',
		ending: '.png',
		pixels: true,
		async write(drawn, scale, { title, description }) {
			const blob = await raster(drawn, scale, 'image/png');
			const bytes = withTexts(new Uint8Array(await blob.arrayBuffer()), {
				Title: title,
				Description: description
			});
			return new Blob([bytes], { type: 'image/png' });
		}
	},
	{
		id: 'svg',
		name: 'SVG, real text and lines',
		help: 'For print and for further work; sharp at any size.',
		ending: '.svg',
		pixels: false,
		write: async (drawn) => new Blob([await svgText(drawn)], { type: 'image/svg+xml' })
	},
	{
		id: 'webp',
		name: 'WebP',
		help: 'Smaller than PNG, for the web.',
		ending: '.webp',
		pixels: true,
		write: (drawn, scale) => raster(drawn, scale, 'image/webp')
	},
	{
		id: 'jpeg',
		name: 'JPEG',
		help: 'For programs that take nothing else. Never transparent.',
		ending: '.jpg',
		pixels: true,
		opaque: true,
		write: (drawn, scale) => raster(drawn, scale, 'image/jpeg')
	}
];
