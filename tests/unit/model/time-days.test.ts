import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDay, dayOf, dayToIso, daysInMonth, shiftMonths, toDay } from '#lib/model/time-days.ts';

describe('toDay', () => {
	it.each([
		['1970-01-01', 0],
		['2024-01-29', 19751],
		['2024-02-29', 19782],
		['0000-01-01', -719528],
		['-0044-03-15', -735525],
		['+012024-01-01', 3672148]
	])('%s is day %i', (iso, day) => {
		expect(toDay(iso)).toBe(day);
		expect(dayToIso(day)).toBe(iso);
	});

	it.each([
		'',
		'foo',
		'2024',
		'2024-01',
		'2023-02-29',
		'2024-13-01',
		'2024-00-10',
		'2024-01-00',
		'2024-1-9',
		'..'
	])('refuses %j', (text) => expect(toDay(text)).toBeNull());

	it.each([' 2024-01-29', '2024-01-29T00:00', '-0000-01-01', '+002024-01-29', '+999999-01-01'])(
		'refuses %j, which is a day spelt otherwise or none',
		(text) => expect(toDay(text)).toBeNull()
	);
});

describe('dayToIso', () => {
	it('is the reverse of toDay', () => {
		fc.assert(
			fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (day) => {
				expect(toDay(dayToIso(day))).toBe(day);
			})
		);
	});

	it('writes an open end as EDTF does', () => {
		expect([dayToIso(-Infinity), dayToIso(Infinity)]).toEqual(['..', '..']);
	});

	it('throws for what is no day', () => {
		expect(() => dayToIso(NaN)).toThrow(RangeError);
		expect(() => dayToIso(1e12)).toThrow(RangeError);
	});
});

describe('calendar', () => {
	it('does not take the years 0 to 99 for 1900 to 1999', () => {
		expect(calendarDay(dayOf(79, 8, 24))).toEqual({ year: 79, month: 8, date: 24 });
	});

	it.each([
		[2024, 2, 29],
		[2023, 2, 28],
		[1900, 2, 28],
		[2000, 2, 29],
		[0, 2, 29],
		[2024, 12, 31]
	])('%i-%i has %i days', (year, month, days) => expect(daysInMonth(year, month)).toBe(days));

	it.each([
		['2024-01-31', 1, '2024-02-29'],
		['2024-03-31', -1, '2024-02-29'],
		['2024-01-15', -1, '2023-12-15'],
		['2024-12-15', 1, '2025-01-15'],
		['2024-02-29', 12, '2025-02-28'],
		['2024-01-01', -1200, '1924-01-01']
	])('%s moved by %i months is %s', (from, months, to) => {
		expect(dayToIso(shiftMonths(toDay(from) ?? NaN, months))).toBe(to);
	});
});
