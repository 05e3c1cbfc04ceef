import type { LayoutInput } from '#lib/layout/layout.ts';

/**
 * The relation types that put one actor above another, weightiest first, and which end is the upper one:
 * the commander, the whole, the organisation (above its members and above who holds a post in it), the one
 * who is advised, the predecessor.
 */
const UPPER_END: ReadonlyMap<string, 'from' | 'to'> = new Map([
	['commands', 'from'],
	['part_of', 'to'],
	['member_of', 'to'],
	['holds_post', 'to'],
	['advises', 'to'],
	['succeeds', 'to']
]);
const WEIGHTIEST_FIRST = [...UPPER_END.keys()];

/**
 * Who stands above whom: for each actor, the indexes of those right below it. Free of cycles: of two actors
 * that stand above each other, the weightier relation counts (who holds a post in the body that he commands
 * stands above it); of a longer cycle, the relation that closes it, seen from the top, is dropped.
 */
export function hierarchyOf(input: LayoutInput): number[][] {
	const size = input.actors.length;
	const below: number[][] = Array.from({ length: size }, () => []);
	const taken = new Set<number>();
	for (const type of WEIGHTIEST_FIRST) {
		for (const relation of input.relations) {
			if (relation.type !== type) continue;
			const isFrom = UPPER_END.get(type) === 'from';
			const upper = isFrom ? relation.from : relation.to;
			const lower = isFrom ? relation.to : relation.from;
			if (upper === lower || !(upper in below) || !(lower in below)) continue;
			if (taken.has(upper * size + lower) || taken.has(lower * size + upper)) continue;
			taken.add(upper * size + lower);
			below[upper]?.push(lower);
		}
	}
	return withoutCycles(input, below);
}

/**
 * The level of each actor, from 0 at the top: the longest way down to it (longest-path layering). An actor
 * with nobody above stands right above the highest of those below it. `undefined` without any hierarchy.
 * @param below free of cycles
 */
export function levelsOf(below: readonly (readonly number[])[]): (number | undefined)[] {
	const above: number[] = below.map(() => 0);
	for (const list of below) for (const lower of list) above[lower] = (above[lower] ?? 0) + 1;
	const levels: (number | undefined)[] = below.map((list, index) =>
		list.length + (above[index] ?? 0) > 0 ? 0 : undefined
	);
	const open = [...above];
	const ready = levels.flatMap((level, index) => (level === 0 && open[index] === 0 ? [index] : []));
	for (let at = 0; at < ready.length; at++) {
		const upper = ready[at] ?? 0;
		for (const lower of below[upper] ?? []) {
			levels[lower] = Math.max(levels[lower] ?? 0, (levels[upper] ?? 0) + 1);
			open[lower] = (open[lower] ?? 0) - 1;
			if (open[lower] === 0) ready.push(lower);
		}
	}
	return levels.map((level, index) => {
		if (level === undefined || (above[index] ?? 0) > 0) return level;
		const highest = (below[index] ?? []).reduce(
			(least, lower) => Math.min(least, levels[lower] ?? 1),
			Infinity
		);
		return Math.max(0, highest - 1);
	});
}

/** Drops the relations that lead back to where a walk from the top came from (depth first, without recursion). */
function withoutCycles(input: LayoutInput, below: readonly (readonly number[])[]): number[][] {
	const hasUpper = new Set(below.flat());
	const rank = (index: number) => input.actors[index]?.rank ?? 0;
	const isTop = (index: number) => (hasUpper.has(index) ? 0 : 1);
	const starts = below
		.map((_, index) => index)
		.sort((i, j) => isTop(j) - isTop(i) || rank(j) - rank(i) || i - j);
	const kept: number[][] = below.map(() => []);
	const state: ('open' | 'done' | undefined)[] = below.map(() => undefined);
	for (const start of starts) {
		if (state[start]) continue;
		const path = [{ index: start, next: 0 }];
		state[start] = 'open';
		for (let step = path.at(-1); step; step = path.at(-1)) {
			const lower = below[step.index]?.[step.next++];
			if (lower === undefined) {
				state[step.index] = 'done';
				path.pop();
				continue;
			}
			if (state[lower] === 'open') continue;
			kept[step.index]?.push(lower);
			if (state[lower] === 'done') continue;
			state[lower] = 'open';
			path.push({ index: lower, next: 0 });
		}
	}
	return kept;
}
