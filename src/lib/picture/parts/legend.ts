/** The legend of a picture, in columns. */
import { figure } from '#lib/view/receipt.ts';
import { element, type Markup } from '#lib/picture/markup.ts';
import { decimal } from '#lib/picture/paths.ts';
import { strokeMarkup } from '#lib/picture/graph.ts';
import type { PicturePart } from '#lib/picture/svg.ts';
import { flow, type Block } from './columns.ts';
import type { PictureLegendEntry, PictureLegendSection } from './legend-entries.ts';
import { textBlock } from './text-block.ts';
import { typeStyle, type PartStyle } from './type-styles.ts';

/** Units. */
const COLUMN = 150;
/** Where no types are written below the families. */
const NARROW_COLUMN = 118;
const BETWEEN_COLUMNS = 18;
const BETWEEN_SECTIONS = 9;
const BETWEEN_ENTRIES = 2;
const BESIDE_SYMBOL = 7;
const ABOVE_RULE = 8;
const BELOW_RULE = 10;

/** So many lines of an entry's name, and of what is said about it. */
const NAME_LINES = 4;
const DETAIL_LINES = 7;
/** More symbols than this nobody looks up; the kinds of actors, with the doubled outline, are one less. */
const MOST_ENTRIES = 14;

/** Sections stay whole unless that makes the legend higher by more than this share. */
const WHOLE = 1.2;

interface Row extends Block {
	readonly isHeading: boolean;
	readonly content: readonly Markup[];
}

/** The sections as a part; null without one. */
export function legendPart(sections: readonly PictureLegendSection[], style: PartStyle): PicturePart | null {
	if (!sections.length) return null;
	const { unit, theme } = style;
	return {
		id: 'legend',
		draw(width) {
			const columns = columnsIn(sections, width / unit);
			const step = (width + BETWEEN_COLUMNS * unit) / columns;
			const rows = sections.flatMap((section) => sectionRows(section, step - BETWEEN_COLUMNS * unit, style));
			const { places, height } = inColumns(rows, columns);
			const above = (ABOVE_RULE + BELOW_RULE) * unit;
			const rule = element('path', {
				d: `M0 ${decimal(ABOVE_RULE * unit)}H${decimal(width)}`,
				stroke: theme.quiet,
				'stroke-width': decimal(0.75 * unit)
			});
			const drawn = rows.map(({ content }, i) => {
				const { column, top } = places[i]!;
				return element('g', { transform: move(column * step, above + top) }, content);
			});
			return { height: above + height, content: [rule, ...drawn] };
		}
	};
}

function columnsIn(sections: readonly PictureLegendSection[], units: number): number {
	const isWide = sections.some(({ entries }) => entries.some(({ detail }) => detail));
	const narrowest = isWide ? COLUMN : NARROW_COLUMN;
	return Math.max(1, Math.floor((units + BETWEEN_COLUMNS) / (narrowest + BETWEEN_COLUMNS)));
}

/** Pixels of a legend that stands beside a graph: two columns. */
export function legendWidth(sections: readonly PictureLegendSection[], { unit }: PartStyle): number {
	const isWide = columnsIn(sections, 2 * COLUMN) < 2;
	return (2 * (isWide ? COLUMN : NARROW_COLUMN) + BETWEEN_COLUMNS) * unit;
}

/** Sections whole if that costs little room; else broken, but no heading without an entry below it. */
function inColumns(rows: readonly Row[], columns: number): ReturnType<typeof flow> {
	const broken = flow(rows, columns);
	const whole = flow(
		rows.map((row) => ({ ...row, glued: !row.isHeading })),
		columns
	);
	return whole.height <= broken.height * WHOLE ? whole : broken;
}

function move(x: number, y: number): string {
	return `translate(${decimal(x)} ${decimal(y)})`;
}

function sectionRows(section: PictureLegendSection, width: number, style: PartStyle): Row[] {
	const { unit } = style;
	const heading = textBlock(section.heading, typeStyle('heading', style), { x: 0, top: 0, width, most: 2 });
	return [
		{ ...heading, space: BETWEEN_SECTIONS * unit, glued: false, isHeading: true },
		...capped(section.entries).map((entry, i) => ({
			...entryContent(entry, section.symbol, width, style),
			space: BETWEEN_ENTRIES * unit,
			glued: i === 0,
			isHeading: false
		}))
	];
}

/** So many of the entries with a symbol; words alone stay. */
function capped(entries: readonly PictureLegendEntry[]): readonly PictureLegendEntry[] {
	const [symbols, words] = [
		entries.filter(({ strokes }) => strokes),
		entries.filter(({ strokes }) => !strokes)
	];
	const more = symbols.length - MOST_ENTRIES;
	if (more <= 1) return [...symbols, ...words];
	const rest = { strokes: null, name: `and ${figure(more)} more`, detail: '' };
	return [...symbols.slice(0, MOST_ENTRIES), rest, ...words];
}

/** An entry from 0,0: its symbol in the middle of its first line, its words beside it. */
function entryContent(
	{ strokes, name, detail }: PictureLegendEntry,
	symbol: PictureLegendSection['symbol'],
	width: number,
	style: PartStyle
): { readonly height: number; readonly content: readonly Markup[] } {
	const { unit } = style;
	const x = strokes ? (symbol.width + BESIDE_SYMBOL) * unit : 0;
	const place = { x, width: width - x, besideSymbol: true };
	const type = typeStyle(strokes ? 'text' : 'quiet', style);
	const line = type.size * type.leading;
	const top = strokes ? Math.max(0, (symbol.height * unit - line) / 2) : 0;
	const words = textBlock(name, type, { ...place, top, most: NAME_LINES });
	const more = textBlock(detail, typeStyle('quiet', style), {
		...place,
		top: top + words.height,
		most: DETAIL_LINES
	});
	const content = [...words.content, ...more.content];
	const height = Math.max(top + words.height + more.height, strokes ? symbol.height * unit : 0);
	if (!strokes) return { height, content };
	const drawn = element(
		'g',
		{
			transform: `${move(0, top + (line - symbol.height * unit) / 2)} scale(${decimal(unit)})`,
			opacity: strokes[0]?.opacity === undefined ? undefined : decimal(strokes[0].opacity)
		},
		strokes.map(strokeMarkup)
	);
	return { height, content: [drawn, ...content] };
}
