/** Finds boxes near a box without asking all of them: a grid of square cells that lists who touches each. */
import type { Box } from '#lib/view/bounds.ts';

export class BoxGrid {
	readonly #cell: number;
	readonly #boxes: Box[] = [];
	readonly #cells = new Map<number, number[]>();

	/** @param cell side of a cell; no smaller than most of the boxes. */
	constructor(cell: number) {
		this.#cell = cell;
	}

	/** Adds a box; the first one has number 0, the next 1, and so on. */
	add(box: Box): void {
		const number = this.#boxes.push(box) - 1;
		this.#eachCell(box, (cell) => {
			const there = this.#cells.get(cell);
			if (there) there.push(number);
			else this.#cells.set(cell, [number]);
			return false;
		});
	}

	/**
	 * Whether the test holds for one of the boxes that overlap a box; edges that only touch do not.
	 * A box in several cells may be tested more than once.
	 */
	some(box: Box, test: (number: number) => boolean): boolean {
		return this.#eachCell(box, (cell) => {
			const there = this.#cells.get(cell);
			return there !== undefined && there.some((i) => overlap(this.#boxes[i]!, box) && test(i));
		});
	}

	#eachCell(box: Box, stop: (cell: number) => boolean): boolean {
		const [left, right] = [this.#index(box.x), this.#index(box.x + box.width)];
		const [top, bottom] = [this.#index(box.y), this.#index(box.y + box.height)];
		for (let column = left; column <= right; column++) {
			for (let row = top; row <= bottom; row++) {
				if (stop((column + SPAN / 2) * SPAN + row + SPAN / 2)) return true;
			}
		}
		return false;
	}

	/** Far cells are folded into the last ones: a box as large as the world does not visit the world. */
	#index(position: number): number {
		return Math.max(-LAST, Math.min(LAST, Math.floor(position / this.#cell)));
	}
}

const LAST = 500;
const SPAN = 4 * LAST;

export function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
