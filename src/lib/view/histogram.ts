/** Acts over time: how many of them fall into each part of a span. */
import { whenOf, type Id } from '#lib/model/document.ts';
import { extentOf, type Piece } from './extent.ts';
import type { Facts } from './facts.ts';
import { isVisible, type Fate } from './fate.ts';
import { lengthOf, shareOf, type Span } from './time-scale.ts';

/** One part of the span; acts are counted in parts of one where their days are not all in it. */
export interface Bar {
	readonly certain: number;
	/** Acts that may have happened then, or on another day that their dates leave open. */
	readonly possible: number;
}

export interface Histogram {
	readonly bars: readonly Bar[];
	/** The height of the highest bar, certain and possible together. */
	readonly most: number;
	/** Acts with a date, in the span or not, and acts without one. */
	readonly dated: number;
	readonly undated: number;
}

/** Least width of a bar in pixels, and the most bars that are ever counted. */
const LEAST_WIDTH = 4;
const MOST_BARS = 600;

/** Bars of whole days, from one day on. */
export interface BarDays {
	readonly from: number;
	/** Days a bar. */
	readonly days: number;
	readonly count: number;
}

/**
 * Which bars a span gets that is drawn so many pixels wide: none without room, else at most 600 whatever the span
 * and the width. They begin at multiples of their length, so that they stay where they are when the span is moved.
 */
export function barsFor({ from, to }: Span, width: number): BarDays {
	if (!(width > 0 && to > from)) return { from, days: 1, count: 0 };
	const length = Number((to - from).toPrecision(9));
	// One more may be needed, as the first bar may begin before the span does.
	const days = Math.max(1, Math.ceil((length * LEAST_WIDTH) / width), Math.ceil(length / (MOST_BARS - 1)));
	const start = Math.floor(from / days) * days;
	return { from: start, days, count: Math.min(MOST_BARS, Math.max(1, Math.ceil((to - start) / days))) };
}

/** What time itself decides: the histogram shows what all other filters leave. */
const OF_TIME: ReadonlySet<Fate> = new Set(['not-yet', 'over', 'certainty']);

/**
 * Counts acts in so many bars of equal length. Each act with a date weighs 1, spread evenly over its days: over the
 * days that are certain as certain, over those that its date only allows as possible. So the bars of the
 * whole span add up to the number of acts. An act is certain, too, in a bar that has all its days.
 *
 * @param fates of relations; what time hides is counted, what another filter hides is not.
 * @param whole the days at which open ends are cut.
 * @param count of bars, at least 1.
 */
export function histogram(
	facts: Facts,
	fates: ReadonlyMap<Id, Fate>,
	span: Span,
	whole: Span,
	count: number
): Histogram {
	const certain = new Spread(span, count);
	const possible = new Spread(span, count);
	let [dated, undated] = [0, 0];
	for (const relation of facts.document.relations) {
		const fate = fates.get(relation.id);
		if (!fate || !(isVisible(fate) || OF_TIME.has(fate))) continue;
		if (facts.typeOf(relation).nature !== 'act') continue;
		const pieces = extentOf(whenOf(relation, facts.events))?.map((piece) => cut(piece, whole));
		if (pieces) dated++;
		else undated++;
		if (pieces) spread(pieces, certain, possible);
	}
	const open = possible.heights();
	const bars = certain
		.heights()
		.map((height, index): Bar => ({ certain: height, possible: open[index] ?? 0 }));
	const most = bars.reduce((most, bar) => Math.max(most, bar.certain + bar.possible), 0);
	return { bars, most, dated, undated };
}

/** Days from a day's start to another's, so that lengths can be taken. */
interface Cut extends Span {
	readonly certain: boolean;
}

function cut({ first, last, certain }: Piece, whole: Span): Cut {
	return { from: Math.max(first, whole.from), to: Math.min(last + 1, whole.to), certain };
}

function spread(pieces: readonly Cut[], certain: Spread, possible: Spread): void {
	const days = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
	const first = pieces.reduce((least, { from }) => Math.min(least, from), Infinity);
	const last = pieces.reduce((most, { to }) => Math.max(most, to), -Infinity);
	if (certain.isOneBar(first, last)) return certain.put(first, last, 1);
	for (const piece of pieces) {
		(piece.certain ? certain : possible).put(piece.from, piece.to, lengthOf(piece) / days);
	}
}

/** Weights spread over stretches of a span and summed by bar, in time that does not grow with the stretch. */
class Spread {
	readonly #parts: Float64Array;
	/** What is added to all bars from one on, as the sum of steps. */
	readonly #steps: Float64Array;
	readonly #span: Span;
	readonly #count: number;

	constructor(span: Span, count: number) {
		this.#span = span;
		this.#count = count;
		this.#parts = new Float64Array(count);
		this.#steps = new Float64Array(count + 1);
	}

	/** Where a time lies in bars and parts of bars. */
	#place(time: number): number {
		return Math.min(this.#count, Math.max(0, shareOf(this.#span, time) * this.#count));
	}

	/** Whether a single bar has all of it. */
	isOneBar(from: number, to: number): boolean {
		if (from < this.#span.from || to > this.#span.to) return false;
		return Math.floor(this.#place(from)) >= Math.ceil(this.#place(to) - 1e-9) - 1;
	}

	put(from: number, to: number, weight: number): void {
		const perDay = weight / (to - from);
		const perBar = (perDay * lengthOf(this.#span)) / this.#count;
		const [start, end] = [this.#place(from), this.#place(to)];
		if (!(end > start)) return;
		const [first, last] = [Math.floor(start), Math.min(this.#count - 1, Math.floor(end))];
		if (first === last) {
			this.#parts[first]! += (end - start) * perBar;
			return;
		}
		this.#parts[first]! += (first + 1 - start) * perBar;
		this.#parts[last]! += (end - last) * perBar;
		this.#steps[first + 1]! += perBar;
		this.#steps[last]! -= perBar;
	}

	heights(): number[] {
		let level = 0;
		return [...this.#parts].map((part, bar) => {
			level += this.#steps[bar]!;
			// Steps up and down leave a trace of rounding.
			return part + (Math.abs(level) < 1e-9 ? 0 : level);
		});
	}
}
