/** View settings: what to show and how. Plain values; the address after `#` carries them (url.ts). */
import type { ActorKind, Id, Modality } from '#lib/model/document.ts';
import type { Certainty, Day } from '#lib/model/time.ts';

/** What may be ticked off: the values of a group, and which type they have. */
export interface FilterValues {
	readonly types: string;
	readonly kinds: ActorKind;
	readonly sides: string;
	readonly modalities: Modality;
	/** The voices that say a claim in the end (the last of its chain); NO_VOICE stands for relations without a claim. */
	readonly voices: Id;
	readonly certainties: Certainty;
}
export type FilterGroup = keyof FilterValues;

/** Groups that may dim instead of hide: those that ask about a record itself, not about what is said of it. */
export type DimmingGroup = 'types' | 'kinds' | 'sides';
export const DIMMING_GROUPS: readonly DimmingGroup[] = ['types', 'kinds', 'sides'];

/** Stands for "no side" among the values of the sides filter. */
export const NO_SIDE = '';

/** Stands for "nobody: unsourced" among the values of the voices filter. */
export const NO_VOICE = '';

/** A day, or the days from one to another, both included. */
export interface Moment {
	readonly first: Day;
	readonly last: Day;
}

/** What the present view is compared with: the same view, but as of another moment, or as other voices tell it. */
export interface Comparison {
	readonly asOf: Moment | null;
	readonly voicesOff: ReadonlySet<Id>;
}

/** What colours of lines stand for. */
export const LINE_COLORS = ['family', 'voice'] as const;
export type LineColors = (typeof LINE_COLORS)[number];

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
	readonly events: ReadonlySet<Id>;
}

export const NOTHING: Selection = { actors: new Set(), relations: new Set(), events: new Set() };

/** What the camera looks at: the point in its middle, in scene units, and pixels a unit. */
export interface Camera {
	readonly x: number;
	readonly y: number;
	readonly zoom: number;
}

export interface Settings {
	/** Ticked off in the legend. */
	readonly off: { readonly [G in FilterGroup]: ReadonlySet<FilterValues[G]> };
	/** What ticking off does, a group each: hide, or only dim. */
	readonly dims: Readonly<Record<DimmingGroup, boolean>>;
	/** Only relations that at least so many independent people say (analysis/independence.ts); 1 for all. */
	readonly leastPeople: number;
	/** The graph as of a day or a period; null for all that the document has, whenever it was. */
	readonly asOf: Moment | null;
	/** What becomes of acts once they are over: they stay, faded, or go. */
	readonly pastActs: 'fade' | 'go';
	/** Only what had been published by this day; null for everything. */
	readonly knownBy: Day | null;
	readonly comparedWith: Comparison | null;
	/** Actors put away one by one. */
	readonly hiddenActors: ReadonlySet<Id>;
	/** Whether actors that the filters leave without a relation stay. */
	readonly keepLonely: boolean;
	readonly focus: Focus | null;
	/** Every bundle opened to a fan. */
	readonly fans: boolean;
	readonly lineColors: LineColors;
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
	off: {
		types: new Set(),
		kinds: new Set(),
		sides: new Set(),
		modalities: new Set(),
		voices: new Set(),
		certainties: new Set()
	},
	dims: { types: false, kinds: false, sides: false },
	leastPeople: 1,
	asOf: null,
	pastActs: 'fade',
	knownBy: null,
	comparedWith: null,
	hiddenActors: new Set(),
	keepLonely: true,
	focus: null,
	fans: false,
	lineColors: 'family',
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
