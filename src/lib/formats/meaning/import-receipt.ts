/** What became of everything in a file: the books of an import, and the receipt that the user sees. */
import { MOST_DIFFERENCES } from '#lib/formats/staging.ts';
import type { Difference, StagedGraph, Tally } from '#lib/formats/staged.ts';

/** Records that no element of the file is by itself. */
export interface Made {
	/** From names in rows that no list of actors has. */
	readonly actors: number;
	/** From parents, and the way back of edges without direction. */
	readonly relations: number;
	readonly events: number;
	readonly types: number;
	readonly sources: number;
	readonly voices: number;
	readonly claims: number;
}

/** In each tally `inFile` is the sum of the others. The actors of the document are `nodes.taken` and `made.actors`. */
export interface ImportReceipt {
	readonly nodes: Tally;
	readonly edges: Tally;
	readonly others: Tally;
	readonly made: Made;
	/** Values that have no place of their own in a document and are kept beside their record. */
	readonly attributes: number;
	/** Columns that the mapping leaves out, by name. */
	readonly leftColumns: readonly string[];
	/** The first thousand; `unlisted` counts the others. */
	readonly differences: readonly Difference[];
	readonly unlisted: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Element = 'node' | 'edge';

/** Keeps the books while a staged graph becomes a document; begins with what its reader counted. */
export class Books {
	readonly made: Mutable<Made> = {
		actors: 0,
		relations: 0,
		events: 0,
		types: 0,
		sources: 0,
		voices: 0,
		claims: 0
	};
	attributes = 0;
	readonly #tallies: Record<Element, Mutable<Tally>>;
	readonly #others: Tally;
	readonly #differences: Difference[];
	#unlisted: number;

	constructor({ tally, differences }: StagedGraph) {
		this.#tallies = { node: { ...tally.nodes }, edge: { ...tally.edges } };
		this.#others = tally.others;
		this.#differences = [...differences];
		const { nodes, edges, others } = tally;
		const counted = [nodes, edges, others].reduce((sum, one) => sum + one.merged + one.leftOut, 0);
		const listed = differences.filter(({ effect }) => effect !== 'noticed').length;
		this.#unlisted = Math.max(0, counted - listed);
	}

	/** Something that was taken so far is part of another one. */
	merged(element: Element, place: string, reason: string): void {
		this.#tallies[element].taken--;
		this.#tallies[element].merged++;
		this.#tell({ effect: 'merged', element, place, reason });
	}

	/** Something that was taken so far cannot stand. */
	leftOut(element: Element, place: string, reason: string): void {
		this.#tallies[element].taken--;
		this.#tallies[element].leftOut++;
		this.#tell({ effect: 'left-out', element, place, reason });
	}

	noticed(element: Element | 'other', place: string, reason: string): void {
		this.#tell({ effect: 'noticed', element, place, reason });
	}

	receipt(leftColumns: readonly string[]): ImportReceipt {
		return {
			nodes: { ...this.#tallies.node },
			edges: { ...this.#tallies.edge },
			others: this.#others,
			made: { ...this.made },
			attributes: this.attributes,
			leftColumns,
			differences: this.#differences,
			unlisted: this.#unlisted
		};
	}

	#tell(difference: Difference): void {
		if (this.#differences.length < MOST_DIFFERENCES) this.#differences.push(difference);
		else this.#unlisted++;
	}
}
