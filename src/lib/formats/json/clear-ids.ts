/** Ids for programs that want them not blank, and each only once among nodes and edges together. */
import type { StagedGraph } from '#lib/formats/staged.ts';

/** The member or attribute that holds the id of a node of ours where the format could not take it. */
export const OUR_ID = 'dramatis.id';

export class ClearIds {
	readonly #nodes = new Map<string | null, string>();
	readonly #taken: Set<string>;
	#count = 0;

	constructor({ nodes }: Pick<StagedGraph, 'nodes'>) {
		this.#taken = new Set(nodes.map(({ id }) => id ?? ''));
		for (const { id } of nodes) this.#nodes.set(id, id === null || id.trim() === '' ? this.#fresh() : id);
	}

	/** The id of the graph where it is clear, else a made one. */
	ofNode(id: string | null): string {
		return this.#nodes.get(id) ?? '';
	}

	/** The id given, if it is clear and nobody has it yet; else a made one. */
	ofEdge(id: string | undefined): string {
		if (id === undefined || id.trim() === '' || this.#taken.has(id)) return this.#fresh();
		this.#taken.add(id);
		return id;
	}

	#fresh(): string {
		let id: string;
		do id = `dramatis-${++this.#count}`;
		while (this.#taken.has(id));
		this.#taken.add(id);
		return id;
	}
}
