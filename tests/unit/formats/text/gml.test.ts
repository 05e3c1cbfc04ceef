import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GML } from '#lib/formats/text/gml.ts';
import { LIMITS } from '#lib/formats/limits.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import { anyPieces, contentOf, staged } from '../staged-graphs.ts';

const read = (name: string) =>
	readFileSync(new URL(`../../../fixtures/gml/${name}`, import.meta.url), 'utf8');
const report = read('report.gml');

describe('a GML file', () => {
	const graph = staged(GML, report);
	const content = contentOf(graph);
	const values = (id: string) => Object.fromEntries(content.nodes.find(([known]) => known === id)![1]);

	it('is told by its beginning', () => {
		expect(GML.recognises(report)).toBe(true);
		expect(GML.recognises(read('two-graphs.gml'))).toBe(true);
		for (const other of [
			'graph { a }',
			'digraph g { a }',
			'{"graph": []}',
			'',
			'a [ graph [ ] ]',
			'*Vertices 3'
		]) {
			expect(GML.recognises(other), other).toBe(false);
		}
	});

	it('gives nodes with texts as they are meant and ids as they are written', () => {
		expect(content.nodes.map(([id]) => id)).toEqual(['007', '2', '6', '5']);
		expect(values('007')).toEqual({
			name: 'Kata’ib "H" & sons &nosuch;',
			x: '12.50',
			y: '-3',
			' kind': 'armed-group',
			' graphics.type': 'oval',
			' alias': 'KH; Brigades'
		});
		expect(values('2')).toEqual({ name: 'Müller # no comment\non two lines' });
		expect(values('6')).toEqual({ name: 'inner', parent: '5' });
		expect([graph.title, graph.description]).toEqual(['A small report', 'Who backs whom']);
	});

	it('gives edges their direction even if the graph says it last', () => {
		expect(content.edges).toEqual([
			{ source: '6', target: '5', directed: true, values: [] },
			{
				source: '007',
				target: '2',
				directed: true,
				values: [
					[' label', 'backs'],
					[' value', '+1.5E-3'],
					['id', 'e1']
				]
			},
			{ source: '2', target: '2', directed: true, values: [] }
		]);
	});

	it('counts each element once, and says what was not taken', () => {
		expect(graph.tally.nodes).toEqual({ inFile: 6, taken: 4, merged: 1, leftOut: 1 });
		expect(graph.tally.edges).toEqual({ inFile: 5, taken: 3, merged: 0, leftOut: 2 });
		const told = graph.differences
			.map(({ effect, place, reason }) => `${effect} ${place}: ${reason}`)
			.join('\n');
		expect(told).toContain('noticed line 9: "alias" is given more than once');
		expect(told).toContain('left-out line 19: The node has no id.');
		expect(told).toContain('left-out line 30: The edge has no target.');
		expect(told).toContain(
			'noticed graph: What the file says of the graph itself was not taken: backdrop, hints.'
		);
	});

	it('may hold several graphs, whose ids begin anew', () => {
		const two = staged(GML, read('two-graphs.gml'));
		expect(contentOf(two).nodes).toEqual([
			[
				'0',
				[
					[' isGroup', '1'],
					['name', 'a group']
				]
			],
			['1', [['parent', '0']]],
			['2:0', []],
			['2:1', [['parent', '2:0']]]
		]);
		expect(two.edges.map(({ source, target }) => [source, target])).toEqual([
			['1', '0'],
			['2:0', '2:1']
		]);
		expect(two.differences.map(({ place }) => place)).toEqual(['the file']);
	});

	it.each([
		['graph [ node [ id 1 ]', 'line 1, column 22'],
		['graph [ node [ id ] ]', 'line 1, column 19'],
		['graph [\n\tnode [ label "open\n]]', 'line 2, column 15'],
		['graph [ ] ]', 'line 1, column 11'],
		['graph [ 1 ]', 'line 1, column 9'],
		['graph [ [ ] ]', 'line 1, column 9'],
		['graph [ ] key', 'line 1, column 14'],
		['Creator "x"', 'line 1, column 12']
	])('%s is refused with its place', (text, place) => {
		let refusal: unknown;
		try {
			staged(GML, text);
		} catch (error) {
			refusal = error;
		}
		expect(refusal).toBeInstanceOf(UnreadableError);
		expect((refusal as UnreadableError).place).toBe(place);
	});

	it('is nested as deep as the limit and no deeper', () => {
		const nested = (depth: number) => 'graph [ node [ id 1 ' + 'a [ '.repeat(depth - 2) + ']'.repeat(depth);
		expect(staged(GML, nested(LIMITS.depth)).nodes).toHaveLength(1);
		expect(() => staged(GML, nested(LIMITS.depth + 1))).toThrow(/nested too deeply/);
		expect(() => staged(GML, 'graph [ '.repeat(1_000_000))).toThrow(UnreadableError);
	});

	it('cut anywhere is refused, but for blanks at its end', () => {
		for (let end = 0; end < report.trimEnd().length; end++) {
			expect(() => staged(GML, report.slice(0, end)), String(end)).toThrow(UnreadableError);
		}
	});

	it('says the same in whatever pieces it comes', () => {
		fc.assert(
			fc.property(anyPieces, (pieces) => {
				expect(staged(GML, report, pieces)).toEqual(graph);
			})
		);
	});

	it('takes time in proportion, in pieces of one character too', () => {
		const long = `graph [ node [ id 1 label "${'x'.repeat(300_000)}" ] ]`;
		expect(staged(GML, long, [1]).nodes[0]!.values[0]).toHaveLength(300_000);
	});

	it('made of any words is read or refused, and adds up', () => {
		const word = fc.constantFrom(
			'graph',
			'[',
			']',
			'node',
			'edge',
			'id',
			'source',
			'target',
			'1',
			'"a"',
			'"',
			'#',
			'\n',
			'__proto__'
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 40 }), (words) => {
				const text = `graph [ ${words.join(' ')}`;
				try {
					const { tally } = staged(GML, text);
					for (const { inFile, taken, merged, leftOut } of [tally.nodes, tally.edges]) {
						expect(taken + merged + leftOut).toBe(inFile);
					}
				} catch (error) {
					expect(error).toBeInstanceOf(UnreadableError);
				}
			}),
			{ numRuns: 500 }
		);
	});
});
