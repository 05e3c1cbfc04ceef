import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { materialOf, SEVERITIES, type AttachedText, type Finding } from '#lib/analysis/checks/check.ts';
import { checking, type Checked } from '#lib/analysis/checks/checking.ts';
import { CHECKS } from '#lib/analysis/checks/index.ts';
import { byId, type Claim, type Document, type Id } from '#lib/model/document.ts';
import { anyDocument } from '../../generate.ts';
import { changed, says, sound } from './sound-document.ts';

type Texts = ReadonlyMap<Id, AttachedText>;

function checkAll(document: Document, texts?: Texts): readonly Checked[] {
	const steps = checking(document, texts);
	for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** What is found, by check; checks that find nothing left out. */
function found(document: Document, texts?: Texts): Record<string, readonly Finding[]> {
	const all = checkAll(document, texts).filter(({ findings }) => findings.length > 0);
	return Object.fromEntries(all.map(({ check, findings }) => [check.id, findings]));
}

const relation = (id: string) => ({ what: 'relation', id });
const withClaims = (...claims: Claim[]): Document => ({
	...sound,
	claims: [
		...sound.claims.filter(({ about }) => !claims.some((claim) => claim.about[0] === about[0])),
		...claims
	]
});
const withMore = (list: 'claims' | 'events', record: object): Document => ({
	...sound,
	[list]: [...sound[list], record]
});

test('a sound document gives nothing to say', () => {
	expect(found(sound)).toEqual({});
});

describe('who says so', () => {
	it('relations and links without a claim', () => {
		const bare = { ...sound, claims: sound.claims.filter(({ about }) => !/led|urges/.test(about[0]!)) };
		expect(found(bare)).toEqual({
			unsourced: [{ place: relation('urges') }],
			'unsourced-link': [{ place: { what: 'link', id: 'led' }, others: ['visit', 'pressure'] }]
		});
	});

	it('one voice, however often it is quoted; denials do not help', () => {
		const twice = withClaims(says('reuters', 'urges'), says('afp reuters', 'urges'));
		const one = [{ place: relation('urges'), others: ['reuters'], people: 1 }];
		expect(found(twice)).toEqual({ 'one-voice': one });
		const denied = withClaims(says('reuters', 'urges'), says('afp', 'urges', { modality: 'denied' }));
		expect(found(denied)['one-voice']).toEqual(one);
	});

	it('two voices of one actor are one', () => {
		const both = [...sound.voices, { id: 'spokesman', label: 'A spokesman', actor: 'quds' }];
		const document = withClaims(says('reuters official', 'urges'), says('reuters spokesman', 'urges'));
		expect(found({ ...document, voices: both })).toEqual({
			'one-voice': [{ place: relation('urges'), others: ['official'], people: 1 }]
		});
	});

	it('unnamed voices only', () => {
		expect(found(withClaims(says('reuters ten', 'urges'), says('reuters five', 'urges')))).toEqual({
			'unnamed-only': [{ place: relation('urges'), others: ['ten'], people: 10 }]
		});
		expect(found(withClaims(says('reuters ten', 'urges'), says('afp', 'urges')))).toEqual({});
	});

	it('claims that disagree', () => {
		const denial = says('reuters ten', 'urges', { modality: 'denied' });
		expect(found(withMore('claims', denial))).toEqual({
			disagreement: [{ place: relation('urges'), others: ['reuters on urges', denial.id] }]
		});
	});

	it('voices and actors that are missing', () => {
		expect(found(changed('voices', 'official', { actor: 'gone' }))).toEqual({
			'lost-voice': [{ place: { what: 'voice', id: 'official' }, reason: 'actor', others: ['gone'] }]
		});
		expect(found(withMore('claims', says('reuters gone', 'urges')))['lost-voice']).toMatchObject([
			{ place: { what: 'claim', id: 'reuters gone on urges' }, reason: 'voice', others: ['gone'] }
		]);
		expect(found(withMore('claims', says('', 'urges')))['lost-voice']).toMatchObject([{ reason: 'nobody' }]);
	});
});

describe('when', () => {
	it('acts, events and sources without a date, states without a start', () => {
		const ids = (document: Document) =>
			Object.entries(found(document)).map(([id, findings]) => [id, findings[0]!.place.id]);
		expect(ids(changed('events', 'pressure', { when: undefined }))).toEqual([['missing-date', 'pressure']]);
		expect(ids(changed('relations', 'meets', { when: undefined }))).toEqual([]);
		const event = undefined;
		expect(ids(changed('relations', 'meets', { when: undefined, event }))[0]).toEqual([
			'missing-date',
			'meets'
		]);
		expect(ids(changed('sources', 'report', { published: undefined }))).toEqual([['missing-date', 'report']]);
		expect(ids(changed('relations', 'backs', { when: undefined }))).toEqual([
			['state-without-start', 'backs']
		]);
		expect(ids(changed('relations', 'backs', { when: '[..2024-01]' }))).toEqual([
			['state-without-start', 'backs']
		]);
	});

	it('asks no date of what is only feared', () => {
		const feared = withClaims(
			...['reuters', 'afp'].map((voice) => says(voice, 'urges', { modality: 'hypothetical' }))
		);
		const undated = feared.relations.map(({ id, type, from, to }) => ({ id, type, from, to }));
		const places = found({ ...feared, relations: undated })['missing-date'];
		expect(places).toEqual([{ place: relation('meets') }]);
	});

	it.each([
		['2024-02-30', 'unreadable'],
		['next week', 'unreadable'],
		['2024-02/2024-01', 'inverted'],
		['[2024-02-03..2024-02-01]', 'inverted'],
		['2024-02/rubbish', 'unreadable']
	])('%s is %s', (when, reason) => {
		for (const [list, id, key] of [
			['relations', 'backs', 'when'],
			['events', 'pressure', 'when'],
			['actors', 'quds', 'when'],
			['sources', 'report', 'published']
		] as const) {
			expect(found(changed(list, id, { [key]: when }))).toEqual({
				'unreadable-date': [{ place: { what: list.slice(0, -1), id }, reason, texts: [when] }]
			});
		}
	});

	it.each([
		['1980', 'too-early'],
		['1985/2020', 'too-early'],
		['1988/2020', null],
		['1987~', null],
		['[..2020]', null],
		['../..', null]
	])('a relation of %s with an actor since 1988: %s', (when, reason) => {
		const findings = found(changed('relations', 'backs', { when }))['impossible-date'];
		expect(findings?.[0]?.reason ?? null).toBe(reason);
		if (reason) {
			expect(findings).toEqual([
				{ place: relation('backs'), reason, others: ['quds'], texts: [when, '1988/..'] }
			]);
		}
	});

	it('a relation that goes on after its actor; a date that is no life says nothing', () => {
		expect(found(changed('actors', 'quds', { when: '/2020' }))['impossible-date']).toMatchObject([
			{ place: relation('backs'), reason: 'too-late' },
			{ place: relation('meets'), reason: 'too-late' },
			{ place: relation('urges'), reason: 'too-late' }
		]);
		expect(found(changed('actors', 'quds', { when: '2030' }))).toEqual({});
	});

	it('an act on another day than its event', () => {
		expect(found(changed('relations', 'meets', { when: '2024-01-30' }))).toEqual({
			'impossible-date': [
				{ place: relation('meets'), reason: 'event', others: ['visit'], texts: ['2024-01-30', '2024-01-29'] }
			]
		});
		expect(found(changed('relations', 'meets', { when: '2024-01-28' }))).toMatchObject({
			'impossible-date': [{ place: relation('meets'), reason: 'event' }]
		});
		expect(found(changed('relations', 'meets', { when: '2024-01-28~' }))).toEqual({});
		expect(found(changed('relations', 'meets', { when: '2024-01-28', type: 'backs' }))).toEqual({});
	});

	it('published before it happened, unless it is only expected', () => {
		const early = changed('sources', 'report', { published: '2024-01-29' });
		expect(found(early)).toMatchObject({
			'published-before': [
				{
					place: { what: 'claim', id: 'reuters on urges' },
					others: ['urges'],
					texts: ['2024-01-29', '2024-01-30']
				},
				{ place: { what: 'claim', id: 'afp on urges' } }
			]
		});
		const claims = early.claims.map((claim) => ({ ...claim, modality: 'expected' as const }));
		expect(found({ ...early, claims })['published-before']).toBeUndefined();
	});
});

describe('passages', () => {
	const size = { length: 20, paragraphs: 1 };
	const text = { size, lost: new Set<Id>() };
	const led = 'reuters ten on led';
	const reasons = (change: object, attached?: AttachedText) =>
		(
			found(
				changed('claims', led, change as Record<string, unknown>),
				attached && new Map([['report', attached]])
			).passage ?? []
		).map(({ reason }) => reason);

	it.each([
		[{ end: 5 }, 'inverted'],
		[{ end: 10 }, 'inverted'],
		[{ end: undefined }, 'half'],
		[{ start: undefined }, 'half']
	])('%j is %s, text or not', (change, reason) => {
		expect(reasons(change)).toEqual([reason]);
	});

	it('are held against the text where one is attached', () => {
		expect(reasons({}, text)).toEqual([]);
		expect(reasons({}, { ...text, size: { ...size, length: 19 } })).toEqual(['beyond']);
		expect(reasons({ paragraph: 2 }, text)).toEqual(['paragraph']);
		expect(reasons({ paragraph: 2, end: 99 }, { ...text, size: null })).toEqual([]);
		expect(reasons({}, { ...text, lost: new Set([led]) })).toEqual(['lost']);
	});

	it('are missed', () => {
		expect(found(changed('claims', 'afp on urges', { paragraph: undefined }))).toEqual({
			'no-paragraph': [{ place: { what: 'claim', id: 'afp on urges' } }]
		});
		expect(found(changed('claims', led, { paragraph: undefined }))).toEqual({});
	});
});

describe('who and what', () => {
	it('actors in no relation and without a Wikidata id', () => {
		const lonely = { id: 'x', name: 'Xerxes', kind: 'person' } as const;
		expect(found({ ...sound, actors: [...sound.actors, lonely] })).toEqual({
			'lonely-actor': [{ place: { what: 'actor', id: 'x' } }],
			'no-wikidata': [{ place: { what: 'actor', id: 'x' } }]
		});
		expect(found(changed('actors', 'kataib', { sameAs: undefined, collective: true }))).toEqual({});
	});

	it('events that nobody takes part in', () => {
		const event = { id: 'empty', title: 'Empty', when: '2024' };
		expect(found(withMore('events', event))).toEqual({
			'empty-event': [{ place: { what: 'event', id: 'empty' } }]
		});
	});
});

test('every check has an id of its own, and the gravest come first', () => {
	expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
	const order = CHECKS.map(({ severity }) => SEVERITIES.indexOf(severity));
	expect(order).toEqual([...order].sort((a, b) => a - b));
});

test('findings lead to records that are there, whatever the document', () => {
	fc.assert(
		fc.property(anyDocument({ sharedIds: true }), (document) => {
			for (const { findings } of checkAll(document)) {
				for (const { place } of findings) {
					const records: readonly { readonly id: Id }[] = document[`${place.what}s`];
					expect(byId(records).has(place.id)).toBe(true);
				}
			}
		})
	);
});

test('people are counted once', () => {
	const material = materialOf(sound);
	expect(material.peopleBehind('meets')).toBe(material.peopleBehind('meets'));
});

test('the bundled report: no grave finding; what an editor would ask', () => {
	const text = readFileSync('data/quds-force-baghdad-2024.dramatis.json', 'utf8');
	const counts = checkAll(JSON.parse(text) as Document).map(
		({ check, findings }) => [check.id, findings.length, check.severity] as const
	);
	expect(counts.filter(([, count, severity]) => severity === 'grave' && count > 0)).toEqual([]);
	expect(counts.filter(([, count]) => count > 0).map(([id]) => id)).toEqual([
		'unnamed-only',
		'missing-date',
		'empty-event',
		'one-voice',
		'state-without-start',
		'no-wikidata'
	]);
});
