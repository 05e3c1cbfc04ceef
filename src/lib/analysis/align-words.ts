/** The stretch of a text that is nearest to a passage, word by word, where no stretch is the same. */

/** A stretch of words: from `start` up to `end`, which is exclusive. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
	/** Words left out, put in or replaced: the edit distance (Levenshtein). */
	readonly distance: number;
	/** Words that stand in both, in the same order. */
	readonly matches: number;
}

/**
 * Finds the stretch with the least edit distance to a passage, among those that start near a place.
 * Approximate matching after Sellers (1980), within a band around the diagonal, so it takes time in proportion
 * to the passage's length times the width of the band.
 * @param text codes of the words of the text
 * @param passage codes of the words of the passage
 * @param low where the stretch may start at the earliest
 * @param width how many places from there it may start at; its drift on the way stays within them as well
 */
export function nearestStretch(
	text: ArrayLike<number>,
	passage: ArrayLike<number>,
	low: number,
	width: number
): Stretch {
	// One cell for each shift against `low`; row i is about the first i words of the passage.
	let row = new Cells(width);
	let next = new Cells(width);
	for (let shift = 0; shift < width; shift++) row.set(shift, 0, 0, low + shift);
	for (let word = 0; word < passage.length; word++) {
		for (let shift = 0; shift < width; shift++) {
			const same = text[low + word + shift] === passage[word];
			next.set(
				shift,
				row.costs[shift]! + (same ? 0 : 1),
				row.hits[shift]! + (same ? 1 : 0),
				row.from[shift]!
			);
			// The passage's word is missing from the text; the text has a word more.
			if (shift + 1 < width) next.improve(shift, row, shift + 1);
			if (shift > 0) next.improve(shift, next, shift - 1);
		}
		[row, next] = [next, row];
	}
	let best = 0;
	for (let shift = 1; shift < width; shift++) if (row.isBetter(shift, best)) best = shift;
	const start = Math.max(0, Math.min(text.length, row.from[best]!));
	const end = Math.max(start, Math.min(text.length, low + passage.length + best));
	return { start, end, distance: row.costs[best]!, matches: row.hits[best]! };
}

class Cells {
	readonly costs: Int32Array;
	readonly hits: Int32Array;
	/** Where in the text the stretch started. */
	readonly from: Int32Array;

	constructor(width: number) {
		this.costs = new Int32Array(width);
		this.hits = new Int32Array(width);
		this.from = new Int32Array(width);
	}

	set(shift: number, cost: number, hits: number, from: number): void {
		this.costs[shift] = cost;
		this.hits[shift] = hits;
		this.from[shift] = from;
	}

	/** Takes another cell with one edit more, where that is better. */
	improve(shift: number, other: Cells, at: number): void {
		const cost = other.costs[at]! + 1;
		if (cost > this.costs[shift]! || (cost === this.costs[shift]! && other.hits[at]! <= this.hits[shift]!))
			return;
		this.set(shift, cost, other.hits[at]!, other.from[at]!);
	}

	isBetter(shift: number, than: number): boolean {
		const difference = this.costs[shift]! - this.costs[than]!;
		return difference < 0 || (difference === 0 && this.hits[shift]! > this.hits[than]!);
	}
}
