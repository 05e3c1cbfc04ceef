import { describe, expect, it } from 'vitest';
import { independentPeople } from '#lib/analysis/independence.ts';
import type { Claim, Document, Voice } from '#lib/model/document.ts';
import { factsOf } from '#lib/view/facts.ts';
import { howCounted, lineVoice, namingOf, voiceColors } from '#lib/view/voices.ts';
import { small } from '../model/small-document.ts';

const VOICES: readonly Voice[] = [
	{ id: 'reuters', label: 'Reuters' },
	{ id: 'alaadin', label: 'Farhad Alaadin' },
	{ id: 'ten', label: 'Ten sources', people: 10, anonymous: true },
	{ id: 'five', label: 'Five sources', people: 5, anonymous: true }
];

function said(chain: string, about = 'visits'): Claim {
	return {
		id: `${chain} ${about}`,
		about: [about],
		statement: '',
		modality: 'stated',
		voices: chain.split(' ').filter(Boolean),
		source: 'paper'
	};
}
function withClaims(...claims: Claim[]): Document {
	return { ...small, voices: VOICES, claims };
}

describe('namingOf', () => {
	it.each([
		[{}, 'named'],
		[{ people: 10 }, 'named'],
		[{ anonymous: true }, 'described'],
		[{ anonymous: true, people: 1 }, 'described'],
		[{ anonymous: true, people: 4, actor: 'council' }, 'described'],
		[{ anonymous: true, people: 4 }, 'anonymous']
	] as const)('%j is %s', (voice, naming) => {
		expect(namingOf({ id: 'v', label: 'V', ...voice })).toBe(naming);
	});
});

describe('voiceColors and lineVoice', () => {
	it('gives the first colours to those who tell most relations, and no more than six', () => {
		const many = Array.from({ length: 8 }, (_, i) => said(`v${i}`));
		const facts = factsOf(withClaims(...many, said('reuters v5', 'attack'), said('v5'), said('v5', 'led')));
		const colors = voiceColors(facts);
		expect([...colors]).toEqual([
			['v5', 0],
			['v0', 1],
			['v1', 2],
			['v2', 3],
			['v3', 4],
			['v4', 5]
		]);
	});

	it('says whose a line is', () => {
		const colors = new Map([['ten', 0]]);
		expect(lineVoice([said('reuters ten'), said('ten')], colors)).toBe(0);
		expect(lineVoice([said('reuters')], colors)).toBe(-1);
		expect(lineVoice([said('reuters ten'), said('reuters')], colors)).toBe('several');
		expect(lineVoice([], colors)).toBe(-1);
	});
});

describe('howCounted', () => {
	const facts = factsOf(withClaims());
	const words = (...chains: string[]) =>
		howCounted(
			independentPeople(
				chains.map((chain) => said(chain)),
				facts.voices
			),
			facts
		);

	it('says who was counted, and why some were not', () => {
		expect(words('reuters', 'reuters alaadin', 'reuters five', 'reuters ten')).toBe(
			'12 people at least: Reuters; Farhad Alaadin; ' +
				'the largest of 2 unnamed voices quoted by Reuters: Ten sources, 10 people'
		);
		expect(words('reuters alaadin')).toBe('1 person: Farhad Alaadin');
		expect(words('reuters ten')).toBe('10 people: Ten sources, 10 people');
	});

	it('has words for nobody and for somebody unknown', () => {
		expect(words()).toBe('Nobody says so');
		expect(words('')).toBe('1 person at least: somebody unknown');
		expect(words('missing', 'reuters')).toBe('1 person at least: Reuters');
	});

	it('does not write out a crowd', () => {
		const voices = Array.from({ length: 30 }, (_, i) => ({ id: `v${i}`, label: `Voice ${i}` }));
		const crowd = factsOf({ ...small, voices, claims: voices.map(({ id }) => said(id)) });
		const text = howCounted(independentPeople(crowd.document.claims, crowd.voices), crowd);
		expect(text).toMatch(/^30 people: Voice 0; .*Voice 7; and 22 more$/);
	});
});
