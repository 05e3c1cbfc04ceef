import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '#lib/model/time-days.ts';
import { shareOf, type Span } from '#lib/view/time-scale.ts';
import { labelRoom, ticks } from '#lib/view/time-ticks.ts';

const span = (from: string, to: string): Span => ({ from: toDay(from)!, to: toDay(to)! });
const words = (of: Span, width: number) =>
	ticks(of, width)
		.map(({ label }) => label)
		.filter(Boolean);

describe('ticks', () => {
	it('says days, weeks, months, quarters, years, decades and centuries as there is room', () => {
		expect(words(span('2024-01-28', '2024-02-02'), 400)).toEqual([
			'28 Jan 2024',
			'29 Jan',
			'30 Jan',
			'31 Jan',
			'1 Feb'
		]);
		expect(words(span('2024-01-01', '2024-02-05'), 400).slice(0, 3)).toEqual([
			'1 Jan 2024',
			'8 Jan',
			'15 Jan'
		]);
		expect(words(span('2023-11-01', '2024-04-02'), 400)).toContain('Jan 2024');
		expect(words(span('2023-01-01', '2024-12-31'), 560).slice(0, 5)).toEqual([
			'Jan 2023',
			'Apr',
			'Jul',
			'Oct',
			'Jan 2024'
		]);
		expect(words(span('2014-01-01', '2024-02-01'), 700)).toContain('2020');
		expect(words(span('1900-01-01', '2024-02-01'), 500)).toEqual(expect.arrayContaining(['1900', '1910']));
		expect(words(span('1000-01-01', '2024-02-01'), 500)).toContain('1100');
		expect(words(span('-9999-01-01', '2024-02-01'), 500).some((label) => label.endsWith('BC'))).toBe(true);
	});

	it('never lets labels touch or stick out, at any span and width, and is never too many', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -4_400_000, max: 2_900_000, noNaN: true }),
				fc.double({ min: 0, max: 6.8, noNaN: true }),
				fc.integer({ min: 1, max: 3000 }),
				(from, size, width) => {
					const of = { from, to: from + 3 + 10 ** size };
					const marks = ticks(of, width);
					expect(marks.length).toBeLessThanOrEqual(width / 4 + 2);
					let taken = -1e-6;
					for (const { day, label } of marks) {
						if (label === '') continue;
						const x = shareOf(of, day) * width;
						expect(x).toBeGreaterThanOrEqual(taken);
						taken = x + labelRoom(label);
					}
					expect(taken).toBeLessThanOrEqual(width + 1e-6);
				}
			)
		);
	});

	it('has words wherever there is room for them', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -4_000_000, max: 2_900_000 }),
				fc.double({ min: 1, max: 6, noNaN: true }),
				(from, size) => {
					expect(words({ from, to: from + 3 + 10 ** size }, 600).length).toBeGreaterThan(0);
				}
			)
		);
	});

	it('is nothing at no width', () => {
		expect(ticks(span('2024-01-01', '2024-02-05'), 0)).toEqual([]);
	});
});
