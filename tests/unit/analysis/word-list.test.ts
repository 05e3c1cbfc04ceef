import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneEditApart } from '#lib/analysis/spelling.ts';
import { WordList } from '#lib/analysis/word-list.ts';

function listOf(records: readonly (readonly string[])[]): WordList {
	const list = new WordList();
	records.forEach((words, number) => words.forEach((word) => list.add(word, number)));
	return list;
}

describe('WordList', () => {
	const word = fc.string({ unit: fc.constantFrom('a', 'b', '_', 'é', '\ud800'), minLength: 1, maxLength: 5 });
	const records = fc.array(fc.array(fc.oneof(word, fc.constantFrom('__proto__', 'constructor'))), {
		maxLength: 12
	});

	it('marks what looking at every record finds', () => {
		fc.assert(
			fc.property(records, word, (all, asked) => {
				const list = listOf(all);
				const ways = [
					[list.markEqual.bind(list), (own: string) => own === asked],
					[list.markStarting.bind(list), (own: string) => own.startsWith(asked)],
					[list.markNear.bind(list), (own: string) => oneEditApart(asked, own)]
				] as const;
				for (const [mark, holds] of ways) {
					const marks = new Uint16Array(all.length);
					mark(asked, marks, 4);
					expect([...marks]).toEqual(all.map((words) => (words.some(holds) ? 4 : 0)));
				}
			})
		);
	});

	it('leaves other bits as they are', () => {
		const marks = new Uint16Array([1, 1]);
		listOf([['quds', 'quds'], ['qaani']]).markStarting('qu', marks, 6);
		expect([...marks]).toEqual([7, 1]);
	});
});
