/** Flows blocks into columns, as a newspaper does. */

export interface Block {
	readonly height: number;
	/** Space above it, unless it is the first of its column. */
	readonly space: number;
	/** Stays below the one before, as a first line stays below its heading. */
	readonly glued: boolean;
}

export interface Place {
	/** From 0. */
	readonly column: number;
	readonly top: number;
}

export interface Flow {
	/** One for each block, in their order. */
	readonly places: readonly Place[];
	readonly height: number;
}

/** Halving finds the height of columns to this much, in pixels. */
const PRECISION = 0.5;

/** Places blocks one after the other into at most `columns` columns that are as low as they can be. */
export function flow(blocks: readonly Block[], columns: number): Flow {
	let best = filled(blocks, Infinity);
	let [low, high] = [0, best.height];
	while (high - low > PRECISION) {
		const middle = (low + high) / 2;
		const tried = filled(blocks, middle);
		const fits = tried.height <= middle && (tried.places.at(-1)?.column ?? 0) < columns;
		if (fits) [best, high] = [tried, tried.height];
		else low = middle;
	}
	return best;
}

/** Columns no higher than `most`, unless one run of glued blocks is. */
function filled(blocks: readonly Block[], most: number): Flow {
	const places: Place[] = [];
	let [column, bottom, height] = [0, 0, 0];
	for (let i = 0; i < blocks.length;) {
		const run = [blocks[i]!];
		while (blocks[i + run.length]?.glued) run.push(blocks[i + run.length]!);
		const needed = run.reduce((sum, block) => sum + block.height + block.space, 0);
		if (bottom > 0 && bottom + needed > most) [column, bottom] = [column + 1, 0];
		for (const block of run) {
			if (bottom > 0) bottom += block.space;
			places.push({ column, top: bottom });
			bottom += block.height;
		}
		height = Math.max(height, bottom);
		i += run.length;
	}
	return { places, height };
}
