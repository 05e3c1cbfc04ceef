import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf } from '#lib/view/paragraphs.ts';

const paragraphs = (text: string) => {
	const found = new Map<number, string>();
	for (const { paragraph, from, until } of blocksOf(text))
		found.set(paragraph, (found.get(paragraph) ?? '') + text.slice(from, until));
	return [...found.values()];
};

test.each([
	['One.\nTwo.\nThree.', ['One.', 'Two.', 'Three.']],
	['One.\r\n\r\nTwo.\r\n \t\r\n\r\nThree.\r\n', ['One.', 'Two.', 'Three.']],
	[
		'A title\n\nBroken at\na width.\n\nAnother one,\nbroken too.',
		['A title', 'Broken at\na width.', 'Another one,\nbroken too.']
	],
	['A title\nby somebody\n\nOne.\n\nTwo.\n\nThree.', ['A title', 'by somebody', 'One.', 'Two.', 'Three.']],
	['One.\nTwo.\nThree.\n', ['One.', 'Two.', 'Three.']],
	['A title\n\nOne.\n“Two.”\nThree?\nمتى؟\nFive.', ['A title', 'One.', '“Two.”', 'Three?', 'متى؟', 'Five.']],
	['\u2028One.\u2029Two.', ['One.', 'Two.']],
	['', []],
	['\n \n', []]
])('the paragraphs of %j', (text, expected) => {
	expect(paragraphs(text)).toEqual(expected);
});

test('blocks are numbered, whole, short, and count code points as well as units', () => {
	const anyText = fc
		.array(
			fc.oneof(fc.constantFrom('😀', 'كلمة', ' ', '\n', '\ud83d', 'e\u0301', 'x'.repeat(1500)), fc.string())
		)
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(anyText, (text) => {
			let last = { paragraph: 0, end: 0, until: 0 };
			for (const block of blocksOf(text)) {
				expect(block.paragraph - last.paragraph).toBe(block.head ? 1 : 0);
				if (!block.head) expect(block.from).toBe(last.until);
				expect(text.slice(last.until, block.from).trim()).toBe('');
				expect(block.until).toBeGreaterThan(block.from);
				expect(block.until - block.from).toBeLessThanOrEqual(2_000);
				expect([...text.slice(0, block.from)].length).toBe(block.start);
				expect([...text.slice(0, block.until)].length).toBe(block.end);
				last = block;
			}
			expect(text.slice(last.until).trim()).toBe('');
		})
	);
});

test('a paragraph of two million letters is cut into blocks, with and without spaces', () => {
	for (const unit of ['x', 'word ', '😀']) {
		const blocks = blocksOf(unit.repeat(2e6 / unit.length));
		expect(new Set(blocks.map(({ paragraph }) => paragraph))).toEqual(new Set([1]));
		expect(blocks.length).toBeGreaterThan(999);
	}
	expect(blocksOf('word '.repeat(1000))[1]!.from % 5).toBe(0);
});

test('of very many short paragraphs several stand in a block, and their numbers stay right', () => {
	for (const [unit, perUnit] of [
		['a\n', 1],
		['a\r\n\r\n', 1],
		['😀.\nb.\n\n', 2]
	] as const) {
		const units = 500_000;
		const text = unit.repeat(units);
		const blocks = blocksOf(text);
		expect(blocks.length).toBeLessThan(5_000);
		let [paragraph, until] = [0, 0];
		for (const block of blocks) {
			expect(block.first).toBe(paragraph + 1);
			expect(block.until - block.from).toBeLessThanOrEqual(2_000);
			expect(text.slice(until, block.from).trim()).toBe('');
			const lines = text.slice(block.from, block.until).split(/\s+/).length;
			expect(block.paragraph - block.first + 1).toBe(lines);
			[paragraph, until] = [block.paragraph, block.until];
		}
		expect(paragraph).toBe(units * perUnit);
		const last = blocks.at(-1)!;
		expect(last.end).toBe([...text.slice(0, last.until)].length);
	}
}, 20_000);

test('up to 40,000 paragraphs each has a block of its own', () => {
	expect(blocksOf('a\n'.repeat(40_000)).length).toBe(40_000);
});
