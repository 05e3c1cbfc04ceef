import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hit, type SearchIndex, buildSearch, buildSearchInPieces } from '#lib/analysis/search.ts';
import { fold } from '#lib/analysis/spelling.ts';
import { type Actor, type Document, type Relation, emptyDocument } from '#lib/model/document.ts';

function actor(name: string, more: Partial<Actor> = {}): Actor {
	return { id: name, name, kind: 'organisation', ...more };
}

function relation(from: string, type: string, to: string, more: Partial<Relation> = {}): Relation {
	return { id: `${from} ${type} ${to}`, type, from, to, ...more };
}

function documentOf(actors: readonly Actor[], more: Partial<Document> = {}): Document {
	return { ...emptyDocument('test'), actors, ...more };
}

const REPORT = documentOf(
	[
		actor('Kataib Hezbollah', { description: 'An armed group in Iraq, close to the Quds Force.' }),
		actor('Quds Force', { names: [{ text: 'نیروی قدس', lang: 'fa' }], aliases: ['IRGC-QF'] }),
		actor('Esmail Qaani', { kind: 'person', description: 'Commander since 2020.' }),
		actor('Mohammed Shia al-Sudani', { kind: 'person' }),
		actor('Iran', { kind: 'state', aliases: ['Islamic Republic'] }),
		actor('Iraq', { kind: 'state' }),
		actor('United States', { kind: 'state', aliases: ['US', 'USA'] }),
		actor('US troops in Iraq', { kind: 'military', collective: true }),
		actor('Harakat Hezbollah al-Nujaba'),
		actor('Badr Organisation')
	],
	{
		relations: [
			relation('Esmail Qaani', 'commands', 'Quds Force'),
			relation('Esmail Qaani', 'urges', 'Kataib Hezbollah', { note: 'at the airport' }),
			relation('Quds Force', 'part_of', 'Iran'),
			relation('Iran', 'backs', 'Kataib Hezbollah'),
			relation('Kataib Hezbollah', 'attacks', 'US troops in Iraq'),
			relation('US troops in Iraq', 'part_of', 'United States'),
			relation('Iran', 'urges', 'Esmail Qaani')
		],
		events: [{ id: 'tower', title: 'Attack on Tower 22', place: 'Jordan' }]
	}
);
const report = buildSearch(REPORT);

function idsOf(hits: readonly Hit[]): string[] {
	return hits.map(({ id }) => id);
}

/** The hits before and including the first one with an id; all if it is not among them. */
function upTo(index: SearchIndex, query: string, id: string): Hit[] {
	const hits = index.search(query, Infinity);
	const place = hits.findIndex((hit) => hit.id === id && hit.what !== 'relation');
	return place < 0 ? hits : hits.slice(0, place + 1);
}

describe('spellings', () => {
	it.each([
		['Kataib Hezbollah', ['Kataib', "Kata'ib", 'Kata’ib', 'KATAʾIB', 'Ketaeb', 'Kataeb', 'كتائب', 'کتائب']],
		['Kataib Hezbollah', ['Ketaeb Hizballah', 'كتائب حزب الله', 'کتائب حزب‌الله', 'kataib hezb allah']],
		['Quds Force', ['Quds', 'Qods', 'al-Quds Force', 'القدس', 'فيلق القدس', 'Kuds']],
		['Esmail Qaani', ['Qaani', "Qa'ani", 'Ghaani', 'Ghani', 'قاآنی', 'قاآني', 'Ismail Ghani', 'إسماعيل']],
		['Mohammed Shia al-Sudani', ['Sudani', 'Soudani', 'as-Sudani', 'السوداني', 'Muhammad Sudani', 'محمد']],
		['Iraq', ['Irak', 'العراق']]
	])('finds %s first by %j', (name, queries) => {
		for (const query of queries) expect([query, report.search(query)[0]?.id]).toEqual([query, name]);
	});

	it.each(['Hezbollah', 'Hizballah', 'Hizbullah', 'حزب الله', 'حزب‌الله', 'hezb ollah'])(
		'finds both Hezbollahs by %s',
		(query) => {
			expect(idsOf(report.search(query)).slice(0, 2).sort()).toEqual([
				'Harakat Hezbollah al-Nujaba',
				'Kataib Hezbollah'
			]);
		}
	);

	it('finds names in Arabic script by Latin ones', () => {
		const names = ['كتائب حزب الله', 'فيلق القدس', 'قاآنی', 'محمد شياع السوداني', 'سيف الدين', 'علي'];
		const index = buildSearch(documentOf(names.map((name) => actor(name))));
		const queries = ['Ketaeb', 'al-Quds', 'Ghaani', 'Soudani', 'Saifuddin', 'Ali'];
		expect(queries.map((query) => index.search(query)[0]?.id)).toEqual(names);
		expect(index.search('kataib hizbullah')[0]?.id).toBe(names[0]);
	});

	it('forgives one edit in five letters, none in four', () => {
		expect(idsOf(report.search('organiation'))).toEqual(['Badr Organisation']);
		expect(idsOf(report.search('untied states'))[0]).toBe('United States');
		expect(idsOf(report.search('bard'))).not.toContain('Badr Organisation');
	});
});

describe('ranking', () => {
	it('goes from the exact name to the description', () => {
		const names = ['Badr', 'Badr Corps', 'Old Badr', 'Corps', 'Bader', 'Bedir'];
		const index = buildSearch(
			documentOf([
				actor('Notes', { description: 'Once named badr.' }),
				...names.toReversed().map((name) => actor(name, name === 'Corps' ? { aliases: ['X Badr'] } : {}))
			])
		);
		const hits = index.search('badr');
		expect(idsOf(hits)).toEqual(['Badr', 'Badr Corps', 'Old Badr', 'Corps', 'Bader', 'Bedir', 'Notes']);
		expect(hits.map(({ field }) => field)).toEqual([
			'name',
			'name',
			'name',
			'alias',
			'name',
			'name',
			'description'
		]);
		expect(hits.map(({ score }) => Math.floor(score))).toEqual([9, 8, 7, 6, 5, 5, 3]);
	});

	it('puts one edit between sound and description', () => {
		const index = buildSearch(
			documentOf([actor('a', { description: 'basir' }), actor('Basil'), actor('Baser')])
		);
		expect(idsOf(index.search('basir'))).toEqual(['Baser', 'Basil', 'a']);
	});

	it('puts whole names that sound the same before words, words before two as one and beginnings', () => {
		const names = ['Ketaeb', 'Kataib Group', 'Ghoutou Bey', 'Kitabani'];
		const index = buildSearch(documentOf(names.toReversed().map((name) => actor(name))));
		expect(idsOf(index.search('كتائب'))).toEqual(names);
		expect(idsOf(index.search('group ketaeb'))).toEqual(['Kataib Group']);
	});

	it('takes the surname of a person for as much as the start of a name', () => {
		const persons = ['Esmail Qaani', 'Mohammed al-Sudani'].map((name) => actor(name, { kind: 'person' }));
		const others = ["Qaani's predecessor", 'Al-Sudani cabinet', 'Friends of Qaani'].map((name) =>
			actor(name)
		);
		const relations = persons.map(({ id }) => relation(id, 'meets', id));
		const index = buildSearch(documentOf([...others, ...persons], { relations }));
		expect(idsOf(index.search('qaa')).slice(0, 3)).toEqual([
			'Esmail Qaani',
			"Qaani's predecessor",
			'Friends of Qaani'
		]);
		expect(idsOf(index.search('al-sud')).slice(0, 2)).toEqual(['Mohammed al-Sudani', 'Al-Sudani cabinet']);
	});

	it('takes an exact alias for more than the start of a name', () => {
		expect(report.search('US').slice(0, 2)).toMatchObject([
			{ id: 'United States', field: 'alias', matched: 'US' },
			{ id: 'US troops in Iraq', field: 'name' }
		]);
	});

	it('puts the own name before the same alias', () => {
		const index = buildSearch(documentOf([actor('a', { aliases: ['Badr'] }), actor('Badr')]));
		expect(idsOf(index.search('badr'))).toEqual(['Badr', 'a']);
	});

	it('breaks ties by number of relations, then by name', () => {
		const index = buildSearch(
			documentOf([actor('Army C'), actor('Army B'), actor('Army A')], {
				relations: [relation('Army C', 'backs', 'Army C'), relation('Army C', 'backs', 'nobody')]
			})
		);
		expect(idsOf(index.search('army')).slice(0, 3)).toEqual(['Army C', 'Army A', 'Army B']);
	});

	it('puts actors before events at equal quality', () => {
		const index = buildSearch(
			documentOf([actor('Attack force')], { events: [{ id: 'e', title: 'Attack at dawn' }] })
		);
		expect(index.search('attack').map(({ what }) => what)).toEqual(['actor', 'event']);
	});

	it('gives no more than the limit, and the best of them', () => {
		const all = report.search('i', Infinity);
		expect(report.search('i', 3)).toEqual(all.slice(0, 3));
		expect([0, -1, NaN].map((limit) => report.search('iran', limit))).toEqual([[], [], []]);
	});
});

describe('relations', () => {
	it('are met by actor, type and actor in any order, the read order first', () => {
		const hits = report.search('qaani urges');
		expect(hits.map(({ what, matched }) => [what, matched])).toEqual([
			['relation', 'Esmail Qaani urges Kataib Hezbollah'],
			['relation', 'Iran urges Esmail Qaani']
		]);
		expect(hits[0]?.field).toBe('relation');
	});

	it('are met by other spellings, the reverse reading and the note', () => {
		const urges = 'Esmail Qaani urges Kataib Hezbollah';
		expect(report.search('ghaani urges ketaeb')[0]?.matched).toBe(urges);
		expect(report.search('hezbollah urged by qaani')[0]?.matched).toBe(urges);
		expect(report.search('qaani airport')[0]?.matched).toBe(urges);
		expect(report.search('قاآنی urges')[0]?.matched).toBe(urges);
	});

	it('come after actors', () => {
		const whats = report.search('iran').map(({ what }) => what);
		expect(whats).toContain('relation');
		expect(whats.lastIndexOf('actor')).toBeLessThan(whats.indexOf('relation'));
	});

	it('read in the plural after many', () => {
		const troops = report.search('troops part')[0];
		expect(troops?.matched).toBe('US troops in Iraq are part of United States');
	});
});

describe('what is shown', () => {
	it('is the name, alias or script that was met', () => {
		expect(report.search('irgc')[0]).toMatchObject({ field: 'alias', matched: 'IRGC-QF' });
		expect(report.search('نیروی')[0]).toMatchObject({ field: 'script', matched: 'نیروی قدس' });
		expect(report.search('ketaeb')[0]).toMatchObject({ field: 'name', matched: 'Kataib Hezbollah' });
	});

	it('is the surroundings in a long description', () => {
		const words = Array.from({ length: 60 }, (_, i) => `word${i}x`);
		const index = buildSearch(documentOf([actor('a', { description: words.join(' ') })]));
		const hit = index.search('word30')[0];
		expect(hit).toMatchObject({ field: 'description' });
		expect(hit?.matched).toMatch(/^…word26x .*word30x .*word39x…$/);
		expect(index.search('word59')[0]?.matched).toMatch(/^…word55x .* word59x$/);
	});

	it('finds events by title and place', () => {
		expect(report.search('tower')[0]).toMatchObject({ what: 'event', id: 'tower', field: 'name' });
		expect(report.search('jordan')[0]).toMatchObject({ what: 'event', field: 'description' });
	});
});

/** Text of any code units, and text of few words, so that names share some. */
const anyName = fc.oneof(
	fc
		.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
		.map((units) => String.fromCharCode(...units)),
	fc
		.array(fc.constantFrom('al', 'The', 'Badr', "Kata'ib", 'كتائب', 'U.S.', '—', '!!', 'as', 'Sudani'), {
			maxLength: 20
		})
		.map((words) => words.join(' ')),
	fc.constantFrom('__proto__', 'constructor', 'toString', 'x'.repeat(2000), 'a b '.repeat(400))
);
const anyActors = fc.array(
	fc.record({
		id: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '', 'hasOwnProperty')),
		name: anyName,
		kind: fc.constant('unknown' as const),
		aliases: fc.array(anyName, { maxLength: 2 }),
		names: fc.array(fc.record({ text: anyName, lang: fc.constant('ar') }), { maxLength: 2 }),
		description: anyName
	}),
	{ maxLength: 12 }
);

describe('any document', () => {
	it('finds each actor by each of its names typed in full, none but exact ones before it', () => {
		fc.assert(
			fc.property(anyActors, (some) => {
				const actors = some.map((one, i) => ({ ...one, id: `${i} ${one.id}` }));
				const index = buildSearch(documentOf(actors));
				for (const { id, name, aliases, names } of actors)
					for (const text of [name, ...aliases, ...names.map((other) => other.text)]) {
						if (fold(text) === '') continue;
						const hits = upTo(index, text, id);
						expect(hits.at(-1)?.id).toBe(id);
						expect(hits.every(({ score }) => score >= 9)).toBe(true);
						if (text === name) expect(hits.at(-1)?.score).toBe(hits[0]?.score);
					}
			})
		);
	});

	it('gives each id once, in order of score, and the first ones alike whatever the limit', () => {
		fc.assert(
			fc.property(anyActors, anyName, (actors, query) => {
				const ends = actors.map(({ id }, i) => relation(id, 'backs', actors[0]!.id, { id: `${i % 3}` }));
				const index = buildSearch(documentOf(actors, { relations: ends }));
				const hits = index.search(query, Infinity);
				const keys = hits.map(({ what, id }) => JSON.stringify([what, id]));
				expect(new Set(keys).size).toBe(keys.length);
				expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
				expect(index.search(query, 2)).toEqual(hits.slice(0, 2));
			})
		);
	});

	it('adds nothing to prototypes', () => {
		const before = Object.getOwnPropertyNames(Object.prototype);
		const names = ['__proto__', 'constructor'];
		const index = buildSearch(
			documentOf(
				names.map((name) => actor(name)),
				{ relations: [relation('__proto__', '__proto__', 'constructor')] }
			)
		);
		expect(index.search('__proto__')[0]).toMatchObject({ id: '__proto__', matched: '__proto__' });
		expect(index.search('constructor')[0]?.id).toBe('constructor');
		expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
	});

	it('is read though its texts are very long and its names very many', () => {
		const long = 'Kataib Hezbollah '.repeat(60_000);
		const aliases = Array.from({ length: 50_000 }, (_, i) => `alias ${i}`);
		const index = buildSearch(documentOf([actor(long, { id: 'a', aliases, description: long })]));
		expect(index.search(long)[0]?.id).toBe('a');
		expect(index.search('alias 7')[0]?.matched.length).toBeLessThan(20);
		expect(index.search('hezbollah')[0]?.matched.length).toBeLessThanOrEqual(500);
	});

	it('is read in three hundred languages', () => {
		const names = Array.from({ length: 300 }, (_, i) => ({ text: `United States ${i}x`, lang: 'en' }));
		const index = buildSearch(documentOf([actor('a', { names })]));
		expect(names.map(({ text }) => index.search(text)[0]?.matched)).toEqual(names.map(({ text }) => text));
	});

	it('is read in pieces that come to the same', () => {
		const actors = Array.from({ length: 3000 }, (_, i) =>
			actor(`Actor ${i}`, { description: 'word '.repeat(20) })
		);
		const pieces = buildSearchInPieces(documentOf(actors));
		const shares: number[] = [];
		let step = pieces.next();
		for (; !step.done; step = pieces.next()) shares.push(step.value);
		expect(shares.length).toBeGreaterThan(10);
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
		expect(step.value.search('2999')).toEqual(buildSearch(documentOf(actors)).search('2999'));
	});
});
