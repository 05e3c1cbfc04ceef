import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '#lib/model/time-days.ts';
import { dayInWords, whenInWords } from '#lib/model/time-words.ts';

function says(rows: Record<string, string>): void {
	it.each(Object.entries(rows))('%s is “%s”', (text, words) => expect(whenInWords(text)).toBe(words));
}

describe('dates', () => {
	says({
		'2024-01-29': '29 January 2024',
		'2024-01': 'January 2024',
		'2020': '2020',
		'2024-01-28~': 'about 28 January 2024',
		'2014?': 'possibly 2014',
		'2024-01%': 'possibly about January 2024',
		'2024?-01-28': 'possibly 28 January 2024',
		'2024-01-29T23:30:00+05:00': '29 January 2024',
		'1950S2': 'about 1950',
		Y1E3: '1000'
	});
});

describe('unknown digits', () => {
	says({
		'2024-01-1X': 'between 10 and 19 January 2024',
		'2024-02-2X': 'between 20 and 29 February 2024',
		'2024-01-XX': 'January 2024',
		'2024-XX-XX': '2024',
		'2024-1X': 'between October and December 2024',
		'2024-X0': 'October 2024',
		'2024-XX-15': 'between 15 January and 15 December 2024',
		'201X': 'the 2010s',
		'201': 'the 2010s',
		'201~': 'about the 2010s',
		'19XX': 'between 1900 and 1999',
		'19~': 'roughly between 1900 and 1999',
		XXXX: 'an unknown year',
		'XXXX-12': 'December of an unknown year',
		'XXXX-12-24': '24 December of an unknown year'
	});
});

describe('seasons and other parts of a year', () => {
	says({
		'2024-21': 'spring 2024',
		'2023-24': 'winter 2023/24',
		'1999-24': 'winter 1999/2000',
		'2024-22~': 'about summer 2024',
		'2024-29': 'southern spring 2024',
		'2024-30': 'southern summer 2024/25',
		'2024-33': 'the first quarter of 2024',
		'2024-39': 'the last third of 2024',
		'2024-41': 'the second half of 2024'
	});
});

describe('intervals', () => {
	says({
		'2024-01-15/2024-01-28': 'from 15 to 28 January 2024',
		'2024-01-28/2024-02-04': 'from 28 January to 4 February 2024',
		'2023-12-30/2024-01-02': 'from 30 December 2023 to 2 January 2024',
		'2023-01-30/2024-01-30': 'from 30 January 2023 to 30 January 2024',
		'2014/2016': 'from 2014 to 2016',
		'2024-01/2024-03': 'from January to March 2024',
		'2024/2024-03': 'from 2024 to March 2024',
		'2024-01-15~/2024-01-28': 'from about 15 January 2024 to 28 January 2024',
		'2024-21/2024-22': 'from spring 2024 to summer 2024',
		'2024-01-1X/2024-02': 'from some time between 10 and 19 January 2024 to February 2024',
		'2024-01-01/2024-01-01': 'only 1 January 2024',
		'2014/2014': 'within 2014',
		'2014/..': 'since 2014',
		'2024-02-04/..': 'since 4 February 2024',
		'2014?/..': 'since possibly 2014',
		'2024-01-1X/..': 'since some time between 10 and 19 January 2024',
		'2014/': 'since 2014, end unknown',
		'/2024-02-04': 'until 4 February 2024',
		'../2024-02-04': 'until 4 February 2024',
		'../..': 'at all times',
		'../': 'from the beginning, end unknown',
		'/..': 'still so, start unknown'
	});
});

describe('lists', () => {
	says({
		'[2024-01-27..2024-01-28]': '27 or 28 January 2024',
		'[2024-01-31..2024-02-01]': '31 January or 1 February 2024',
		'[2024-01-27..2024-01-30]': 'between 27 and 30 January 2024',
		'[2024-01-27,2024-02-03]': '27 January or 3 February 2024',
		'[2024-01-27, 2024-01-28, 2024-01-30]': '27, 28 or 30 January 2024',
		'[2024,2014..2016]': '2024 or between 2014 and 2016',
		'[2024-01-27~,2024-01-30]': 'about 27 January 2024 or 30 January 2024',
		'[2023-12..2024-01]': 'December 2023 or January 2024',
		'[2024-01-27]': '27 January 2024',
		'[..2024-01-28]': 'on or before 28 January 2024',
		'[2014..]': 'in or after 2014',
		'{2024-01-27,2024-01-28}': '27 and 28 January 2024',
		'{2024-01-27..2024-01-30}': 'every day from 27 to 30 January 2024',
		'{2014..2016,2020}': 'every year from 2014 to 2016 and 2020',
		'{..2014}': 'every year until 2014',
		'{2024-01..}': 'every month since January 2024'
	});
});

describe('far years', () => {
	says({
		'0079-08-24': '24 August AD 79',
		'0000': '1 BC',
		'-0044-03-15': '15 March 45 BC',
		'-004X': 'between 50 BC and 41 BC',
		'9999-12-31': '31 December 9999',
		'9999-24': 'winter 9999/10000'
	});
});

describe('text that is no EDTF', () => {
	says({
		foo: '“foo”',
		'': '“”',
		'2023-02-29': '“2023-02-29”',
		'2024-02/2024-01': '“2024-02/2024-01”',
		Y12024: '“Y12024”',
		['__proto__']: '“__proto__”'
	});

	it('is clipped, and not inside a character', () => {
		expect(whenInWords('x'.repeat(64))).toBe(`“${'x'.repeat(64)}”`);
		expect(whenInWords('x'.repeat(65))).toBe(`“${'x'.repeat(64)}…”`);
		expect(whenInWords('x'.repeat(5_000_000))).toBe(`“${'x'.repeat(64)}…”`);
		expect(whenInWords('😀'.repeat(64))).toBe(`“${'😀'.repeat(64)}”`);
		expect(whenInWords('😀'.repeat(65))).toBe(`“${'😀'.repeat(64)}…”`);
	});

	it('never throws', () => {
		const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
		fc.assert(fc.property(anyText, (text) => whenInWords(text) !== ''));
	});
});

describe('dayInWords', () => {
	it.each([
		['2024-01-29', '29 January 2024'],
		['0079-08-24', '24 August AD 79'],
		['-0044-03-15', '15 March 45 BC']
	])('%s is “%s”', (iso, words) => expect(dayInWords(toDay(iso) ?? NaN)).toBe(words));

	it('has words for open ends', () => {
		expect(dayInWords(-Infinity)).toBe('an open start');
		expect(dayInWords(Infinity)).toBe('an open end');
	});
});
