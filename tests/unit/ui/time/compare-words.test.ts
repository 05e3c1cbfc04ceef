import { describe, expect, it } from 'vitest';
import { toDay } from '#lib/model/time-days.ts';
import { comparedDays, comparisonWords } from '#lib/ui/time/compare-words.ts';
import { DEFAULT_SETTINGS, type Moment } from '#lib/view/settings.ts';

const on = (iso: string): Moment => ({ first: toDay(iso)!, last: toDay(iso)! });
const settings = (asOf: Moment | null, voices: readonly string[] = []) => ({
	asOf,
	off: { ...DEFAULT_SETTINGS.off, voices: new Set(voices) }
});
const with_ = (asOf: Moment | null, voicesOff: readonly string[] = []) => ({
	asOf,
	voicesOff: new Set(voicesOff)
});
const [january, february] = [on('2024-01-28'), on('2024-02-06')];

describe('a comparison', () => {
	it('is named by what differs: days, voices, both, or nothing', () => {
		expect(comparisonWords(with_(january), settings(february))).toBe(
			'From 28 January 2024 to 6 February 2024'
		);
		expect(comparisonWords(with_(february, ['a']), settings(on('2024-02-06')))).toBe(
			'The voices ticked now against the others, as of 6 February 2024'
		);
		expect(comparisonWords(with_(null, ['a']), settings(null, ['b']))).toBe(
			'The voices ticked now against the others, all time'
		);
		expect(comparisonWords(with_(january, ['a']), settings(null))).toBe(
			'From 28 January 2024 to all time; the voices ticked now against the others'
		);
		expect(comparisonWords(with_(february, ['a']), settings(on('2024-02-06'), ['a']))).toMatch(
			/^A view compared with itself/
		);
	});

	it('has the days of its form where days are compared, none for all time', () => {
		expect(comparedDays(with_(january), settings(february))).toEqual({
			earlier: january.first,
			later: february.first
		});
		expect(comparedDays(with_(january), settings(null))).toEqual({ earlier: january.first, later: null });
		expect(comparedDays(with_(january), settings(january))?.later).toBe(january.first);
		expect(comparedDays(with_(null, ['a']), settings(null))).toBeNull();
	});
});
