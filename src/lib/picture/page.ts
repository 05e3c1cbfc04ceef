/** A view on a page: the graph at the size at which it is read, and the words around it. */
import { altText } from '#lib/picture/alt-text.ts';
import { fittedPage, labelsAt, leftOutOf, type PageChoice, type PageView } from '#lib/picture/fitted.ts';
import { pageOf, toPoints } from '#lib/picture/sizes.ts';
import { pictureMarkup, type PictureOptions } from '#lib/picture/svg.ts';
import type { Id } from '#lib/model/document.ts';
import type { Box } from '#lib/view/bounds.ts';
import { SMALLEST_TEXT } from '#lib/view/edge-labels.ts';
import type { PlacedLabel } from '#lib/view/labels.ts';
import type { Scene } from '#lib/view/scene.ts';
import { actorSummary, relationAloud } from '#lib/view/sentences.ts';
import type { Markup } from '#lib/picture/markup.ts';

export interface Drawn {
	/** The picture, with CSS that brings the fonts along; without any they are only named. */
	markup(fontCss?: string): Markup;
	/** In pixels, at 96 an inch. */
	readonly width: number;
	readonly height: number;
	/** Names for which there was no room. */
	readonly leftOut: number;
	/** Points: the smallest letters that there may be at the picture's own size. */
	readonly smallest: number;
	/** Whether actors were moved apart. */
	readonly loosened: boolean;
	/** Colour of the ground; null where it is transparent. */
	readonly ground: string | null;
}

/**
 * Draws a view on a page.
 * @throws RangeError where the size cannot be made, or the words leave no room; it says what would work.
 */
export function drawPage(view: PageView, choice: PageChoice): Drawn {
	const { scene, framing, labels, composition, leftOut, unit, loosened } = fittedPage(view, choice);
	const options: PictureOptions = {
		...optionsOf({ ...view, scene }, choice, labels),
		frame: framing.frame,
		width: framing.width,
		margin: pageOf(choice.size).margin,
		unit: choice.size.unit,
		title: choice.title ?? view.facts.document.title,
		...composition
	};
	return {
		markup: (fontCss) => pictureMarkup(scene, fontCss ? { ...options, fontCss } : options),
		width: framing.width,
		height: framing.height,
		leftOut,
		smallest: toPoints(SMALLEST_TEXT * unit),
		loosened,
		ground: choice.ground ? choice.theme.ground : null
	};
}

/** What the picture of a page and that of the screen have in common. */
function optionsOf(
	view: PageView,
	choice: Pick<PageChoice, 'theme' | 'ground' | 'description'>,
	labels: ReadonlyMap<string, PlacedLabel>
) {
	const { scene, chosen, kept, facts } = view;
	return {
		theme: choice.theme,
		labels,
		selected: chosen,
		dimmed: new Set(kept ? keysOf(scene).filter((key) => !kept.has(key)) : []),
		names: namesOf(view),
		typeOf: (id: Id) => view.told.relations.get(id)!.type,
		title: facts.document.title,
		description: choice.description ?? altText(view),
		background: choice.ground
	};
}

/** What the canvas shows now: its middle and zoom, and its size in pixels. */
export interface Viewport {
	readonly x: number;
	readonly y: number;
	readonly zoom: number;
	readonly width: number;
	readonly height: number;
}

/** The scene units that a canvas shows. */
export function viewBox({ x, y, zoom, width, height }: Viewport): Box {
	return { x: x - width / zoom / 2, y: y - height / zoom / 2, width: width / zoom, height: height / zoom };
}

/** Draws just what is on screen, as large, without any words around it. */
export function drawScreen(
	view: PageView,
	viewport: Viewport,
	choice: Pick<PageChoice, 'theme' | 'ground' | 'description'>
): Drawn {
	const { scene, chosen } = view;
	const labels = labelsAt(scene, viewport.zoom, chosen);
	const options: PictureOptions = {
		...optionsOf(view, choice, labels),
		frame: viewBox(viewport),
		width: viewport.width
	};
	return {
		markup: (fontCss) => pictureMarkup(scene, fontCss ? { ...options, fontCss } : options),
		width: viewport.width,
		height: viewport.height,
		leftOut: leftOutOf(scene, labels),
		smallest: toPoints(SMALLEST_TEXT),
		loosened: false,
		ground: choice.ground ? choice.theme.ground : null
	};
}

function keysOf({ nodes, edges }: Scene): string[] {
	return [...nodes, ...edges].map(({ key }) => key);
}

/** What a reader, or a screen reader, is told about actors and relations. */
export function namesOf({ told, settings }: Pick<PageView, 'told' | 'settings'>) {
	return {
		actor: (id: Id) => actorSummary(told, id, settings.names),
		relation: (id: Id) => relationAloud(told, told.relations.get(id)!, settings.names)
	};
}
