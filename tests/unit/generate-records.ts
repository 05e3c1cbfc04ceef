/**
 * Records made at random, with numbers where ids of other records belong: generate.ts puts in what is there.
 */
import fc from 'fast-check';
import { ACTOR_KINDS, FAMILIES, LINK_TYPES, MODALITIES } from '#lib/model/document.ts';
import { anyId, anyText, anyWhen } from './generate-values.ts';

/** To be taken modulo the count of what it can refer to. */
const number = fc.nat({ max: 1000 });

function record<T extends object, K extends keyof T>(
	model: { [P in keyof T]: fc.Arbitrary<T[P]> },
	requiredKeys: K[]
) {
	return fc.record<T, K>(model, { requiredKeys, noNullPrototype: true });
}

export const source = record(
	{
		id: anyId,
		title: anyText,
		publisher: anyText,
		published: anyWhen,
		kind: fc.constantFrom('news-report', 'data set'),
		language: fc.constantFrom('en', 'fa'),
		authors: fc.array(anyText, { maxLength: 2 }),
		url: fc.constantFrom('https://example.org/?a=1&b="2"', 'javascript:alert(1)'),
		retrieved: anyWhen,
		sha256: fc.constant('0123456789abcdef'.repeat(4))
	},
	['id', 'title']
);

export const voice = record(
	{
		id: anyId,
		label: anyText,
		people: fc.integer({ min: 1, max: 10 }),
		anonymous: fc.boolean(),
		actor: number,
		role: anyText,
		side: anyText
	},
	['id', 'label']
);

const name = record({ text: anyText, lang: fc.constantFrom('ar', 'fa') }, ['text', 'lang']);

/** What files of other programs leave: names of ours and hostile ones among them, some of them twice. */
const attributes = fc.array(
	fc.tuple(
		fc.oneof(fc.constantFrom('Sector', 'name', 'type', 'claims', '__proto__', '', 'dramatis.x'), anyText),
		anyText
	),
	{ minLength: 1, maxLength: 3 }
);

export const actor = record(
	{
		id: anyId,
		name: anyText,
		kind: fc.constantFrom(...ACTOR_KINDS),
		names: fc.array(name, { maxLength: 2 }),
		aliases: fc.array(anyText, { maxLength: 3 }),
		description: anyText,
		collective: fc.boolean(),
		side: anyText,
		sameAs: fc.array(fc.constantFrom('wikidata:Q1', 'wikidata:Q2', 'viaf:3'), { maxLength: 2 }),
		when: anyWhen,
		attributes
	},
	['id', 'name', 'kind']
);

const figure = record({ what: anyText, value: fc.nat(), unit: anyText }, ['what', 'value']);

export const event = record(
	{
		id: anyId,
		title: anyText,
		when: anyWhen,
		place: anyText,
		figures: fc.array(figure, { maxLength: 2 })
	},
	['id', 'title']
);

export const relation = record(
	{
		id: anyId,
		type: number,
		from: number,
		to: number,
		when: anyWhen,
		event: number,
		note: anyText,
		attributes
	},
	['id', 'type', 'from', 'to']
);

export const link = record({ id: anyId, type: fc.constantFrom(...LINK_TYPES), from: number, to: number }, [
	'id',
	'type',
	'from',
	'to'
]);

export const claim = record(
	{
		id: anyId,
		about: fc.array(number, { minLength: 1, maxLength: 3 }),
		statement: anyText,
		modality: fc.constantFrom(...MODALITIES),
		voices: fc.array(number, { minLength: 1, maxLength: 3 }),
		source: number,
		paragraph: fc.integer({ min: 1, max: 40 }),
		passage: fc.tuple(fc.nat({ max: 5000 }), fc.integer({ min: 1, max: 300 })),
		print: record(
			{
				before: fc.stringMatching(/^[0-9a-f]{0,8}$/),
				exact: fc.stringMatching(/^[0-9a-f]{1,30}$/),
				after: fc.stringMatching(/^[0-9a-f]{0,8}$/)
			},
			['before', 'exact', 'after']
		),
		quote: record({ exact: fc.string({ minLength: 1 }), prefix: anyText, suffix: anyText }, ['exact']),
		grade: fc.constantFrom('A1', 'B2', 'F6')
	},
	['id', 'about', 'statement', 'modality', 'voices', 'source']
).map(({ passage, ...rest }) =>
	passage ? { ...rest, start: passage[0], end: passage[0] + passage[1] } : rest
);

export const relationType = record(
	{
		id: anyId,
		name: anyText,
		reverse: anyText,
		family: fc.constantFrom(...FAMILIES),
		sign: fc.constantFrom('+', '-', '0'),
		nature: fc.constantFrom('state', 'act'),
		help: anyText,
		codes: record({ plover: anyText, wikidata: anyText }, [])
	},
	['id', 'name', 'reverse', 'family', 'sign', 'nature']
);
