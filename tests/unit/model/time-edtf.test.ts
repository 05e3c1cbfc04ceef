import { parse } from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '#lib/model/time-date.ts';
import { calendarDay, dayToIso } from '#lib/model/time-days.ts';
import { readEdtf } from '#lib/model/time-edtf.ts';

/** What a date comes to: `precision: first..last, earliest..latest`, the second only where it differs. */
function summary(text: string): string | null {
	const date = readDate(text);
	if (!date) return null;
	const range = `${dayToIso(date.from)}..${dayToIso(date.to)}`;
	const wide = `${dayToIso(date.earliest)}..${dayToIso(date.latest)}`;
	return `${date.precision}: ${range}${wide === range ? '' : `, ${wide}`}`;
}

function comesTo(rows: Record<string, string>): void {
	it.each(Object.entries(rows))('%s is %s', (text, words) => expect(summary(text)).toBe(words));
}

describe('whole units', () => {
	comesTo({
		'2024-01-29': 'day: 2024-01-29..2024-01-29',
		'2024-02': 'month: 2024-02-01..2024-02-29',
		'2014': 'year: 2014-01-01..2014-12-31',
		'2024-12': 'month: 2024-12-01..2024-12-31',
		'201': 'decade: 2010-01-01..2019-12-31',
		'20': 'century: 2000-01-01..2099-12-31',
		'0000-02': 'month: 0000-02-01..0000-02-29',
		'-0044-03-15': 'day: -0044-03-15..-0044-03-15',
		'9999': 'year: 9999-01-01..9999-12-31',
		'-9999': 'year: -9999-01-01..-9999-12-31',
		Y1E3: 'year: 1000-01-01..1000-12-31',
		'Y-2E3': 'year: -2000-01-01..-2000-12-31',
		'2024-01-29T24:00:00': 'day: 2024-01-29..2024-01-29'
	});

	it('takes the day as it is written, whatever the zone', () => {
		expect(summary('2024-01-29T23:30:00-08:00')).toBe('day: 2024-01-29..2024-01-29');
		expect(summary('2024-01-29T00:30:00+05:00')).toBe('day: 2024-01-29..2024-01-29');
	});

	it('reads plain dates as the package does', () => {
		const part = fc.integer({ min: 0, max: 33 }).map((n) => String(n).padStart(2, '0'));
		const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
		const parts = fc.oneof(fc.tuple(year), fc.tuple(year, part), fc.tuple(year, part, part));
		fc.assert(
			fc.property(parts, fc.constantFrom('', '?', '~', '%'), (written, mark) => {
				const text = written.join('-') + mark;
				const date = readDate(text);
				if (date && !['year', 'month', 'day'].includes(date.precision)) return;
				let values: readonly number[] | null = null;
				try {
					values = parse(text).values;
				} catch {
					// No EDTF: then it must be none for us.
				}
				// The package lets 29 February pass in every year.
				if (values?.[1] === 1 && values[2] === 29 && !date) values = null;
				const { year = NaN, month = NaN, date: day = NaN } = date ? calendarDay(date.from) : {};
				expect(date && [year, month - 1, day].slice(0, written.length)).toEqual(values && [...values]);
				expect([date?.uncertain ?? false, date?.approximate ?? false]).toEqual(
					date ? ['?%'.includes(mark || 'x'), '~%'.includes(mark || 'x')] : [false, false]
				);
			})
		);
	});
});

describe('marks of doubt', () => {
	comesTo({
		'2024-01-28~': 'day: 2024-01-28..2024-01-28, 2024-01-25..2024-01-31',
		'2024-01-01?': 'day: 2024-01-01..2024-01-01, 2023-12-29..2024-01-04',
		'2024-01%': 'month: 2024-01-01..2024-01-31, 2023-12-01..2024-02-29',
		'2014?': 'year: 2014-01-01..2014-12-31, 2013-01-01..2015-12-31',
		'201~': 'decade: 2010-01-01..2019-12-31, 2000-01-01..2029-12-31',
		'19?': 'century: 1900-01-01..1999-12-31, 1800-01-01..2099-12-31',
		'2024-22~': 'season: 2024-06-01..2024-08-31, 2024-03-01..2024-11-30',
		'9999~': 'year: 9999-01-01..9999-12-31, 9998-01-01..+010000-12-31',
		'2024?-01-28': 'day: 2024-01-28..2024-01-28, 2023-01-28..2025-01-28',
		'2024-01~-28': 'day: 2024-01-28..2024-01-28, 2023-12-28..2024-02-28',
		'2024-~01-31': 'day: 2024-01-31..2024-01-31, 2023-12-31..2024-02-29',
		'2024-01-28?': 'day: 2024-01-28..2024-01-28, 2024-01-25..2024-01-31',
		'2024-01-~28': 'day: 2024-01-28..2024-01-28, 2024-01-25..2024-01-31',
		'?2024-~01': 'month: 2024-01-01..2024-01-31, 2023-01-01..2025-01-31',
		'1950S2': 'year: 1950-01-01..1950-12-31, 1900-01-01..1999-12-31',
		'1950S9': 'year: 1950-01-01..1950-12-31'
	});
});

describe('unknown digits', () => {
	comesTo({
		'2024-01-1X': 'digits: 2024-01-10..2024-01-19',
		'2024-01-0X': 'digits: 2024-01-01..2024-01-09',
		'2024-02-2X': 'digits: 2024-02-20..2024-02-29',
		'2023-02-2X': 'digits: 2023-02-20..2023-02-28',
		'2024-XX-31': 'digits: 2024-01-31..2024-12-31',
		'2024-X0': 'month: 2024-10-01..2024-10-31',
		'2024-01-X0': 'digits: 2024-01-10..2024-01-30',
		'2024-1X-01': 'digits: 2024-10-01..2024-12-01',
		'20X4-02-29': 'digits: 2004-02-29..2084-02-29',
		'2024-01-XX': 'month: 2024-01-01..2024-01-31',
		'2024-XX-XX': 'year: 2024-01-01..2024-12-31',
		'201X-XX': 'decade: 2010-01-01..2019-12-31',
		'19XX': 'century: 1900-01-01..1999-12-31',
		XXXX: 'digits: 0000-01-01..9999-12-31',
		'-004X': 'decade: -0049-01-01..-0040-12-31'
	});
});

describe('parts of a year', () => {
	comesTo({
		'2024-21': 'season: 2024-03-01..2024-05-31',
		'2024-26': 'season: 2024-06-01..2024-08-31',
		'2023-24': 'season: 2023-12-01..2024-02-29',
		'2024-32': 'season: 2024-06-01..2024-08-31',
		'2024-33': 'season: 2024-01-01..2024-03-31',
		'2024-36': 'season: 2024-10-01..2024-12-31',
		'2024-37': 'season: 2024-01-01..2024-04-30',
		'2024-39': 'season: 2024-09-01..2024-12-31',
		'2024-40': 'season: 2024-01-01..2024-06-30',
		'2024-41': 'season: 2024-07-01..2024-12-31'
	});
});

describe('refused', () => {
	it.each([
		...['', ' ', 'foo', '2024 ', ' 2024', '24-1-9', '29/01/2024', '2024/01/29', 'January 2024', '1', '12345'],
		...['2023-02-29', '2024-02-30', '2024-13', '2024-00', '2024-01-00', '2024-01-32', '-0000', '2024-42'],
		...['20X3-02-29', '201X~', '2024-01-28?~', '202X-21', '2024-1x', 'Y12024', 'Y1E9', 'Y0E999', 'Y9E999999'],
		...[
			'/',
			'//',
			'2014//',
			'2014/2015/2016',
			'2014/20',
			'2014/201',
			'2014/foo',
			'foo/2014',
			'2024-02/2024-01'
		],
		...['2024-02-04~/2024-02-02', '.. /2014', '2014/...', '[2014/2015]', '../[2014]'],
		...[
			'[]',
			'{}',
			'[',
			']',
			'{2014',
			'2014]',
			'{2014]',
			'[2014,]',
			'[,2014]',
			'[..]',
			'{..}',
			'[2014....2015]'
		],
		...['[2015..2014]', '[2014..2014-03]', '[..2014..]', '[2014..,2016]', '[2014,..2016]', '[2014~..2016]'],
		...['[[2014]]', '{201,2014}', `[${'2014,'.repeat(12)}2014]`, '2'.repeat(1000)]
	])('%j', (text) => expect(readEdtf(text)).toBeNull());
});

describe('shapes', () => {
	it.each([
		['2014', 'date'],
		['[2014]', 'date'],
		['{2014-01-29}', 'date'],
		['2014/..', 'interval'],
		['2014/2014', 'interval'],
		['2024-03/2024', 'interval'],
		['2024-21/2024-22', 'interval'],
		['201X/2024', 'interval'],
		['[2014 , 2015]', 'one-of'],
		['[..2014,2016..]', 'one-of'],
		['{2014-01,2015..2017}', 'all-of']
	])('%s is of shape %s', (text, shape) => expect(readEdtf(text)?.shape).toBe(shape));
});
