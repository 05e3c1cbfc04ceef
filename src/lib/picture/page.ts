/** A view on a page: the graph at the size at which it is read, and the words around it. */
import { altText } from '#lib/picture/alt-text.ts';
import { compose, heightOf, type Composition, type PartChoices } from '#lib/picture/composition.ts';
import { frameFor, type Framing } from '#lib/picture/framing.ts';
import { pageOf, type PictureSize } from '#lib/picture/sizes.ts';
import { pictureMarkup, type PictureOptions } from '#lib/picture/svg.ts';
import { sceneBounds, type Box } from '#lib/view/bounds.ts';
import { placeEdgeLabels } from '#lib/view/edge-labels.ts';
import { placeLabels, type PlacedLabel } from '#lib/view/labels.ts';
import { legendOf } from '#lib/view/legend.ts';
import type { Scene } from '#lib/view/scene.ts';
import { actorSummary, relationAloud } from '#lib/view/sentences.ts';
import type { Markup } from '#lib/picture/markup.ts';
import type { TwinView } from '#lib/picture/twin-view.ts';

/** What is drawn: a view, and the scene of it or a part of that scene. */
export interface PageView extends TwinView {
	readonly scene: Scene;
	/** Scene keys of what is chosen, and of what stays in front (null: everything). */
	readonly chosen: ReadonlySet<string>;
	readonly kept: ReadonlySet<string> | null;
}

export interface PageChoice extends Omit<PartChoices, 'unit'> {
	readonly size: PictureSize & { readonly typeUnit: number };
	/** Whether the ground is painted; otherwise it is transparent. */
	readonly ground: boolean;
	/** The alternative text; made from the view when absent. */
	readonly description?: string;
}

export interface Drawn {
	/** The picture, with CSS that brings the fonts along; without any they are only named. */
	markup(fontCss?: string): Markup;
	/** In pixels, at 96 an inch. */
	readonly width: number;
	readonly height: number;
	/** Names for which there was no room. */
	readonly leftOut: number;
}

/** Scene units around the whole graph. */
const MARGIN = 12;
/** A graph of two actors does not fill a page: symbols are never larger than so many times their size on screen. */
const LARGEST_ZOOM = 2;

/**
 * Draws a view on a page.
 * @throws RangeError where the size cannot be made, or the words leave no room; it says what would work.
 */
export function drawPage(view: PageView, choice: PageChoice): Drawn {
	const page = pageOf(choice.size);
	const { scene, chosen, kept, facts } = view;
	const unit = choice.size.typeUnit;
	const inner = page.width - 2 * page.margin;
	const parts = (leftOut: number) => composed(view, choice, leftOut);
	const fit = ({ header, footer, aside }: Composition): Framing =>
		frameFor(page, (zoom) => boundsOf(scene, labelsAt(scene, zoom / unit, chosen).values()), {
			header: heightOf(header, inner),
			footer: heightOf(footer, inner),
			...(aside && { aside: { width: aside.width + aside.gap, height: heightOf(aside.parts, aside.width) } }),
			largestZoom: LARGEST_ZOOM * unit
		});
	// How many names fit is said below the graph, which takes room itself: reckoned with the longest that can be said.
	const labels = labelsAt(scene, fit(parts(scene.nodes.length)).zoom / unit, chosen);
	const leftOut = scene.nodes.filter(({ key, label }) => label.length > 0 && !labels.has(key)).length;
	const composition = parts(leftOut);
	const final = fit(composition);
	const options: PictureOptions = {
		theme: choice.theme,
		labels,
		selected: chosen,
		dimmed: new Set(kept ? keysOf(scene).filter((key) => !kept.has(key)) : []),
		names: namesOf(view),
		frame: final.frame,
		width: final.width,
		margin: page.margin,
		unit: choice.size.unit,
		title: choice.title ?? facts.document.title,
		description: choice.description ?? altText(view),
		background: choice.ground,
		...composition
	};
	return {
		markup: (fontCss) => pictureMarkup(scene, fontCss ? { ...options, fontCss } : options),
		width: final.width,
		height: final.height,
		leftOut
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
	const { scene, chosen, kept, facts } = view;
	const labels = labelsAt(scene, viewport.zoom, chosen);
	const options: PictureOptions = {
		theme: choice.theme,
		labels,
		selected: chosen,
		dimmed: new Set(kept ? keysOf(scene).filter((key) => !kept.has(key)) : []),
		names: namesOf(view),
		frame: viewBox(viewport),
		width: viewport.width,
		title: facts.document.title,
		description: choice.description ?? altText(view),
		background: choice.ground
	};
	const leftOut = scene.nodes.filter(({ key, label }) => label.length > 0 && !labels.has(key)).length;
	return {
		markup: (fontCss) => pictureMarkup(scene, fontCss ? { ...options, fontCss } : options),
		width: viewport.width,
		height: viewport.height,
		leftOut
	};
}

function composed(view: PageView, choice: PageChoice, leftOut: number): Composition {
	const { facts, told, filtered, settings } = view;
	const legend = legendOf(facts, filtered, settings, told);
	return compose({ ...view, legend, leftOut }, { ...choice, unit: choice.size.typeUnit });
}

/** Labels as large on the page as they are on screen, but for the unit of type. */
function labelsAt(scene: Scene, zoom: number, always: ReadonlySet<string>): ReadonlyMap<string, PlacedLabel> {
	const names = placeLabels(scene, zoom, { always });
	return new Map([...names, ...placeEdgeLabels(scene, zoom, names, { always })]);
}

function boundsOf(scene: Scene, labels: Iterable<PlacedLabel>): Box {
	const { x, y, width, height } = sceneBounds(scene.nodes, scene.edges, labels);
	return { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
}

function keysOf({ nodes, edges }: Scene): string[] {
	return [...nodes, ...edges].map(({ key }) => key);
}

/** What a reader, or a screen reader, is told about the nodes and edges of a scene. */
export function namesOf({ told, settings, scene }: Pick<PageView, 'told' | 'settings' | 'scene'>) {
	const actors = new Map(scene.nodes.map(({ key, actor }) => [key, actor]));
	const edges = new Map(scene.edges.map(({ key, relations }) => [key, relations]));
	return {
		actor: (key: string) => actorSummary(told, actors.get(key)!, settings.names),
		edge: (key: string) =>
			(edges.get(key) ?? [])
				.map((id) => relationAloud(told, told.relations.get(id)!, settings.names))
				.join('; ')
	};
}
