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
/** Where a section is broken, so many of its entries stand before the break, and after it. */
const LEAST_TOGETHER = 3;
/** Beside a graph there is only so much height. */
const WHOLE_BESIDE = 1.15;

interface Row extends Block {
	readonly isHeading: boolean;
	readonly content: readonly Markup[];
}

/** The sections as a part, below a graph or beside it; null without one. */
export function legendPart(
	sections: readonly PictureLegendSection[],
	style: PartStyle,
	beside = false
): PicturePart | null {
	if (!sections.length) return null;
	const { unit, theme } = style;
	// It is asked for its height several times before it is drawn.
	const known = new Map<number, Arranged>();
	return {
		id: 'legend',
		draw(width) {
			const found = known.get(width) ?? arranged(sections, width, style, beside ? WHOLE_BESIDE : WHOLE);
			known.set(width, found);
			const { rows, places, height, step } = found;
			// Beside a graph the legend starts where the graph does; below it a line parts the two.
			const above = beside ? 0 : (ABOVE_RULE + BELOW_RULE) * unit;
			const rule = element('path', {
				d: `M0 ${decimal(ABOVE_RULE * unit)}H${decimal(width)}`,
				stroke: theme.quiet,
				'stroke-width': decimal(0.75 * unit)
			});
			const drawn = rows.map(({ content }, i) => {
				const { column, top } = places[i]!;
				return element('g', { transform: move(column * step, above + top) }, content);
			});
			return { height: above + height, content: beside ? drawn : [rule, ...drawn] };
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

interface Arranged extends ReturnType<typeof flow> {
	readonly rows: readonly Row[];
	/** From one column to the next. */
	readonly step: number;
}

/**
 * In as many columns as make it lowest: fewer columns are wider, so that their texts have fewer lines. Sections stay
 * whole if that costs little room; else long ones are broken, with some entries on either side.
 */
function arranged(
	sections: readonly PictureLegendSection[],
	width: number,
	style: PartStyle,
	costs: number
): Arranged {
	const gap = BETWEEN_COLUMNS * style.unit;
	const most = columnsIn(sections, width / style.unit);
	const all = Array.from({ length: most }, (_, i) => {
		const step = (width + gap) / (i + 1);
		const rows = sections.flatMap((section) => sectionRows(section, step - gap, style));
		const glued = rows.map((row) => ({ ...row, glued: !row.isHeading }));
		return {
			broken: { rows, step, ...flow(rows, i + 1) },
			whole: { rows, step, ...flow(glued, i + 1) }
		};
	});
	const broken = lowest(all.map((one) => one.broken));
	const whole = lowest(all.map((one) => one.whole));
	return whole.height <= broken.height * costs ? whole : broken;
}

/** The lowest; of two as low the one with fewer columns. */
function lowest(all: readonly Arranged[]): Arranged {
	return all.reduce((best, one) => (one.height < best.height ? one : best));
}

function move(x: number, y: number): string {
	return `translate(${decimal(x)} ${decimal(y)})`;
}

function sectionRows(section: PictureLegendSection, width: number, style: PartStyle): Row[] {
	const { unit } = style;
	const heading = textBlock(section.heading, typeStyle('heading', style), { x: 0, top: 0, width, most: 2 });
	return [
		{ ...heading, space: BETWEEN_SECTIONS * unit, glued: false, isHeading: true },
		...capped(section.entries).map((entry, i, { length }) => ({
			...entryContent(entry, section.symbol, width, style),
			space: BETWEEN_ENTRIES * unit,
			glued: i < LEAST_TOGETHER || i > length - LEAST_TOGETHER,
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
