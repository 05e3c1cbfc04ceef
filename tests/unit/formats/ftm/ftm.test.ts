import { describe, expect, it } from 'vitest';
import { FTM } from '#lib/formats/ftm/ftm.ts';
import { guessMapping } from '#lib/formats/meaning/guess.ts';
import { interpret } from '#lib/formats/meaning/interpret.ts';
import { choiceForCode } from '#lib/formats/meaning/type-codes.ts';
import { outletOf } from '#lib/formats/out/out.ts';
import { termOf } from '#lib/formats/out/written-codes.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { emptyDocument, type Document } from '#lib/model/document.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import { staged, written } from '../staged-graphs.ts';
import { differenceLines, edgeLines, nodeLines, stagedFixture } from '../staged-words.ts';
import { whole } from '../whole.ts';

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

describe('a code that points the other way', () => {
	const document: Document = {
		...emptyDocument('T'),
		actors: ['a', 'b'].map((id) => ({ id, name: id, kind: 'armed-group' })),
		relations: [{ id: 'r', type: 'succeeds', from: 'a', to: 'b' }]
	};

	it('is written and read that way, by other programs too', () => {
		const text = new TextDecoder().decode(whole(outletOf('ftm').write(document, 'exact')));
		expect(text).toContain('"predecessor":["b"],"successor":["a"]');
		const foreign = text.replace(/,"dramatis":\{.*\}(?=\}$)/gm, '');
		expect(foreign).not.toContain('dramatis');
		const graph = staged(FTM, foreign);
		expect(graph.edges).toMatchObject([{ source: 'b', target: 'a' }]);
		const { relations } = interpret(graph, guessMapping(graph).mapping).document;
		expect(relations).toMatchObject([{ type: 'succeeds', from: 'a', to: 'b' }]);
	});

	it('is read as the types say it, in every vocabulary', () => {
		const codes = RELATION_TYPES.flatMap(({ id, codes: all = {} }) =>
			Object.values(all as Record<string, string>).map((code) => ({ id, ...termOf(code) }))
		);
		expect(codes.filter(({ turned }) => turned)).toEqual([
			{ id: 'succeeds', term: 'Succession', turned: true }
		]);
		for (const { id, term, turned } of codes) {
			const choice = choiceForCode(term)?.choice;
			const isOurs = choice !== undefined && 'id' in choice && choice.id === id;
			expect([term, isOurs && (choice.turned ?? false)]).toEqual([term, turned]);
		}
	});
});

describe('entities inside entities', () => {
	const entity = (id: string, schema: string, properties: object) => ({ id, schema, properties });
	const read = (...entities: object[]) => staged(FTM, entities.map((one) => JSON.stringify(one)).join('\n'));
	const ties = (graph: StagedGraph) => edgeLines(graph).map((line) => line.split(':')[0]);
	const company = entity('c', 'Company', { name: ['Co'], country: ['iq'] });

	it('are taken apart: one node each, counted as merged where it comes again', () => {
		const tie = (id: string, owner: string) =>
			entity(id, 'Ownership', { owner: [entity(owner, 'Person', { name: [owner] })], asset: [company] });
		const graph = read(tie('o1', 'p'), tie('o2', 'q'), entity('c', 'Company', { name: ['The Co'] }));
		expect(ties(graph)).toEqual(['p -> c', 'q -> c']);
		expect(nodeLines(graph).map(sorted)[0]).toBe(
			'c: country = iq, role kind = organisation, role name = The Co, schema = Company'
		);
		expect(graph.tally).toMatchObject({
			nodes: { inFile: 5, taken: 3, merged: 2, leftOut: 0 },
			edges: { inFile: 2, taken: 2 }
		});
		expect(differenceLines(graph)).toEqual([
			'merged node at line 1, asset[0]',
			'merged node at line 2, asset[0]'
		]);
	});

	it('may be ties that leave out the entity around them, and are there from both ends', () => {
		const graph = read(
			entity('p', 'Person', {
				name: ['P'],
				ownershipOwner: [entity('o', 'Ownership', { asset: [company] })],
				sanctions: [entity('s', 'Sanction', { entity: ['p'] }), entity('t', 'Sanction', {})]
			}),
			entity('c', 'Company', { ownershipAsset: [entity('o', 'Ownership', { owner: ['p'] })] })
		);
		expect(ties(graph)).toEqual(['p -> c', 'p -> t', 's -> p']);
		expect(graph.tally.edges).toEqual({ inFile: 4, taken: 3, merged: 1, leftOut: 0 });
	});

	it('may lie in one another as deep as JSON may', () => {
		let chain: object = entity('n0', 'Company', {});
		for (let at = 1; at < 60; at++) chain = entity(`n${at}`, 'Company', { parent: [chain] });
		const graph = read(chain);
		expect([graph.nodes.length, graph.edges.length]).toEqual([60, 59]);
		expect(graph.nodes.at(-1)!.place).toContain('parent[0], parent[0]');
	});

	it('are one even if they are inside themselves', () => {
		const inner = entity('a', 'Company', { parent: ['a'] });
		const graph = read(entity('a', 'Company', { parent: [inner] }));
		expect(ties(graph)).toEqual(['a -> a']);
		expect([graph.tally.nodes.merged, graph.tally.edges.merged]).toEqual([1, 1]);
	});

	it('balance in a file of all of these', () => {
		const graph = stagedFixture(FTM, 'nested-entities.ftm.json');
		expect(ties(graph)).toEqual(['ann -> co', 'holding -> co', 'ann -> home', 'co -> holding', 's -> co']);
		expect(graph.tally.nodes).toEqual({ inFile: 8, taken: 5, merged: 3, leftOut: 0 });
		expect(graph.tally.edges).toEqual({ inFile: 6, taken: 5, merged: 1, leftOut: 0 });
		expect(differenceLines(graph)).toContain('merged edge at line 3, entity, ownershipAsset[0]');
	});

	it('add to a tie that is there what it lacks', () => {
		const one = (owner: string[]) => entity('o', 'Ownership', { owner, asset: ['c'] });
		const graph = read(
			company,
			entity('p', 'Person', {}),
			entity('q', 'Person', {}),
			one(['p']),
			one(['p', 'q'])
		);
		expect(ties(graph)).toEqual(['p -> c', 'q -> c']);
		expect(edgeLines(graph)[1]).toContain('role id = o#2');
	});

	it('come in envelopes: results of a search, of a comparison, or one entity', () => {
		for (const text of [
			{ status: 'ok', total: 1, results: [company] },
			{ subject: 'x', candidate: 'c', score: 1, entities: [company] },
			{ entity: company }
		].map((one) => JSON.stringify(one))) {
			expect(FTM.recognises(text), text).toBe(true);
			for (const whole of [text, `${text}\n${text}`, `\n${text.replace('{', '{\n')}`])
				expect(nodeLines(staged(FTM, whole))).toHaveLength(1);
		}
		const twice = JSON.stringify({ entities: [company] });
		expect(differenceLines(staged(FTM, `${twice}\n${twice}`))).toEqual([
			'merged node at line 2, entities[0]'
		]);
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
