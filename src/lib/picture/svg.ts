/** Writes a scene as one SVG file that needs nothing else: no script, no image, no link. */
import { element, serialise } from '#lib/picture/markup.ts';
import { graphMarkup } from '#lib/picture/graph.ts';
import { decimal } from '#lib/picture/paths.ts';
import { fromPixels } from '#lib/picture/sizes.ts';
import type { Box } from '#lib/view/bounds.ts';
import type { Scene } from '#lib/view/scene.ts';
import type { GraphOptions } from '#lib/picture/graph.ts';
import type { Markup } from '#lib/picture/markup.ts';
import type { LengthUnit } from '#lib/picture/sizes.ts';

/** Something above or below the graph: a headline, the legend, the filters in words, sources. */
export interface PicturePart {
	/** Unique in the picture. */
	readonly id: string;
	/** Its elements, from 0,0 down, for a width in pixels; and how high they are. */
	draw(width: number): { readonly height: number; readonly content: readonly Markup[] };
}

export interface PictureOptions extends GraphOptions {
	/** What of the scene is shown, in scene units; anything outside is cut off. */
	readonly frame: Box;
	/** Of the whole picture, in pixels; one for each scene unit when absent. */
	readonly width?: number;
	/** Pixels on all four sides; 0 when absent. */
	readonly margin?: number;
	/** In which the file says how large it is; pixels when absent. */
	readonly unit?: LengthUnit;
	readonly title: string;
	/** The alternative text. */
	readonly description: string;
	/** CSS that brings the fonts along (`@font-face` with data URLs). Ours, never a file's. */
	readonly fontCss?: string;
	/** Above and below the graph, in order. */
	readonly header?: readonly PicturePart[];
	readonly footer?: readonly PicturePart[];
	/** To the right of the graph. */
	readonly aside?: Aside | null;
}

/** Parts below one another beside a graph, which gets what they leave of the width. */
export interface Aside {
	readonly parts: readonly PicturePart[];
	/** Pixels; `gap` is between the graph and them. */
	readonly width: number;
	readonly gap: number;
}

/** The picture as XML text, without a declaration: UTF-8 goes without saying. */
export function writeSvg(scene: Scene, options: PictureOptions): string {
	return serialise(pictureMarkup(scene, options));
}

/** The picture as a tree. */
export function pictureMarkup(scene: Scene, options: PictureOptions): Markup {
	const { frame, theme } = options;
	const { margin = 0, unit = 'px', aside } = options;
	const beside = aside ? aside.width + aside.gap : 0;
	const width = options.width ?? frame.width + beside + 2 * margin;
	const inner = width - 2 * margin;
	const graphWidth = inner - beside;
	const graphHeight = frame.width > 0 ? (graphWidth * frame.height) / frame.width : 0;
	const header = stack(options.header ?? [], margin, margin, inner);
	const side = stack(
		aside?.parts ?? [],
		margin + graphWidth + (aside?.gap ?? 0),
		header.end,
		aside?.width ?? 0
	);
	const graphEnd = Math.max(header.end + graphHeight, side.end);
	const footer = stack(options.footer ?? [], margin, graphEnd, inner);
	const height = footer.end + margin;
	const graph = element(
		'svg',
		{
			...placeAndSize(margin, header.end, graphWidth, graphHeight),
			viewBox: [frame.x, frame.y, frame.width, frame.height].map(decimal).join(' ')
		},
		graphMarkup(scene, options)
	);
	const ground = element('rect', { ...placeAndSize(0, 0, width, height), fill: theme.ground });
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			width: lengthIn(width, unit),
			height: lengthIn(height, unit),
			viewBox: `0 0 ${decimal(width)} ${decimal(height)}`,
			role: 'img',
			'aria-labelledby': 'picture-title picture-description'
		},
		[
			element('title', { id: 'picture-title' }, [options.title]),
			element('desc', { id: 'picture-description' }, [options.description]),
			...(options.fontCss ? [element('style', { type: 'text/css' }, [options.fontCss])] : []),
			...(options.background ? [ground] : []),
			...header.groups,
			graph,
			...side.groups,
			...footer.groups
		]
	);
}

function placeAndSize(x: number, y: number, width: number, height: number): Record<string, string> {
	return { x: decimal(x), y: decimal(y), width: decimal(width), height: decimal(height) };
}

function lengthIn(pixels: number, unit: LengthUnit): string {
	return `${decimal(fromPixels(pixels, unit))}${unit === 'px' ? '' : unit}`;
}

/** Parts below one another. */
function stack(
	parts: readonly PicturePart[],
	left: number,
	start: number,
	width: number
): { readonly groups: readonly Markup[]; readonly end: number } {
	let end = start;
	const groups = parts.map((part) => {
		const { height, content } = part.draw(width);
		const group = element(
			'g',
			{ id: part.id, transform: `translate(${decimal(left)} ${decimal(end)})` },
			content
		);
		end += height;
		return group;
	});
	return { groups, end };
}
