import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { anchorClaims, anchorsByPosition, type Passage } from '#lib/analysis/anchor.ts';
import { printOf, wordsOf } from '#lib/analysis/word-print.ts';
import { randomFrom } from '#lib/layout/random.ts';

/** Words that differ, in several scripts, with marks and emoji between: word 7 is always the same. */
const word = (number: number) =>
	[`word${number}`, `كلمة${number}`, `мо\u0301ре${number}`, `𝒳${number}🎉`][number % 4]!;

type Text = readonly (readonly number[])[];
const written = (text: Text, space = ' ', end = '\n') =>
	text.map((paragraph) => paragraph.map(word).join(space)).join(end);

/** The claim about words `from` up to `to` of a paragraph, read in this text. */
function claimAbout(text: Text, id: string, paragraph: number, from: number, to: number): Passage {
	const all = written(text);
	const before = [written(text.slice(0, paragraph)), ''].slice(0, paragraph === 0 ? 0 : 2).join('\n');
	const line = text[paragraph]!.slice(0, from).map((number) => `${word(number)} `);
	const start = [...before, ...line.join('')].length;
	const end = start + [...text[paragraph]!.slice(from, to).map(word).join(' ')].length;
	return { id, start, end, print: printOf(wordsOf(all), start, end)! };
}

const cut = (text: string, start: number, end: number) => [...text].slice(start, end).join('');
/** The words alone: a place found by words begins and ends with one, without an emoji after it. */
const plain = (text: string) => text.replaceAll('🎉', '').trim();

/** Paragraphs of words, all different, and a few spans of three words or more. */
const anyText = fc
	.record({
		lengths: fc.array(fc.integer({ min: 8, max: 40 }), { minLength: 2, maxLength: 8 }),
		seed: fc.nat({ max: 1000 }),
		spans: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 })
	})
	.map(({ lengths, seed, spans }) => {
		let next = seed * 1000;
		const text: Text = lengths.map((length) => Array.from({ length }, () => next++));
		const claims = spans.map(([p, a, b], index) => {
			const paragraph = p % text.length;
			const from = a % (text[paragraph]!.length - 3);
			const to = from + 3 + (b % (text[paragraph]!.length - from - 2));
			return { paragraph, from, to, claim: claimAbout(text, `c${index}`, paragraph, from, to) };
		});
		return { text, claims };
	});

const spelled = (text: Text, { paragraph, from, to }: { paragraph: number; from: number; to: number }) =>
	text[paragraph]!.slice(from, to).map(word).join(' ');

// Texts of many words at a hundred random shapes take a while on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

describe('in the text that it was read in', () => {
	test('every passage is certain and where it was', () => {
		fc.assert(
			fc.property(anyText, ({ text, claims }) => {
				const anchors = anchorClaims(
					written(text),
					claims.map(({ claim }) => claim)
				);
				for (const [index, { claim }] of claims.entries())
					expect(anchors[index]).toEqual({
						claim: claim.id,
						start: claim.start,
						end: claim.end,
						sureness: 'certain',
						share: 1
					});
			})
		);
	});

	test('positions alone do, as far as they fit', () => {
		const claims = [{ id: 'a', start: 2, end: 9 }, { id: 'b', start: 2, end: 11 }, { id: '__proto__' }];
		expect(anchorsByPosition(10, claims).map(({ sureness }) => sureness)).toEqual([
			'certain',
			'not found',
			'not found'
		]);
	});
});

describe('in an edited text', () => {
	test('passages are found where they went: paragraphs inserted and removed, other white space', () => {
		fc.assert(
			fc.property(
				anyText,
				fc.array(fc.nat({ max: 8 }), { maxLength: 4 }),
				fc.nat(),
				(given, insertions, out) => {
					const { text, claims } = given;
					const edited = [...text];
					const removed = out % (2 * text.length);
					if (removed < text.length) edited.splice(removed, 1);
					for (const [index, at] of insertions.entries())
						edited.splice(
							Math.min(at, edited.length),
							0,
							Array.from({ length: 12 }, (_, i) => -1000 * (index + 1) - i)
						);
					const now = written(edited, '\u00a0 ', '\r\n\r\n');
					const kept = claims.filter(({ paragraph }) => paragraph !== removed);
					const anchors = anchorClaims(
						now,
						kept.map(({ claim }) => claim)
					);
					for (const [index, span] of kept.entries()) {
						const { start, end, sureness } = anchors[index]!;
						expect(sureness).not.toBe('not found');
						const there = cut(now, start, end).replaceAll('\u00a0 ', ' ');
						expect(plain(there)).toBe(plain(spelled(text, span)));
					}
				}
			)
		);
	});

	test('words edited outside a passage do no harm', () => {
		fc.assert(
			fc.property(anyText, fc.array(fc.nat(), { maxLength: 6 }), ({ text, claims }, edits) => {
				const [span] = claims;
				const edited = text.map((paragraph) => [...paragraph]);
				for (const [index, edit] of edits.entries()) {
					const paragraph = edited[edit % edited.length]!;
					const at = (edit >> 3) % paragraph.length;
					const own = edit % edited.length === span!.paragraph;
					if (!own || at < span!.from - 3 || at >= span!.to + 3) paragraph[at] = -1 - index;
				}
				const now = written(edited);
				const [anchor] = anchorClaims(now, [span!.claim]);
				const { before, after } = span!.claim.print!;
				// At the very edge of a text the words that surround a passage may be too few.
				const surrounded = before.length >= 3 && after.length >= 3;
				expect(['certain', 'likely', ...(surrounded ? [] : ['doubtful'])]).toContain(anchor!.sureness);
				expect(plain(cut(now, anchor!.start, anchor!.end))).toBe(plain(spelled(text, span!)));
			})
		);
	});

	test('a passage whose words are gone is never certain or likely', () => {
		fc.assert(
			fc.property(anyText, ({ text, claims }) => {
				const [span] = claims;
				const edited = text.map((paragraph, index) =>
					index === span!.paragraph
						? [...paragraph.slice(0, span!.from), ...paragraph.slice(span!.to)]
						: paragraph
				);
				const [anchor] = anchorClaims(written(edited), [span!.claim]);
				expect(['doubtful', 'not found']).toContain(anchor!.sureness);
			}),
			// By chance four digits agree once in 65,536 times, and there are two neighbours.
			{ seed: 3 }
		);
	});

	test('nor is a single word that is gone, although one neighbour in eight has its digit', () => {
		const surenesses = Array.from({ length: 500 }, (_, seed) => {
			const line = Array.from({ length: 30 }, (_, index) => seed * 100 + index);
			const claim = claimAbout([line], 'c', 0, 15, 16);
			return anchorClaims(written([line.toSpliced(15, 1)]), [claim])[0]!.sureness;
		});
		expect(surenesses.filter((sureness) => sureness === 'doubtful').length).toBeGreaterThan(20);
		expect(new Set(surenesses)).toEqual(new Set(['doubtful', 'not found']));
	});

	test('a passage whose neighbours on one side are others is likely, not certain', () => {
		const text: Text = [Array.from({ length: 40 }, (_, index) => index)];
		const claim = claimAbout(text, 'c', 0, 10, 20);
		const [anchor] = anchorClaims(written([[...Array(9).fill(99), ...text[0]!.slice(10)]]), [claim]);
		expect(anchor).toMatchObject({ sureness: 'likely', share: 1 });
	});

	test('a passage with a word changed, left out or put in is likely, and says how much of it is there', () => {
		const text: Text = [Array.from({ length: 60 }, (_, index) => index)];
		const claim = claimAbout(text, 'c', 0, 20, 32);
		const line = text[0]!;
		for (const [edited, share] of [
			[line.with(25, 999), 11 / 12],
			[line.toSpliced(25, 1), 11 / 12],
			[line.toSpliced(25, 0, 999), 12 / 13]
		] as const) {
			const now = written([edited]);
			const [anchor] = anchorClaims(now, [claim]);
			expect(anchor).toMatchObject({ sureness: 'likely', share });
			const place = cut(now, anchor!.start, anchor!.end);
			expect(place.startsWith(word(20))).toBe(true);
			expect(plain(place).endsWith(plain(word(31)))).toBe(true);
		}
	});

	test('of several places that fit equally none is certain', () => {
		const refrain = Array.from({ length: 24 }, (_, index) => index);
		const text: Text = [refrain];
		const claim = claimAbout(text, 'c', 0, 10, 14);
		const [anchor] = anchorClaims(written([[100, 101], refrain, [102], refrain]), [claim]);
		expect(anchor!.sureness).toBe('doubtful');
	});
});

describe('what a claim says of its passage', () => {
	const text =
		'The envoy came. “Stop it now, all of you”, he told them, and they did stop. Nobody knew why he came.';

	test('nothing: it is not found, even where its positions would fit', () => {
		const [anchor] = anchorClaims(text, [{ id: 'c', start: 4, end: 9 }]);
		expect(anchor).toEqual({ claim: 'c', start: 0, end: 0, sureness: 'not found', share: 0 });
	});

	test('a quote: it is found by its words, whatever is between them', () => {
		const quote = { exact: 'stop it  NOW: all of you', prefix: 'the envoy came', suffix: 'he told them' };
		const [anchor] = anchorClaims(text, [{ id: 'c', quote }]);
		expect(anchor!.sureness).toBe('certain');
		expect(cut(text, anchor!.start, anchor!.end)).toBe('Stop it now, all of you');
	});

	test('a quote without context: certain when long, doubtful when it stands twice', () => {
		const claims = ['Stop it now, all of you', 'came', 'of a'].map((exact) => ({
			id: exact,
			quote: { exact }
		}));
		expect(anchorClaims(text, claims).map(({ sureness }) => sureness)).toEqual([
			'certain',
			'doubtful',
			'not found'
		]);
	});

	test('a quote without a word: it is not found', () => {
		expect(anchorClaims(text, [{ id: 'c', quote: { exact: '…' } }])[0]!.sureness).toBe('not found');
	});
});

describe('large and hostile texts', () => {
	const random = randomFrom(7);
	const number = (below: number) => Math.floor(random() ** 2 * below);
	const text: Text = Array.from({ length: 3_000 }, () => Array.from({ length: 100 }, () => number(20_000)));
	const all = written(text);
	const words = wordsOf(all);
	const claims = Array.from({ length: 5_000 }, (_, index): Passage => {
		const first = Math.floor(random() * (words.starts.length - 40));
		const [start, end] = [words.starts[first]!, words.ends[first + 4 + (index % 30)]!];
		return { id: `c${index}`, start, end, print: printOf(words, start, end)! };
	});

	test('5,000 passages of a text of 300,000 words are found again after an edit', () => {
		const anchors = anchorClaims(`${'New words at the beginning. '.repeat(3)}\n${all}`, claims);
		expect(anchors.filter(({ sureness }) => sureness === 'certain').length).toBeGreaterThan(4_900);
		const shifted = anchors.filter(({ start }, index) => start === claims[index]!.start! + 3 * 28 + 1);
		expect(shifted.length).toBeGreaterThan(4_950);
	});

	test('5,000 passages in a text of one word again and again come to an end', () => {
		const monotonous = anchorClaims('same '.repeat(300_000), claims);
		expect(monotonous.every(({ sureness }) => sureness === 'not found')).toBe(true);
		const print = { before: '0'.repeat(8), exact: '0'.repeat(1_000), after: '0'.repeat(8) };
		const long = claims.map(({ id }) => ({ id, print }));
		const digit = Array.from({ length: 400 }, (_, index) => `w${index}`).find(
			(it) => printOf(wordsOf(it), 0, 9)!.exact === '0'
		)!;
		const anchors = anchorClaims(`${digit} `.repeat(200_000), long);
		expect(new Set(anchors.map(({ sureness }) => sureness))).toEqual(new Set(['doubtful']));
	});
});
