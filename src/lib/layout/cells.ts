/** Things by where they are, so that those near a point are found without looking at all. */
export class Cells {
	readonly #width: number;
	readonly #height: number;
	readonly #items = new Map<number, number[]>();

	/** The cells' size, in scene units: things further apart than that are not near each other. */
	constructor(width: number, height: number) {
		this.#width = width;
		this.#height = height;
	}

	add(x: number, y: number, item: number): void {
		const key = this.keyAt(x, y);
		const there = this.#items.get(key);
		if (there) there.push(item);
		else this.#items.set(key, [item]);
	}

	/**
	 * True when `test` says so of one of the things in the cell of a point and the eight around it; asks no
	 * further then. Now and then it is asked about a thing far away, or twice.
	 */
	some(x: number, y: number, test: (item: number) => boolean): boolean {
		for (let dx = -1; dx <= 1; dx++) {
			for (let dy = -1; dy <= 1; dy++) {
				const there = this.#items.get(this.keyAt(x + dx * this.#width, y + dy * this.#height));
				if (there?.some(test)) return true;
			}
		}
		return false;
	}

	/** A number for the cell of a point; two cells far apart may share it. */
	keyAt(x: number, y: number): number {
		return Math.floor(x / this.#width) * 1_000_003 + Math.floor(y / this.#height);
	}
}
