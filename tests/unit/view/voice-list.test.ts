import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Claim, Document } from '#lib/model/document.ts';
import { factsOf } from '#lib/view/facts.ts';
import { onlyThese } from '#lib/view/legend.ts';
import { DEFAULT_SETTINGS, NO_VOICE } from '#lib/view/settings.ts';
import {
	GROUPINGS,
	chosenBy,
	groupTellers,
	isChoice,
	tellersOf,
	visibleByTeller,
	visibleOf
} from '#lib/view/voice-list.ts';
import { anyDocument } from '../generate.ts';
import { small } from '../model/small-document.ts';

function said(chain: string, about: string): Claim {
	const voices = chain.split(' ').filter(Boolean);
	return {
		id: `${chain} ${about}`,
		about: [about],
		statement: '',
		modality: 'stated',
		voices,
		source: 'paper'
	};
}

const document: Document = {
	...small,
	voices: [
		{ id: 'reuters', label: 'Reuters', side: 'Press' },
		{ id: 'afp', label: 'AFP' },
		{ id: 'ten', label: 'Ten sources', people: 10, anonymous: true },
		{ id: 'official', label: 'An official', anonymous: true, actor: 'quds' },
		{ id: 'silent', label: 'Quoted with nothing' }
	],
	actors: small.actors.map((actor) => ({ ...actor, side: 'Iran' })),
	relations: [...small.relations, { id: 'bare', type: 'meets', from: 'quds', to: 'usa' }],
	claims: [
		said('reuters ten', 'visits'),
		said('afp ten', 'visits'),
		said('reuters ten', 'attack'),
		said('reuters official', 'visits'),
		said('reuters', 'led')
	]
};
const facts = factsOf(document);
const tellers = tellersOf(facts);
const groups = (grouping: (typeof GROUPINGS)[number]) =>
	groupTellers(facts, tellers, grouping).map(({ name, tellers }) => [
		name,
		...tellers.map(({ value }) => value)
	]);

describe('tellersOf', () => {
	it('has whoever tells something, with what it tells, and nobody for what nobody tells', () => {
		expect(tellers).toMatchObject([
			{ value: 'ten', naming: 'anonymous', claims: 3, relations: ['visits', 'attack'], isPublication: false },
			{ value: 'official', naming: 'described', claims: 1, relations: ['visits'], side: 'Iran' },
			{ value: 'reuters', naming: 'named', claims: 1, relations: [], isPublication: true, side: 'Press' },
			{ value: NO_VOICE, naming: 'nobody', claims: 0, relations: ['bare'] }
		]);
	});
});

describe('groupTellers', () => {
	it('puts who is quoted by two publications under both', () => {
		expect(groups('publication')).toEqual([
			['Reuters', 'ten', 'official', 'reuters'],
			['AFP', 'ten'],
			['Nobody', NO_VOICE]
		]);
	});

	it('takes the side of the voice, else that of its actor', () => {
		expect(groups('side')).toEqual([
			['Iran', 'official'],
			['No side given', 'ten'],
			['Press', 'reuters'],
			['Nobody', NO_VOICE]
		]);
	});

	it('knows three ways of naming', () => {
		expect(groups('naming').map(([, ...values]) => values)).toEqual([
			['reuters'],
			['official'],
			['ten'],
			[NO_VOICE]
		]);
	});
});

test('quick choices keep whom they say, and are recognised again', () => {
	const choices = ['publications', 'named', 'unnamed', 'all'] as const;
	expect(choices.map((choice) => chosenBy(choice, tellers))).toEqual([
		['reuters'],
		['reuters'],
		['ten', 'official'],
		['ten', 'official', 'reuters', NO_VOICE]
	]);
	const all = tellers.map(({ value }) => value);
	for (const choice of choices) {
		const settings = onlyThese(DEFAULT_SETTINGS, 'voices', all, chosenBy(choice, tellers));
		expect(isChoice(choice, tellers, settings)).toBe(true);
		expect(isChoice('all', tellers, settings)).toBe(choice === 'all');
	}
});

test('who is only ever quoted is no publication, and nobody comes last though a side is new', () => {
	const facts = factsOf({
		...document,
		claims: [
			said('reuters afp', 'visits'),
			said('ten', 'attack'),
			said('', 'visits'),
			said('reuters', 'attack')
		]
	});
	const tellers = tellersOf(facts);
	expect(tellers.filter(({ isPublication }) => isPublication).map(({ value }) => value)).toEqual(['reuters']);
	expect(groupTellers(facts, [...tellers].reverse(), 'side').map(({ name }) => name)).toEqual([
		'Press',
		'No side given',
		'Nobody'
	]);
});

test('counts what is visible and still heard', () => {
	const told = { document, claims: new Map([['visits', [said('reuters ten', 'visits')]]]) };
	const relations = new Map([
		['visits', 'shown'],
		['attack', 'type'],
		['bare', 'dimmed']
	] as const);
	const visible = visibleByTeller(told, { relations });
	expect([...visible]).toEqual([
		['ten', new Set(['visits'])],
		[NO_VOICE, new Set(['bare'])]
	]);
	const groups = groupTellers(facts, tellers, 'publication');
	expect(groups.map(({ relations }) => relations.length)).toEqual([2, 1, 1]);
	expect(groups.map((group) => visibleOf(group.tellers, visible))).toEqual([1, 1, 1]);
});

test('what is visible is part of what is told', () => {
	fc.assert(
		fc.property(anyDocument({ sharedIds: true }), (any) => {
			const facts = factsOf(any);
			const relations = new Map(any.relations.map(({ id }) => [id, 'shown'] as const));
			const visible = visibleByTeller(facts, { relations });
			for (const { value, relations: told } of tellersOf(facts)) {
				expect([...(visible.get(value) ?? [])].sort()).toEqual([...told].sort());
			}
		})
	);
});

test('every relation is told by somebody or by nobody, in every grouping', () => {
	fc.assert(
		fc.property(anyDocument({ sharedIds: true }), fc.constantFrom(...GROUPINGS), (any, grouping) => {
			const facts = factsOf(any);
			const groups = groupTellers(facts, tellersOf(facts), grouping);
			const told = new Set(groups.flatMap(({ relations }) => relations));
			expect([...told].sort()).toEqual([...facts.relations.keys()].sort());
			expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
		})
	);
});
