/** What holds for every format that is JSON. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CX } from '#lib/formats/json/cx.ts';
import { CX2 } from '#lib/formats/json/cx2.ts';
import { CYTOSCAPE_JSON } from '#lib/formats/json/cytoscape-json.ts';
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { FTM } from '#lib/formats/ftm/ftm.ts';
import { JGF } from '#lib/formats/json/jgf.ts';
import { LIMITS } from '#lib/formats/limits.ts';
import { NATIVE } from '#lib/formats/native/native.ts';
import { NODE_LINK } from '#lib/formats/json/node-link.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { STIX } from '#lib/formats/stix/stix.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import { anyPieces, contentOf, staged, stagedGraphs, written } from './staged-graphs.ts';

const FORMATS: readonly ForeignFormat[] = [CYTOSCAPE_JSON, CX, CX2, NODE_LINK, JGF, STIX, FTM];
const WRITTEN = FORMATS.filter((format) => format.write);

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const files = FORMATS.flatMap((format) =>
	readdirSync(new URL(`${format.id}/`, FIXTURES)).map((name) => ({
		format,
		name,
		text: readFileSync(new URL(`${format.id}/${name}`, FIXTURES), 'utf8')
	}))
);

const balances = ({ nodes, edges, tally }: StagedGraph) => {
	for (const { inFile, taken, merged, leftOut } of Object.values(tally))
		expect(taken + merged + leftOut).toBe(inFile);
	expect([tally.nodes.taken, tally.edges.taken]).toEqual([nodes.length, edges.length]);
};

describe.each(WRITTEN.map((format) => [format.id, format] as const))('%s as we write it', (_, format) => {
	it('reads back as it was', () => {
		fc.assert(
			fc.property(stagedGraphs(), (graph) => {
				const back = staged(format, written(format, graph));
				expect(contentOf(back)).toEqual(contentOf(graph, format.keeps));
				balances(back);
				expect(back.differences).toEqual([]);
			})
		);
	});

	it('is written again character for character', () => {
		fc.assert(
			fc.property(stagedGraphs(), (graph) => {
				const text = written(format, graph);
				expect(written(format, graph)).toBe(text);
				expect(contentOf(staged(format, text))).toEqual(
					contentOf(staged(format, written(format, staged(format, text))))
				);
			})
		);
	});

	it('is known by its own recogniser alone', () => {
		fc.assert(
			fc.property(stagedGraphs(), (graph) => {
				const head = written(format, graph).slice(0, 65_536);
				expect(FORMATS.filter((one) => one.recognises(head)).map(({ id }) => id)).toEqual([format.id]);
				expect(NATIVE.recognises(head)).toBe(false);
			})
		);
	});
});

describe.each(files.map(({ name, format, text }) => [`${format.id}/${name}`, format, text] as const))(
	'%s',
	(_, format, text) => {
		it('is known by its own recogniser alone', () => {
			expect(FORMATS.filter((one) => one.recognises(text)).map(({ id }) => id)).toEqual([format.id]);
			expect(NATIVE.recognises(text)).toBe(false);
		});

		it('is taken for nothing else, wherever its head is cut', () => {
			// Before an element has begun, nothing tells `{"nodes": [` of one format from that of another.
			for (let at = 60; at < text.length; at += 1 + Math.floor(text.length / 500))
				for (const one of FORMATS)
					if (one !== format) expect(one.recognises(text.slice(0, at)), `${one.id} at ${at}`).toBe(false);
		});

		it('gives a receipt that balances', () => balances(staged(format, text)));

		it('is read the same in pieces of any length', () => {
			const whole = staged(format, text);
			fc.assert(
				fc.property(anyPieces, (pieces) => {
					expect(staged(format, text, pieces)).toEqual(whole);
				}),
				{ numRuns: 20 }
			);
		});

		it('is refused in words, or read whole, wherever it is cut off', () => {
			// Where an entity stands on each line, nobody can notice that lines are missing.
			const byLine = /\}\n\{/.test(text);
			const whole = JSON.stringify(contentOf(staged(format, text)));
			for (let at = 0; at < text.length; at++) {
				try {
					const part = staged(format, text.slice(0, at));
					// Only blanks may be missing where nothing is said.
					if (byLine) expect(text.slice(0, at)).toMatch(/\}\s*$|\n\s*$/);
					else expect(JSON.stringify(contentOf(part))).toBe(whole);
				} catch (error) {
					if (!(error instanceof UnreadableError)) throw error;
					expect(error.remedy).not.toBe('');
				}
			}
		});

		it('never throws anything but a refusal when signs of it are changed', () => {
			const anyChange = fc.tuple(
				fc.nat(text.length - 1),
				fc.constantFrom(...'{}[]",:0-x \\', 'null', '[]', '{}', '1e999')
			);
			fc.assert(
				fc.property(fc.array(anyChange, { minLength: 1, maxLength: 3 }), (changes) => {
					let changed = text;
					for (const [at, sign] of changes) changed = changed.slice(0, at) + sign + changed.slice(at + 1);
					try {
						balances(staged(format, changed));
					} catch (error) {
						if (!(error instanceof UnreadableError)) throw error;
					}
					for (const one of FORMATS) one.recognises(changed);
				}),
				{ numRuns: 100 }
			);
		});
	}
);

describe.each(FORMATS.map((format) => [format.id, format] as const))('%s', (_, format) => {
	it.each([
		'',
		' ',
		'null',
		'1',
		'"a"',
		'[]',
		'{}',
		'[[]]',
		'[1,"a",null]',
		'{"nodes":1}',
		'{"elements":0}',
		'{"graph":{}}'
	])('takes %j or refuses it in words', (text) => {
		try {
			balances(staged(format, text));
		} catch (error) {
			expect(error).toBeInstanceOf(UnreadableError);
		}
	});

	it('refuses what is nested too deeply', () => {
		expect(() => staged(format, '['.repeat(1e5))).toThrow(UnreadableError);
		expect(() => staged(format, '{"a":'.repeat(1e5))).toThrow(UnreadableError);
	});

	it('keeps to the limit of elements', () => {
		const { text } = files.find((file) => file.format === format)!;
		expect(() => staged(format, text, [], { ...LIMITS, elements: 2 })).toThrow(/more than 2 elements/);
	});

	it('adds nothing to Object.prototype', () => {
		const { text } = files.find((file) => file.format === format)!;
		staged(format, text.replace(/"(name|label|n|kind)"/g, '"__proto__"'));
		expect(Object.keys(Object.prototype)).toEqual([]);
	});
});

describe('files in other formats', () => {
	const others = readdirSync(FIXTURES, { recursive: true, withFileTypes: true }).filter(
		(entry) =>
			// A graph of nodes and links that somebody called anything.
			entry.isFile() &&
			entry.name !== 'other.json' &&
			!files.some(({ format }) => entry.parentPath.endsWith(`/${format.id}`))
	);

	it.each(others.map(({ parentPath, name }) => [name, `${parentPath}/${name}`]))(
		'%s is in none of these',
		(_, path) => {
			const head = readFileSync(path, 'utf8').slice(0, 65_536);
			expect(FORMATS.filter((one) => one.recognises(head)).map(({ id }) => id)).toEqual([]);
		}
	);
});

const folder = process.env.INTEROP_DIR;

/** Which of the files of others is in which format; all other files are in none of these. */
const INTEROP = new Map([
	['cytoscape_colajs.json', CYTOSCAPE_JSON],
	['cx2js_small_graph.cx', CX],
	['ndex2_demo.cx2', CX2],
	['jgf_usual_suspects.json', JGF],
	['jgf_car_graphs.json', JGF],
	['vega_miserables.nodelink.json', NODE_LINK],
	['oasis_apt1.stix.json', STIX],
	['react-ftm_sample.ftm.json', FTM]
]);

interface Expected {
	readonly own?: {
		readonly nodes?: number;
		readonly edges?: number;
		readonly nodes_all_but_relationship?: number;
		readonly relationships?: number;
	};
	readonly entities?: number;
	readonly edge_entities?: number;
}

function counted(name: string, expected: string): { readonly nodes: number; readonly edges: number } {
	const list = JSON.parse(expected) as readonly { readonly file: string; readonly expected: Expected }[];
	const { own = {}, entities = 0, edge_entities = 0 } = list.find(({ file }) => file === name)!.expected;
	return {
		nodes: own.nodes ?? own.nodes_all_but_relationship ?? entities - edge_entities,
		edges: own.edges ?? own.relationships ?? edge_entities
	};
}

describe.skipIf(!folder)('files that others wrote', () => {
	const names = folder
		? readdirSync(folder).filter((name) => name !== 'README.md' && name !== 'expected.json')
		: [];
	const textOf = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');

	it.each(names)('%s is known by the right recogniser alone', (name) => {
		const head = textOf(name).slice(0, 65_536);
		const expected = INTEROP.get(name)?.id;
		expect(FORMATS.filter((one) => one.recognises(head)).map(({ id }) => id)).toEqual(
			expected ? [expected] : []
		);
	});

	it.each([...INTEROP])('%s has the nodes and edges that others count', (name, format) => {
		if (!existsSync(`${folder}/${name}`)) return;
		const { nodes, edges } = counted(name, textOf('expected.json'));
		const graph = staged(format, textOf(name));
		expect([graph.tally.nodes.inFile, graph.tally.edges.inFile]).toEqual([nodes, edges]);
		expect(graph.tally.nodes.leftOut + graph.tally.edges.leftOut).toBe(0);
		balances(graph);
		if (format.write) expect(contentOf(staged(format, written(format, graph)))).toEqual(contentOf(graph));
	});
});
