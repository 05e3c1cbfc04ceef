/** Fits a scene into what the words leave of a page. */
import type { Box } from '#lib/view/bounds.ts';
import { LONGEST_SIDE, SHORTEST_SIDE, type Page } from '#lib/picture/sizes.ts';

export interface Framing {
	/** What of the scene is shown, in scene units: as wide, in proportion to its height, as the room for it. */
	readonly frame: Box;
	/** Pixels for each scene unit. */
	readonly zoom: number;
	/** Size of the whole picture in pixels, margins included. */
	readonly width: number;
	readonly height: number;
}

export interface FramingOptions {
	/** Heights in pixels of what stands above and below the graph. */
	readonly header: number;
	readonly footer: number;
	/** Size in pixels of what stands beside it, with the gap between; nothing when absent. */
	readonly aside?: { readonly width: number; readonly height: number };
	/** Pixels for each scene unit at the most, so that two actors do not fill a page. */
	readonly largestZoom: number;
}

/** A scene of no size at all gets room as if it had this much, in scene units. */
const LEAST = 1;
/** Labels and zoom depend on each other; so often they are fitted to one another. */
const ROUNDS = 12;
/** What a box may be larger than its frame, as a share: nobody sees it. */
const SLACK = 1.002;

/**
 * Fits a scene into a page: as large as it can be and in the middle. On a page of fixed height it gets what header
 * and footer leave; else the page becomes as high as it needs.
 *
 * @param boundsAt the box around all that is drawn at a zoom, labels included: these have a size on the page and not
 * in the scene, so that the box depends on the zoom.
 * @throws RangeError where the words leave no room for a graph; its message says which height would do.
 */
export function frameFor(page: Page, boundsAt: (zoom: number) => Box, options: FramingOptions): Framing {
	const { width: beside, height: besideHeight } = options.aside ?? { width: 0, height: 0 };
	const width = page.width - 2 * page.margin - beside;
	const around = 2 * page.margin + options.header + options.footer;
	const height = (page.height ?? LONGEST_SIDE) - around;
	if (width < SHORTEST_SIDE) throw tooNarrow(page, beside);
	const least = Math.max(SHORTEST_SIDE, besideHeight);
	if (height < least) throw tooFull(page, around + least);
	let zoom = Math.min(options.largestZoom, fitting(boundsAt(1), width, height));
	let bounds = boundsAt(zoom);
	for (let round = 0; round < ROUNDS; round++) {
		const fits = fitting(bounds, width, height);
		if (fits * SLACK >= zoom) break;
		zoom = fits;
		bounds = boundsAt(zoom);
	}
	// Where the rounds did not suffice, the frame has room all the same, and labels come out a little smaller.
	zoom = Math.min(zoom, fitting(bounds, width, height));
	const high = page.height === null ? Math.max(LEAST, besideHeight, bounds.height * zoom) : height;
	return {
		frame: {
			x: bounds.x + bounds.width / 2 - width / zoom / 2,
			y: bounds.y + bounds.height / 2 - high / zoom / 2,
			width: width / zoom,
			height: high / zoom
		},
		zoom,
		width: page.width,
		height: page.height ?? high + around
	};
}

function fitting(box: Box, width: number, height: number): number {
	return Math.min(width / Math.max(LEAST, box.width), height / Math.max(LEAST, box.height));
}

function tooNarrow(page: Page, beside: number): RangeError {
	const least = Math.ceil(beside + 2 * page.margin + SHORTEST_SIDE).toLocaleString('en');
	return new RangeError(
		`The legend leaves no room for the graph. Put it below, or make the picture ${least} pixels wide.`
	);
}

function tooFull(page: Page, needed: number): RangeError {
	const least = Math.ceil(needed);
	const start = 'The words leave no room for the graph.';
	if (page.height === null || least > LONGEST_SIDE) {
		return new RangeError(`${start} Leave some of them out, or make the picture wider.`);
	}
	return new RangeError(
		`${start} Leave some of them out, or make the picture ${least.toLocaleString('en')} pixels high.`
	);
}
