import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { materialOf, type Finding } from '#lib/analysis/checks/check.ts';
import { twinActors } from '#lib/analysis/checks/twin-actors.ts';
import { emptyDocument, type Actor } from '#lib/model/document.ts';

function twins(...actors: Partial<Actor>[]): readonly Finding[] {
	const whole = actors.map(
		(actor, i) => ({ id: `a${i}`, name: `Nobody ${i}`, kind: 'person', ...actor }) as Actor
	);
	const result = twinActors.run(materialOf({ ...emptyDocument(''), actors: whole }));
	if (!('next' in result)) return result;
	for (let step = result.next(); ; step = result.next()) if (step.done) return step.value;
}
const reasons = (...actors: Partial<Actor>[]) => twins(...actors).map(({ reason }) => reason);
const named = (...names: string[]) => reasons(...names.map((name) => ({ name })));

describe('looks like one', () => {
	it.each([
		['Elena Borvaska', 'ELENA  Borvaška'],
		['Coast Guard', 'Guard of the Coast'],
		['کتائب حزب‌الله', 'كتائب حزب الله']
	])('%s and %s are the same name', (one, other) => {
		expect(named(one, other)).toEqual(['name']);
	});

	it.each([
		['Yusif Harrad', 'Yousef Harrad'],
		['Kataib Hezbollah', 'Ketaeb Hizbullah'],
		['Kataib Hezbollah', 'كتائب حزب الله'],
		['كتائب حزب الله', 'Kataib Hezbollah']
	])('%s and %s sound alike', (one, other) => {
		expect(named(one, other)).toEqual(['sound']);
	});

	it.each([
		['Ali Hassan', 'Ali Hussein'],
		['Brigade 11', 'Brigade 1'],
		['Iran', 'Iraq'],
		['Omar', 'Amir']
	])('%s and %s do not', (one, other) => {
		expect(named(one, other)).toEqual([]);
	});

	it('meets by aliases, names in other languages and ids elsewhere', () => {
		expect(reasons({ name: 'Baghdad' }, { aliases: ['baghdad'] })).toEqual(['name']);
		expect(reasons({ name: 'Sudan', names: [{ text: 'السودان', lang: 'ar' }] }, { name: 'السودان' })).toEqual(
			['name']
		);
		expect(twins({ sameAs: ['wikidata:Q1'] }, { sameAs: ['viaf:3', 'wikidata:Q1'] })).toEqual([
			{ place: { what: 'actor', id: 'a1' }, reason: 'id', others: ['a0'], texts: ['wikidata:Q1'] }
		]);
	});

	it('not a person and a state, not those that Wikidata tells apart', () => {
		expect(reasons({ name: 'Jordan' }, { name: 'Jordan', kind: 'state' })).toEqual([]);
		const name = 'Ali Hassan';
		expect(reasons({ name, sameAs: ['wikidata:Q1'] }, { name, sameAs: ['wikidata:Q2'] })).toEqual([]);
		expect(reasons({ name, sameAs: ['wikidata:Q1'] }, { name })).toEqual(['name']);
	});

	it('says one thing for two actors, however many names they share', () => {
		expect(reasons({ name: 'Quds', aliases: ['QF'] }, { name: 'quds', aliases: ['qf'] })).toEqual(['name']);
	});
});

test('of many with one name each is named once', () => {
	expect(named(...Array.from({ length: 500 }, () => 'Ali'))).toHaveLength(499);
});

test('never of an actor with itself, and both ends are there', () => {
	const anyName = fc.constantFrom('Ali', 'علي', '', '__proto__', 'constructor', '!!!', 'ali');
	const anyActor = fc.record({
		name: anyName,
		aliases: fc.array(anyName),
		sameAs: fc.array(anyName),
		kind: fc.constantFrom('person' as const, 'state' as const)
	});
	fc.assert(
		fc.property(fc.array(anyActor, { maxLength: 6 }), (actors) => {
			const pairs = twins(...actors).map(({ place, others = [] }) => [place.id, ...others]);
			for (const [one, other] of pairs) expect(Number(other!.slice(1))).toBeLessThan(Number(one!.slice(1)));
			expect(new Set(pairs.map(String)).size).toBe(pairs.length);
		})
	);
});
