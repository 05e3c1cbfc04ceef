/**
 * Which actors' names are written at a zoom, and where: under the symbol, by rank, none over another or over
 * somebody else's symbol. Zooming in only ever adds names: each has a largest size up to which it is
 * written, found as the active ranges of Been, Daiches and Yap, "Dynamic Map Labeling", IEEE TVCG 12 (2006).
 */
import { LABEL_GAP, LABEL_HALO, LABEL_LINE, LABEL_SIZE } from '#lib/view/appearance.ts';
import { symbolBox } from '#lib/view/bounds.ts';
import { BoxGrid } from '#lib/view/grid.ts';
import { textWidth } from '#lib/view/text.ts';
import type { Box } from '#lib/view/bounds.ts';
import type { Scene, SceneNode } from '#lib/view/scene.ts';

/** A label in its place; everything in scene units. */
export interface PlacedLabel {
	readonly lines: readonly string[];
	/** Font size. */
	readonly size: number;
	/** How far the halo reaches beyond the letters (Cytoscape's `text-outline-width`). */
	readonly halo: number;
	/** What Cytoscape's `text-margin-x` has to be: to the right of the middle. */
	readonly shift: number;
	/** What Cytoscape's `text-margin-y` has to be: from the bottom of the node's box, or an edge's middle. */
	readonly margin: number;
	/** Around the letters, with half of the halo. */
	readonly box: Box;
}

export interface LabelOptions {
	/** Keys whose labels go before all others and may cover symbols, the most important first. */
	readonly always?: Iterable<string>;
	/** Font size of names in scene units; that of the zoom when absent. */
	readonly size?: number;
}

/** Pixels on screen: 13 at zoom 1, and a little more or less when it is larger or smaller. */
const SMALLEST = 12;
const LARGEST = 16;
const GROWTH = 0.15;

/** Share of a symbol's box that a label may cover on each side: most shapes do not fill the corners. */
const TOLERANCE = 0.12;

/** Font size of actors' names at a zoom, in scene units. */
export function labelSize(zoom: number): number {
	return Math.min(LARGEST, Math.max(SMALLEST, LABEL_SIZE * zoom ** GROWTH)) / zoom;
}

/** What a label takes up for each unit of font size: it hangs from `y`, in the middle of `x`. */
interface Hanging {
	readonly node: SceneNode;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const HALF_HALO = LABEL_HALO / 2 / LABEL_SIZE;
const GAP = LABEL_GAP / LABEL_SIZE;

function hang(node: SceneNode, symbol: Box): Hanging {
	const widest = Math.max(...node.label.map((line) => textWidth(line, 1)));
	return {
		node,
		x: node.x,
		y: symbol.y + symbol.height,
		width: widest + 2 * HALF_HALO,
		height: GAP + 1 + (node.label.length - 1) * LABEL_LINE + HALF_HALO
	};
}

/** The box at a font size, from the symbol down: so the box of a smaller size lies within that of a larger. */
function boxOf({ x, y, width, height }: Hanging, size: number): Box {
	return { x: x - (width * size) / 2, y, width: width * size, height: height * size };
}

/** The largest size at which two labels do not overlap. */
function limitBetween(a: Hanging, b: Hanging): number {
	const beside = (2 * Math.abs(a.x - b.x)) / (a.width + b.width);
	const below = a.y < b.y ? (b.y - a.y) / a.height : (a.y - b.y) / b.height;
	return Math.max(beside, below);
}

/** The largest size at which a label does not reach a symbol that it overlaps at a larger one. */
function limitAt(label: Hanging, symbol: Box): number {
	const beside = 2 * Math.max(symbol.x - label.x, label.x - symbol.x - symbol.width, 0);
	return Math.max(beside / label.width, (symbol.y - label.y) / label.height, 0);
}

/** What of a symbol's box no label may touch. */
export function shrunk({ x, y, width, height }: Box): Box {
	const [dx, dy] = [width * TOLERANCE, height * TOLERANCE];
	return { x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy };
}

/**
 * Places the names of actors. Names of dimmed ones come after all others.
 *
 * Laws: no two boxes overlap; a label hits no symbol but its own, those of `always` apart; the best ranked one
 * is placed unless it would hit a symbol; what is placed stays when one zooms in with the same `always`. The last
 * has a price: here and there a label waits for a better one that itself has no room yet.
 *
 * @returns labels by node key; none for nodes that have no room or no name.
 */
export function placeLabels(
	scene: Scene,
	zoom: number,
	options: LabelOptions = {}
): ReadonlyMap<string, PlacedLabel> {
	const size = options.size ?? labelSize(zoom);
	const symbols = scene.nodes.map(symbolBox);
	const inTheWay = labelGrid(size);
	for (const symbol of symbols) inTheWay.add(shrunk(symbol));

	const always = new Map(Array.from(options.always ?? [], (key, i) => [key, i]));
	const order = scene.nodes.map((_, i) => i).filter((i) => scene.nodes[i]!.label.length > 0);
	order.sort((a, b) => precedence(scene.nodes[a]!, scene.nodes[b]!, always) || a - b);

	const before: Hanging[] = [];
	const largest: number[] = [];
	const near = labelGrid(size);
	const placed = new Map<string, PlacedLabel>();
	for (const index of order) {
		const label = hang(scene.nodes[index]!, symbols[index]!);
		const box = boxOf(label, size);
		let limit = Infinity;
		near.some(box, (i) => {
			const apart = limitBetween(before[i]!, label);
			// One that is written only when the two no longer meet takes nothing away.
			if (apart < largest[i]!) limit = Math.min(limit, apart);
			return false;
		});
		if (!always.has(label.node.key)) {
			inTheWay.some(box, (i) => {
				if (i !== index) limit = Math.min(limit, limitAt(label, shrunk(symbols[i]!)));
				return false;
			});
		}
		before.push(label);
		largest.push(limit);
		near.add(box);
		if (limit >= size) placed.set(label.node.key, inPlace(label, size));
	}
	return placed;
}

/** A grid for labels of a font size among symbols: cells as wide as a short name or a large symbol. */
export function labelGrid(size: number): BoxGrid {
	return new BoxGrid(Math.max(6 * size, 50));
}

/** Keys with the ends of the lines among them: whose line is chosen has to be named. */
export function withEnds({ edges }: Scene, keys: ReadonlySet<string>): ReadonlySet<string> {
	if (keys.size === 0) return keys;
	const ends = edges.filter(({ key }) => keys.has(key)).flatMap(({ source, target }) => [source, target]);
	return new Set([...keys, ...ends]);
}

function precedence(a: SceneNode, b: SceneNode, always: ReadonlyMap<string, number>): number {
	const first = (always.get(a.key) ?? always.size) - (always.get(b.key) ?? always.size);
	return first || Number(a.dimmed) - Number(b.dimmed) || a.rank - b.rank;
}

function inPlace(label: Hanging, size: number): PlacedLabel {
	const { node, x, y, width } = label;
	const top = y + (GAP - HALF_HALO) * size;
	return {
		lines: node.label,
		size,
		halo: (LABEL_HALO / LABEL_SIZE) * size,
		shift: 0,
		margin: y + GAP * size - (node.y + node.size / 2),
		box: {
			x: x - (width * size) / 2,
			y: top,
			width: width * size,
			height: y + label.height * size - top
		}
	};
}
