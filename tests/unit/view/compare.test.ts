import { describe, expect, it } from 'vitest';
import { emptyDocument, type Document } from '#lib/model/document.ts';
import { toDay } from '#lib/model/time-days.ts';
import { factsOf } from '#lib/view/facts.ts';
import { filterDocument } from '#lib/view/filter.ts';
import { DEFAULT_SETTINGS, NOTHING, type Moment } from '#lib/view/settings.ts';

const day = (text: string): Moment => ({ first: toDay(text)!, last: toDay(text)! });

const RELATIONS = [
	['before', 'meets', '2024-01-10'],
	['on the first', 'meets', '2024-01-28'],
	['between', 'meets', '2024-01-30'],
	['on the second', 'meets', '2024-02-06'],
	['after', 'meets', '2024-02-07'],
	['perhaps by the second', 'meets', '[2024-02-01..2024-02-18]'],
	['ended state', 'fights', '2024-01-15/2024-01-28'],
	['begun state', 'fights', '2024-02-01/..'],
	['state between', 'fights', '2024-01-29/2024-02-01'],
	['undated state', 'fights', undefined]
] as const;

const document: Document = {
	...emptyDocument('Compared'),
	actors: [
		{ id: 'a', name: 'A', kind: 'person' },
		{ id: 'b', name: 'B', kind: 'person' }
	],
	relations: RELATIONS.map(([id, type, when]) => ({ id, type, from: 'a', to: 'b', ...(when && { when }) }))
};

const differences = (asOf: Moment | null, before: Moment | null) =>
	Object.fromEntries(
		filterDocument(
			factsOf(document),
			{ ...DEFAULT_SETTINGS, asOf, comparedWith: { asOf: before, voicesOff: new Set() } },
			NOTHING
		).differences
	);

describe('two days compared', () => {
	const found = differences(day('2024-02-06'), day('2024-01-28'));

	it('an act between the two days is added, though neither day has it', () => {
		expect(found['between']).toBe('added');
		expect(found['on the second']).toBe('added');
		expect(found['perhaps by the second']).toBe('added');
	});

	it('what was over before both, and what comes after both, is left out', () => {
		expect(found).not.toHaveProperty('before');
		expect(found).not.toHaveProperty('after');
		expect(found).not.toHaveProperty('state between');
	});

	it('states begin, end, or go on', () => {
		expect(found['ended state']).toBe('ended');
		expect(found['begun state']).toBe('added');
		expect(found['undated state']).toBe('same');
		expect(found['on the first']).toBe('ended');
	});
});

it('all time compared with a day: what that day has is the same', () => {
	const found = differences(null, day('2024-01-28'));
	expect(found).toMatchObject({ 'undated state': 'same', 'ended state': 'same', after: 'added' });
	expect(Object.values(found)).not.toContain('changed');
});

it('a view compared with itself has nothing but the same', () => {
	expect(new Set(Object.values(differences(day('2024-01-28'), day('2024-01-28'))))).toEqual(
		new Set(['same'])
	);
});
