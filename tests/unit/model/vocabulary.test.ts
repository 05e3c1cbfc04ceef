import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTOR_KINDS, FAMILIES } from '#lib/model/document.ts';
import type { RelationType } from '#lib/model/document.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';
import { FAMILY_HELP, FAMILY_NAMES, KINDS, relationTypes, typeOf, verbFor } from '#lib/model/vocabulary.ts';

const own = (id: string): RelationType => ({
	id,
	name: 'finances',
	reverse: 'is financed by',
	family: 'support',
	sign: '+',
	nature: 'state'
});

describe('the lists', () => {
	it('have every id once', () => {
		const ids = RELATION_TYPES.map((type) => type.id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toHaveLength(27);
	});

	it('explain every kind and family, in the order of the ids', () => {
		expect(KINDS.map((kind) => kind.id)).toEqual([...ACTOR_KINDS]);
		expect(Object.keys(FAMILY_NAMES)).toEqual([...FAMILIES]);
		expect(Object.keys(FAMILY_HELP)).toEqual([...FAMILIES]);
	});

	it('group the types by family, in the order of the families', () => {
		const families = RELATION_TYPES.map((type) => FAMILIES.indexOf(type.family));
		expect(families).toEqual(families.toSorted((a, b) => a - b));
	});

	it.each(RELATION_TYPES)('$id has a help text that says which way it reads', ({ name, reverse, help }) => {
		expect(help).toMatch(name === reverse ? /Reads the same both ways/ : /Read from the .+ to /);
		expect(help?.length).toBeLessThan(400);
	});
});

describe('relationTypes', () => {
	it("adds the document's own types to the vocabulary", () => {
		const types = relationTypes({ types: [own('finances')] });
		expect(types.get('finances')).toEqual(own('finances'));
		expect(types.size).toBe(RELATION_TYPES.length + 1);
	});

	it('keeps the vocabulary where an own type has the same id', () => {
		expect(relationTypes({ types: [own('commands')] }).get('commands')?.name).toBe('commands');
	});

	it('takes the vocabulary alone when a document has no types', () => {
		expect([...relationTypes({}).values()]).toEqual(RELATION_TYPES);
	});
});

describe('typeOf', () => {
	it('gives a stand-in named after an unknown id, with a direction', () => {
		const type = typeOf(relationTypes({}), 'pays_for');
		expect(type).toMatchObject({ id: 'pays_for', name: 'pays for', sign: '0', nature: 'state' });
		expect(type.reverse).not.toBe(type.name);
	});

	it.each(['__proto__', 'constructor', '', ' ', 'x'.repeat(1_000_000), `${'x'.repeat(58)}😀😀`])(
		'gives a short whole name to hostile id %#',
		(id) => {
			const { id: kept, name } = typeOf(relationTypes({}), id);
			expect(kept).toBe(id);
			expect(name.length).toBeGreaterThan(0);
			expect(name.length).toBeLessThanOrEqual(60);
			expect(name).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
		}
	);
});

describe('verbFor', () => {
	const troops = { kind: 'military', collective: true } as const;

	it.each([
		['attacks', 'attack'],
		['is part of', 'are part of'],
		['is a member of', 'are members of'],
		['has as a member', 'have as a member'],
		['accuses', 'accuse'],
		['agrees with', 'agree with'],
		['opposes', 'oppose'],
		['wins the agreement of', 'win the agreement of'],
		['has deployed on its soil', 'have deployed on their soil'],
		['announces a halt to attacks on', 'announce a halt to attacks on'],
		['denies', 'deny'],
		['dies for', 'die for'],
		['passes on to', 'pass on to'],
		['teaches', 'teach'],
		['es parte de', 'es parte de'],
		['يقود', 'يقود'],
		['', '']
	])('makes "%s" read "%s" after a collective', (phrase, expected) => {
		expect(verbFor(troops, phrase)).toBe(expected);
	});

	it('leaves no verb of the vocabulary in the singular', () => {
		for (const { name, reverse } of RELATION_TYPES)
			for (const phrase of [name, reverse]) {
				expect(verbFor(troops, phrase)).not.toBe(phrase);
				expect(verbFor(troops, phrase)).not.toMatch(/^\S*s /);
			}
	});

	it('takes "people" for many, and one armed group for one', () => {
		expect(verbFor({ kind: 'people' }, 'tells')).toBe('tell');
		expect(verbFor({ kind: 'armed-group' }, 'attacks')).toBe('attacks');
		expect(verbFor({ kind: 'military', collective: false }, 'attacks')).toBe('attacks');
	});

	it('never throws, whatever the phrase', () => {
		fc.assert(fc.property(fc.string(), (text) => typeof verbFor(troops, text) === 'string'));
	});
});
