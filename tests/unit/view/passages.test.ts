import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf } from '#lib/view/paragraphs.ts';
import { MOST_LANES, piecesOf, type Span } from '#lib/view/passages.ts';

const TEXT = '😀 The envoy came, قال الوزير, and e\u0301 then he left 👩‍👩‍👧 again.';
const LENGTH = [...TEXT].length;

const anySpans = fc
	.array(fc.tuple(fc.nat({ max: LENGTH + 5 }), fc.nat({ max: 20 })), { maxLength: 12 })
	.map((spans) =>
		spans.map(([start, length], index): Span => ({
			claim: `c${index}`,
			start,
			end: start + length,
			sureness: 'certain'
		}))
	);

test('pieces are the text, and under each run the passages that cover it', () => {
	fc.assert(
		fc.property(anySpans, fc.nat({ max: 11 }), (spans, chosen) => {
			const [block] = blocksOf(TEXT);
			const current = spans[chosen] ?? null;
			const pieces = piecesOf(TEXT, block!, spans, current);
			expect(pieces.map(({ text }) => text).join('')).toBe(TEXT);
			let at = 0;
			for (const { text, lanes } of pieces) {
				const end = at + [...text].length;
				const covering = spans.filter((span) => span.start <= at && span.end >= end && span.start < span.end);
				const drawn = lanes.filter((span) => span !== null);
				expect(new Set(drawn).size).toBe(drawn.length);
				expect(covering).toEqual(expect.arrayContaining(drawn));
				if (spans.length <= MOST_LANES) expect(drawn.length).toBe(covering.length);
				if (current && covering.includes(current)) expect(drawn).toContain(current);
				expect(lanes.length).toBeLessThanOrEqual(MOST_LANES);
				at = end;
			}
		})
	);
});

test('a passage keeps its lane, the longer of two that start together has the first', () => {
	const span = (claim: string, start: number, end: number): Span => ({
		claim,
		start,
		end,
		sureness: 'likely'
	});
	const [block] = blocksOf(TEXT);
	const pieces = piecesOf(TEXT, block!, [span('short', 2, 5), span('long', 2, 17), span('across', 6, 30)]);
	const lanes = pieces.map((piece) => piece.lanes.map((it) => it?.claim ?? ''));
	expect(lanes).toEqual([[], ['long', 'short'], ['long'], ['long', 'across'], ['', 'across'], []]);
});

test('a passage over several blocks is drawn in each', () => {
	const text = 'One.\nTwo.\nThree.';
	const pieces = blocksOf(text).map((block) =>
		piecesOf(text, block, [{ claim: 'c', start: 2, end: 12, sureness: 'certain' }])
	);
	expect(pieces.map((list) => list.map((piece) => [piece.text, piece.lanes.length]))).toEqual([
		[
			['On', 0],
			['e.', 1]
		],
		[['Two.', 1]],
		[
			['Th', 1],
			['ree.', 0]
		]
	]);
});

test('of thousands of passages over the same words only as many are drawn as there are lanes', () => {
	const text = 'word '.repeat(400);
	const spans = Array.from({ length: 5_000 }, (_, index): Span => {
		const start = index % 1_000;
		return { claim: `c${index}`, start, end: start + 600 + (index % 7), sureness: 'certain' };
	});
	const [block] = blocksOf(text);
	const current = spans[4_321]!;
	const pieces = piecesOf(text, block!, spans, current);
	expect(pieces.length).toBeLessThan(30);
	const drawn = pieces.filter(({ lanes }) => lanes.includes(current)).map((piece) => piece.text.length);
	expect(drawn.reduce((sum, length) => sum + length, 0)).toBe(current.end - current.start);
});
