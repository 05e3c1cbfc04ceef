import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certaintyOn, parseWhen } from '#lib/model/time.ts';
import { toDay } from '#lib/model/time-days.ts';
import { extentOf } from '#lib/view/extent.ts';

const WHENS = [
	...['2024-01-29', '2024-01', '2024', '2024-01-28~', '2024-01-28?', '2024-01-15/2024-01-28'],
	...['2024-01/2024-03', '2014/..', '../2024-02-04', '/2024-02-04', '2024-01-29/', '../..', '[..2024-01-29]'],
	...['[2024-01-27..2024-01-29]', '[2024-01-01,2024-02-10]', '{2024-01-01,2024-02-10}', '[2024-02-01..]']
];

describe('extentOf', () => {
	it('is of a day that day, of a month a guess, of an interval of days every day', () => {
		const day = toDay('2024-01-29')!;
		expect(extentOf('2024-01-29')).toEqual([{ first: day, last: day, certain: true }]);
		expect(extentOf('2024-01')).toMatchObject([{ certain: false }]);
		expect(extentOf('2024-01-15/2024-01-28')).toMatchObject([{ certain: true }]);
		expect(extentOf('2014/..')).toMatchObject([{ certain: false }, { certain: true, last: Infinity }]);
		expect(extentOf('soon')).toBeNull();
		expect(extentOf(undefined)).toBeNull();
	});

	it('says of each day what the model says of an act on it', () => {
		const start = toDay('2023-11-01')!;
		fc.assert(
			fc.property(fc.constantFrom(...WHENS), fc.integer({ min: 0, max: 200 }), (when, offset) => {
				const day = start + offset;
				const hits = extentOf(when)!.filter(({ first, last }) => first <= day && day <= last);
				const certainty = certaintyOn(parseWhen(when), day, 'act');
				expect(hits.some(({ certain }) => certain)).toBe(certainty === 'certain');
				expect(hits.length > 0).toBe(certainty === 'certain' || certainty === 'possible');
			}),
			{ numRuns: 1000 }
		);
	});
});
