import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument, type Relation } from '#lib/model/document.ts';
import { toDay } from '#lib/model/time-days.ts';
import { factsOf } from '#lib/view/facts.ts';
import type { Fate } from '#lib/view/fate.ts';
import { barsFor, histogram } from '#lib/view/histogram.ts';
import { spanOf, type Span } from '#lib/view/time-scale.ts';

const WHENS = [
	...['2024-01-29', '2024-01', '2024', '2024-01-28~', '2024-01-15/2024-01-28', '2024-01/2024-03', '2023/..'],
	...['[..2024-01-29]', '[2024-01-01,2024-02-10]', '{2024-01-01,2024-02-10}', '/2024-02-04', '../..', '1100']
];
const FATES: readonly Fate[] = ['shown', 'dimmed', 'not-yet', 'over', 'certainty', 'type', 'voice', 'budget'];
const act = (id: string, when?: string, type = 'meets'): Relation => ({
	id,
	type,
	from: 'a',
	to: 'b',
	...(when !== undefined && { when })
});

function counted(relations: readonly Relation[], fates: readonly Fate[], span: Span | null, count: number) {
	const facts = factsOf({ ...emptyDocument('Acts'), relations });
	const whole = spanOf(facts) ?? { from: 0, to: 100 };
	const map = new Map(relations.map(({ id }, i) => [id, fates[i % fates.length]!]));
	return histogram(facts, map, span ?? whole, whole, count);
}

describe('histogram', () => {
	it('adds up to the acts that time apart no filter hides', () => {
		const entry = fc.record({
			when: fc.option(fc.constantFrom(...WHENS), { nil: undefined }),
			type: fc.constantFrom('meets', 'attacks', 'commands'),
			fate: fc.constantFrom(...FATES)
		});
		fc.assert(
			fc.property(fc.array(entry, { maxLength: 30 }), fc.integer({ min: 1, max: 90 }), (entries, count) => {
				const relations = entries.map(({ when, type }, i) => act(`r${i}`, when, type));
				const fates = entries.map(({ fate }) => fate);
				const result = counted(relations, fates.length ? fates : ['shown'], null, count);
				const acts = entries.filter(
					({ type, fate }) => type !== 'commands' && !['type', 'voice', 'budget'].includes(fate)
				);
				expect(result.dated).toBe(acts.filter(({ when }) => when !== undefined).length);
				expect(result.undated).toBe(acts.length - result.dated);
				const sum = result.bars.reduce((sum, bar) => sum + bar.certain + bar.possible, 0);
				expect(sum).toBeCloseTo(result.dated, 5);
				expect(result.bars.every(({ certain, possible }) => certain > -1e-9 && possible > -1e-9)).toBe(true);
			})
		);
	});

	it('gives each bar the days that a count day by day gives it', () => {
		const first = toDay('2024-01-01')!;
		const span = { from: first, to: first + 31 };
		const { bars } = counted(
			[act('x', '2024-01-10/2024-01-13'), act('y', '2024-01-12')],
			['shown'],
			span,
			31
		);
		expect(bars[8]!.certain).toBeCloseTo(0);
		expect(bars[9]!.certain).toBeCloseTo(0.25);
		expect(bars[11]!.certain).toBeCloseTo(1.25);
		expect(bars[13]!.certain).toBeCloseTo(0);
	});

	it('is certain of a guess where one bar has all its days, and only there', () => {
		const first = toDay('2024-01-01')!;
		const guess = [act('x', '[2024-01-03..2024-01-04]')];
		const wide = counted(guess, ['shown'], { from: first, to: first + 30 }, 3);
		expect(wide.bars.map(({ certain, possible }) => [certain, possible])).toEqual([
			[1, 0],
			[0, 0],
			[0, 0]
		]);
		const narrow = counted(guess, ['shown'], { from: first, to: first + 30 }, 30);
		expect(narrow.bars[2]!.certain).toBe(0);
		expect(narrow.bars[2]!.possible).toBeCloseTo(0.5);
		expect(narrow.most).toBeCloseTo(0.5);
	});

	it('counts 100,000 acts in little time, however long they are', () => {
		const relations = Array.from({ length: 100_000 }, (_, i) => act(`r${i}`, WHENS[i % WHENS.length]));
		expect(counted(relations, ['shown'], null, 300).dated).toBe(100_000);
	});
});

describe('barsFor', () => {
	it('has never more bars than 600, nor than pixels, and covers the span with whole days', () => {
		const length = fc.oneof(fc.integer({ min: 3, max: 1000 }), fc.integer({ min: 3, max: 8_000_000 }));
		const from = fc.double({ min: -4_400_000, max: 3_000_000, noNaN: true });
		fc.assert(
			fc.property(from, length, fc.integer({ min: 1, max: 8000 }), (from, length, width) => {
				const bars = barsFor({ from, to: from + length }, width);
				expect(bars.count).toBeLessThanOrEqual(Math.min(600, width / 4 + 2));
				expect(Number.isInteger(bars.days)).toBe(true);
				expect(bars.from).toBeLessThanOrEqual(from + 1e-6);
				expect(bars.from + bars.count * bars.days).toBeGreaterThanOrEqual(from + length - 1e-3);
				expect(bars.from % bars.days).toBeCloseTo(0);
			})
		);
	});

	it('is light where a document has all the time there is, and nothing without room', () => {
		const whole = { from: toDay('-9999-01-01')!, to: toDay('9999-12-31')! + 1 };
		expect(barsFor(whole, 0).count).toBe(0);
		expect(barsFor(whole, 1000).count).toBeLessThanOrEqual(252);
		expect(barsFor({ from: 0, to: 3 }, 1000)).toEqual({ from: 0, days: 1, count: 3 });
	});
});
