import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument } from '#lib/model/document.ts';
import { toDay } from '#lib/model/time-days.ts';
import { clamped, dayByKey, eventDay, withEnd } from '#lib/ui/time/moment.ts';
import { spineOf } from '#lib/view/spine.ts';
import { allTold } from '../../view/told-of.ts';

const day = (iso: string) => toDay(iso)!;
const whole = { from: day('2024-01-01'), to: day('2025-01-01') };
const anyDay = fc.integer({ min: whole.from - 50, max: whole.to + 50 });

describe('a moment', () => {
	it('has its ends in order, whichever end is moved where', () => {
		const end = fc.constantFrom('first' as const, 'last' as const, 'both' as const);
		fc.assert(
			fc.property(anyDay, fc.nat({ max: 90 }), end, anyDay, (first, length, end, to) => {
				const moved = withEnd({ first, last: first + length }, end, to);
				expect(moved.first).toBeLessThanOrEqual(moved.last);
				if (end !== 'last') expect(moved.first).toBe(to);
				if (end !== 'first') expect(moved.last).toBe(to);
			})
		);
	});

	it('is moved by keys a day, a month, or to an end, and never out of the document’s time', () => {
		const start = day('2024-03-31');
		const moved = (key: string) => dayByKey(key, start, whole);
		expect(['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown'].map(moved)).toEqual([
			start + 1,
			start + 1,
			start - 1,
			start - 1
		]);
		expect(moved('PageDown')).toBe(day('2024-02-29'));
		expect(moved('PageUp')).toBe(day('2024-04-30'));
		expect([moved('Home'), moved('End'), moved('x')]).toEqual([whole.from, whole.to - 1, null]);
		expect(dayByKey('ArrowRight', whole.to - 1, whole)).toBe(whole.to - 1);
		fc.assert(
			fc.property(anyDay, (day) => {
				const kept = clamped(day, whole);
				expect(kept >= whole.from && kept < whole.to).toBe(true);
			})
		);
	});
});

describe('eventDay', () => {
	const events = ['2024-01-29', '[..2024-02-18]', '2014/..', '../..', '2024-01-29', '2024-02-04'].map(
		(when, i) => ({ id: `e${i}`, title: when, when })
	);
	const { dated } = spineOf(allTold({ ...emptyDocument('Events'), events }));

	it('steps over the days of events, each day once, and stops at the ends', () => {
		const days: string[] = [];
		for (let at: number | null = day('2000-01-01'); at !== null; at = eventDay(dated, at, 1)) {
			days.push(String(at));
		}
		const expected = ['2000-01-01', '2014-01-01', '2024-01-29', '2024-02-04', '2024-02-18'];
		expect(days).toEqual(expected.map((iso) => String(day(iso))));
		expect(eventDay(dated, day('2024-02-04'), -1)).toBe(day('2024-01-29'));
		expect(eventDay(dated, day('2014-01-01'), -1)).toBeNull();
	});
});
