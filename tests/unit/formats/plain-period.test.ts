import { describe, expect, it } from 'vitest';
import { intervalOf, plainPeriod } from '#lib/formats/plain-period.ts';

describe('a plain period', () => {
	it.each([
		['2024', { start: '2024', end: '2024' }],
		['2024-01-29', { start: '2024-01-29', end: '2024-01-29' }],
		['2019-03/2020', { start: '2019-03', end: '2020' }],
		['2014/..', { start: '2014' }],
		['2014/', { start: '2014' }],
		['/2024-02-04', { end: '2024-02-04' }]
	])('is in %s', (when, period) => expect(plainPeriod(when)).toEqual(period));

	it.each([
		'2024-01-28~',
		'2024-01-28?',
		'[2024-01-27..2024-01-28]',
		'2024-21',
		'2024-02-30',
		'',
		'/',
		'soon',
		'2'.repeat(99)
	])('is not in %s', (when) => expect(plainPeriod(when)).toBeNull());
});

describe('an interval', () => {
	it('is made of the ends that there are', () => {
		expect(intervalOf('2019', '2020-05')).toBe('2019/2020-05');
		expect(intervalOf('2019', undefined)).toBe('2019/');
		expect(intervalOf(undefined, '2019')).toBe('/2019');
		expect(intervalOf('2019', '2019')).toBe('2019');
		expect(intervalOf('2016-04-06T20:03:48.000Z', '2016-05-06T20:03:48.000Z')).toBe(
			'2016-04-06T20:03:48.000Z/2016-05-06T20:03:48.000Z'
		);
	});

	it('is not made of what is no date, or ends before it starts', () => {
		expect(intervalOf(undefined, undefined)).toBeUndefined();
		expect(intervalOf('2019', 'soon')).toBeUndefined();
		expect(intervalOf('2020', '2019')).toBeUndefined();
	});
});
