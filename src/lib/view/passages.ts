/** The passages of claims in a block of text: pieces of it, each with the lines that run under it. */
import type { Sureness } from '#lib/analysis/sureness.ts';
import type { Id } from '#lib/model/document.ts';
import type { Block } from './paragraphs.ts';

/** A passage in a text, in code points, `end` exclusive. */
export interface Span {
	readonly claim: Id;
	readonly start: number;
	readonly end: number;
	readonly sureness: Sureness;
}

export interface Piece {
	readonly text: string;
	/** The passages that it belongs to, by lane; null where the lane is free here. */
	readonly lanes: readonly (Span | null)[];
}

/** Lines that can be told apart under one line of text. */
export const MOST_LANES = 4;

/** The passages that reach into a block, by start, of two that start together the longer first. */
export function spansIn(block: Pick<Block, 'start' | 'end'>, spans: readonly Span[]): Span[] {
	return spans
		.filter(({ start, end }) => start < end && start < block.end && end > block.start)
		.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * A block cut wherever a line under it starts or ends. Together the pieces are the block's text. A passage keeps its
 * lane throughout the block; two that overlap have different ones. Where all lanes are taken, a passage is not drawn.
 * @param current a passage that is drawn in any case
 */
export function piecesOf(
	text: string,
	block: Block,
	spans: readonly Span[],
	current: Span | null = null
): Piece[] {
	const lanes = lanesOf(spansIn(block, spans), current);
	const changes = [...lanes.keys()].flatMap((span) => [
		{ at: Math.max(span.start, block.start), span, on: true },
		{ at: Math.min(span.end, block.end), span, on: false }
	]);
	changes.sort((a, b) => a.at - b.at || Number(a.on) - Number(b.on));
	const pieces: Piece[] = [];
	const now: (Span | null)[] = [];
	let [point, unit] = [block.start, block.from];
	const advance = (to: number) => {
		const from = unit;
		for (; point < to; point++) unit += text.codePointAt(unit)! > 0xffff ? 2 : 1;
		if (unit > from) pieces.push({ text: text.slice(from, unit), lanes: trimmed(now) });
	};
	for (const { at, span, on } of changes) {
		advance(at);
		const lane = lanes.get(span)!;
		while (now.length <= lane) now.push(null);
		now[lane] = on ? span : null;
	}
	advance(block.end);
	return pieces;
}

/** The lowest free lane for each passage; those that find none are not in the result, but for the current one. */
function lanesOf(spans: readonly Span[], current: Span | null): ReadonlyMap<Span, number> {
	const lanes = new Map<Span, number>();
	const ends: number[] = Array<number>(MOST_LANES).fill(0);
	for (const span of spans) {
		const lane = ends.findIndex((end) => end <= span.start);
		if (lane < 0) continue;
		ends[lane] = span.end;
		lanes.set(span, lane);
	}
	if (!current || lanes.has(current) || !spans.includes(current)) return lanes;
	for (const [span, lane] of lanes)
		if (lane === MOST_LANES - 1 && span.start < current.end && span.end > current.start) lanes.delete(span);
	return lanes.set(current, MOST_LANES - 1);
}

function trimmed(lanes: readonly (Span | null)[]): (Span | null)[] {
	return lanes.slice(0, lanes.findLastIndex((span) => span !== null) + 1);
}
