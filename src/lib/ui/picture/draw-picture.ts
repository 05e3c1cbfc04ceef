/** The picture of what is on screen, as a file: an SVG, or the same SVG painted into pixels. */
import type { Workspace } from '#lib/state/workspace.svelte.ts';
import { writeSvg } from '#lib/picture/svg.ts';
import { sceneBounds, type Box } from '#lib/view/bounds.ts';
import { placeEdgeLabels } from '#lib/view/edge-labels.ts';
import { placeLabels } from '#lib/view/labels.ts';
import { receiptInWords } from '#lib/view/receipt.ts';
import { actorSummary, relationAloud } from '#lib/view/sentences.ts';
import { THEMES, type ThemeName } from '#lib/view/theme.ts';
import { fontCss } from './fonts.ts';

export interface PictureChoice {
	/** The whole scene, or the part of it that is on screen. */
	readonly part: 'all' | 'view';
	readonly background: boolean;
	readonly theme: ThemeName;
}

/** What the canvas shows now: its middle and zoom, and its size in pixels. */
export interface Viewport {
	readonly x: number;
	readonly y: number;
	readonly zoom: number;
	readonly width: number;
	readonly height: number;
}

/** Scene units around the whole scene. */
const MARGIN = 24;

/** Browsers paint canvases up to about this many pixels; beyond it they give an empty picture without a word. */
export const MOST_PIXELS = 16_384 * 8_192;
const LONGEST_SIDE = 16_384;

/** The size of a picture in pixels at 1x. */
export function pictureSize(
	workspace: Workspace,
	choice: PictureChoice,
	viewport: Viewport
): { width: number; height: number } {
	const { frame, zoom } = framing(workspace, choice, viewport);
	return { width: Math.round(frame.width * zoom), height: Math.round(frame.height * zoom) };
}

/** The picture as an SVG text with its fonts inside. */
export async function drawSvg(
	workspace: Workspace,
	choice: PictureChoice,
	viewport: Viewport
): Promise<string> {
	const { scene, chosenKeys, keptKeys } = workspace;
	const { frame, zoom, labels } = framing(workspace, choice, viewport);
	const everything = [...scene.nodes, ...scene.edges].map(({ key }) => key);
	return writeSvg(scene, {
		theme: THEMES[choice.theme],
		labels,
		selected: chosenKeys,
		dimmed: new Set(keptKeys ? everything.filter((key) => !keptKeys.has(key)) : []),
		names: namesOf(workspace),
		frame,
		width: frame.width * zoom,
		title: workspace.document.title,
		description: `A graph of actors and their relations. ${receiptInWords(workspace.receipt)}`,
		background: choice.background,
		fontCss: await fontCss()
	});
}

/**
 * Paints an SVG text into a PNG, `scale` pixels for each of its own.
 * @throws RangeError when the picture is larger than browsers can paint; its message says what would work.
 */
export async function paintPng(
	svg: string,
	size: { width: number; height: number },
	scale: number
): Promise<Blob> {
	const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
	if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
		const largest = Math.min(
			LONGEST_SIDE / Math.max(size.width, size.height),
			Math.sqrt(MOST_PIXELS / (size.width * size.height))
		);
		throw new RangeError(
			`${width} by ${height} pixels are more than browsers can paint; ${largest.toFixed(1)} times is the most here.`
		);
	}
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image(width, height);
		image.src = url;
		await image.decode();
		const canvas = new OffscreenCanvas(width, height);
		canvas.getContext('2d')!.drawImage(image, 0, 0, width, height);
		return await canvas.convertToBlob({ type: 'image/png' });
	} finally {
		URL.revokeObjectURL(url);
	}
}

function framing({ scene, chosenKeys: always }: Workspace, { part }: PictureChoice, viewport: Viewport) {
	const zoom = part === 'view' ? viewport.zoom : 1;
	const names = placeLabels(scene, zoom, { always });
	const labels = new Map([...names, ...placeEdgeLabels(scene, zoom, names, { always })]);
	return {
		zoom,
		labels,
		frame: part === 'view' ? viewBox(viewport) : grown(sceneBounds(scene.nodes, scene.edges, labels.values()))
	};
}

function viewBox({ x, y, zoom, width, height }: Viewport): Box {
	return { x: x - width / zoom / 2, y: y - height / zoom / 2, width: width / zoom, height: height / zoom };
}

function grown({ x, y, width, height }: Box): Box {
	return { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
}

function namesOf({ scene, told: facts, settings }: Workspace) {
	const actors = new Map(scene.nodes.map(({ key, actor }) => [key, actor]));
	const edges = new Map(scene.edges.map(({ key, relations }) => [key, relations]));
	return {
		actor: (key: string) => actorSummary(facts, actors.get(key)!, settings.names),
		edge: (key: string) =>
			(edges.get(key) ?? [])
				.map((id) => relationAloud(facts, facts.relations.get(id)!, settings.names))
				.join('; ')
	};
}
