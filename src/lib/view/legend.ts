/** The legend as data: one entry for whatever the document has, with how much of it is visible. */
import { FAMILIES, type ActorKind, type FamilyId } from '#lib/model/document.ts';
import { FAMILY_HELP, FAMILY_NAMES, KINDS } from '#lib/model/vocabulary.ts';
import type { Facts } from './facts.ts';
import { isVisible, type Fate, type Filtered } from './fate.ts';
import { shortened } from './sentences.ts';
import { NO_SIDE, type FilterGroup, type Settings } from './settings.ts';

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
}

/** The legend of a document in a view; only what the document has, in the vocabulary's order. */
export function legendOf(facts: Facts, filtered: Filtered, settings: Settings): Legend {
	const { actors, relations } = facts.document;
	const types = tally(relations, (relation) => relation.type, filtered.relations);
	const kinds = tally(actors, (actor) => actor.kind, filtered.actors);
	const sides = tally(actors, (actor) => actor.side ?? NO_SIDE, filtered.actors);
	return {
		families: familiesOf(facts, types, settings.off.types),
		kinds: KINDS.filter(({ id }) => kinds.has(id)).map(({ id, name, help }) => ({
			...entry(id, name, help, kinds, settings.off.kinds),
			value: id
		})),
		sides: [...facts.sides, NO_SIDE]
			.filter((side) => sides.has(side))
			.map((side) => ({
				...entry(side, shortened(side) || 'No side given', '', sides, settings.off.sides),
				color: facts.sides.indexOf(side)
			}))
	};
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
export function ticked(
	settings: Settings,
	group: FilterGroup,
	values: readonly string[],
	on: boolean
): Settings {
	const off = new Set<string>(settings.off[group]);
	for (const value of values) {
		if (on) off.delete(value);
		else off.add(value);
	}
	return { ...settings, off: { ...settings.off, [group]: off } };
}

/** The settings with these values of a group ticked, and no other of those that the legend has. */
export function onlyThese(
	settings: Settings,
	group: FilterGroup,
	all: readonly string[],
	values: readonly string[]
): Settings {
	const kept = new Set(values);
	const off = new Set(all.filter((value) => !kept.has(value)));
	return { ...settings, off: { ...settings.off, [group]: off } };
}
