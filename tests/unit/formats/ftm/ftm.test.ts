import { describe, expect, it } from 'vitest';
import { FTM } from '#lib/formats/ftm/ftm.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import { staged, written } from '../staged-graphs.ts';
import { differenceLines, edgeLines, nodeLines, stagedFixture } from '../staged-words.ts';

describe('FollowTheMoney', () => {
	const graph = stagedFixture(FTM, 'entities.ftm.json');

	it('gives entities, with ids of others as edges and what is no id as a value', () => {
		expect(nodeLines(graph).map(sorted)).toEqual(
			[
				'irgc: role name = IRGC, role kind = public-body, schema = PublicBody',
				'quds: role name = Quds Force, role kind = organisation, role aliases = Force\\; Quds; قوة القدس, ' +
					'role sameAs = wikidata:Q1145398, schema = Organization, country = ir, topics = mil; gov.security, caption = Quds Force',
				'qaani: role name = Esmail Qaani, role kind = person, role when = 1957-08/, schema = Person, birthDate = 1957-08, parent = nobody',
				's1: role kind = unknown, schema = Sanction, startDate = 2012, endDate = soon, authority = Treasury'
			].map(sorted)
		);
	});

	it('gives ties with their schema as type, their dates, and one edge for each pair', () => {
		expect(edgeLines(graph).map(sorted)).toEqual(
			[
				'qaani -> quds: role type = Directorship, role when = 2020-01-03/, role note = commander, role source = Gazette, role id = d1, summary = a; b',
				'quds -- qaani: role type = UnknownLink, role when = 2019/2021-05, role id = u1, endDate = 2019; 2021-05',
				'irgc -- qaani: role type = UnknownLink, role when = 2019/2021-05, role id = u1#2, endDate = 2019; 2021-05',
				'qaani -> irgc: role type = Membership, role when = 2024-01-29, role id = m1',
				'quds -> irgc: role type = parent',
				's1 -> qaani: role type = entity'
			].map(sorted)
		);
	});

	it('goes on after lines that are no entities, and tells them', () => {
		expect(differenceLines(graph)).toEqual([
			'left-out edge at line 7',
			'left-out other at line 10',
			'left-out other at line 11',
			'left-out edge at line 8'
		]);
	});

	it('refuses a file whose last line is cut off, with the line', () => {
		const text = '{"id":"a","schema":"Person","properties":{}}\n{"id":"b","sch';
		expect(() => staged(FTM, text)).toThrow(
			/breaks off in its last line, 2: it is no JSON from column 15 on/
		);
		expect(() => staged(FTM, text)).toThrow(UnreadableError);
	});

	it('reads what react-ftm embeds, with places', () => {
		const embedded = stagedFixture(FTM, 'embed.json');
		expect(nodeLines(embedded)).toEqual([
			'a: role name = A, role kind = person, role x = -10, role y = 2.50, schema = Person',
			'b: role kind = unknown, schema = LegalEntity'
		]);
		expect(edgeLines(embedded).map(sorted)).toEqual(
			['a -- b: role id = f, role type = Family, role note = sister'].map(sorted)
		);
		expect(differenceLines(embedded)).toEqual(['noticed other at layout', 'left-out other at entities[3]']);
	});
});

/** Values in the order of the alphabet: columns come in that of their first use. */
function sorted(line: string): string {
	const [head, values = ''] = line.split(/: (.*)/s);
	return `${head}: ${values.split(', ').sort().join(', ')}`;
}

const graph: StagedGraph = {
	format: 'made-up',
	table: false,
	nodeColumns: [
		{ name: 'name', role: 'name' },
		{ name: 'kind', role: 'kind' },
		{ name: 'aliases', role: 'aliases' }
	],
	edgeColumns: [
		{ name: 'id', role: 'id' },
		{ name: 'type', role: 'type' },
		{ name: 'when', role: 'when' }
	],
	nodes: [
		{ id: 'a', values: ['Ann', 'person', 'A.; N\\;n'], place: '' },
		{ id: 'b', values: ['B', 'military'], place: '' },
		{ id: '', values: [undefined, 'state'], place: '' }
	],
	edges: [
		{ source: 'a', target: 'b', directed: true, values: ['1', 'commands', '2019-02/..'], place: '' },
		{ source: 'b', target: 'a', directed: true, values: ['a', 'commands', '2024-01-29'], place: '' },
		{ source: 'a', target: 'b', directed: true, values: [undefined, 'succeeds', '2019~'], place: '' },
		{ source: '', target: 'a', directed: false, values: ['', 'is a member of'], place: '' }
	],
	tally: {
		nodes: { inFile: 3, taken: 3, merged: 0, leftOut: 0 },
		edges: { inFile: 4, taken: 4, merged: 0, leftOut: 0 },
		others: { inFile: 0, taken: 0, merged: 0, leftOut: 0 }
	},
	differences: []
};

describe('FollowTheMoney as we write it', () => {
	const lines = written(FTM, graph).trimEnd().split('\n');
	const entities = lines.map(
		(line) => JSON.parse(line) as Readonly<Record<'id' | 'schema' | 'properties', unknown>>
	);

	it('has the schema that fits both ends, else UnknownLink with the type as its role', () => {
		expect(entities.map(({ id, schema, properties }) => [id, schema, properties])).toEqual([
			['a', 'Person', { name: ['Ann'], alias: ['A.', 'N;n'] }],
			['b', 'Organization', { name: ['B'] }],
			['dramatis-1', 'LegalEntity', { name: ['dramatis-1'] }],
			['1', 'Directorship', { director: ['a'], organization: ['b'], startDate: ['2019-02'] }],
			[
				'dramatis-2',
				'UnknownLink',
				{ subject: ['b'], object: ['a'], role: ['commands'], date: ['2024-01-29'] }
			],
			['dramatis-3', 'Succession', { predecessor: ['b'], successor: ['a'] }],
			['dramatis-4', 'UnknownLink', { subject: ['dramatis-1'], object: ['a'], role: ['is a member of'] }]
		]);
	});
});
