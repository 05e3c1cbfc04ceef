/** Sets lines of text in fonts whose files are at hand: joined, kerned, marks in place, each run in its direction. */
import { create, type Font } from 'fontkit';
import type { Face } from '#lib/picture/faces.ts';
import { textWidth, type Weight } from '#lib/view/text.ts';
import { mirrored } from './bidi-classes.ts';
import { visualRuns } from './bidi.ts';
import { glyphPath, type GlyphStep } from './glyph-path.ts';

export interface FontFile {
	readonly face: Face;
	/** WOFF2, or anything else that fontkit reads. */
	readonly bytes: Uint8Array;
}

/** A line that has been set; all of it in shares of the font size, from the left end of the line. */
export interface SetLine {
	readonly width: number;
	readonly glyphs: readonly SetGlyph[];
	/** What the fonts lack, such as an emoji. */
	readonly lacking: readonly LackingText[];
}

interface LackingText {
	readonly text: string;
	/** Its middle: how wide it is in another font is only estimated. */
	readonly x: number;
	readonly leftward: boolean;
}

interface SetGlyph {
	readonly steps: readonly GlyphStep[];
	readonly x: number;
	/** Above the baseline. */
	readonly y: number;
	/** Of one of the font's units. */
	readonly unit: number;
}

export interface Lettering {
	set(line: string, weight: Weight, base: 'ltr' | 'rtl'): SetLine;
}

/** Reading a file takes a tenth of a second. */
const opened = new WeakMap<Uint8Array, Font>();

function fontOf({ bytes }: FontFile): Font {
	const known = opened.get(bytes);
	if (known) return known;
	// Its types ask for Node's Buffer; its code takes any bytes.
	const font = create(bytes as Buffer);
	if (!('layout' in font)) throw new Error('A collection of fonts is no face.');
	opened.set(bytes, font);
	return font;
}

/** @param files the faces to set in, the first choice first. @throws whatever fontkit does for a file that is no font. */
export function letteringIn(files: readonly FontFile[]): Lettering {
	const faces = files.map((file) => ({ weight: file.face.weight, font: fontOf(file) }));
	return {
		set(line, weight, base) {
			const fonts = faces.filter((face) => face.weight === weight).map(({ font }) => font);
			const pieces = visualRuns(line.normalize('NFC'), base).flatMap(({ text, leftward }) => {
				const parts = inFonts(text, fonts, leftward);
				return leftward ? parts.reverse() : parts;
			});
			return together(pieces, weight);
		}
	};
}

interface Piece {
	text: string;
	readonly font: Font | undefined;
	readonly leftward: boolean;
}

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** What is not drawn, but joins or parts the letters beside it. */
const JOINER = /\u200c|\u200d|[\ufe00-\ufe0f]/gu;

/** A run in pieces of one font each; a letter and its marks are never parted. */
function inFonts(text: string, fonts: readonly Font[], leftward: boolean): Piece[] {
	const pieces: Piece[] = [];
	for (const { segment } of GRAPHEMES.segment(text)) {
		const drawn = Array.from(segment.replace(JOINER, ''));
		const shown = leftward ? drawn.map(mirrored) : drawn;
		const last = pieces.at(-1);
		// A joiner alone stays with what it joins.
		const fits = (font: Font) => shown.every((one) => font.hasGlyphForCodePoint(one.codePointAt(0)!));
		const font = drawn.length === 0 && last ? last.font : fonts.find(fits);
		// A program that writes text mirrors by itself.
		const text = font && leftward ? Array.from(segment, mirrored).join('') : segment;
		if (last && last.font === font) last.text += text;
		else pieces.push({ text, font, leftward });
	}
	return pieces;
}

function together(pieces: readonly Piece[], weight: Weight): SetLine {
	const glyphs: SetGlyph[] = [];
	const lacking: LackingText[] = [];
	let width = 0;
	for (const { text, font, leftward } of pieces) {
		if (!font) {
			const wide = textWidth(text, 1, weight);
			lacking.push({ text, x: width + wide / 2, leftward });
			width += wide;
			continue;
		}
		const run = font.layout(text, undefined, undefined, undefined, leftward ? 'rtl' : 'ltr');
		const unit = 1 / font.unitsPerEm;
		run.glyphs.forEach((glyph, i) => {
			const { xAdvance, xOffset, yOffset } = run.positions[i]!;
			const steps = glyph.path.commands as GlyphStep[];
			if (steps.length) glyphs.push({ steps, x: width + xOffset * unit, y: yOffset * unit, unit });
			width += xAdvance * unit;
		});
	}
	return { width, glyphs, lacking };
}

/** Path data of a set line whose left end stands on the baseline at x, y. */
export function linePathData({ glyphs }: SetLine, size: number, x: number, y: number): string {
	return glyphs
		.map((glyph) => glyphPath(glyph.steps, size * glyph.unit, x + glyph.x * size, y - glyph.y * size))
		.join('');
}
