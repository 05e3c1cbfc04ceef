/** What the formats that are XML have to hold, each for itself. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ForeignFormat } from '#lib/formats/foreign.ts';
import { LIMITS } from '#lib/formats/limits.ts';
import type { StagedGraph } from '#lib/formats/staged.ts';
import { UnreadableError } from '#lib/model/problems.ts';
import { anyPieces, contentOf, staged, stagedGraphs, written } from './staged-graphs.ts';

export const fixture = (path: string) =>
	readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8');

/** `effect element place: reason` of all differences. */
export const differences = (graph: StagedGraph) =>
	graph.differences.map(({ effect, element, place, reason }) => `${effect} ${element} ${place}: ${reason}`);

/** The error that a text ends in. */
export function refusal(format: ForeignFormat, text: string, limits = LIMITS): UnreadableError {
	try {
		staged(format, text, [], limits);
	} catch (error) {
		if (error instanceof UnreadableError) return error;
		throw error;
	}
	throw new Error('was read');
}

/** Whether XML 1.0 can hold a code point (production 2). */
function isChar(point: number): boolean {
	if (point < 0x20) return point === 9 || point === 10 || point === 13;
	return point < 0xd800 || (point > 0xdfff && point !== 0xfffe && point !== 0xffff);
}

const fits = (text: string) => Array.from(text).every((character) => isChar(character.codePointAt(0)!));
const asWritten = (text: string) =>
	Array.from(text, (character) => (isChar(character.codePointAt(0)!) ? character : '\ufffd')).join('');

/** The graph with the ids that could not be written as the other one has them. */
function withIdsOf(graph: StagedGraph, other: StagedGraph): StagedGraph {
	const ids = new Map(graph.nodes.map(({ id }, at) => [id, fits(id!) ? id! : other.nodes[at]!.id!]));
	const parent = graph.nodeColumns.findIndex(({ role }) => role === 'parent');
	const renamed = (value: string | undefined, at: number) =>
		at === parent && value !== undefined ? ids.get(value) : value;
	return {
		...graph,
		nodes: graph.nodes.map((node) => ({ ...node, id: ids.get(node.id)!, values: node.values.map(renamed) })),
		edges: graph.edges.map((edge) => ({
			...edge,
			source: ids.get(edge.source!)!,
			target: ids.get(edge.target!)!
		}))
	};
}

/** @param sample a file of the format that holds a bit of everything */
export function holdsXmlLaws(format: ForeignFormat, sample: string): void {
	it('reads back what it writes, whatever the texts', () => {
		fc.assert(
			fc.property(stagedGraphs(), (graph) => {
				const again = staged(format, written(format, graph));
				expect(again.nodes).toHaveLength(graph.nodes.length);
				const expected = withIdsOf(graph, again);
				const content = contentOf(expected, format.keeps, asWritten);
				expect(contentOf(again)).toEqual({ ...content, title: content.title || undefined });
				expect(again.tally.nodes).toEqual(graph.tally.nodes);
				expect(again.tally.edges).toEqual(graph.tally.edges);
			})
		);
	}, 30_000);

	it('writes the same text each time, and reads it the same in pieces of any length', () => {
		fc.assert(
			fc.property(stagedGraphs(), anyPieces, (graph, pieces) => {
				const text = written(format, graph);
				expect(written(format, graph)).toBe(text);
				expect(staged(format, text, pieces)).toEqual(staged(format, text));
			})
		);
	});

	it('reads a sample in pieces of any length as in one', () => {
		const whole = staged(format, sample);
		fc.assert(
			fc.property(anyPieces, (pieces) => {
				expect(staged(format, sample, pieces)).toEqual(whole);
			})
		);
	});

	it('tells of a cut at every place, with the line', { timeout: 30_000 }, () => {
		const whole = contentOf(staged(format, sample));
		const end = sample.lastIndexOf('>') + 1;
		for (let at = 0; at < sample.length; at++) {
			const part = sample.slice(0, at);
			if (at >= end) expect(contentOf(staged(format, part))).toEqual(whole);
			else expect(refusal(format, part).remedy).toMatch(/^[A-Z].*\.$/);
		}
	});

	it('is read or refused with words, whatever happens to a file', () => {
		const scrap = fc.oneof(
			fc.constantFrom('', '<', '>', '"', '&', '/>', ']]>', '<!--', '&x;', '\0'),
			fc.string()
		);
		fc.assert(
			fc.property(fc.nat(), fc.nat({ max: 30 }), scrap, (at, length, put) => {
				const start = at % (sample.length + 1);
				const broken = sample.slice(0, start) + put + sample.slice(start + length);
				try {
					const { tally, nodes, edges } = staged(format, broken);
					for (const { inFile, taken, merged, leftOut } of Object.values(tally)) {
						expect(inFile).toBe(taken + merged + leftOut);
					}
					expect([tally.nodes.taken, tally.edges.taken]).toEqual([nodes.length, edges.length]);
				} catch (error) {
					expect(error).toBeInstanceOf(UnreadableError);
				}
			}),
			{ numRuns: 300 }
		);
		expect(Object.keys(Object.prototype)).toEqual([]);
	});
}

/** What networkx finds in a text of a format, as text; null where it is not installed. */
export function networkx(read: 'read_graphml' | 'read_gexf', text: string): unknown {
	try {
		execFileSync('python3', ['-c', 'import networkx'], { stdio: 'ignore' });
	} catch {
		return null;
	}
	const script = `import sys, io, json, networkx as nx
g = nx.${read}(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps({'directed': g.is_directed(), 'nodes': list(g.nodes(data=True)), 'edges': list(g.edges(data=True))}))`;
	const environment = { ...process.env, PYTHONIOENCODING: 'utf-8' };
	return JSON.parse(
		execFileSync('python3', ['-W', 'ignore', '-c', script], {
			input: text,
			encoding: 'utf8',
			env: environment
		})
	);
}

export const INTEROP = process.env.INTEROP_DIR;

interface Expected {
	readonly file: string;
	readonly format: string;
	readonly expected: { readonly raw?: Readonly<Record<string, number | undefined>> };
}

/** Files of a format that others wrote, with what independent readers count in them. */
export function interopFiles(
	format: string
): { name: string; text: string; raw: Readonly<Record<string, number | undefined>> }[] {
	if (!INTEROP) return [];
	const list = JSON.parse(readFileSync(join(INTEROP, 'expected.json'), 'utf8')) as Expected[];
	return list
		.filter((entry) => entry.format === format)
		.map(({ file, expected }) => ({
			name: file,
			text: readFileSync(join(INTEROP, file), 'utf8'),
			raw: expected.raw ?? {}
		}));
}
