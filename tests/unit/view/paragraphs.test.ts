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
