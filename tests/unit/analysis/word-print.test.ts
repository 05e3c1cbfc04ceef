import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitOf, printOf, wordsIn, wordsOf } from '#lib/analysis/word-print.ts';

/** The words as text, cut out by code points. */
function spelled(text: string): string[] {
	const points = [...text];
	const { starts, ends } = wordsOf(text);
	return Array.from(starts, (start, index) => points.slice(start, ends[index]).join(''));
}

const digits = (text: string) =>
	Array.from(wordsOf(text).hashes, (hash) => digitOf(hash).toString(16)).join('');

describe('words', () => {
	test.each([
		['A visit, by 3 men.', ['A', 'visit', 'by', '3', 'men']],
		['don’t stop—now', ['don', 't', 'stop', 'now']],
		['👩‍👩‍👧 two 🎉 words', ['two', 'words']],
		['𝒜𝒷 𐤀𐤁 x', ['𝒜𝒷', '𐤀𐤁', 'x']],
		['قَالَ الوزيرُ: نعم', ['قَالَ', 'الوزيرُ', 'نعم']],
		['e\u0301te\u0301 x', ['e\u0301te\u0301', 'x']],
		['这是，中文ABC', ['这', '是', '中', '文', 'ABC']],
		['กินข้าว ๑๒', ['กิ', 'น', 'ข้', 'า', 'ว', '๑๒']],
		['a\ud800b', ['a', 'b']],
		['', []]
	])('of %j', (text, words) => {
		expect(spelled(text)).toEqual(words);
	});

	test('are the same in any case, composition and width', () => {
		expect(digits('ÉTÉ Ｗord')).toBe(digits('e\u0301te\u0301 word'));
		expect(wordsOf('ÉTÉ').hashes).toEqual(wordsOf('e\u0301te\u0301').hashes);
	});

	test('have the digits that the format says, so that old files stay good', () => {
		// FNV-1a of "a" and of "foobar", as its authors publish them.
		expect([...wordsOf('a foobar').hashes]).toEqual([0xe40c292c, 0xbf9cf968]);
		expect(digits('a foobar')).toBe('39');
	});

	test('cover every letter and digit of any text once, in order', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
				const wanted = text.match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
				expect(spelled(text).join('')).toBe(wanted.join(''));
			})
		);
	});

	test('of thirty million letters are one word', () => {
		expect([...wordsOf('x'.repeat(3e7)).ends]).toEqual([3e7]);
	});
});

describe('a print', () => {
	const text = 'One two three four five six seven eight nine ten eleven twelve.';
	const words = wordsOf(text);

	test('has a digit for each word of the passage, and for eight on each side', () => {
		const start = text.indexOf('ten');
		const print = printOf(words, start, text.indexOf(' twelve'));
		expect(print).toEqual({
			before: digits('two three four five six seven eight nine'),
			exact: digits('ten eleven'),
			after: digits('twelve')
		});
	});

	test('takes in words that the passage cuts', () => {
		expect(wordsIn(words, 1, 5)).toEqual([0, 2]);
		expect(wordsIn(words, 3, 4)).toEqual([1, 1]);
		expect(wordsIn(words, 500, 600)).toEqual([12, 12]);
	});

	test('is none where there is no word or too many', () => {
		expect(printOf(words, 3, 4)).toBeNull();
		const long = 'w '.repeat(1_001);
		expect(printOf(wordsOf(long), 0, long.length)).toBeNull();
		expect(printOf(wordsOf(long), 0, long.length - 2)?.exact).toHaveLength(1_000);
	});
});
