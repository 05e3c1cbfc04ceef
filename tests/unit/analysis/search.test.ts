import { describe, expect, it } from 'vitest';
import { type Hit, buildSearch } from '#lib/analysis/search.ts';
import { REPORT, actor, documentOf, relation } from './search-documents.ts';

const report = buildSearch(REPORT);

function idsOf(hits: readonly Hit[]): string[] {
	return hits.map(({ id }) => id);
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

describe('what is too far', () => {
	it.each([
		['Qanbar', 'qaani'],
		['IAEA', 'aueio'],
		['Khatib', 'kataib'],
		['Badr', 'al']
	])('does not find %s by %s', (name, query) => {
		expect(buildSearch(documentOf([actor(name)])).search(query)).toEqual([]);
	});

	it('leaves the sound of three letters to the end', () => {
		const index = buildSearch(documentOf([actor('Koumi'), actor('x', { description: 'a commander' })]));
		expect(idsOf(index.search('com'))).toEqual(['x', 'Koumi']);
	});

	it('does not take words of descriptions for words of relations', () => {
		expect(report.search('armed urges').map(({ what }) => what)).not.toContain('relation');
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

	it('puts the whole sound of an alias before the beginning of a name', () => {
		const index = buildSearch(documentOf([actor('Kitabani'), actor('x', { aliases: ['Kataib Group'] })]));
		expect(index.search('ketaeb')).toMatchObject([
			{ id: 'x', field: 'alias', matched: 'Kataib Group' },
			{ id: 'Kitabani', field: 'name' }
		]);
	});

	it('passes over articles, but likes them', () => {
		const names = ['Sons of the Badr', 'Sons of Badr', 'Kataib al-Haq', 'Ansar Kataib Haq'];
		const relations = [1, 3].map((i) => relation(names[i]!, 'meets', names[i]!));
		const index = buildSearch(
			documentOf(
				names.map((name) => actor(name)),
				{ relations }
			)
		);
		expect(idsOf(index.search('the badr')).slice(0, 2)).toEqual(names.slice(0, 2));
		expect(idsOf(index.search('ketaeb haqq')).slice(0, 2)).toEqual(names.slice(2));
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
			documentOf(
				['Army D', 'Army C', 'Army B', 'Army A', 'x'].map((name) => actor(name)),
				{
					relations: [
						relation('Army D', 'backs', 'Army D'),
						relation('Army D', 'backs', 'nobody'),
						relation('Army C', 'backs', 'x')
					]
				}
			)
		);
		expect(idsOf(index.search('army')).slice(0, 4)).toEqual(['Army C', 'Army D', 'Army A', 'Army B']);
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

	it('are put in the order of reading even against the number of relations', () => {
		const relations = [
			relation('Busy', 'urges', 'Qaani'),
			relation('Qaani', 'urges', 'Calm'),
			relation('Busy', 'meets', 'Busy')
		];
		const index = buildSearch(
			documentOf(
				['Busy', 'Calm', 'Qaani'].map((name) => actor(name)),
				{ relations }
			)
		);
		expect(idsOf(index.search('qaani urges'))).toEqual(['Qaani urges Calm', 'Busy urges Qaani']);
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
