import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DirectedGraph, MultiDirectedGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { afterAll, describe, expect, it } from 'vitest';
import { outletOf } from '#lib/formats/out/out.ts';
import { emptyDocument, type Document } from '#lib/model/document.ts';
import { bundled } from '../cli/bundled.ts';
import { whole } from './whole.ts';

interface Read {
	readonly nodes: readonly string[];
	readonly edges: readonly (readonly [string, string])[];
}
type Answer = Read | { readonly error: string };

/** Names that want to be escaped. */
const NAMES = [
	'A & B <c>',
	'"quoted" \'single\'',
	'back\\slash',
	'كتائب حزب الله',
	'__proto__',
	'a;b,c',
	'{brace} [x]',
	'\u{1F30D} é'
];
const nasty: Document = {
	...emptyDocument('Names & "signs" <all>'),
	actors: NAMES.map((name, at) => ({ id: `n${at}`, name, kind: 'person', description: `${name}\n${name}` })),
	relations: [
		...NAMES.map((_, at) => ({
			id: `r${at}`,
			type: 'meets',
			from: `n${at}`,
			to: `n${(at + 1) % NAMES.length}`,
			when: '2024-01-28/2024-02-04'
		})),
		{ id: 'loop', type: 'backs', from: 'n1', to: 'n1' },
		{ id: 'parallel', type: 'attacks', from: 'n0', to: 'n1' }
	]
};

const DOCUMENTS = [
	['the bundled report', bundled],
	['names full of signs', nasty]
] as const;
const FORMATS = ['gexf', 'graphml', 'pajek', 'node-link', 'cytoscape-json'] as const;

const sorted = <T>(list: readonly T[]) =>
	[...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
const text = (id: string, document: Document) =>
	new TextDecoder().decode(whole(outletOf(id).write(document, 'exact')));

function truth(document: Document, change = (name: string) => name): Read {
	const names = new Map(document.actors.map(({ id, name }) => [id, change(name)]));
	return {
		nodes: sorted([...names.values()]),
		edges: sorted(document.relations.map(({ from, to }) => [names.get(from)!, names.get(to)!] as const))
	};
}

/** In the order of this language. */
function again({ nodes, edges }: Read): Read {
	return { nodes: sorted(nodes), edges: sorted(edges) };
}

function ofGraphology(graph: MultiDirectedGraph, key: string): Read {
	const name = (node: string) => String(graph.getNodeAttribute(node, key));
	return {
		nodes: sorted(graph.mapNodes(name)),
		edges: sorted(graph.mapEdges((_edge, _attributes, from, to) => [name(from), name(to)] as const))
	};
}

describe.each(DOCUMENTS)('what we write of %s', (_, document) => {
	it('is read by graphology as it is', () => {
		const gexf = parseGexf(MultiDirectedGraph as typeof DirectedGraph, text('gexf', document));
		expect(ofGraphology(gexf as MultiDirectedGraph, 'label')).toEqual(truth(document));
		const graphml = parseGraphml(MultiDirectedGraph as typeof DirectedGraph, text('graphml', document));
		expect(ofGraphology(graphml as MultiDirectedGraph, 'name')).toEqual(truth(document));
	});
});

/** What readers in Python find, by document and reader; null where there is no Python or no such reader. */
const python = DOCUMENTS.map(([, document]): Record<string, Record<string, Answer> | null> => {
	const folder = mkdtempSync(join(tmpdir(), 'dramatis-independent-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	for (const id of FORMATS) writeFileSync(join(folder, id), text(id, document));
	const script = fileURLToPath(new URL('independent.py', import.meta.url));
	try {
		const found = execFileSync('python3', [script, folder], {
			encoding: 'utf8',
			env: { ...process.env, PYTHONUTF8: '1' },
			stdio: ['ignore', 'pipe', 'ignore']
		});
		return JSON.parse(found) as Record<string, Record<string, Answer> | null>;
	} catch {
		return {};
	}
});

for (const reader of ['networkx', 'igraph']) {
	const isThere = python.every((found) => found[reader]);
	if (!isThere) console.log(`Not tested with ${reader}: python3-${reader} is not installed.`);
	describe.skipIf(!isThere)(`what we write, read by ${reader}`, () => {
		it.each(DOCUMENTS.map(([name, document], at) => [name, document, python[at]!] as const))(
			'%s',
			(_, document, found) => {
				for (const [format, answer] of Object.entries(found[reader] ?? {})) {
					// Pajek has no way to write a quotation mark in a name, as a remark of the format says.
					const change = (name: string) => (format === 'pajek' ? name.replaceAll('"', "'") : name);
					const said = 'error' in answer ? answer : again(answer);
					expect({ format, ...said }).toEqual({ format, ...truth(document, change) });
				}
			}
		);
	});
}
