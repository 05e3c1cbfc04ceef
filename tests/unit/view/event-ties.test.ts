import { describe, expect, it } from 'vitest';
import { emptyDocument, type Document, type Relation } from '#lib/model/document.ts';
import { eventTies } from '#lib/view/event-ties.ts';
import { factsOf } from '#lib/view/facts.ts';

const relation = (id: string, type: string, when?: string, event = 'e'): Relation => ({
	id,
	type,
	from: 'a',
	to: 'b',
	event,
	...(when !== undefined && { when })
});

const document: Document = {
	...emptyDocument('Ties'),
	actors: [
		{ id: 'a', name: 'A', kind: 'person' },
		{ id: 'b', name: 'B', kind: 'state' }
	],
	events: [
		{ id: 'e', title: 'The event', when: '2024-01-27/2024-01-29' },
		{ id: '__proto__', title: 'Another', when: '2024-01-27/2024-01-29' }
	],
	relations: [
		relation('act', 'meets'),
		relation('starts', 'commands', '2024-01-28/..'),
		relation('stops', 'commands', '2020/2024-01-28'),
		relation('holds', 'commands', '2024-01-27/2024-01-28'),
		relation('runs', 'commands', '2020/..'),
		relation('undated', 'commands'),
		relation('other', 'meets', undefined, '__proto__'),
		{ id: 'same-day', type: 'meets', from: 'a', to: 'b', when: '2024-01-28' }
	]
};
const facts = factsOf(document);

describe('eventTies', () => {
	it('tells acts from what the event starts, stops or bears on, and lights only what names it', () => {
		expect(eventTies(facts, 'e').relations.map(({ relation, tie }) => [relation.id, tie])).toEqual([
			['act', 'act'],
			['starts', 'starts'],
			['stops', 'stops'],
			['holds', 'holds'],
			['runs', 'changes'],
			['undated', 'changes']
		]);
		expect(eventTies(facts, 'e').actors).toEqual(['a', 'b']);
	});

	it('is empty for an event that is missing', () => {
		expect(eventTies(facts, 'constructor')).toEqual({ relations: [], actors: [] });
	});
});
