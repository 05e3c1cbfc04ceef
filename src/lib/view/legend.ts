/** The legend as data: one entry for whatever the document has, with how much of it is visible. */
import { FAMILIES, MODALITIES, type ActorKind, type FamilyId, type Modality } from '#lib/model/document.ts';
import type { Certainty } from '#lib/model/time.ts';
import { FAMILY_HELP, FAMILY_NAMES, KINDS } from '#lib/model/vocabulary.ts';
import type { Facts } from './facts.ts';
import { CERTAINTIES, CERTAINTY_WORDS } from './as-of.ts';
import { DIFFERENCES, isVisible, type Difference, type Fate, type Filtered } from './fate.ts';
import { DIFFERENCE_WORDS } from './receipt.ts';
import { MODALITY_WORDS, shortened } from './sentences.ts';
import { NO_SIDE, type FilterGroup, type FilterValues, type Settings } from './settings.ts';
import { toldBy, type Told } from './told.ts';

export interface LegendEntry<V extends string = string> {
	/** The value that the filter takes. */
	readonly value: V;
	readonly name: string;
	readonly help: string;
	readonly visible: number;
	readonly total: number;
	/** Ticked, that is not filtered out. */
	readonly on: boolean;
}

export interface LegendFamily {
	readonly family: FamilyId;
	readonly name: string;
	readonly help: string;
	readonly visible: number;
	readonly total: number;
	readonly types: readonly LegendEntry[];
}

export interface LegendSide extends LegendEntry {
	/** Place in the palette; -1 for none. */
	readonly color: number;
}

export interface Legend {
	readonly families: readonly LegendFamily[];
	readonly kinds: readonly LegendEntry<ActorKind>[];
	readonly sides: readonly LegendSide[];
	/** How things are said: relations that have such a claim. */
	readonly modalities: readonly LegendEntry<Modality>[];
	/** Relations without any claim; 0 of 0 where there is none. */
	readonly unsourced: { readonly visible: number; readonly total: number };
	/** How sure things are as of the view's moment; empty where it has none. */
	readonly certainties: readonly LegendEntry<Certainty>[];
	/** How the view differs from the one compared; empty where none is. */
	readonly differences: readonly { value: Difference; name: string; visible: number }[];
}

const MODALITY_HELP: Readonly<Record<Modality, string>> = {
	stated: 'A voice says so of others, without reserve.',
	claimed: 'A voice says so of itself.',
	alleged: 'A voice says so without vouching for it, or somebody unnamed does.',
	denied: 'A voice says that it is not so. The line has a bar across, and the name of who denies it.',
	expected: 'A voice says that it will be so.',
	hypothetical: 'A voice says that it would be so, or may be.'
};

const CERTAINTY_HELP: Readonly<Record<Certainty, string>> = {
	certain:
		'Its dates leave no doubt that it was so then, if it was so at all. A state without any date counts as lasting.',
	possible: 'Its dates are too imprecise to tell. Drawn thin.',
	carried: 'It was so before, and nobody says that it ended. Drawn pale, with an open arrowhead.',
	over: 'An act that happened before. Drawn faint.',
	'not-yet': 'It began later.'
};

/** The legend of a document in a view; only what the document has, in the vocabulary's order. */
export function legendOf(
	facts: Facts,
	filtered: Filtered,
	settings: Settings,
	told: Told = toldBy(facts, settings)
): Legend {
	const { actors, relations } = facts.document;
	const types = tally(relations, (relation) => relation.type, filtered.relations);
	const kinds = tally(actors, (actor) => actor.kind, filtered.actors);
	const sides = tally(actors, (actor) => actor.side ?? NO_SIDE, filtered.actors);
	const { modalities, unsourced } = tallyClaims(told, facts, filtered);
	return {
		families: familiesOf(facts, types, settings.off.types),
		kinds: KINDS.filter(({ id }) => kinds.has(id)).map(({ id, name, help }) => ({
			...entry(id, name, help, kinds, settings.off.kinds),
			value: id
		})),
		sides: sidesOf(facts, sides, settings),
		modalities: MODALITIES.filter((one) => modalities.has(one)).map((one) => ({
			...entry(one, MODALITY_WORDS[one], MODALITY_HELP[one], modalities, settings.off.modalities),
			value: one
		})),
		unsourced,
		certainties: settings.asOf && !settings.comparedWith ? certaintiesOf(filtered, settings) : [],
		differences: settings.comparedWith ? differencesOf(filtered) : []
	};
}

function sidesOf(facts: Facts, counts: ReadonlyMap<string, Counts>, settings: Settings): LegendSide[] {
	return [...facts.sides.keys(), NO_SIDE]
		.filter((side) => counts.has(side))
		.map((side) => ({
			...entry(side, shortened(side) || 'No side given', '', counts, settings.off.sides),
			color: facts.sides.get(side) ?? -1
		}));
}

/** How many relations have a claim of each modality; of those on screen, only claims that are told count. */
function tallyClaims(told: Told, whole: Facts, filtered: Filtered) {
	const modalities = new Map<string, Counts>();
	const unsourced = { visible: 0, total: 0 };
	for (const { id } of told.document.relations) {
		const visible = isVisible(filtered.relations.get(id));
		const claims = whole.claims.get(id);
		if (!claims) {
			unsourced.total++;
			if (visible) unsourced.visible++;
		}
		const heard = new Set(visible ? told.claims.get(id)?.map(({ modality }) => modality) : []);
		for (const modality of new Set(claims?.map(({ modality }) => modality))) {
			const counts = modalities.get(modality) ?? { visible: 0, total: 0 };
			counts.total++;
			if (heard.has(modality)) counts.visible++;
			modalities.set(modality, counts);
		}
	}
	return { modalities, unsourced };
}

function certaintiesOf({ certainties, relations }: Filtered, { off }: Settings): LegendEntry<Certainty>[] {
	const counts = tally(
		[...certainties].map(([id, certainty]) => ({ id, certainty })),
		({ certainty }) => certainty,
		relations
	);
	return CERTAINTIES.filter((one) => one !== 'not-yet' && (counts.has(one) || off.certainties.has(one))).map(
		(one) => ({
			value: one,
			name: CERTAINTY_WORDS[one],
			help: CERTAINTY_HELP[one],
			visible: counts.get(one)?.visible ?? 0,
			total: counts.get(one)?.total ?? 0,
			on: !off.certainties.has(one)
		})
	);
}

function differencesOf({ differences }: Filtered): Legend['differences'] {
	const all = [...differences.values()];
	return DIFFERENCES.map((value) => ({
		value,
		name: DIFFERENCE_WORDS[value],
		visible: all.filter((one) => one === value).length
	}));
}

interface Counts {
	visible: number;
	total: number;
}

function tally<R extends { readonly id: string }>(
	records: readonly R[],
	valueOf: (record: R) => string,
	fates: ReadonlyMap<string, Fate>
): ReadonlyMap<string, Counts> {
	const counts = new Map<string, Counts>();
	for (const record of records) {
		const value = valueOf(record);
		const entry = counts.get(value) ?? { visible: 0, total: 0 };
		entry.total++;
		if (isVisible(fates.get(record.id))) entry.visible++;
		counts.set(value, entry);
	}
	return counts;
}

function entry(
	value: string,
	name: string,
	help: string,
	counts: ReadonlyMap<string, Counts>,
	off: ReadonlySet<string>
): LegendEntry {
	const { visible, total } = counts.get(value)!;
	return { value, name, help, visible, total, on: !off.has(value) };
}

function familiesOf(
	facts: Facts,
	counts: ReadonlyMap<string, Counts>,
	off: ReadonlySet<string>
): readonly LegendFamily[] {
	const present = [...counts.keys()];
	const known = [...facts.types.keys()];
	const ordered = [...known.filter((id) => counts.has(id)), ...present.filter((id) => !facts.types.has(id))];
	return FAMILIES.flatMap((family) => {
		const types = ordered
			.map((id) => facts.typeOf({ type: id }))
			.filter((type) => type.family === family)
			.map((type) => entry(type.id, shortened(type.name), shortened(type.help ?? '', 1200), counts, off));
		if (types.length === 0) return [];
		const sum = (key: 'visible' | 'total') => types.reduce((total, type) => total + type[key], 0);
		return [
			{
				family,
				name: FAMILY_NAMES[family],
				help: FAMILY_HELP[family],
				visible: sum('visible'),
				total: sum('total'),
				types
			}
		];
	});
}

/** The settings with some values of a group ticked on or off. */
export function ticked<G extends FilterGroup>(
	settings: Settings,
	group: G,
	values: readonly FilterValues[G][],
	on: boolean
): Settings {
	const off = new Set<FilterValues[G]>(settings.off[group] as ReadonlySet<FilterValues[G]>);
	for (const value of values) {
		if (on) off.delete(value);
		else off.add(value);
	}
	return { ...settings, off: { ...settings.off, [group]: off } };
}

/** The settings with these values of a group ticked, and no other of those that the legend has. */
export function onlyThese<G extends FilterGroup>(
	settings: Settings,
	group: G,
	all: readonly FilterValues[G][],
	values: readonly FilterValues[G][]
): Settings {
	const kept = new Set(values);
	const off = new Set(all.filter((value) => !kept.has(value)));
	return { ...settings, off: { ...settings.off, [group]: off } };
}
