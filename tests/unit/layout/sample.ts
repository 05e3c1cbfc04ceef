/** Graphs to lay out, made here, always the same for the same seed. */
import type { LayoutActor, LayoutInput, LayoutRelation } from '#lib/layout/layout.ts';
import { pairsOf } from '#lib/layout/pairs.ts';
import { randomFrom } from '#lib/layout/random.ts';
import { cross, hits } from '#lib/layout/tangle.ts';
import type { Point } from '#lib/model/document.ts';

const SIDES = ['north', 'south', 'hill', 'coast', ''];
const INNER = ['commands', 'part_of', 'member_of', 'holds_post', 'advises'];
const OUTER = [
	{ type: 'meets', family: 'talks', sign: '0' },
	{ type: 'urges', family: 'pressure', sign: '0' },
	{ type: 'warns', family: 'pressure', sign: '-' },
	{ type: 'attacks', family: 'conflict', sign: '-' },
	{ type: 'backs', family: 'support', sign: '+' }
] as const;

/** An actor with what a test does not care about filled in. */
export function actor(key: number, given: Partial<LayoutActor> = {}): LayoutActor {
	const base = { x: 0, y: 0, width: 100, height: 60, side: '', rank: 0, name: `Actor ${key}`, pinned: false };
	return { ...base, ...given, key };
}

/** A relation with what a test does not care about filled in. */
export function relation(
	from: number,
	to: number,
	type = 'meets',
	sign: '+' | '-' | '0' = '0'
): LayoutRelation {
	const family = INNER.includes(type) ? 'structure' : 'talks';
	return { from, to, type, family, sign };
}

/**
 * A graph as a report yields it: sides of unequal size, each a tree under its leader, and acts between the
 * sides in which the leaders take part most.
 */
export function likeADocument(size: number, relations: number, seed = 1): LayoutInput {
	const random = randomFrom(seed);
	const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
	const actors = Array.from({ length: size }, (_, key) =>
		actor(key, {
			side: SIDES[Math.floor(SIDES.length * random() ** 1.4)] ?? '',
			width: 50 + Math.round(110 * random()),
			height: 44 + Math.round(26 * random()),
			x: Math.round(1000 * random()),
			y: Math.round(600 * random())
		})
	);
	const made: LayoutRelation[] = [];
	const leaders = SIDES.map((side) => actors.filter((one) => one.side === side).map(({ key }) => key));
	for (const members of leaders) {
		members.forEach((key, at) => {
			const upper = members[Math.floor(at * random() ** 2)];
			if (at === 0 || upper === undefined || actors[key]?.side === '') return;
			const type = pick(INNER);
			made.push(type === 'commands' ? relation(upper, key, type) : relation(key, upper, type));
		});
	}
	const anyone = () => (random() < 0.6 ? pick(leaders.filter((list) => list.length > 0))[0] : undefined);
	while (size > 1 && made.length < relations) {
		const from = anyone() ?? Math.floor(size * random());
		const to = Math.floor(size * random());
		if (from !== to) made.push({ from, to, ...pick(OUTER) });
	}
	const degree = (key: number) => made.filter(({ from, to }) => from === key || to === key).length;
	return { actors: actors.map((one) => ({ ...one, rank: degree(one.key) })), relations: made, seed };
}

/** Points strewn over the room that the symbols need: what a layout has to beat. */
export function strewn({ actors }: LayoutInput, seed: number): Point[] {
	const random = randomFrom(seed);
	const side = Math.sqrt(actors.reduce((sum, { width, height }) => sum + width * height, 0) * 4);
	return actors.map((): Point => [side * 1.25 * random(), side * 0.8 * random()]);
}

/** The pairs of symbols that overlap, as indexes. */
export function overlaps({ actors }: LayoutInput, points: readonly Point[]): [number, number][] {
	const found: [number, number][] = [];
	actors.forEach((a, i) => {
		for (let j = 0; j < i; j++) {
			const [b, p, q] = [actors[j], points[i], points[j]];
			if (!b || !p || !q) continue;
			const apartX = Math.abs(p[0] - q[0]) >= (a.width + b.width) / 2;
			const apartY = Math.abs(p[1] - q[1]) >= (a.height + b.height) / 2;
			if (!apartX && !apartY) found.push([j, i]);
		}
	});
	return found;
}

export interface Measures {
	/** Pairs of relations that cross. */
	crossings: number;
	/** Relations that run through the symbol of another actor. */
	hits: number;
	overlaps: number;
	width: number;
	height: number;
}

export function measuresOf(input: LayoutInput, points: readonly Point[]): Measures {
	const lines = pairsOf(input);
	let [crossings, through] = [0, 0];
	lines.forEach(({ a, b }, at) => {
		const [p, q] = [points[a], points[b]];
		if (!p || !q) return;
		for (const other of lines.slice(0, at)) {
			const [r, s] = [points[other.a], points[other.b]];
			const touch = a === other.a || a === other.b || b === other.a || b === other.b;
			if (!touch && r && s && cross(p, q, r, s)) crossings++;
		}
		input.actors.forEach((one, index) => {
			const point = points[index];
			if (index !== a && index !== b && point && hits(p, q, one, point)) through++;
		});
	});
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	return {
		crossings,
		hits: through,
		overlaps: overlaps(input, points).length,
		width: Math.max(...xs) - Math.min(...xs),
		height: Math.max(...ys) - Math.min(...ys)
	};
}
