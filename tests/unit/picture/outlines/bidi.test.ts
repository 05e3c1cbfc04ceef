/** The order of mixed lines. The expected ones are from the examples of UAX 9 and from what browsers show. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bidiLevels, visualRuns } from '#lib/picture/outlines/bidi.ts';
import { bidiClass, mirrored, type BidiClass } from '#lib/picture/outlines/bidi-classes.ts';

/** What one sees, left to right, character by character. */
function seen(text: string, base: 'ltr' | 'rtl'): string {
	return visualRuns(text, base)
		.map((run) => (run.leftward ? Array.from(run.text, mirrored).reverse().join('') : run.text))
		.join('');
}

describe('lines as one sees them', () => {
	test.each([
		['Baghdad 2024', 'ltr', 'Baghdad 2024'],
		['אבג', 'rtl', 'גבא'],
		[
			'car is THE CAR in arabic'.replace(/[A-Z]/g, hebrew),
			'ltr',
			'car is RAC EHT in arabic'.replace(/[A-Z]/g, hebrew)
		],
		// Latin names and numbers keep their own way within a line that runs to the left.
		['אבג PMF דהו', 'rtl', 'והד PMF גבא'],
		['אבג 45', 'rtl', '45 גבא'],
		['ابج 12:30', 'rtl', '12:30 جبا'],
		['אבג -5%', 'rtl', '5%- גבא'],
		// After Arabic letters a number takes no sign along; after Latin ones it goes with them.
		['ابج -5%', 'rtl', '%5- جبا'],
		['אבג PMF 45', 'rtl', 'PMF 45 גבא'],
		// Brackets look the other way, and belong together.
		['אבג (PMF) דהו', 'rtl', 'והד (PMF) גבא'],
		['PMF (אבג) x', 'ltr', 'PMF (גבא) x'],
		['אבג (דהו', 'rtl', 'והד) גבא'],
		// What stands between two ways goes with the line.
		['IRGC אבג', 'ltr', 'IRGC גבא'],
		['אבג!', 'rtl', '!גבא'],
		['אבג!', 'ltr', 'גבא!'],
		['«אבג» – x', 'ltr', '«גבא» – x'],
		['', 'ltr', '']
	] as const)('%s, %s', (text, base, expected) => {
		expect(seen(text, base)).toBe(expected);
	});

	test('joiners and marks stay with their letters', () => {
		expect(visualRuns('می\u200cرود', 'rtl')).toEqual([{ text: 'می\u200cرود', leftward: true }]);
		expect(visualRuns('e\u0301 אָ', 'ltr')).toEqual([
			{ text: 'e\u0301 ', leftward: false },
			{ text: 'אָ', leftward: true }
		]);
	});
});

/** Capitals stand for letters that run to the left, as in UAX 9. */
function hebrew(letter: string): string {
	return String.fromCodePoint(0x5d0 + letter.charCodeAt(0) - 65);
}

const character = fc.constantFrom(...'abאבاب12١٢۴ .,:-+%$()[]«»!؟\u0301\u064b\u200c');

describe('whatever the line', () => {
	const line = fc.array(character, { maxLength: 24 });

	test('its runs have each character once', () => {
		fc.assert(
			fc.property(line, fc.constantFrom('ltr', 'rtl'), (characters, base) => {
				const runs = visualRuns(characters.join(''), base);
				const sorted = (list: readonly string[]) => list.flatMap((one) => Array.from(one)).sort();
				expect(sorted(runs.map(({ text }) => text))).toEqual(sorted(characters));
			})
		);
	});

	test('letters lie on levels of their own way, and none is deeper than two below the line', () => {
		fc.assert(
			fc.property(line, fc.constantFrom(0, 1), (characters, base) => {
				bidiLevels(characters, base).forEach((level, i) => {
					expect(level).toBeGreaterThanOrEqual(base);
					expect(level).toBeLessThanOrEqual(2);
					const type = bidiClass(characters[i]!);
					if (type === 'L') expect(level % 2).toBe(0);
					if (type === 'R' || type === 'AL') expect(level).toBe(1);
					if (type === 'AN') expect(level).toBe(2);
				});
			})
		);
	});

	test('what runs one way alone is one run', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...'abc .'), { minLength: 1 }), (characters) => {
				expect(visualRuns(characters.join(''), 'ltr')).toEqual([
					{ text: characters.join(''), leftward: false }
				]);
			})
		);
	});
});

test.each([
	['a', 'L'],
	['é', 'L'],
	['Я', 'L'],
	['א', 'R'],
	['ب', 'AL'],
	['ـ', 'AL'],
	['﷼', 'AL'],
	['7', 'EN'],
	['۷', 'EN'],
	['٧', 'AN'],
	['+', 'ES'],
	['€', 'ET'],
	[',', 'CS'],
	['\u064b', 'NSM'],
	['\u200d', 'BN'],
	[' ', 'WS'],
	['“', 'ON'],
	['(', 'ON'],
	['🚀', 'ON'],
	['…', 'ON']
] as const)('%s is of the class %s', (one, expected: BidiClass) => {
	expect(bidiClass(one)).toBe(expected);
});
