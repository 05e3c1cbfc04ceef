import { describe, expect, it } from 'vitest';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { STIX } from '#lib/formats/stix/stix.ts';
import { staged, written } from '../staged-graphs.ts';
import { differenceLines, edgeLines, nodeLines, stagedFixture } from '../staged-words.ts';

const short = (lines: string[]) => lines.map((line) => line.replace(/--0{8}-0000-4000-8000-0{10}/g, '-'));

describe('a STIX bundle', () => {
	const graph = stagedFixture(STIX, 'bundle.json');

	it('gives actors with kinds of ours, and the type of STIX beside', () => {
		const nodes = short(nodeLines(graph));
		expect(nodes[0]).toBe(
			'identity-01: role name = Ann, role kind = person, stix_type = identity, created = 2024-01-01T00:00:00Z, ' +
				'modified = 2024-01-01T00:00:00.5Z, identity_class = individual, sectors = media; a\\; b, ' +
				'created_by_ref = identity-02, created_by = Agency, marking = TLP:AMBER; Copyright nobody'
		);
		expect(nodes[1]).toContain('role kind = organisation');
		expect(nodes[1]).toContain('revoked = true');
		expect(nodes[2]).toContain('role kind = person, stix_type = threat-actor, role aliases = Ursa; B\\;3');
		expect(nodes[3]).toContain('role name = IQ, role kind = state');
		expect(nodes[4]).toContain('role name = example.org, role kind = unknown, stix_type = domain-name');
		expect(nodes.at(-1)).toBe('location-99: ');
	});

	it('gives relationships, sightings and references, with the report as source', () => {
		expect(short(edgeLines(graph))).toEqual([
			'threat-actor-03 -> identity-01: role id = relationship-11, role type = targets, ' +
				'role when = 2023-02-01T00:00:00Z/2023-03-01T12:30:00.000Z, role note = For a month, role source = What Bear does, ' +
				'role published = 2024-02-03T00:00:00Z, modified = 2024-01-02T00:00:00Z, notes = Look again, opinions = disagree (Agency)',
			'identity-02 -> location-99: role id = relationship-12, role type = located-at, role source = Gazette, ' +
				'start_time = yesterday, external_references = [{"source_name":"Gazette","url":"https://example.org/1"}]',
			'identity-01 -> threat-actor-03: role id = sighting-21, role type = sighting, role when = 2024-01-01T00:00:00Z/, count = 3',
			'identity-02 -> threat-actor-03: role id = sighting-21#2, role type = sighting, role when = 2024-01-01T00:00:00Z/, count = 3',
			'domain-name-31 -> ipv4-addr-32: role type = resolves-to'
		]);
	});

	it('takes the newest version, and nothing that was revoked', () => {
		expect(differenceLines(graph)).toEqual([
			'left-out other at objects[19]',
			'left-out other at objects[20]',
			'noticed node at objects[2]',
			'left-out edge at objects[9]',
			'left-out edge at objects[10]',
			'left-out edge at objects[11]',
			'left-out edge at objects[13]',
			'left-out other at objects[5]',
			'merged node at objects[0]',
			'merged edge at objects[7]',
			'noticed other at objects[16]',
			'noticed other at objects[17]',
			'noticed other at objects[18]',
			'noticed other at '
		]);
		expect(graph.tally.nodes).toEqual({ inFile: 11, taken: 10, merged: 1, leftOut: 0 });
	});

	it('leaves out the older versions of what is left out, for the same reason', () => {
		const versions = ['2020', '2022', '2021'].map(
			(year) =>
				`{"type":"relationship","id":"relationship--1","relationship_type":"uses","modified":"${year}-01-01T00:00:00Z"` +
				`,"source_ref":"tool--1","target_ref":"tool--2"${year === '2022' ? ',"revoked":true' : ''}}`
		);
		const twice = staged(STIX, `[${versions.join(',')}]`);
		expect(twice.tally.edges).toEqual({ inFile: 3, taken: 0, merged: 0, leftOut: 3 });
		expect(twice.differences.map(({ reason }) => reason)).toEqual([
			expect.stringContaining('has revoked it'),
			expect.stringContaining('(2020-01-01T00:00:00Z) of the object at [1], which was left out'),
			expect.stringContaining('which was left out')
		]);
		const held = staged(STIX, `[${versions.join(',').replace(',"revoked":true', '')}]`);
		expect(held.tally.edges).toEqual({ inFile: 3, taken: 1, merged: 2, leftOut: 0 });
		expect(held.edges[0]!.place).toBe('[1]');
	});

	it('is titled by its only report', () => expect(graph.title).toBe('What Bear does'));

	it('of version 2.0 keeps the parts of observed data as a value', () => {
		const nodes = nodeLines(stagedFixture(STIX, 'version-2.0.json'));
		expect(nodes[1]).toContain('objects = {"0":{"type":"file"');
	});

	it('need not have a bundle around', () => {
		const object = '{"type":"tool","id":"tool--00000000-0000-4000-8000-000000000001","name":"T"}';
		for (const text of [object, `[${object}]`]) {
			expect(STIX.recognises(text)).toBe(true);
			expect(staged(STIX, text).nodes).toHaveLength(1);
		}
		expect(STIX.recognises('{"type":"tool","id":"tool-1"}')).toBe(false);
	});
});

const graph: StagedGraph = {
	format: 'made-up',
	title: 'T',
	table: false,
	nodeColumns: [
		{ name: 'name', role: 'name' },
		{ name: 'kind', role: 'kind' }
	],
	edgeColumns: [
		{ name: 'type', role: 'type' },
		{ name: 'when', role: 'when' },
		{ name: 'note', role: 'note' }
	],
	nodes: [
		{ id: 'a', values: ['Ann', 'person'], place: '' },
		{ id: 'b', values: ['B', 'military'], place: '' },
		{ id: '', values: [], place: '' }
	],
	edges: [
		{ source: 'a', target: 'b', directed: true, values: ['is part of', '2019-02/2020', 'N'], place: '' },
		{ source: 'a', target: 'b', directed: true, values: ['is part of', '2019~', undefined], place: '' },
		{ source: 'b', target: 'a', directed: false, values: ['befriends', undefined, 'N'], place: '' }
	],
	tally: {
		nodes: { inFile: 3, taken: 3, merged: 0, leftOut: 0 },
		edges: { inFile: 3, taken: 3, merged: 0, leftOut: 0 },
		others: { inFile: 0, taken: 0, merged: 0, leftOut: 0 }
	},
	differences: []
};

interface Written {
	readonly objects: readonly Record<string, unknown>[];
}

describe('STIX as we write it', () => {
	const { objects } = JSON.parse(written(STIX, graph)) as Written;
	const ofType = (type: string) => objects.filter((object) => object.type === type);

	it('says in its own words what it has words for', () => {
		expect(ofType('identity').map(({ name, identity_class }) => [name, identity_class])).toEqual([
			['Dramatis', 'system'],
			['Ann', 'individual'],
			['B', 'organization'],
			['', 'unknown']
		]);
		expect(
			ofType('relationship').map((one) => [
				one.relationship_type,
				one.description,
				one.start_time,
				one.stop_time
			])
		).toEqual([
			['part-of', 'N', '2019-02-01T00:00:00.000Z', '2020-12-31T23:59:59.999Z'],
			['part-of', undefined, undefined, undefined],
			['related-to', 'befriends: N', undefined, undefined]
		]);
		expect(ofType('grouping')[0]).toMatchObject({ name: 'T', context: 'unspecified' });
	});

	it('has ids and references as STIX wants them, each once, and no empty list', () => {
		const ids = objects.map(({ id }) => id as string);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { id, type } of objects)
			expect(id).toMatch(new RegExp(`^${type as string}--[0-9a-f-]{14}5[0-9a-f-]{21}$`));
		for (const { source_ref, target_ref } of ofType('relationship'))
			expect(ids).toEqual(expect.arrayContaining([source_ref, target_ref]));
		expect(written(STIX, graph)).not.toContain('[]');
	});

	it('gives a relation the same id when others are added before it', () => {
		const last = (one: StagedGraph) => (JSON.parse(written(STIX, one)) as Written).objects.at(-1)!.id;
		expect(last({ ...graph, edges: graph.edges.slice(2) })).toBe(last(graph));
	});
});
