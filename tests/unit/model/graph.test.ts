import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument } from '#lib/model/document.ts';
import { toGraph } from '#lib/model/graph.ts';
import { anyDocument } from '../generate.ts';
import { written } from './any-step.ts';
import { small } from './small-document.ts';

describe('the graph of a document', () => {
	it('has a node for every actor and an edge for every relation, whatever their ids', () => {
		fc.assert(
			fc.property(anyDocument({ sharedIds: true, unknownKeys: true }), (document) => {
				const before = written(document);
				const { graph, actorKey, actorOf, relationKey, relationOf } = toGraph(document);
				expect(written(document)).toBe(before);
				expect(graph.order).toBe(document.actors.length);
				expect(graph.size).toBe(document.relations.length);
				expect([...actorKey.keys()]).toEqual(document.actors.map(({ id }) => id));
				expect(graph.nodes().map((key) => actorOf.get(key))).toEqual([...actorKey.keys()]);
				for (const [id, key] of actorKey) expect(actorOf.get(key)).toBe(id);
				for (const { id, type, from, to } of document.relations) {
					const key = relationKey.get(id) as string;
					expect(relationOf.get(key)).toBe(id);
					expect(actorOf.get(graph.source(key))).toBe(from);
					expect(actorOf.get(graph.target(key))).toBe(to);
					expect(graph.getEdgeAttributes(key)).toEqual({ type });
				}
			})
		);
	});

	it('has keys of our own, and nothing of a file but the type', () => {
		const { graph } = toGraph(small);
		expect(graph.nodes()).toEqual(['n0', 'n1', 'n2']);
		expect(graph.edges()).toEqual(['e0', 'e1']);
		expect(graph.getNodeAttributes('n0')).toEqual({});
		expect([graph.type, graph.multi, graph.allowSelfLoops]).toEqual(['directed', true, true]);
	});

	it('keeps loops and parallel relations', () => {
		const loop = { id: 'constructor', type: '__proto__', from: 'usa', to: 'usa' };
		const relations = [...small.relations, loop, { ...loop, id: '__proto__' }];
		const { graph } = toGraph({ ...small, relations });
		expect(graph.selfLoopCount).toBe(2);
		expect(graph.getEdgeAttribute('e3', 'type')).toBe('__proto__');
	});

	it('of a relation without an end throws', () => {
		expect(() => toGraph({ ...emptyDocument(''), relations: small.relations })).toThrow(RangeError);
	});

	it('leaves Object.prototype alone', () => {
		const keys = Object.getOwnPropertyNames(Object.prototype).length;
		const actors = ['__proto__', 'constructor'].map((id) => ({ id, name: id, kind: 'unknown' as const }));
		const relations = [{ id: '__proto__', type: '__proto__', from: '__proto__', to: 'constructor' }];
		expect(toGraph({ ...emptyDocument(''), actors, relations }).graph.outDegree('n0')).toBe(1);
		expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(keys);
	});
});
