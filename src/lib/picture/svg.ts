/** Writes a scene as one SVG file that needs nothing else: no script, no image, no link. */
import { element, serialise } from '#lib/picture/markup.ts';
import { graphMarkup } from '#lib/picture/graph.ts';
import { decimal } from '#lib/picture/paths.ts';
import type { Box } from '#lib/view/bounds.ts';
import type { Scene } from '#lib/view/scene.ts';
import type { GraphOptions } from '#lib/picture/graph.ts';
import type { Markup } from '#lib/picture/markup.ts';

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
	/** Pixels; one for each scene unit when absent. */
	readonly width?: number;
	readonly title: string;
	/** The alternative text. */
	readonly description: string;
	/** Whether the ground is painted; otherwise it is transparent. */
	readonly background: boolean;
	/** CSS that brings the fonts along (`@font-face` with data URLs). Ours, never a file's. */
	readonly fontCss?: string;
	/** Above and below the graph, in order. */
	readonly header?: readonly PicturePart[];
	readonly footer?: readonly PicturePart[];
}

/** The picture as XML text, without a declaration: UTF-8 goes without saying. */
export function writeSvg(scene: Scene, options: PictureOptions): string {
	const { frame, theme } = options;
	const width = options.width ?? frame.width;
	const graphHeight = frame.width > 0 ? (width * frame.height) / frame.width : 0;
	const header = stack(options.header ?? [], 0, width);
	const footer = stack(options.footer ?? [], header.end + graphHeight, width);
	const graph = element(
		'svg',
		{
			...placeAndSize(0, header.end, width, graphHeight),
			viewBox: [frame.x, frame.y, frame.width, frame.height].map(decimal).join(' ')
		},
		graphMarkup(scene, options)
	);
	const ground = element('rect', { ...placeAndSize(0, 0, width, footer.end), fill: theme.ground });
	return serialise(
		element(
			'svg',
			{
				xmlns: 'http://www.w3.org/2000/svg',
				width: decimal(width),
				height: decimal(footer.end),
				viewBox: `0 0 ${decimal(width)} ${decimal(footer.end)}`,
				role: 'img',
				'aria-labelledby': 'picture-title picture-description'
			},
			[
				element('title', { id: 'picture-title' }, [options.title]),
				element('desc', { id: 'picture-description' }, [options.description]),
				...(options.fontCss ? [element('style', {}, [options.fontCss])] : []),
				...(options.background ? [ground] : []),
				...header.groups,
				graph,
				...footer.groups
			]
		)
	);
}

function placeAndSize(x: number, y: number, width: number, height: number): Record<string, string> {
	return { x: decimal(x), y: decimal(y), width: decimal(width), height: decimal(height) };
}

/** Parts below one another. */
function stack(
	parts: readonly PicturePart[],
	start: number,
	width: number
): { readonly groups: readonly Markup[]; readonly end: number } {
	let end = start;
	const groups = parts.map((part) => {
		const { height, content } = part.draw(width);
		const group = element('g', { id: part.id, transform: `translate(0 ${decimal(end)})` }, content);
		end += height;
		return group;
	});
	return { groups, end };
}
