const SWEEPS = 8;

/**
 * Orders each row by the mean place of its actors' neighbours in the other rows (the barycentre method of
 * Sugiyama, Tagawa and Toda, 1981), forth and back a few times. Cuts most of the crossings.
 * @param rows indexes of actors; places count from 0 at the start of a row to 1 at its end
 * @returns the order with the shortest way between neighbours that was met
 */
export function sweep(
	rows: readonly (readonly number[])[],
	neighbours: readonly (readonly number[])[]
): number[][] {
	let current = rows.map((row) => [...row]);
	let best = current;
	let least = strain(current, neighbours);
	for (let turn = 0; turn < SWEEPS; turn++) {
		current = sweepOnce(current, neighbours, turn % 2 === 1);
		const now = strain(current, neighbours);
		if (now >= least - 1e-9) continue;
		least = now;
		best = current;
	}
	return best;
}

function sweepOnce(rows: number[][], neighbours: readonly (readonly number[])[], back: boolean): number[][] {
	const next = rows.map((row) => [...row]);
	const places = placesOf(rows);
	const rowOf = new Map(rows.flatMap((row, at) => row.map((index) => [index, at] as const)));
	for (const row of back ? [...next].reverse() : next) {
		const wish = new Map<number, number>();
		for (const index of row) {
			const others = (neighbours[index] ?? []).filter((other) => rowOf.get(other) !== rowOf.get(index));
			const sum = others.reduce((total, other) => total + (places.get(other) ?? 0.5), 0);
			wish.set(index, others.length > 0 ? sum / others.length : (places.get(index) ?? 0.5));
		}
		// Array.prototype.sort is stable: equal wishes keep their order.
		row.sort((i, j) => (wish.get(i) ?? 0) - (wish.get(j) ?? 0));
		for (const [index, place] of placesOf([row])) places.set(index, place);
	}
	return next;
}

/** The sum of the squared differences in place over all neighbours. */
function strain(rows: readonly (readonly number[])[], neighbours: readonly (readonly number[])[]): number {
	const places = placesOf(rows);
	let sum = 0;
	for (const [index, place] of places) {
		for (const other of neighbours[index] ?? []) sum += (place - (places.get(other) ?? place)) ** 2;
	}
	return sum;
}

function placesOf(rows: readonly (readonly number[])[]): Map<number, number> {
	const places = new Map<number, number>();
	for (const row of rows) row.forEach((index, at) => places.set(index, (at + 0.5) / row.length));
	return places;
}
