/**
 * The colours of the picture, light and dark. ui/tokens.css has those of the panels; ground and ink
 * stand in both, and a test holds them equal.
 * Families and sides were chosen by search for at least 3:1 on the ground and for distance under
 * protanopia, deuteranopia, tritanopia and in greyscale (tests/unit/view/theme.test.ts measures it).
 */
import { FAMILIES, type FamilyId } from '#lib/model/document.ts';
import type { Difference } from './fate.ts';
import type { SceneEdge } from './scene.ts';

export interface Theme {
	readonly ground: string;
	readonly ink: string;
	readonly quiet: string;
	/** Outline of selected things. */
	readonly accent: string;
	readonly families: Readonly<Record<FamilyId, string>>;
	/** Lines where the view is compared with another. */
	readonly differences: Readonly<Record<Difference, string>>;
	/** Fill of symbols by side, in the order in which the document first names the sides. */
	readonly sides: readonly string[];
	/** Fill of an actor without a side, or of one past the end of `sides`. */
	readonly noSide: string;
}

export const LIGHT: Theme = {
	ground: '#fbfaf7',
	ink: '#1c1b19',
	quiet: '#66635c',
	accent: '#d4006e',
	families: {
		structure: '#33343a',
		support: '#049989',
		talks: '#1b56c5',
		pressure: '#c47a1b',
		conflict: '#ba2b1f',
		presence: '#7f397d'
	},
	differences: { added: '#1b56c5', ended: '#ba2b1f', changed: '#c47a1b', same: '#82867a' },
	sides: ['#349fba', '#4a7aba', '#d4af6b', '#82867a', '#9b4b7e', '#af9728'],
	noSide: '#cdc8c6'
};

export const DARK: Theme = {
	ground: '#161719',
	ink: '#eceae4',
	quiet: '#a3a09a',
	accent: '#ff7ac6',
	families: {
		structure: '#b1b2ca',
		support: '#77eda8',
		talks: '#5d99ff',
		pressure: '#f4a919',
		conflict: '#ee5d4b',
		presence: '#ac77ae'
	},
	differences: { added: '#5d99ff', ended: '#ee5d4b', changed: '#f4a919', same: '#7c7f76' },
	sides: ['#46b0c4', '#6187cb', '#b98e21', '#908f84', '#a25a87', '#a2bb6d'],
	noSide: '#4b4f4d'
};

export const THEMES = { light: LIGHT, dark: DARK } as const;
export type ThemeName = keyof typeof THEMES;

/** The colour of a voice's lines: the families' colours, in their order, which were chosen to be told apart. */
export function voiceColor(voice: number | 'several', theme: Theme): string {
	if (voice === 'several') return theme.ink;
	const family = FAMILIES[voice];
	return family ? theme.families[family] : theme.quiet;
}

/** The colour of an edge: by its difference where views are compared, else by its voice, else by its family. */
export function lineColor(
	{ family, difference, voice }: Pick<SceneEdge, 'family' | 'difference' | 'voice'>,
	theme: Theme
): string {
	if (difference) return theme.differences[difference];
	return voice === null ? theme.families[family] : voiceColor(voice, theme);
}
