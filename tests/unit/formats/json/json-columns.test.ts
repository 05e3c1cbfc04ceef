import { describe, expect, it } from 'vitest';
import { ClearIds } from '#lib/formats/json/clear-ids.ts';
import { WrittenColumns } from '#lib/formats/json/json-columns.ts';
import type { EdgeRole } from '#lib/formats/staged.ts';

const columnsOf = (columns: { name: string; role?: EdgeRole }[], values: string[]) =>
	new WrittenColumns<EdgeRole>(columns, [{ values }], {
		reserved: ['source'],
		structural: ['type'],
		preferred: new Map([['id', 'id']])
	});

describe('columns as members', () => {
	it('have keys of their own, whatever they are called and however many have one role', () => {
		const columns = columnsOf(
			[
				{ name: 'id' },
				{ name: 'number', role: 'id' },
				{ name: 'id', role: 'id' },
				{ name: 'source' },
				{ name: 'type', role: 'type' },
				{ name: 'type', role: 'note' }
			],
			['a', 'b', 'c', 'd', 'e', 'f']
		);
		expect(columns.keys).toEqual(['id_2', 'id', 'id_3', 'source_2', null, 'type']);
		expect(columns.members(['a', undefined, 'c'])).toEqual(['"id_2":"a"', '"id_3":"c"']);
		expect(columns.structural('type', ['a', 'b', 'c', 'd', 'e'])).toBe('e');
		expect(JSON.parse(columns.mark())).toEqual({
			id_2: { name: 'id' },
			id: { name: 'number', role: 'id' },
			id_3: { name: 'id', role: 'id' },
			source_2: { name: 'source' },
			type: 'note'
		});
	});

	it.each([
		['5', true],
		['-0.25', true],
		['1.50', false],
		['007', false],
		['9007199254740993', false],
		['1e400', false],
		['NaN', false],
		['', false]
	])('are numbers only where no program could change one: %s', (value, numeric) => {
		expect(columnsOf([{ name: 'weight' }], [value]).numeric).toEqual([numeric]);
	});

	it('are texts where they are names', () => {
		expect(columnsOf([{ name: 'note', role: 'note' }], ['1984']).numeric).toEqual([false]);
	});
});

describe('clear ids', () => {
	it('are made where there are none, and never twice', () => {
		const nodes = ['', 'dramatis-1', ' ', 'a'].map((id) => ({ id, values: [], place: '' }));
		const ids = new ClearIds({ nodes });
		expect(nodes.map(({ id }) => ids.ofNode(id))).toEqual(['dramatis-2', 'dramatis-1', 'dramatis-3', 'a']);
		expect(['a', 'e', 'e', undefined, '\t'].map((id) => ids.ofEdge(id))).toEqual([
			'dramatis-4',
			'e',
			'dramatis-5',
			'dramatis-6',
			'dramatis-7'
		]);
	});
});
