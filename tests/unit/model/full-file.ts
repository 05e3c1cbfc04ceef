import type { ListName } from '#lib/model/schema.ts';

export type Json = Record<string, unknown>;
/** One record at least in each list. */
export type Lists = Record<ListName, [Json, ...Json[]]>;

/** A file in which every key that we know has a value. */
export function fullFile(): Json & Lists {
	return {
		format: 'dramatis',
		version: 1,
		title: 'T',
		description: 'd',
		language: 'en',
		license: 'CC0-1.0',
		sources: [
			{
				id: 's',
				title: 't',
				publisher: 'p',
				published: '2024',
				kind: 'news-report',
				language: 'en',
				authors: ['a'],
				url: 'https://example.org',
				retrieved: '2024-02-18',
				sha256: 'ab'.repeat(32)
			}
		],
		voices: [
			{ id: 'v', label: 'l', people: 2, atLeast: true, anonymous: true, actor: 'a', role: 'r', side: 's' }
		],
		actors: [
			{
				id: 'a',
				name: 'n',
				kind: 'person',
				names: [{ text: 'n', lang: 'ar' }],
				aliases: ['b'],
				description: 'd',
				collective: false,
				side: 's',
				sameAs: ['wikidata:Q796'],
				when: '2024',
				attributes: [['Sector', 'GOV']]
			}
		],
		relations: [
			{
				id: 'r',
				type: 'backs',
				from: 'a',
				to: 'a',
				when: '2014/..',
				event: 'e',
				note: 'n',
				attributes: [['Weight', '4']]
			}
		],
		events: [
			{
				id: 'e',
				title: 't',
				when: '2024-01-28~',
				place: 'p',
				figures: [{ what: 'dead', value: 3, min: 1, max: 4, unit: 'soldiers' }]
			}
		],
		links: [{ id: 'l', type: 'led_to', from: 'e', to: 'e' }],
		claims: [
			{
				id: 'c',
				about: ['r'],
				statement: 's',
				modality: 'denied',
				voices: ['v'],
				source: 's',
				paragraph: 1,
				start: 0,
				end: 5,
				print: { before: '', exact: '0f', after: 'a' },
				quote: { exact: 'e', prefix: 'p', suffix: 's' },
				grade: 'B2'
			}
		],
		types: [
			{
				id: 'x',
				name: 'n',
				reverse: 'r',
				family: 'talks',
				sign: '-',
				nature: 'act',
				help: 'h',
				codes: { plover: 'AID', ftm: 'Event', stix: 'targets', wikidata: 'P1' }
			}
		],
		positions: { a: [1, -2.5] },
		picture: {
			title: 't',
			subtitle: 's',
			credit: 'c',
			without: ['legend'],
			words: { of: 'o', alternative: 'a', description: 'd' }
		}
	};
}
