import { RELATION_TYPES } from '#lib/model/relation-types.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKindItself } from '#lib/formats/meaning/guess-kinds.ts';
import { guessMapping } from '#lib/formats/meaning/guess.ts';
import { interpret } from '#lib/formats/meaning/interpret.ts';
import {
	EDGE_USES,
	NODE_USES,
	type EdgeUse,
	type Mapping,
	type NodeUse
} from '#lib/formats/meaning/mapping.ts';
import { readNative, writeNative } from '#lib/formats/native/native.ts';
import type { StagedGraph, Tally } from '#lib/formats/staged.ts';
import { readDateText } from '#lib/formats/meaning/table-dates.ts';
import { joinChain, joinList, splitChain, splitList } from '#lib/formats/meaning/text-lists.ts';
import { checkDocument } from '#lib/model/check.ts';
import { ACTOR_KINDS, MODALITIES, type Document } from '#lib/model/document.ts';
import { anyText } from '../../generate-values.ts';
import { stagedGraphs } from '../staged-graphs.ts';
import { anyTable, table } from '../staged-tables.ts';

const anyTypes = fc.oneof(
	fc.constantFrom({ id: 'backs' }, { id: 'commands', turned: true }, { id: 'unheard of' }),
	anyText.map((name) => ({
		own: { name, reverse: name, family: 'talks', nature: 'act', sign: '+' } as const,
		turned: true
	}))
);

/** Any mapping at all for a graph: what a user could choose, and what was remembered of another file. */
function anyMapping(graph: StagedGraph): fc.Arbitrary<Mapping> {
	const guessed = guessMapping(graph).mapping;
	const uses = <T>(count: number, guess: readonly T[], all: readonly T[]) =>
		fc.oneof(fc.constant(guess), fc.array(fc.constantFrom(...all), { maxLength: count + 1 }));
	const values = [...new Set(graph.edges.flatMap((edge) => edge.values))].filter((it) => it !== undefined);
	const value = values.length > 0 ? fc.constantFrom(...values) : anyText;
	return fc.record({
		title: anyText,
		nodes: uses<NodeUse>(graph.nodeColumns.length, guessed.nodes, NODE_USES),
		edges: uses<EdgeUse>(graph.edgeColumns.length, guessed.edges, EDGE_USES),
		types: fc.oneof(fc.constant(guessed.types), fc.array(fc.tuple(value, anyTypes), { maxLength: 4 })),
		untyped: anyTypes,
		untypedNegative: anyTypes,
		kinds: fc.array(fc.tuple(anyText, fc.constantFrom(...ACTOR_KINDS)), { maxLength: 3 }),
		modalities: fc.array(fc.tuple(value, fc.constantFrom(...MODALITIES)), { maxLength: 3 }),
		missingEnds: fc.constantFrom('make', 'leave-out'),
		undirected: fc.constantFrom('one', 'both'),
		positions: fc.boolean(),
		dateOrder: fc.constantFrom('day-first', 'month-first', null),
		separator: fc.constantFrom(';', '|', ','),
		sameRelation: fc.constantFrom('id', 'alike', 'never'),
		chain: fc.constantFrom('whole', 'quoted'),
		spaces: fc.constantFrom('keep', 'trim')
	});
}

const anyImport = fc
	.oneof(stagedGraphs(), anyTable)
	.chain((graph) => anyMapping(graph).map((mapping) => ({ graph, mapping })));

/** Every text anywhere in a document, joined by a sign that separates them. */
function textsOf(document: Document): string {
	const texts: string[] = [];
	const gather = (value: unknown): void => {
		if (typeof value === 'string' || typeof value === 'number') texts.push(String(value));
		else if (value instanceof Map) gather([...value.entries()]);
		else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather);
	};
	gather(document);
	return texts.join('\u0000\u0001');
}

/** What may stand in a document in another form than in the file, in parts. */
function partsOf(value: string, use: string, mapping: Mapping): readonly string[] {
	const tidy = (text: string) => (mapping.spaces === 'trim' ? text.trim().replace(/\s+/gu, ' ') : text);
	if (use === 'aliases' || use === 'sameAs') return splitList(value, mapping.separator).map(tidy);
	if (use === 'voice') return splitChain(value);
	if (['when', 'start', 'end', 'published'].includes(use))
		return [readDateText(value, mapping.dateOrder)?.when ?? value];
	if (use === 'x' || use === 'y')
		return mapping.positions && value.trim() !== '' ? [String(Number(value))] : [];
	if (use === 'collective' || use === 'paragraph') return [];
	if (use === 'kind') {
		const kind = new Map(mapping.kinds).get(value);
		return kind && isKindItself(value, kind) ? [kind] : [value];
	}
	if (use === 'type') {
		// A word of our own vocabulary is the type itself, either way round.
		const word = value.trim();
		const isOurs = RELATION_TYPES.some(({ id, name, reverse }) => [id, name, reverse].includes(word));
		return isOurs ? [] : [word];
	}
	return ['id', 'name', 'from', 'to'].includes(use) ? [tidy(value)] : [value];
}

describe('whatever a file holds and a mapping says', () => {
	it('the receipt balances, and counts what is there', () => {
		fc.assert(
			fc.property(anyImport, ({ graph, mapping }) => {
				const { document, receipt } = interpret(graph, mapping);
				const { nodes, edges, others, made } = receipt;
				for (const [tally, before] of [
					[nodes, graph.tally.nodes],
					[edges, graph.tally.edges],
					[others, graph.tally.others]
				] satisfies [Tally, Tally][]) {
					expect(tally.inFile).toBe(before.inFile);
					expect(tally.taken + tally.merged + tally.leftOut).toBe(tally.inFile);
				}
				expect(document.actors).toHaveLength(nodes.taken + made.actors);
				expect(document.relations).toHaveLength(edges.taken + made.relations);
				for (const list of ['events', 'sources', 'voices', 'claims', 'types'] as const)
					expect(document[list]?.length ?? 0).toBe(made[list]);
				const told = receipt.differences.filter(({ effect }) => effect !== 'noticed').length;
				const lost = [nodes, edges, others].reduce((sum, it) => sum + it.merged + it.leftOut, 0);
				expect(told).toBe(lost);
				const kept = [...document.actors, ...document.relations].flatMap((it) => it.attributes ?? []);
				expect(receipt.attributes).toBe(kept.length);
			}),
			{ numRuns: Number(process.env.FUZZ_RUNS ?? 150) }
		);
	});

	it('the document is whole and can be written and read', () => {
		fc.assert(
			fc.property(anyImport, ({ graph, mapping }) => {
				const { document } = interpret(graph, mapping);
				expect(checkDocument(document)).toEqual([]);
				const reading = readNative(writeNative(document));
				expect(reading.problems).toEqual([]);
				expect(reading.document).toEqual(document);
			}),
			{ numRuns: Number(process.env.FUZZ_RUNS ?? 150) }
		);
	});

	it('no text is lost of what was taken from a column that is kept', () => {
		fc.assert(
			fc.property(anyImport, ({ graph, mapping }) => {
				const { document, receipt } = interpret(graph, mapping);
				const all = textsOf(document);
				const out = new Set(
					receipt.differences.filter(({ effect }) => effect === 'left-out').map(({ place }) => place)
				);
				const look = (rows: StagedGraph['nodes'] | StagedGraph['edges'], uses: readonly string[]) => {
					for (const { values, place } of rows) {
						if (out.has(place)) continue;
						values.forEach((value, column) => {
							const use = uses[column] ?? 'attribute';
							if (value === undefined || value.trim() === '' || use === 'leave') return;
							if (all.includes(value)) return;
							for (const part of partsOf(value, use, mapping))
								expect(all.includes(part), `${use} ${JSON.stringify(part)}`).toBe(true);
						});
					}
				};
				look(graph.nodes, mapping.nodes.slice(0, graph.nodeColumns.length));
				look(graph.edges, mapping.edges.slice(0, graph.edgeColumns.length));
			}),
			{ numRuns: Number(process.env.FUZZ_RUNS ?? 150) }
		);
	});

	it('nothing of it gets into a prototype', () => {
		const graph = table(['from', 'to', '__proto__'], [['__proto__', 'constructor', 'x']]);
		const { document } = interpret(graph, guessMapping(graph).mapping);
		expect(document.actors.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
		expect(document.relations[0]?.attributes).toEqual([['__proto__', 'x']]);
		expect(({} as Record<string, unknown>).x).toBeUndefined();
	});
});

describe('lists and chains in one value', () => {
	const texts = fc.array(anyText.filter((text) => text !== ''));
	it('come back as they were', () => {
		fc.assert(
			fc.property(texts, fc.constantFrom(';', '|'), (list, separator) => {
				expect(splitList(joinList(list, separator), separator)).toEqual(list);
				expect(splitChain(joinChain(list))).toEqual(list);
			})
		);
	});

	it('are read as others write them', () => {
		expect(splitList('KH;Kataib ; C:\\x', ';')).toEqual(['KH', 'Kataib ', 'C:\\x']);
		expect(splitChain('Reuters > two officials>x')).toEqual(['Reuters', 'two officials', 'x']);
	});
});
