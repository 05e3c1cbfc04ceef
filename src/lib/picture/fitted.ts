/** Fits a view into a page: its words, the graph in what they leave of it, and the names that have room. */
import { bolder, strengthAt } from '#lib/picture/bolder.ts';
import { compose, heightOf, type Composition, type PartChoices } from '#lib/picture/composition.ts';
import { frameFor, type Framing } from '#lib/picture/framing.ts';
import { loosened } from '#lib/picture/loosen.ts';
import { pageOf, toPixels, type PictureSize } from '#lib/picture/sizes.ts';
import { sceneBounds, type Box } from '#lib/view/bounds.ts';
import { SMALLEST_TEXT, placeEdgeLabels } from '#lib/view/edge-labels.ts';
import { labelSize, placeLabels, withEnds, type PlacedLabel } from '#lib/view/labels.ts';
import { legendOf } from '#lib/view/legend.ts';
import type { Scene } from '#lib/view/scene.ts';
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
	/** Points at the picture's own size: no letter is smaller. As the size suggests when absent. */
	readonly smallest?: number | null;
	/** Whether actors are moved apart, in this picture alone, where names would be left out. */
	readonly loosen?: boolean;
	/** Whether the ground is painted; otherwise it is transparent. */
	readonly ground: boolean;
	/** The alternative text; made from the view when absent. */
	readonly description?: string;
}

/** Scene units around the whole graph. */
const MARGIN = 12;
/** A graph of two actors does not fill a page: symbols are never larger than so many times their size on screen. */
const LARGEST_ZOOM = 2;

/** A page may become so many times as high as it would be, where it has no height of its own and names need room. */
const HIGHER = 1.25;
/** Symbols become so many times as large, the page being what it is, until names have room; of large scenes less is tried. */
const SHARES = [1, 0.9, 0.8, 0.7, 0.6, 0.5];
const FEWER_SHARES = [1, 0.8, 0.6];
const ONE_SHARE = [0.7];

/** More actors than the last have no room for their names on any page: moving them costs time and helps nobody. */
function sharesFor({ nodes: { length } }: Scene): readonly number[] {
	if (length <= 60) return SHARES;
	if (length <= 120) return FEWER_SHARES;
	return length <= 250 ? ONE_SHARE : [];
}
/** So often the words below the graph, which say how many names are left out, are fitted to what they say. */
const TRIES = 3;

/** A scene on a page, with the names that have room. */
export interface Fitted {
	/** With its lines so strong that they can be seen; `framing` is of it. */
	readonly scene: Scene;
	/** How many times as strong, see bolder.ts. */
	readonly strength: number;
	readonly framing: Framing;
	readonly composition: Composition;
	readonly labels: ReadonlyMap<string, PlacedLabel>;
	readonly leftOut: number;
}

/**
 * The view on its page, actors moved apart for their names where that is asked for and helps.
 * @returns with the pixels for each unit of type
 * @throws RangeError where the words leave no room; it says what would work
 */
export function fittedPage(
	view: PageView,
	choice: PageChoice
): Fitted & { readonly unit: number; readonly loosened: boolean } {
	const { unit, plain } = firstThatFits(view, choice);
	const final = choice.loosen && plain.leftOut > 0 ? roomiest(view, choice, unit, plain) : plain;
	return { ...final, unit, loosened: final !== plain };
}

/** Where the words leave no room for the graph, type becomes so many times as large, unless a size of it was asked for. */
const SMALLER = [1, 0.88, 0.76];

function firstThatFits(view: PageView, choice: PageChoice): { unit: number; plain: Fitted } {
	let fault: unknown;
	for (const share of SMALLER) {
		const unit = Math.max(unitOf(choice) * share, choice.smallest ? unitOf(choice) : 0);
		try {
			return { unit, plain: fitted(view, choice, unit) };
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			fault ??= error;
		}
	}
	throw fault;
}

/** Pixels for each unit of type. */
function unitOf({ size, smallest }: PageChoice): number {
	const asked = smallest ? toPixels(smallest / 72, 'in') / SMALLEST_TEXT : 0;
	return Math.max(size.typeUnit, asked);
}

/** @param guess how many names are left out, as far as one knows: the words say it, and take room themselves. */
function fitted(view: PageView, choice: PageChoice, unit: number, guess = view.scene.nodes.length): Fitted {
	const { chosen } = view;
	const page = pageOf(choice.size);
	const inner = page.width - 2 * page.margin;
	let { scene } = view;
	let strength = 0;
	let leftOut = guess;
	/** Whether a number of relations has room on its line: the legend explains it only then. */
	let numbers = true;
	for (let left = TRIES; ; left--) {
		const composition = composed(view, choice, unit, leftOut, numbers);
		const { header, footer, aside } = composition;
		const room = {
			header: heightOf(header, inner),
			footer: heightOf(footer, inner),
			...(aside && { aside: { width: aside.width + aside.gap, height: heightOf(aside.parts, aside.width) } }),
			largestZoom: LARGEST_ZOOM * unit
		};
		if (strength === 0) {
			const bare = boundsOf(scene, [], 1);
			strength = strengthAt(frameFor(page, () => bare, room).zoom, unit);
			scene = bolder(scene, strength);
		}
		const framing = frameFor(
			page,
			(zoom) => boundsOf(scene, labelsAt(scene, zoom / unit, chosen, strength).values(), strength),
			{
				...room,
				largestZoom: room.largestZoom * strength
			}
		);
		const labels = within(framing.frame, labelsAt(scene, framing.zoom / unit, chosen, strength));
		const missing = leftOutOf(scene, labels);
		const numbered = scene.edges.some(({ key, relations }) => relations.length > 1 && labels.has(key));
		if ((missing === leftOut && numbered === numbers) || left === 0) {
			const whole = missing === leftOut ? composition : composed(view, choice, unit, missing, numbers);
			return { scene, strength, framing, composition: whole, labels, leftOut: missing };
		}
		numbers = numbered;
		leftOut = missing;
	}
}

/** The scene loosened a little or more, so that as few names as can be are left out; as it was where that does not help. */
function roomiest(view: PageView, choice: PageChoice, unit: number, plain: Fitted): Fitted {
	const { strength } = plain;
	const { frame, zoom } = plain.framing;
	const high = choice.size.height === null ? HIGHER : 1;
	let best = plain;
	for (const share of sharesFor(view.scene)) {
		const scene = loosened(view.scene, {
			width: (frame.width * strength) / share - 2 * MARGIN,
			height: (frame.height * strength * high) / share - 2 * MARGIN,
			labelSize: labelSize((zoom * share) / unit / strength)
		});
		const next = fitted({ ...view, scene }, choice, unit, 0);
		if (next.leftOut < best.leftOut) best = next;
		if (best.leftOut === 0) break;
	}
	return best;
}

/** Labels that lie in the frame: on a page too small for its words, some would be cut off at its edge. */
function within(frame: Box, labels: ReadonlyMap<string, PlacedLabel>): ReadonlyMap<string, PlacedLabel> {
	const lies = ({ box }: PlacedLabel) =>
		box.x >= frame.x &&
		box.y >= frame.y &&
		box.x + box.width <= frame.x + frame.width &&
		box.y + box.height <= frame.y + frame.height;
	return new Map([...labels].filter(([, label]) => lies(label)));
}

/** How many names are not among the labels. */
export function leftOutOf({ nodes }: Scene, labels: ReadonlyMap<string, PlacedLabel>): number {
	return nodes.filter(({ key, label }) => label.length > 0 && !labels.has(key)).length;
}

function composed(
	view: PageView,
	choice: PageChoice,
	unit: number,
	leftOut: number,
	numbers: boolean
): Composition {
	const { facts, told, filtered, settings } = view;
	const legend = legendOf(facts, filtered, settings, told);
	return compose({ ...view, legend, leftOut, numbers }, { ...choice, unit });
}

/**
 * Labels as large on the page as they are on screen, but for the unit of type.
 * @param strength of the lines of the scene (bolder.ts), which makes no name larger
 */
export function labelsAt(
	scene: Scene,
	zoom: number,
	chosen: ReadonlySet<string>,
	strength = 1
): ReadonlyMap<string, PlacedLabel> {
	const always = withEnds(scene, chosen);
	const names = placeLabels(scene, zoom, { always, size: labelSize(zoom / strength) / strength });
	return new Map([...names, ...placeEdgeLabels(scene, zoom, names, { always })]);
}

function boundsOf(scene: Scene, labels: Iterable<PlacedLabel>, strength: number): Box {
	const { x, y, width, height } = sceneBounds(scene.nodes, scene.edges, labels);
	const margin = MARGIN / strength;
	return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}
