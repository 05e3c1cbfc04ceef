import { hierarchyOf, levelsOf } from '#lib/layout/hierarchy.ts';
import type { Layout, LayoutInput } from '#lib/layout/layout.ts';
import { neighboursOf, pairsOf } from '#lib/layout/pairs.ts';
import type { Pair } from '#lib/layout/pairs.ts';
import { placeLevels } from '#lib/layout/levels.ts';
import { settle } from '#lib/layout/settle.ts';
import { sidesInOrder } from '#lib/layout/side-order.ts';
import { sweep } from '#lib/layout/sweep.ts';
import { untangle } from '#lib/layout/untangle.ts';

export const layered: Layout = {
	id: 'layered',
	name: 'By command',
	help:
		'Who commands stands above the commanded, the whole above its parts, an organisation above its members ' +
		'and post holders. Actors without such a relation stand in rows at the bottom.',
	run(input, progress) {
		const below = hierarchyOf(input);
		const levels = levelsOf(below);
		const rows = rowsOf(input, levels);
		const ladder = below.flatMap((list, upper) => list.map((lower) => pairOf(upper, lower)));
		const bonds = neighboursOf(input.actors.length, ladder);
		const place = (ordered: readonly (readonly number[])[]) =>
			placeLevels(input.actors, bonds, ordered, (index) => levels[index] !== undefined);
		const swept = sweep(rows, bonds);
		const points = settle(input, place(untangle(input, pairsOf(input), swept, place)));
		progress(1);
		return points;
	}
};

/** One row for each level, and a last one for those without a level; in each, actors of a side together. */
function rowsOf(input: LayoutInput, levels: readonly (number | undefined)[]): number[][] {
	const deepest = levels.reduce<number>((most, level) => Math.max(most, level ?? -1), -1);
	const rows: number[][] = Array.from({ length: deepest + 2 }, () => []);
	for (const index of sidesInOrder(input).flat()) rows[levels[index] ?? deepest + 1]?.push(index);
	return rows.filter((row) => row.length > 0);
}

function pairOf(upper: number, lower: number): Pair {
	return { a: Math.min(upper, lower), b: Math.max(upper, lower), count: 1, hostile: 0, friendly: 0 };
}
