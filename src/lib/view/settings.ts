/** View settings: what to show and how. Plain values; the address after `#` carries them (url.ts). */
import type { ActorKind, Id } from '#lib/model/document.ts';

/** What may be ticked off in the legend. */
export type FilterGroup = 'types' | 'kinds' | 'sides';
export const FILTER_GROUPS: readonly FilterGroup[] = ['types', 'kinds', 'sides'];

/** Stands for "no side" among the values of the sides filter. */
export const NO_SIDE = '';

export const FOCUS_STEPS = [1, 2, 3] as const;
export type FocusSteps = (typeof FOCUS_STEPS)[number];

export interface Focus {
	readonly actor: Id;
	readonly steps: FocusSteps;
	/** Relation types along which to walk; null for all that are shown. */
	readonly along: ReadonlySet<string> | null;
}

export interface Selection {
	readonly actors: ReadonlySet<Id>;
	readonly relations: ReadonlySet<Id>;
}

export const NOTHING: Selection = { actors: new Set(), relations: new Set() };

/** What the camera looks at: the point in its middle, in scene units, and pixels a unit. */
export interface Camera {
	readonly x: number;
	readonly y: number;
	readonly zoom: number;
}

export interface Settings {
	/** Ticked off in the legend. */
	readonly off: {
		readonly types: ReadonlySet<string>;
		readonly kinds: ReadonlySet<ActorKind>;
		readonly sides: ReadonlySet<string>;
	};
	/** What ticking off does, a group each: hide, or only dim. */
	readonly dims: Readonly<Record<FilterGroup, boolean>>;
	/** Actors put away one by one. */
	readonly hiddenActors: ReadonlySet<Id>;
	/** Whether actors that the filters leave without a relation stay. */
	readonly keepLonely: boolean;
	readonly focus: Focus | null;
	/** Every bundle opened to a fan. */
	readonly fans: boolean;
	/** Id of the measure that sizes show (analysis/index.ts). */
	readonly size: string;
	/** Language in which actors' names are written where the document has it; '' for the document's own. */
	readonly names: string;
	/** Id of the layout last run; '' for the document's own positions. */
	readonly layout: string;
	readonly pinned: ReadonlySet<Id>;
	readonly theme: 'system' | 'light' | 'dark';
}

export const DEFAULT_SETTINGS: Settings = {
	off: { types: new Set(), kinds: new Set(), sides: new Set() },
	dims: { types: false, kinds: false, sides: false },
	hiddenActors: new Set(),
	keepLonely: true,
	focus: null,
	fans: false,
	size: 'relations',
	names: '',
	layout: '',
	pinned: new Set(),
	theme: 'system'
};

/** A set with one value put in or taken out. */
export function toggled<T>(set: ReadonlySet<T>, value: T, on = !set.has(value)): ReadonlySet<T> {
	const next = new Set(set);
	if (on) next.add(value);
	else next.delete(value);
	return next;
}
