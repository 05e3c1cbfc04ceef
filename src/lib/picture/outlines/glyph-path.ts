/** A glyph's outline as path data, at a size and in a place. */
import { decimal } from '#lib/picture/paths.ts';

/** A step of an outline, in units of the font, y upwards. */
export interface GlyphStep {
	readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
	readonly args: readonly number[];
}

const LETTERS = { moveTo: 'M', lineTo: 'l', quadraticCurveTo: 'q', bezierCurveTo: 'c', closePath: 'z' };

/**
 * Path data of an outline whose origin stands at x, y. Steps are relative, which takes less room; each is measured
 * from where the one before really ended, so that rounding never adds up.
 *
 * @param scale units of the picture for one of the font.
 */
export function glyphPath(steps: readonly GlyphStep[], scale: number, x: number, y: number): string {
	let data = '';
	let from = [0, 0];
	for (const { command, args } of steps) {
		data += LETTERS[command];
		if (command === 'closePath') continue;
		const places = args.map((value, i) => hundredths(i % 2 ? y - value * scale : x + value * scale));
		const origin = command === 'moveTo' ? [0, 0] : from;
		data += numbers(places.map((value, i) => (value - origin[i % 2]!) / 100));
		from = places.slice(-2);
	}
	return data;
}

const hundredths = (value: number) => Math.round(value * 100);

/** A minus sign parts two numbers as well as a space does. */
function numbers(values: readonly number[]): string {
	return values.map(decimal).reduce((text, value) => text + (value.startsWith('-') ? '' : ' ') + value);
}
