import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument, type Document } from '#lib/model/document.ts';
import { toDay } from '#lib/model/time-days.ts';
import { factsOf } from '#lib/view/facts.ts';
import {
	crowdOf,
	dayAt,
	lengthOf,
	panned,
	revealed,
	shareOf,
	spanOf,
	zoomed,
	type Span
} from '#lib/view/time-scale.ts';

const day = (iso: string) => toDay(iso)!;

function dated(...whens: string[]): Document {
	return {
		...emptyDocument('Dated'),
		events: whens.map((when, index) => ({ id: `e${index}`, title: when, when }))
	};
}

const spanDated = (...whens: string[]) => spanOf(factsOf(dated(...whens)))!;

const anySpan: fc.Arbitrary<Span> = fc
	.tuple(fc.integer({ min: -4_000_000, max: 3_000_000 }), fc.integer({ min: 3, max: 5_000_000 }))
	.map(([from, length]) => ({ from, to: from + length }));
/** A whole span and a part of it. */
const anyPart = fc
	.tuple(anySpan, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
	.map(([whole, zoom, place]) => {
		const length = 3 + (lengthOf(whole) - 3) * zoom;
		const from = whole.from + (lengthOf(whole) - length) * place;
		return { whole, part: { from, to: from + length } };
	});
const isWithin = (part: Span, whole: Span) =>
	part.from >= whole.from - 1e-6 && part.to <= whole.to + 1e-6 && lengthOf(part) > 0;

describe('spanOf', () => {
	it('has all known days, with room', () => {
		const span = spanDated('2024-01-29', '[..2024-02-18]', '2014/..');
		expect(span.from).toBeLessThan(day('2014-01-01'));
		expect(span.to).toBeGreaterThan(day('2024-02-19'));
		expect(lengthOf(span)).toBeLessThan(1.1 * (day('2024-02-19') - day('2014-01-01')));
	});

	it('is null for a document without dates, or with none that can be read', () => {
		expect(spanOf(factsOf(dated()))).toBeNull();
		expect(spanOf(factsOf(dated('soon', '../..')))).toBeNull();
	});

	it('reads the dates of relations and of the events that they name', () => {
		const document: Document = {
			...dated(),
			relations: [{ id: 'r', type: 'commands', from: 'a', to: 'b', when: '2020-01-01/2020-12-31' }]
		};
		const span = spanOf(factsOf(document))!;
		expect(span.from).toBeLessThanOrEqual(day('2020-01-01'));
		expect(span.to).toBeGreaterThanOrEqual(day('2021-01-01'));
	});

	it('is simply large where one date lies far off', () => {
		const span = spanDated('2024-01-29', '-9999');
		expect(span.from).toBeLessThan(day('-9999-01-01'));
		expect(dayAt(span, 1)).toBeGreaterThan(day('2024-01-29'));
	});
});

describe('crowdOf', () => {
	it('leaves out the few dates that lie far off', () => {
		const days = Array.from({ length: 20 }, (_, i) => `2024-01-${String(i + 1).padStart(2, '0')}`);
		const facts = factsOf(dated('-9999', '1920', ...days));
		const crowd = crowdOf(facts, spanOf(facts)!);
		expect(crowd.from).toBeGreaterThan(day('2023-12-01'));
		expect(crowd.to).toBeLessThan(day('2024-02-15'));
		expect(lengthOf(crowd)).toBeGreaterThan(15);
	});

	it('is the whole where dates are spread evenly, and where there is but one', () => {
		const years = factsOf(dated(...Array.from({ length: 20 }, (_, i) => String(2000 + i))));
		expect(crowdOf(years, spanOf(years)!)).toEqual(spanOf(years));
		const one = factsOf(dated('2024-01-29'));
		expect(isWithin(crowdOf(one, spanOf(one)!), spanOf(one)!)).toBe(true);
	});
});

describe('a span', () => {
	it('finds a day at its own place, open ends at its ends', () => {
		fc.assert(
			fc.property(anySpan, fc.double({ min: 0, max: 0.999, noNaN: true }), (span, share) => {
				const found = dayAt(span, share);
				expect(shareOf(span, found)).toBeLessThanOrEqual(share + 1e-9);
				expect(shareOf(span, found + 1)).toBeGreaterThan(share - 1e-9);
			})
		);
		const span = { from: 0, to: 10 };
		expect([shareOf(span, -Infinity), shareOf(span, Infinity), dayAt(span, 1)]).toEqual([0, 1, 9]);
	});

	it('stays within the whole, and keeps the day under the pointer, when it is zoomed', () => {
		const factor = fc.double({ min: 0.01, max: 100, noNaN: true });
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(anyPart, factor, share, ({ whole, part }, factor, share) => {
				const about = part.from + share * lengthOf(part);
				const next = zoomed(part, factor, about, whole);
				expect(isWithin(next, whole)).toBe(true);
				expect(lengthOf(next)).toBeGreaterThanOrEqual(Math.min(3, lengthOf(whole)) - 1e-6);
				const atEdge = next.from <= whole.from + 1e-6 || next.to >= whole.to - 1e-6;
				if (!atEdge) expect(shareOf(next, about)).toBeCloseTo(share, 6);
			})
		);
	});

	it('keeps its length and stays within the whole when it is moved', () => {
		fc.assert(
			fc.property(anyPart, fc.integer(), ({ whole, part }, by) => {
				const next = panned(part, by, whole);
				expect(isWithin(next, whole)).toBe(true);
				expect(lengthOf(next)).toBeCloseTo(lengthOf(part), 4);
			})
		);
	});

	it('is moved just enough to show a day', () => {
		fc.assert(
			fc.property(anyPart, fc.double({ min: 0, max: 0.999, noNaN: true }), ({ whole, part }, share) => {
				const wanted = dayAt(whole, share);
				const next = revealed(part, wanted, wanted, whole);
				expect(isWithin(next, whole)).toBe(true);
				expect(next.from).toBeLessThanOrEqual(wanted + 1e-6);
				expect(next.to).toBeGreaterThanOrEqual(Math.min(wanted + 1, whole.to) - 1e-6);
			})
		);
		const part = { from: 40, to: 60 };
		expect(revealed(part, 50, 50, { from: 0, to: 100 })).toBe(part);
	});
});
