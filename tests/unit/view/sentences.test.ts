import { describe, expect, it } from 'vitest';
import { factsOf } from '#lib/view/facts.ts';
import { actorName, nameLanguages } from '#lib/view/names.ts';
import {
	actorSummary,
	relationAloud,
	relationFrom,
	relationSentence,
	shortened,
	voiceInWords
} from '#lib/view/sentences.ts';
import { tiesOf } from '#lib/view/ties.ts';
import { small } from '../model/small-document.ts';

const document = {
	...small,
	actors: [
		...small.actors.slice(0, 2),
		{
			...small.actors[2]!,
			name: 'US troops',
			collective: true,
			names: [{ text: 'القوات الأمريكية', lang: 'ar' }]
		}
	],
	relations: [
		...small.relations,
		{ id: 'answer', type: 'attacks', from: 'usa', to: 'kataib', when: '2024-01-30' }
	]
};
const facts = factsOf(document);
const relation = (id: string) => facts.relations.get(id)!;

describe('sentences', () => {
	it('read a relation from either end', () => {
		expect(relationSentence(facts, relation('attack'))).toBe('Kataib Hezbollah attacks US troops');
		expect(relationFrom(facts, relation('attack'), 'usa')).toBe('are attacked by Kataib Hezbollah');
	});

	it('put the verb in the plural for a collective', () => {
		expect(relationSentence(facts, relation('answer'))).toBe('US troops attack Kataib Hezbollah');
	});

	it('say date and voice, or that there is none', () => {
		expect(relationAloud(facts, relation('attack'))).toBe(
			'Kataib Hezbollah attacks US troops, according to The paper'
		);
		expect(relationAloud(facts, relation('answer'))).toBe(
			'US troops attack Kataib Hezbollah, 30 January 2024, unsourced'
		);
	});

	it('name an actor in a language, and in its own where that is missing', () => {
		expect(actorName(document.actors[2]!, 'ar')).toBe('القوات الأمريكية');
		expect(actorName(document.actors[0]!, 'ar')).toBe('Quds Force');
		expect(nameLanguages(document)).toEqual(['ar']);
		expect(actorSummary(facts, 'kataib')).toBe('Kataib Hezbollah, armed group, 2 relations');
	});

	it('describe a voice', () => {
		expect(voiceInWords({ id: 'v', label: 'Sources', people: 10, anonymous: true })).toBe(
			'Sources (10 people, unnamed)'
		);
		expect(voiceInWords(undefined)).toContain('missing');
	});

	it('cut what is too long without splitting a letter', () => {
		expect(shortened('abc', 3)).toBe('abc');
		expect(shortened('😀'.repeat(9), 4)).toBe('😀😀😀…');
	});
});

describe('tiesOf', () => {
	it('groups by family, then by what is said of the actor', () => {
		expect(
			tiesOf(facts, 'kataib').map(({ name, groups }) => [
				name,
				groups.map(({ reading, relations }) => [reading, relations.length])
			])
		).toEqual([
			[
				'Conflict',
				[
					['attacks', 1],
					['is attacked by', 1]
				]
			]
		]);
	});

	it('is empty for nobody', () => {
		expect(tiesOf(facts, '__proto__')).toEqual([]);
	});
});
