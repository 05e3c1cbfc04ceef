/** What a layout is given and what it is. Actors are known by their index only: ids stay outside. */
import type { FamilyId, Point } from '#lib/model/document.ts';

export interface LayoutActor {
	/** Its index in the array. */
	readonly key: number;
	/** Where it stands now. */
	readonly x: number;
	readonly y: number;
	/** Of the symbol with its label, in scene units. */
	readonly width: number;
	readonly height: number;
	/** Empty when the actor is on no side. */
	readonly side: string;
	/** Importance, higher first. */
	readonly rank: number;
	readonly name: string;
	/** Stays exactly where it stands. */
	readonly pinned: boolean;
}

export interface LayoutRelation {
	/** Indexes of actors. */
	readonly from: number;
	readonly to: number;
	/** Id of the relation type. */
	readonly type: string;
	readonly family: FamilyId;
	readonly sign: '+' | '-' | '0';
}

export interface LayoutInput {
	readonly actors: readonly LayoutActor[];
	readonly relations: readonly LayoutRelation[];
	/** Index of the actor in the middle, where a layout has one. */
	readonly centre?: number;
	/** The same input with the same seed gives the same points. */
	readonly seed: number;
}

export interface Layout {
	readonly id: string;
	readonly name: string;
	/** One or two sentences for the user. */
	readonly help: string;
	/**
	 * Gives one finite point for each actor, in their order. Actors that are pinned stay; no other symbol
	 * overlaps a symbol. `progress` hears the share that is done, from 0 to 1.
	 */
	run(input: LayoutInput, progress: (share: number) => void): Promise<Point[]> | Point[];
}
