/** The four sizes of type in a picture's parts. */
import type { Theme } from '#lib/view/theme.ts';
import type { TextStyle } from './text-block.ts';

/** How parts look: in which colours, and how many pixels one of their own units is. */
export interface PartStyle {
	readonly theme: Theme;
	/** 1 for a picture that is read at 96 pixels an inch; 2 for one that is shown at half of its size. */
	readonly unit: number;
}

export type TypeName = 'title' | 'subtitle' | 'heading' | 'text' | 'quiet';

/** Sizes in units: at unit 1, 11 pixels are a little more than 8 points. */
export function typeStyle(name: TypeName, { theme, unit }: PartStyle): TextStyle {
	switch (name) {
		case 'title':
			return { size: 24 * unit, weight: 600, fill: theme.ink, leading: 1.2 };
		case 'subtitle':
			return { size: 15 * unit, weight: 400, fill: theme.ink, leading: 1.3 };
		case 'heading':
			return { size: 11 * unit, weight: 600, fill: theme.ink, leading: 1.35 };
		case 'text':
			return { size: 11 * unit, weight: 400, fill: theme.ink, leading: 1.35 };
		case 'quiet':
			return { size: 11 * unit, weight: 400, fill: theme.quiet, leading: 1.35 };
	}
}
