/**
 * Colours for paper: black on white. Families are greys (their patterns and arrowheads tell them apart as well);
 * sides are tints of different lightness, so that they stay apart when printed without colour
 * (tests/unit/picture/print-theme.test.ts measures it).
 */
import { THEMES, type Theme } from '#lib/view/theme.ts';

export const PRINT: Theme = {
	ground: '#ffffff',
	ink: '#000000',
	quiet: '#4d4d4d',
	accent: '#000000',
	families: {
		structure: '#3a3a3a',
		support: '#747474',
		talks: '#555555',
		pressure: '#202020',
		conflict: '#000000',
		presence: '#949494'
	},
	differences: { added: '#000000', ended: '#555555', changed: '#3a3a3a', same: '#949494' },
	sides: ['#35476e', '#cbb382', '#608467', '#b08dac', '#3c696b', '#4b2324'],
	noSide: '#d3d3d3'
};

/** The themes of a picture by name. */
export const PICTURE_THEMES = { ...THEMES, print: PRINT } as const;
export type PictureThemeName = keyof typeof PICTURE_THEMES;
