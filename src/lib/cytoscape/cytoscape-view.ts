/**
 * Draws a scene with Cytoscape and reports gestures. It holds no truth: what it shows it was given, what a
 * user does it reports, and the next scene decides what comes of it.
 */
import cytoscape, { type Core } from 'cytoscape';
import { sceneBounds, type Box } from '#lib/view/bounds.ts';
import { placeLabels } from '#lib/view/labels.ts';
import type { Scene } from '#lib/view/scene.ts';
import type { Camera } from '#lib/view/settings.ts';
import type { Theme } from '#lib/view/theme.ts';
import { listen, type Gestures } from './gestures.ts';
import { LabelLayer } from './label-layer.ts';
import { Marks } from './marks.ts';
import { patch } from './patch.ts';
import { stylesheet } from './stylesheet.ts';

export interface Insets {
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
	readonly left: number;
}

export interface CytoscapeView {
	/** Shows a scene; what is new appears, what is gone goes, what moved moves (if `glide`, visibly). */
	update(scene: Scene, theme: Theme, glide: boolean): void;
	/** Marks keys as chosen, and lets all step back but the kept ones (null: none steps back). */
	emphasise(chosen: ReadonlySet<string>, kept: ReadonlySet<string> | null): void;
	/** The whole scene into the part of the canvas that no panel covers (insets in pixels). */
	fit(insets: Insets, glide: boolean): void;
	/** If the whole scene was fitted into a part of the canvas, fits it into another; else leaves the camera alone. */
	refit(from: Insets, to: Insets, glide: boolean): void;
	/** The nodes among some keys, and the ends of the edges among them, into that part. */
	frame(keys: ReadonlySet<string>, insets: Insets, glide: boolean): void;
	look(camera: Camera, glide: boolean): void;
	/** Moves the camera just enough to bring a node into the part that no panel covers. */
	reveal(key: string, insets: Insets, glide: boolean): void;
	zoomBy(factor: number): void;
	camera(): Camera;
	/** Where a key stands on the canvas, in pixels from its corner; null when it is not in the scene. */
	place(key: string): { x: number; y: number } | null;
	resize(): void;
	destroy(): void;
}

/** Milliseconds that a camera flight or a change of places takes. */
const GLIDE = 350;
/** Beyond this many nodes a glide would stutter. */
const MOST_GLIDING = 150;
/** Beyond this many edges a picture with other labels takes longer than a frame, so they come when the zoom rests. */
const MOST_RELABELLING = 200;
/** Milliseconds without a step of the wheel after which the zoom rests. */
const REST = 120;
const FIT_PADDING = 36;
const ZOOM = { least: 0.05, most: 6, fit: 1.6 };

// Symbols that overlap are no mistake of ours: no word about it in the console.
cytoscape.warnings(false);

/** Creates the view in an element that has a size. The caller must destroy it. */
export function createCytoscapeView(container: HTMLElement, gestures: Gestures): CytoscapeView {
	const cy = cytoscape({
		container,
		minZoom: ZOOM.least,
		maxZoom: ZOOM.most,
		boxSelectionEnabled: true,
		selectionType: 'single',
		layout: { name: 'preset' },
		// Where there is no GPU a sharper canvas costs a frame; two is as sharp as print needs on screen.
		pixelRatio: Math.min(2, globalThis.devicePixelRatio || 1)
	});
	let scene: Scene = { nodes: [], edges: [] };
	let theme: Theme | null = null;
	let chosen: ReadonlySet<string> = new Set();
	const marks = new Marks(cy);
	const labels = new LabelLayer(cy);
	const relabel = () => labels.draw(scene, chosen);
	const watched = watchZoom(cy, relabel, () => scene.edges.length > MOST_RELABELLING);
	const listener = listen(cy, gestures);
	hideIdleDragLayer(cy, container);

	return {
		update(next, nextTheme, glide) {
			if (nextTheme !== theme) cy.style(stylesheet(nextTheme));
			theme = nextTheme;
			const duration = glide && next.nodes.length <= MOST_GLIDING ? GLIDE : 0;
			listener.quietly(() => patch(cy, scene, next, duration, (key) => marks.classesOf(key)));
			marks.keepOnly(next);
			labels.keepOnly(next);
			scene = next;
			relabel();
		},
		emphasise(nextChosen, kept) {
			listener.quietly(() => marks.set(scene, nextChosen, kept));
			if (nextChosen !== chosen) {
				chosen = nextChosen;
				relabel();
			}
		},
		fit: (insets, glide) => moveTo(cy, fitCamera(cy, scene, insets), glide),
		refit(from, to, glide) {
			if (scene.nodes.length && isAt(cy, fitCamera(cy, scene, from)))
				moveTo(cy, fitCamera(cy, scene, to), glide);
		},
		frame(keys, insets, glide) {
			const part = partOf(scene, keys);
			if (part.nodes.length) moveTo(cy, fitCamera(cy, part, insets), glide);
		},
		look: (camera, glide) => moveTo(cy, viewportOf(cy, camera), glide),
		reveal: (key, insets, glide) => reveal(cy, key, insets, glide),
		zoomBy(factor) {
			const level = Math.min(ZOOM.most, Math.max(ZOOM.least, cy.zoom() * factor));
			cy.zoom({ level, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
		},
		camera() {
			const [zoom, pan] = [cy.zoom(), cy.pan()];
			return { x: (cy.width() / 2 - pan.x) / zoom, y: (cy.height() / 2 - pan.y) / zoom, zoom };
		},
		place(key) {
			const element = cy.getElementById(key);
			if (element.empty()) return null;
			if (element.isNode()) return element.renderedPosition();
			const middle = (element as unknown as cytoscape.EdgeSingular).renderedMidpoint();
			return { x: middle.x, y: middle.y };
		},
		resize: () => void cy.resize(),
		destroy() {
			watched.stop();
			cy.destroy();
		}
	};
}

/**
 * What is dragged is drawn on a canvas of its own, which is cleared after the drop. Chromium without a GPU may go on
 * showing what stood there (its pixels, read back, are empty): so that canvas is seen only during a drag.
 */
function hideIdleDragLayer(cy: Core, container: HTMLElement): void {
	const layer = container.querySelector<HTMLElement>('canvas[data-id$="-drag"]');
	if (!layer) return;
	layer.style.visibility = 'hidden';
	cy.on('grab', () => (layer.style.visibility = 'visible'));
	cy.on('free', () => (layer.style.visibility = 'hidden'));
}

interface Viewport {
	zoom: number;
	pan: { x: number; y: number };
}

function moveTo(cy: Core, viewport: Viewport, glide: boolean): void {
	cy.stop();
	if (glide) cy.animate({ ...viewport }, { duration: GLIDE, easing: 'ease-in-out' });
	else cy.viewport(viewport);
}

/** Whether the camera is there, to within what nobody sees. */
function isAt(cy: Core, { zoom, pan }: Viewport): boolean {
	const now = cy.pan();
	return Math.abs(cy.zoom() / zoom - 1) < 0.02 && Math.hypot(now.x - pan.x, now.y - pan.y) < 4;
}

function viewportOf(cy: Core, { x, y, zoom }: Camera): Viewport {
	return { zoom, pan: { x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom } };
}

/** The part of a scene that some keys name: nodes, and edges with their ends. */
function partOf(scene: Scene, keys: ReadonlySet<string>): Scene {
	const edges = scene.edges.filter(({ key }) => keys.has(key));
	const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
	return { nodes: scene.nodes.filter(({ key }) => keys.has(key) || ends.has(key)), edges };
}

/** Fits where nodes are going, not where they are: they may still glide. */
function fitCamera(cy: Core, scene: Scene, insets: Insets): Viewport {
	const width = Math.max(80, cy.width() - insets.left - insets.right - 2 * FIT_PADDING);
	const height = Math.max(80, cy.height() - insets.top - insets.bottom - 2 * FIT_PADDING);
	if (scene.nodes.length === 0) return { zoom: 1, pan: { x: cy.width() / 2, y: cy.height() / 2 } };
	const fits = (box: Box) => Math.min(width / box.width, height / box.height, ZOOM.fit);
	// Labels keep their size on screen, so the box depends on the zoom that depends on the box.
	let box = sceneBounds(scene.nodes, scene.edges);
	for (let round = 0; round < 2; round++) {
		box = sceneBounds(scene.nodes, scene.edges, placeLabels(scene, fits(box)).values());
	}
	const zoom = Math.max(ZOOM.least, fits(box));
	return {
		zoom,
		pan: {
			x: insets.left + FIT_PADDING + width / 2 - zoom * (box.x + box.width / 2),
			y: insets.top + FIT_PADDING + height / 2 - zoom * (box.y + box.height / 2)
		}
	};
}

function reveal(cy: Core, key: string, insets: Insets, glide: boolean): void {
	const node = cy.getElementById(key);
	if (!node.isNode()) return;
	const at = node.renderedPosition();
	const margin = 60;
	const shift = (value: number, least: number, most: number) =>
		value < least ? least - value : value > most ? most - value : 0;
	const dx = shift(at.x, insets.left + margin, cy.width() - insets.right - margin);
	const dy = shift(at.y, insets.top + margin, cy.height() - insets.bottom - margin);
	if (dx || dy) {
		const pan = cy.pan();
		moveTo(cy, { zoom: cy.zoom(), pan: { x: pan.x + dx, y: pan.y + dy } }, glide);
	}
}

/**
 * Calls back after the zoom has changed enough for other labels to have room: once a frame at most, or only when the
 * zoom rests. Until then Cytoscape scales what it has drawn, labels and all.
 */
function watchZoom(cy: Core, changed: () => void, waits: () => boolean): { stop(): void } {
	let drawnAt = cy.zoom();
	let frame = 0;
	let rest: ReturnType<typeof setTimeout> | undefined;
	const redraw = () => {
		frame = 0;
		drawnAt = cy.zoom();
		changed();
	};
	cy.on('zoom', () => {
		const ratio = cy.zoom() / drawnAt;
		clearTimeout(rest);
		if (frame || (ratio > 0.95 && ratio < 1.05)) return;
		if (waits()) rest = setTimeout(redraw, REST);
		else frame = requestAnimationFrame(redraw);
	});
	return {
		stop() {
			cancelAnimationFrame(frame);
			clearTimeout(rest);
		}
	};
}
