/** What the legend of a picture explains: whatever the scene shows, and nothing else. */
import { whenOf } from '#lib/model/document.ts';
import { CERTAINTY_WORDS, momentInWords } from '#lib/view/as-of.ts';
import { voiceColors } from '#lib/view/voices.ts';
import { comparisonInWords } from '#lib/view/receipt.ts';
import { voiceInWords } from '#lib/view/sentences.ts';
import { sizeInWords } from '#lib/view/size-in-words.ts';
import { nameInSentence, listed } from '#lib/view/name-lists.ts';
import { NO_SIDE, type Settings } from '#lib/view/settings.ts';
import { kindSymbol, lineSymbol, type SampleLine, type Stroke } from '#lib/picture/symbol.ts';
import type { Facts } from '#lib/view/facts.ts';
import type { Legend } from '#lib/view/legend.ts';
import type { Scene, SceneEdge } from '#lib/view/scene.ts';
import type { Theme } from '#lib/view/theme.ts';

export interface PictureLegendEntry {
	/** In a box as large as the section's symbols; null for words alone. */
	readonly strokes: readonly Stroke[] | null;
	readonly name: string;
	/** More about it, quieter; '' for nothing. */
	readonly detail: string;
}

export interface PictureLegendSection {
	readonly heading: string;
	/** Box of a symbol, in units. */
	readonly symbol: { readonly width: number; readonly height: number };
	readonly entries: readonly PictureLegendEntry[];
}

export interface LegendFacts {
	readonly facts: Facts;
	readonly settings: Settings;
	/** What legendOf gave for the view: names, and their order. */
	readonly legend: Legend;
	/** What the picture shows: all of the view, or a part of it. */
	readonly scene: Scene;
	/** Whether lines carry numbers; when absent, whether there are lines of several relations. */
	readonly numbers?: boolean;
}

interface Legended extends LegendFacts {
	readonly theme: Theme;
	/** Colour of lines that are there for their pattern or their mark: where colours stand for voices, no voice's. */
	readonly voice: 'several' | null;
}

const LINE = { width: 40, height: 14 };
const KIND = { width: 16, height: 16 };
const LONGEST_NAME = 80;
const MOST_TYPES = 8;

/**
 * The sections in the order of the legend on screen; none that would explain nothing.
 *
 * @param withTypes whether the types of relations are named below their families.
 */
export function legendSections(
	facts: LegendFacts,
	theme: Theme,
	withTypes = true
): readonly PictureLegendSection[] {
	const voice = facts.settings.lineColors === 'voice' ? 'several' : null;
	const view: Legended = { ...facts, theme, voice };
	return [
		...differences(view),
		...certainties(view),
		...families(view, withTypes),
		...voices(view),
		...standings(view),
		...sides(view),
		...kinds(view)
	];
}

function section(
	heading: string,
	symbol: PictureLegendSection['symbol'],
	entries: readonly PictureLegendEntry[]
): PictureLegendSection[] {
	return entries.some(({ strokes }) => strokes) ? [{ heading, symbol, entries }] : [];
}

function line(name: string, sample: SampleLine, theme: Theme, detail = ''): PictureLegendEntry {
	return { strokes: lineSymbol(sample, theme, LINE.width, LINE.height), name, detail };
}

function words(name: string): PictureLegendEntry[] {
	return name ? [{ strokes: null, name, detail: '' }] : [];
}

function seen<V>(scene: Scene, valueOf: (edge: SceneEdge) => V): ReadonlySet<V> {
	return new Set(scene.edges.map(valueOf));
}

function differences({ scene, settings, legend, theme }: Legended): PictureLegendSection[] {
	const { asOf, comparedWith } = settings;
	if (!comparedWith) return [];
	const found = seen(scene, ({ difference }) => difference);
	const compared = comparisonInWords(asOf, comparedWith);
	const entries = legend.differences
		.filter(({ value }) => found.has(value))
		.map(({ value, name }) => line(name, { difference: value, plain: true }, theme));
	// Of how sure things are, a line that shows a difference has only this left to say.
	const thin = scene.edges.find(({ certainty, difference }) => difference && certainty === 'possible');
	if (thin) {
		const sample = { difference: thin.difference, certainty: thin.certainty, plain: true };
		entries.push(line(`thin: ${CERTAINTY_WORDS.possible}`, sample, theme));
	}
	return section(compared.charAt(0).toUpperCase() + compared.slice(1), LINE, entries);
}

/** Families by how well their line shows that it is thin, pale or open at its head. */
const SAMPLES = ['support', 'conflict', 'pressure', 'structure', 'presence', 'talks'] as const;

function certainties(view: Legended): PictureLegendSection[] {
	const { facts, scene, settings, legend, theme, voice } = view;
	const { asOf } = settings;
	if (!asOf) return [];
	const found = seen(scene, ({ certainty }) => certainty);
	// A family that the picture shows, so that nobody looks for a line that is not there.
	const shown = seen(scene, ({ family }) => family);
	const family = SAMPLES.find((one) => shown.has(one)) ?? 'structure';
	const entries = legend.certainties
		.filter(({ value }) => found.has(value))
		.map(({ value, name }) => line(name, { family, certainty: value, voice }, theme));
	const undated = scene.edges
		.filter(({ certainty }) => certainty === 'certain')
		.flatMap(({ relations }) => relations)
		.filter((id) => {
			const relation = facts.relations.get(id);
			return relation && whenOf(relation, facts.events) === undefined;
		}).length;
	const note = undated ? words(`${undated} of the certain ones without a date`) : [];
	return section(`How sure as of ${momentInWords(asOf)}`, LINE, [...entries, ...note]);
}

function families(view: Legended, withTypes: boolean): PictureLegendSection[] {
	const { facts, scene, legend, settings, theme, voice } = view;
	const types = new Set(
		scene.edges.flatMap(({ relations }) => relations.flatMap((id) => facts.relations.get(id)?.type ?? []))
	);
	const found = seen(scene, ({ family }) => family);
	// Where widths and patterns stand for a difference, a family is known by its arrowhead alone.
	const difference = settings.comparedWith ? ('same' as const) : null;
	const entries = legend.families
		.filter(({ family }) => found.has(family))
		.map(({ family, name, types: all }) => {
			const shown = all.filter(({ value }) => types.has(value)).map((type) => nameInSentence(type.name));
			return line(name, { family, voice, difference }, theme, withTypes ? inShort(shown) : '');
		});
	const bundled = view.numbers ?? scene.edges.some(({ relations }) => relations.length > 1);
	const numbers = bundled ? words('A number on a line: so many relations') : [];
	return section('Relations', LINE, [...entries, ...numbers]);
}

/** "urges, warns, accuses and 4 more": names of types are pieces of sentences, and read badly as one. */
function inShort(names: readonly string[]): string {
	return names.length > MOST_TYPES ? listed(names, 'and', MOST_TYPES) : names.join(', ');
}

function voices({ facts, scene, settings, theme }: Legended): PictureLegendSection[] {
	if (settings.lineColors !== 'voice' || settings.comparedWith) return [];
	const found = seen(scene, ({ voice }) => voice);
	const named = [...voiceColors(facts)].map(([id, voice]) => ({
		voice,
		name: nameInSentence(voiceInWords(facts.voices.get(id)), LONGEST_NAME)
	}));
	const others = [
		{ voice: 'several' as const, name: 'several voices' },
		{ voice: -1, name: 'another voice, or none' }
	];
	const entries = [...named, ...others]
		.filter(({ voice }) => found.has(voice))
		.map(({ voice, name }) => line(name, { voice, plain: true }, theme));
	return section('Colours: who says it', LINE, entries);
}

/** What the lines say of how well they are supported; in the order from the best. */
const STANDING_WORDS: Readonly<Record<SceneEdge['standing'], string>> = {
	stated: 'stated',
	disputed: 'stated by some, denied by others',
	unsure: 'alleged, expected or supposed only',
	denied: 'denied',
	unsourced: 'without a source'
};

function standings({ scene, theme, voice }: Legended): PictureLegendSection[] {
	const found = seen(scene, ({ standing }) => standing);
	if (found.size === 1 && found.has('stated')) return [];
	const entries = (Object.keys(STANDING_WORDS) as SceneEdge['standing'][])
		.filter((standing) => found.has(standing))
		.map((standing) => line(STANDING_WORDS[standing], { standing, voice, plain: true }, theme));
	return section('How it is said', LINE, entries);
}

function sides({ facts, scene, legend, theme }: Legended): PictureLegendSection[] {
	const found = new Set(scene.nodes.map(({ actor }) => facts.actors.get(actor)?.side ?? NO_SIDE));
	const shown = legend.sides.filter(({ value }) => found.has(value));
	if (shown.every(({ value }) => value === NO_SIDE)) return [];
	const entries = shown.map(({ name, color }) => ({
		strokes: kindSymbol('person', theme.sides[color] ?? theme.noSide, theme, KIND.width),
		name: nameInSentence(name, LONGEST_NAME),
		detail: ''
	}));
	return section('Sides', KIND, entries);
}

function kinds({ scene, legend, settings, theme }: Legended): PictureLegendSection[] {
	const found = new Set(scene.nodes.map(({ kind }) => kind));
	const symbol = (kind: Parameters<typeof kindSymbol>[0], doubled = false) =>
		kindSymbol(kind, theme.noSide, theme, KIND.width, doubled);
	const entries = legend.kinds
		.filter(({ value }) => found.has(value))
		.map(({ value, name }) => ({ strokes: symbol(value), name, detail: '' }));
	const doubled = scene.nodes.some(({ collective }) => collective)
		? [{ strokes: symbol('person', true), name: 'Doubled outline: several spoken of as one', detail: '' }]
		: [];
	return section('Actors', KIND, [...entries, ...doubled, ...words(sizeInWords(settings))]);
}
