/**
 * Makes room for names: actors are moved apart in a picture, and only there. First the graph is stretched to fill the
 * page, then what still overlaps is pushed apart, step by step. Everything is bounded and nothing is random, so the
 * same view gives the same picture.
 */
import { LABEL_GAP, LABEL_HALO, LABEL_LINE, LABEL_SIZE } from '#lib/view/appearance.ts';
import { symbolBox, type Box } from '#lib/view/bounds.ts';
import { shrunk } from '#lib/view/labels.ts';
import type { Scene, SceneNode } from '#lib/view/scene.ts';
import { textWidth } from '#lib/view/text.ts';

/** At the most so many times as wide or as high: beyond it one would not know the graph again. */
const MOST_STRETCH = 1.6;
/** Scene units that an actor is pushed from its stretched place at the most, each way: some three symbols. */
const MOST_PUSHED = 90;
const MOST_ROUNDS = 80;
/** Pairs that are looked at in all rounds together, so that a large scene costs some tenths of a second. */
const MOST_PAIRS = 1e6;
/** Scene units between what must not touch. */
const AIR = 3;

export interface Room {
	/** In scene units. */
	readonly width: number;
	readonly height: number;
	/** Font size of names, in scene units. */
	readonly labelSize: number;
}

/** An actor while it moves: its boxes are around 0,0. */
interface Loose {
	readonly boxes: readonly Box[];
	readonly x0: number;
	readonly y0: number;
	x: number;
	y: number;
}

/** The scene with its actors apart, about the same middle, as far as there is room for it. */
export function loosened(scene: Scene, room: Room): Scene {
	const { nodes } = scene;
	if (nodes.length < 2) return scene;
	const boxes = nodes.map((node) => boxesOf(node, room.labelSize));
	const across = stretched(
		nodes.map(({ x }) => x),
		boxes.map(reach('x', 'width')),
		room.width
	);
	const down = stretched(
		nodes.map(({ y }) => y),
		boxes.map(reach('y', 'height')),
		room.height
	);
	const loose = nodes.map((_, i): Loose => {
		const [x, y] = [across.places[i]!, down.places[i]!];
		return { boxes: boxes[i]!, x0: x, y0: y, x, y };
	});
	const limits = { x: across.limits, y: down.limits };
	const pairs = (nodes.length * (nodes.length - 1)) / 2;
	const rounds = Math.max(1, Math.min(MOST_ROUNDS, Math.floor(MOST_PAIRS / pairs)));
	for (let round = 0; round < rounds; round++) if (!pushApart(loose, limits)) break;
	return { ...scene, nodes: nodes.map((node, i) => ({ ...node, x: loose[i]!.x, y: loose[i]!.y })) };
}

/** The symbol, but for what a name may cover of it, and the name below. */
function boxesOf(node: SceneNode, size: number): readonly Box[] {
	const { label } = node;
	const at = symbolBox({ ...node, x: 0, y: 0 });
	if (!label.length) return [shrunk(at)];
	const unit = size / LABEL_SIZE;
	const width = Math.max(...label.map((line) => textWidth(line, size))) + LABEL_HALO * unit;
	const height = (LABEL_GAP + LABEL_HALO) * unit + size * (1 + (label.length - 1) * LABEL_LINE);
	return [shrunk(at), { x: -width / 2, y: at.y + at.height, width, height }];
}

/** How far boxes reach before and behind the place of their actor. */
function reach(start: 'x' | 'y', length: 'width' | 'height') {
	return (boxes: readonly Box[]): readonly [number, number] => [
		Math.min(...boxes.map((box) => box[start])),
		Math.max(...boxes.map((box) => box[start] + box[length]))
	];
}

interface Limits {
	readonly least: number;
	readonly most: number;
}

/** Places in one direction, about their middle, as far apart as the room allows; and where the room ends. */
function stretched(places: readonly number[], reaches: readonly (readonly [number, number])[], room: number) {
	const ends = places.map((place, i) => [place + reaches[i]![0], place + reaches[i]![1]] as const);
	const [least, most] = [Math.min(...ends.map(([end]) => end)), Math.max(...ends.map(([, end]) => end))];
	const span = Math.max(...places) - Math.min(...places);
	const free = Math.max(0, room - (most - least));
	const factor = span > 0 ? Math.min(MOST_STRETCH, 1 + free / span) : 1;
	const middle = (least + most) / 2;
	const side = Math.max(room, most - least) / 2;
	return {
		places: places.map((place) => middle + (place - middle) * factor),
		limits: { least: middle - side, most: middle + side }
	};
}

/** Pushes every pair that overlaps apart, one after the other; gives whether there was any. */
function pushApart(loose: readonly Loose[], limits: { x: Limits; y: Limits }): boolean {
	let any = false;
	for (let i = 0; i < loose.length; i++) {
		for (let j = i + 1; j < loose.length; j++) {
			const [a, b] = [loose[i]!, loose[j]!];
			const push = worstOverlap(a, b);
			if (!push) continue;
			any = true;
			const half = push.by / 2;
			place(a, push.axis, a[push.axis] - half, limits);
			place(b, push.axis, b[push.axis] + half, limits);
		}
	}
	return any;
}

/** What it takes to part two actors, along the axis where it takes less; null where nothing overlaps. */
function worstOverlap(a: Loose, b: Loose): { axis: 'x' | 'y'; by: number } | null {
	let worst: { axis: 'x' | 'y'; by: number } | null = null;
	for (const one of a.boxes) {
		for (const other of b.boxes) {
			const x = overlap(a.x + one.x, one.width, b.x + other.x, other.width);
			if (x === 0) continue;
			const y = overlap(a.y + one.y, one.height, b.y + other.y, other.height);
			if (y === 0) continue;
			const push =
				Math.abs(x) <= Math.abs(y) ? ({ axis: 'x', by: x } as const) : ({ axis: 'y', by: y } as const);
			if (!worst || Math.abs(push.by) > Math.abs(worst.by)) worst = push;
		}
	}
	return worst;
}

/** How far the second of two stretches has to move from the first; negative backwards; 0 where they are apart. */
function overlap(a: number, aLength: number, b: number, bLength: number): number {
	const forwards = a + aLength + AIR - b;
	const backwards = b + bLength + AIR - a;
	if (forwards <= 0 || backwards <= 0) return 0;
	return forwards <= backwards ? forwards : -backwards;
}

function place(one: Loose, axis: 'x' | 'y', to: number, limits: { x: Limits; y: Limits }): void {
	const start = axis === 'x' ? one.x0 : one.y0;
	const [before, behind] = (axis === 'x' ? reach('x', 'width') : reach('y', 'height'))(one.boxes);
	const { least, most } = limits[axis];
	const within = Math.max(least - before, Math.min(most - behind, to));
	one[axis] = Math.max(start - MOST_PUSHED, Math.min(start + MOST_PUSHED, within));
}
