import { describe, expect, it } from 'vitest';
import { factsOf } from '#lib/view/facts.ts';
import { filterDocument } from '#lib/view/filter.ts';
import { legendOf, onlyThese, ticked } from '#lib/view/legend.ts';
import { DEFAULT_SETTINGS, NOTHING } from '#lib/view/settings.ts';
import { small } from '../model/small-document.ts';

const document = {
	...small,
	relations: [...small.relations, { id: 'odd', type: 'no-such-type', from: 'quds', to: 'usa' }]
};
const facts = factsOf(document);
const legend = (settings = DEFAULT_SETTINGS) =>
	legendOf(facts, filterDocument(facts, settings, NOTHING), settings);

describe('legendOf', () => {
	it('has what the document has and nothing else, types nobody knows too', () => {
		const types = legend().families.flatMap((family) => family.types.map(({ value }) => value));
		expect(types.sort()).toEqual(['attacks', 'meets', 'no-such-type']);
		expect(
			legend()
				.kinds.map(({ value }) => value)
				.sort()
		).toEqual(['armed-group', 'military', 'state']);
		expect(legend().sides).toMatchObject([{ value: '', total: 3, color: -1 }]);
	});

	it('counts what is visible of all', () => {
		const settings = ticked(DEFAULT_SETTINGS, 'kinds', ['armed-group'], false);
		const conflict = legend(settings).families.find(({ family }) => family === 'conflict')!;
		expect(conflict).toMatchObject({ visible: 0, total: 1 });
		expect(conflict.types[0]).toMatchObject({ on: true, visible: 0, total: 1 });
	});
});

describe('ticked and onlyThese', () => {
	it('tick off and on again', () => {
		const once = ticked(DEFAULT_SETTINGS, 'types', ['meets'], false);
		expect([...once.off.types]).toEqual(['meets']);
		expect(ticked(once, 'types', ['meets'], true).off.types.size).toBe(0);
	});

	it('leave only what is wanted', () => {
		const only = onlyThese(DEFAULT_SETTINGS, 'types', ['meets', 'attacks', 'no-such-type'], ['attacks']);
		expect([...only.off.types]).toEqual(['meets', 'no-such-type']);
	});
});
