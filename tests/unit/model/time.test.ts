import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certaintyOn, compareWhen, firstDay, lastDay, parseWhen } from '#lib/model/time.ts';
import { dayToIso, toDay } from '#lib/model/time-days.ts';

const day = (iso: string) => toDay(iso) ?? NaN;

/** One letter for each of some days: certain, possible, (carried) forward, not yet, over. */
function letters(text: string, nature: 'state' | 'act', days: string): string {
	const period = parseWhen(text);
	const short = { certain: 'C', possible: 'P', carried: 'F', 'not-yet': '-', over: 'o' };
	return days
		.split(' ')
		.map((iso) => short[certaintyOn(period, day(iso), nature)])
		.join('');
}

describe('parseWhen', () => {
	it.each([
		['2024-01-29', 'day', '2024-01-29', '2024-01-29'],
		['2014', 'year', '2014-01-01', '2014-12-31'],
		['2024-01-28~', 'day', '2024-01-25', '2024-01-31'],
		['2024-01-1X', 'digits', '2024-01-10', '2024-01-19'],
		['201X', 'decade', '2010-01-01', '2019-12-31'],
		['2024-21', 'season', '2024-03-01', '2024-05-31'],
		['[2024-01-27..2024-01-28]', 'one-of', '2024-01-27', '2024-01-28'],
		['{2024-02-03,2024-01-27}', 'all-of', '2024-01-27', '2024-02-03'],
		['2014/..', 'interval', '2014-01-01', '..'],
		['2014/', 'interval', '2014-01-01', '..'],
		['/2024-02-04', 'interval', '..', '2024-02-04'],
		['../2024-02-04', 'interval', '..', '2024-02-04'],
		['2024-03/2024', 'interval', '2024-03-01', '2024-12-31']
	])('%s: a %s, from %s to %s', (text, kind, first, last) => {
		const period = parseWhen(text);
		expect(period).toMatchObject({ kind, text });
		expect(period && [firstDay(period), lastDay(period)].map(dayToIso)).toEqual([first, last]);
	});

	it('tells open from unknown, and about from possibly', () => {
		expect(parseWhen('2014~/..')).toMatchObject({ endOpen: true, endUnknown: false, approximate: true });
		expect(parseWhen('2014?/')).toMatchObject({ endOpen: false, endUnknown: true, uncertain: true });
		expect(parseWhen('../2014')).toMatchObject({ startOpen: true, startUnknown: false, uncertain: false });
		expect(parseWhen('/2014')).toMatchObject({ startOpen: false, startUnknown: true, approximate: false });
		expect(parseWhen('2014')).toMatchObject({ startUnknown: false, endUnknown: true });
		expect(parseWhen('2014/2016')).toMatchObject({ endOpen: false, endUnknown: false });
	});

	it('keeps the ranges of a list apart where there are gaps', () => {
		expect(parseWhen('[2024-01-28,2024-01-27,2024-01]')).not.toHaveProperty('stretches');
		expect(parseWhen('[2024-01-28,2024-01-27]')).not.toHaveProperty('stretches');
		expect(parseWhen('[2024-01-29,2024-01-27]')).toHaveProperty('stretches.length', 2);
		expect(parseWhen('{2024-01-28,2024-01-27}')).toHaveProperty('stretches.length', 2);
	});

	it('gives null for what is no EDTF, again and again', () => {
		for (const text of ['foo', '', '2023-02-29', '__proto__', 'x'.repeat(100), 'foo'])
			expect(parseWhen(text)).toBeNull();
	});

	it('remembers, and cannot be made to misremember', () => {
		const period = parseWhen('2024-01-29');
		expect(parseWhen('2024-01-29')).toBe(period);
		expect(() => Object.assign(period ?? {}, { text: 'other' })).toThrow(TypeError);
	});

	it('answers the same after more texts than it remembers', { timeout: 30_000 }, () => {
		const before = structuredClone(parseWhen('2014-01/..'));
		for (let n = 0; n < 25_000; n++) parseWhen(dayToIso(n));
		expect(parseWhen('2014-01/..')).toEqual(before);
	});
});

describe('certaintyOn a state', () => {
	it.each([
		['2024-01-29', '2024-01-28 2024-01-29 2024-01-30 2034-01-01', '-CFF'],
		['2014', '2013-12-31 2014-01-01 2014-07-01 2014-12-31 2015-01-01', '-PPPF'],
		['2024-01-28~', '2024-01-24 2024-01-25 2024-01-28 2024-01-31 2024-02-01', '-PPPF'],
		['2014/..', '2013-12-31 2014-06-01 2014-12-31 2015-01-01 2034-01-01', '-PCCC'],
		['2014/', '2013-12-31 2014-06-01 2014-12-31 2015-01-01 2034-01-01', '-PPFF'],
		['2024-02-04/', '2024-02-03 2024-02-04 2024-02-05', '-CF'],
		['/2024-02-04', '1900-01-01 2024-02-03 2024-02-04 2024-02-05', 'PPCo'],
		['../2024-02-04', '1900-01-01 2024-02-03 2024-02-04 2024-02-05', 'CCCo'],
		['2014/2016', '2013-12-31 2014-06-01 2014-12-31 2015-06-01 2016-01-01 2016-06-01 2017-01-01', '-PCCCPo'],
		['2014/2014', '2013-12-31 2014-01-01 2014-12-31 2015-01-01', '-PPo'],
		['[2024-01-27..2024-01-28]', '2024-01-26 2024-01-27 2024-01-28 2024-01-29', '-PPF'],
		['[2024-01-27,2024-02-03]', '2024-01-26 2024-01-27 2024-01-30 2024-02-03 2024-02-04', '-PPPF'],
		['{2024-01-27,2024-02-03}', '2024-01-26 2024-01-27 2024-01-30 2024-02-03 2024-02-04', '-CFCF'],
		['{2014..2016}', '2013-12-31 2014-06-01 2015-06-01 2016-12-31 2017-01-01', '-PPPF'],
		['{..2024-01-28}', '1900-01-01 2024-01-28 2024-01-29', 'CCF'],
		['../..', '1900-01-01 2100-01-01', 'CC'],
		['/..', '1900-01-01 2100-01-01', 'PP'],
		['../', '1900-01-01 2100-01-01', 'FF'],
		['foo', '1900-01-01 2100-01-01', 'CC']
	])('%s on %s: %s', (text, days, expected) => expect(letters(text, 'state', days)).toBe(expected));
});

describe('certaintyOn an act', () => {
	it.each([
		['2024-01-29', '2024-01-28 2024-01-29 2024-01-30', '-Co'],
		['2014', '2013-12-31 2014-01-01 2014-12-31 2015-01-01', '-PPo'],
		['2024-01-28~', '2024-01-24 2024-01-25 2024-01-31 2024-02-01', '-PPo'],
		['2024-01-15/2024-01-28', '2024-01-14 2024-01-15 2024-01-20 2024-01-28 2024-01-29', '-CCCo'],
		['2024-02-04/', '2024-02-03 2024-02-04 2024-02-05 2034-01-01', '-CPP'],
		['2024-02-04/..', '2024-02-03 2024-02-04 2034-01-01', '-CC'],
		['[2024-01-27..2024-01-28]', '2024-01-26 2024-01-27 2024-01-28 2024-01-29', '-PPo'],
		['[2024-01-27,2024-02-03]', '2024-01-26 2024-01-27 2024-01-30 2024-02-03 2024-02-04', '-P-Po'],
		['[2024-01-27,2024-01-28]', '2024-01-26 2024-01-27 2024-01-28 2024-01-29', '-PPo'],
		['{2024-01-27,2024-02-03}', '2024-01-26 2024-01-27 2024-01-30 2024-02-03 2024-02-04', '-C-Co'],
		['{2024-01-27..2024-01-30}', '2024-01-26 2024-01-27 2024-01-29 2024-01-30 2024-01-31', '-CCCo'],
		['[..2024-01-28]', '1900-01-01 2024-01-28 2024-01-29', 'PPo']
	])('%s on %s: %s', (text, days, expected) => expect(letters(text, 'act', days)).toBe(expected));
});

it('a state without a date is certain always, an act possible', () => {
	expect(certaintyOn(null, 0, 'state')).toBe('certain');
	expect(certaintyOn(null, -1e6, 'act')).toBe('possible');
});

describe('compareWhen', () => {
	it('sorts by earliest day, then by precision, and puts what it cannot read last', () => {
		const sorted = [
			'../2020',
			'2013',
			'2014-01-01',
			'2014-01-01/..',
			'2014-01',
			'2014',
			'2014/..',
			'2014-02',
			// Begun at the latest in 2020: a reader meets it there, not at the beginning of time.
			'/2020'
		];
		const all = [...sorted, '2024-01-29', 'bar', 'foo', undefined];
		// Array.sort never shows undefined to its comparator.
		const boxed = all.map((text) => ({ text })).reverse();
		expect(boxed.sort((a, b) => compareWhen(a.text, b.text)).map(({ text }) => text)).toEqual(all);
	});

	it('is a total order', () => {
		const texts = [
			'../2020',
			'/2020',
			'2014',
			'2014/..',
			'2014/',
			'[2014..2015]',
			'{2014,2015}',
			'2014-01-01',
			'foo',
			''
		];
		const any = fc.option(fc.oneof(fc.constantFrom(...texts, '2014?', '../..', '2014~'), fc.string()), {
			nil: undefined
		});
		fc.assert(
			fc.property(any, any, any, (a, b, c) => {
				expect(compareWhen(a, b) + compareWhen(b, a)).toBe(0);
				expect(compareWhen(a, b) === 0).toBe(a === b);
				if (compareWhen(a, b) <= 0 && compareWhen(b, c) <= 0)
					expect(compareWhen(a, c)).toBeLessThanOrEqual(0);
			})
		);
	});
});

// The worst string takes some milliseconds; the limit only catches one that hangs or explodes.
describe('hostile text', () => {
	const alphabet = fc.constantFrom(...'0123456789XXY-/.[]{},~?%TZ:ES+ é\0');
	const garbage = fc.string({ unit: alphabet, maxLength: 70 });
	const pieces = fc.constantFrom(...'2024 -01 -28 XXXX .. / [ ] { } , ~ ? % Y E9 S3 T10:00 Z'.split(' '));
	const nearly = fc.array(pieces, { maxLength: 16 }).map((parts) => parts.join(''));

	const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

	it('gives null or a period in good order', { timeout: 30_000 }, () => {
		fc.assert(
			fc.property(fc.oneof(garbage, nearly, anyText), (text) => {
				const period = parseWhen(text);
				if (!period) return;
				const { earliestStart, latestStart, earliestEnd, latestEnd } = period;
				// Also false for NaN.
				expect(earliestStart <= latestStart && earliestEnd <= latestEnd).toBe(true);
				expect(earliestStart <= latestEnd).toBe(true);
				expect(structuredClone(period)).toEqual(period);
			}),
			{ numRuns: 500 }
		);
	});

	it.each([
		'Y' + '9'.repeat(63),
		'Y1E' + '9'.repeat(28),
		'X'.repeat(64),
		'['.repeat(64),
		'XXX3-02-29',
		'-'.repeat(64)
	])('%s is refused', (text) => expect(parseWhen(text)).toBeNull());
});
