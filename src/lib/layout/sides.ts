import { placeColumns } from '#lib/layout/columns.ts';
import type { Layout, LayoutInput } from '#lib/layout/layout.ts';
import { byRank, neighboursOf, pairsOf } from '#lib/layout/pairs.ts';
import { settle } from '#lib/layout/settle.ts';
import { sidesInOrder } from '#lib/layout/side-order.ts';
import { sweep } from '#lib/layout/sweep.ts';
import { untangle } from '#lib/layout/untangle.ts';

/** More columns than these nobody reads: smaller sides then share one. */
const COLUMNS = 9;

export const sides: Layout = {
	id: 'sides',
	name: 'By side',
	help:
		'A column for each side. The two that are most hostile to each other stand furthest apart, the others ' +
		'between them, nearer to whom they are friendlier with.',
	run(input, progress) {
		const pairs = pairsOf(input);
		const place = (columns: readonly (readonly number[])[]) => placeColumns(input.actors, columns);
		const neighbours = neighboursOf(input.actors.length, pairs);
		const swept = sweep(columnsOf(input), neighbours);
		const points = settle(input, place(untangle(input, pairs, swept, place)));
		progress(1);
		return points;
	}
};

/** One column for each side; where there are too many sides, the smallest share the one in the middle. */
function columnsOf(input: LayoutInput): number[][] {
	const groups = sidesInOrder(input);
	if (groups.length <= COLUMNS) return groups;
	const inner = groups.slice(1, -1).sort((g, h) => h.length - g.length);
	const own = new Set(inner.slice(0, COLUMNS - 3));
	const shared = groups.slice(1, -1).filter((group) => !own.has(group));
	const columns = groups.filter((group, at) => at === 0 || at === groups.length - 1 || own.has(group));
	columns.splice(Math.floor(columns.length / 2), 0, shared.flat().sort(byRank(input)));
	return columns;
}
