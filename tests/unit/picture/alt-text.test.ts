import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NATIVE } from '#lib/formats/native/native.ts';
import { emptyDocument } from '#lib/model/document.ts';
import { dayOf } from '#lib/model/time-days.ts';
import { LONGEST_ALT, altText, longDescription } from '#lib/picture/alt-text.ts';
import { twinText } from '#lib/picture/twin-plain.ts';
import { twinOf } from '#lib/picture/twin.ts';
import { count } from '#lib/view/receipt.ts';
import { anyDocument } from '../generate.ts';
import { anyViewOf, viewOf } from './views.ts';

const bundledFile = new URL('../../../data/quds-force-baghdad-2024.dramatis.json', import.meta.url);
const bundled = NATIVE.read(readFileSync(bundledFile, 'utf8')).document;

describe('an alternative text', () => {
	it('is one short line with the numbers of the receipt, for any view', () => {
		fc.assert(
			fc.property(anyDocument().chain(anyViewOf), (view) => {
				const text = altText(view);
				expect(text.length).toBeLessThanOrEqual(LONGEST_ALT);
				expect(text).not.toMatch(/[\n\r\t]/);
				const { actors, relations } = view.receipt;
				expect(text).toContain(`${count(actors.visible, 'actor')}, ${count(relations.visible, 'relation')}.`);
			}),
			{ numRuns: 300 }
		);
	});

	it('of the report says what it is and who stands in the middle', () => {
		const text = altText(viewOf(bundled));
		expect(text).toMatch(
			/^Graph of “The Quds Force commander in Baghdad, January 2024”: 30 actors, 58 relations\./
		);
		expect(text).toMatch(/Most relations: [A-Z].* \(\d+\), .* \(\d+\), .* \(\d+\)\.$/);
	});

	it('says the day, what it is compared with, and that it is a part', () => {
		const day = (date: number) => ({ first: dayOf(2024, 1, date), last: dayOf(2024, 1, date) });
		const text = altText(
			viewOf(bundled, { asOf: day(30), comparedWith: { asOf: day(20), voicesOff: new Set() } })
		);
		expect(text).toContain('Graph of part of “');
		expect(text).toContain(', as of 30 January 2024, compared with 20 January 2024:');
	});

	it('of an endless title still says the numbers', () => {
		const text = altText(viewOf(emptyDocument('W'.repeat(100_000))));
		expect(text.length).toBeLessThanOrEqual(LONGEST_ALT);
		expect(text).toMatch(/…”: 0 actors, 0 relations\.$/);
	});
});

it('the long description is the written twin', () => {
	const view = viewOf(bundled);
	expect(longDescription(view)).toBe(twinText(twinOf(view)));
});
