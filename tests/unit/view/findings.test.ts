import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Finding } from '#lib/analysis/checks/check.ts';
import { checking, type Checked } from '#lib/analysis/checks/checking.ts';
import { CHECKS } from '#lib/analysis/checks/index.ts';
import type { Document } from '#lib/model/document.ts';
import { factsOf } from '#lib/view/facts.ts';
import { findingInWords } from '#lib/view/findings.ts';
import { sound } from '../analysis/checks/sound-document.ts';
import { anyDocument } from '../generate.ts';

const facts = factsOf(sound);
const relation = { what: 'relation', id: 'urges' } as const;
const claim = { what: 'claim', id: 'reuters ten on led' } as const;
const actor = { what: 'actor', id: 'kataib' } as const;

describe('findingInWords', () => {
	const cases: readonly [string, Finding, string][] = [
		['unsourced', { place: relation }, 'Nobody is given for: Quds Force urges Kataib Hezbollah.'],
		[
			'unsourced-link',
			{ place: { what: 'link', id: 'led' }, others: ['visit', 'pressure'] },
			'Nobody is given for the link between “The visit” and “The pressure”.'
		],
		[
			'lost-voice',
			{ place: { what: 'voice', id: 'afp' }, reason: 'actor', others: ['gone'] },
			'AFP is said to be the actor “gone”, which is missing.'
		],
		[
			'lost-voice',
			{ place: claim, reason: 'nobody' },
			'Nobody is said to have said so: “reuters ten on led”.'
		],
		[
			'lost-voice',
			{ place: claim, reason: 'voice', others: ['x'] },
			'The voice “x” is missing: “reuters ten on led”.'
		],
		[
			'passage',
			{ place: claim, reason: 'inverted' },
			'The passage ends before it starts: “reuters ten on led”.'
		],
		[
			'unreadable-date',
			{ place: relation, reason: 'inverted', texts: ['2024/2023'] },
			'The date “2024/2023” ends before it starts: Quds Force urges Kataib Hezbollah.'
		],
		[
			'unreadable-date',
			{ place: { what: 'source', id: 'report' }, reason: 'unreadable', texts: ['soon'] },
			'“soon” is no date that can be read: “Reuters”.'
		],
		[
			'impossible-date',
			{ place: relation, reason: 'too-early', others: ['quds'], texts: ['1980', '1988/..'] },
			'Dated 1980, but Quds Force was there only since 1988: Quds Force urges Kataib Hezbollah.'
		],
		[
			'impossible-date',
			{ place: relation, reason: 'event', others: ['visit'], texts: ['2023', '2024-01-29'] },
			'Dated 2023, but “The visit”, which it belongs to, is dated 29 January 2024: ' +
				'Quds Force urges Kataib Hezbollah.'
		],
		[
			'published-before',
			{ place: claim, others: ['visit'], texts: ['2024-01-01', '2024-01-29'] },
			'Published 1 January 2024, but told of 29 January 2024: “reuters ten on led”.'
		],
		[
			'disagreement',
			{ place: relation, others: ['reuters on urges', 'afp on urges'] },
			'Reuters says so, AFP denies it: Quds Force urges Kataib Hezbollah.'
		],
		[
			'unnamed-only',
			{ place: relation, others: ['ten', 'official'], people: 11 },
			'Only unnamed voices, at least 11 people, say: Quds Force urges Kataib Hezbollah.'
		],
		[
			'twin-actors',
			{ place: actor, reason: 'sound', others: ['quds'], texts: ['Ketaeb'] },
			'Quds Force and Kataib Hezbollah may be one: “Ketaeb” sounds alike.'
		],
		['lonely-actor', { place: actor }, 'Kataib Hezbollah is in no relation.'],
		['empty-event', { place: { what: 'event', id: 'visit' } }, 'No relation names “The visit”.'],
		[
			'one-voice',
			{ place: relation, others: ['ten'], people: 10 },
			'Only Ten sources (10 people, unnamed) say: Quds Force urges Kataib Hezbollah.'
		],
		['no-wikidata', { place: actor }, 'Kataib Hezbollah has no Wikidata id.']
	];

	it.each(cases)('%s %j', (id, finding, words) => {
		const check = CHECKS.find((check) => check.id === id)!;
		expect(findingInWords(check, finding, facts)).toBe(words);
	});

	it('cuts what is too long to be read', () => {
		const long = {
			...sound,
			claims: [{ ...sound.claims[0]!, id: 'long', statement: 'x'.repeat(1_000_000) }]
		};
		const check = CHECKS.find(({ id }) => id === 'no-paragraph')!;
		const place = { what: 'claim', id: 'long' } as const;
		expect(findingInWords(check, { place }, factsOf(long)).length).toBeLessThan(130);
	});

	it('has something to say about what is gone, and for a check that has no words', () => {
		const check = { id: 'new', name: 'A new check', severity: 'note', help: '', run: () => [] } as const;
		const gone = { what: 'claim', id: '__proto__' } as const;
		expect(findingInWords(check, { place: gone }, facts)).toBe('A new check: a claim that is missing.');
	});
});

function checkAll(document: Document): readonly Checked[] {
	const steps = checking(document);
	for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

test('every finding of any document is one sentence without a gap, and not endless', () => {
	fc.assert(
		fc.property(anyDocument({ sharedIds: true }), (document) => {
			const facts = factsOf(document);
			for (const { check, findings } of checkAll(document)) {
				for (const finding of findings) {
					const words = findingInWords(check, finding, facts);
					expect(words).toMatch(/\.$/);
					expect(words).not.toMatch(/undefined|NaN|is missing: a/);
					expect(words.length).toBeLessThan(700);
				}
			}
		})
	);
});

test('every check has words of its own', () => {
	const place = { what: 'relation', id: 'urges' } as const;
	for (const check of CHECKS) {
		expect(findingInWords(check, { place }, facts).startsWith(`${check.name}:`)).toBe(false);
	}
});

test('the bundled report, in sentences', () => {
	const text = readFileSync('data/quds-force-baghdad-2024.dramatis.json', 'utf8');
	const report = JSON.parse(text) as Document;
	const facts = factsOf(report);
	const sentences = checkAll(report).flatMap(({ check, findings }) =>
		findings.slice(0, 1).map((finding) => findingInWords(check, finding, facts))
	);
	expect(sentences).toEqual([
		'Only unnamed voices, 3 people, say: Esmail Qaani meets Iran-aligned armed groups in Iraq.',
		'No date is given: Mohammed Shia al-Sudani warns Parties inside and outside Iraq.',
		'No relation names “Attacks on US forces cease”.',
		'Only Reuters says: Esmail Qaani commands Quds Force.',
		'No start is given: Esmail Qaani commands Quds Force.',
		'Iran has no Wikidata id.'
	]);
});
