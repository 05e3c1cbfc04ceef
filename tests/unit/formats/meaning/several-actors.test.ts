import { describe, expect, it } from 'vitest';
import { guessMapping } from '#lib/formats/meaning/guess.ts';
import { interpret } from '#lib/formats/meaning/interpret.ts';
import { looksLikeSeveral } from '#lib/formats/meaning/several-actors.ts';
import { stageFile } from '#lib/formats/stage.ts';
import { expectBalance } from '../balance.ts';

async function read(text: string) {
	const staged = await stageFile([{ name: 'x.csv', bytes: new TextEncoder().encode(text) }]);
	if (staged.what !== 'graph') throw new Error(staged.what);
	const taken = interpret(staged.graph, guessMapping(staged.graph).mapping);
	expectBalance(taken);
	const told = taken.receipt.differences.filter(({ reason }) => reason.includes('several actors at once'));
	return { ...taken, told };
}

describe('a cell with several actors', () => {
	it.each([
		['A; B', true],
		['A;B;C', true],
		['Iran / Iraq', true],
		['A\nB', true],
		['كتائب ; حزب', true],
		['A;', false],
		['A; 12', false],
		['TASS/Reuters', false],
		['Smith, John', false],
		['A and B', false],
		[';;;;', false],
		[`a;b${'x'.repeat(1000)}`, false]
	])('%j: %s', (text, is) => expect(looksLikeSeveral(text)).toBe(is));

	it('is taken as one, and all such cells of both columns are told in one sentence', async () => {
		const { document, told } = await read(
			'source,target,type\nAnn; Bob,Cy,meets\nCy,Ann; Bob,meets\nCy,Dan / Eve,backs\nAnn,"F\nG",backs\n'
		);
		expect(document.actors.map(({ name }) => name)).toEqual(['Ann; Bob', 'Cy', 'Dan / Eve', 'Ann', 'F G']);
		expect(told).toEqual([
			{
				effect: 'noticed',
				element: 'node',
				place: 'line 2',
				reason: expect.stringMatching(
					/^4 cells seem to name .*“Ann; Bob” \(line 2\), “Dan \/ Eve” \(line 4\), /
				) as string
			}
		]);
	});

	it('is not told of names without such signs, and of actors that a list has by that name', async () => {
		expect((await read('source,target,type\nAnn,Bob,meets\nBob,AC/DC,backs\n')).told).toEqual([]);
		const lists = await stageFile([
			{
				name: 'nodes.csv',
				bytes: new TextEncoder().encode('name,kind\nAnn; Bob,people\nCy,person\n')
			},
			{ name: 'edges.csv', bytes: new TextEncoder().encode('source,target,type\nAnn; Bob,Cy,meets\n') }
		]);
		if (lists.what !== 'graph') throw new Error(lists.what);
		const { document, receipt } = interpret(lists.graph, guessMapping(lists.graph).mapping);
		expect(document.actors).toHaveLength(2);
		expect(receipt.differences.filter(({ reason }) => reason.includes('at once'))).toEqual([]);
	});
});
