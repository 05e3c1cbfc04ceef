import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyDocument, LINK_TYPES, type Document, type Event, type Link } from '#lib/model/document.ts';
import { readNative } from '#lib/formats/native/native.ts';
import { linksOf } from '#lib/view/spine.ts';
import { storyOf } from '#lib/view/story.ts';
import { storyOrder, type Arrow } from '#lib/view/story-order.ts';
import { allTold } from './told-of.ts';

/** Whether one can walk along arrows from a place to another, found the slow way. */
function reaches(arrows: readonly Arrow[], from: number, to: number): boolean {
	const seen = new Set([from]);
	for (const place of seen) for (const [a, b] of arrows) if (a === place) seen.add(b);
	return from !== to && seen.has(to);
}

const anyArrows = fc.integer({ min: 1, max: 12 }).chain((count) => {
	const place = fc.integer({ min: 0, max: count - 1 });
	return fc.record({
		count: fc.constant(count),
		arrows: fc.array(fc.tuple(place, place), { maxLength: 20 })
	});
});

describe('storyOrder', () => {
	it('tells each once, and what comes before before, but for those that go round in a circle', () => {
		fc.assert(
			fc.property(anyArrows, ({ count, arrows }) => {
				const order = storyOrder(count, arrows);
				expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
				for (const [earlier, later] of arrows) {
					if (earlier === later || reaches(arrows, later, earlier)) continue;
					expect(order.indexOf(earlier)).toBeLessThan(order.indexOf(later));
				}
			}),
			{ numRuns: 500 }
		);
	});

	it('is the order of time where arrows leave a choice', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 50 }), (count) => {
				expect(storyOrder(count, [])).toEqual(Array.from({ length: count }, (_, i) => i));
			})
		);
		expect(storyOrder(4, [[3, 0]])).toEqual([1, 2, 3, 0]);
		expect(storyOrder(4, [[0, 3], [3, 0]])).toEqual([0, 3, 1, 2]); // prettier-ignore
	});

	it('ends on a chain and on a circle of 100,000', () => {
		const count = 100_000;
		const chain = Array.from({ length: count - 1 }, (_, i): Arrow => [i, i + 1]);
		expect(storyOrder(count, chain).length).toBe(count);
		expect(storyOrder(count, [...chain, [count - 1, 0]]).length).toBe(count);
	});
});

const event = (id: string, when?: string): Event => ({
	id,
	title: `Event ${id}`,
	...(when !== undefined && { when })
});
const small: Document = {
	...emptyDocument('Story'),
	voices: [{ id: 'paper', label: 'The paper' }],
	actors: [
		{ id: 'a', name: 'A', kind: 'person' },
		{ id: 'b', name: 'B', kind: 'state' }
	],
	events: [event('effect', '2024-01-02'), event('cause', '2024-01-03'), event('alone', '2024-01-01')],
	links: [
		{ id: 'led', type: 'led_to', from: 'cause', to: 'effect' },
		{ id: 'followed', type: 'followed', from: 'effect', to: 'cause' }
	],
	relations: [{ id: 'r', type: 'meets', from: 'a', to: 'b', event: 'effect' }],
	claims: [
		{
			id: 'c',
			about: ['led', 'effect'],
			statement: 'It came of it.',
			modality: 'alleged',
			voices: ['paper'],
			source: 's'
		}
	]
};

describe('storyOf', () => {
	it('goes from cause to effect, with the words of the document', () => {
		const story = storyOf(allTold(small));
		expect(story.onlyTime).toBe(false);
		expect(story.events.map(({ id }) => id)).toEqual(['cause', 'effect']);
		expect(story.step(0)).toMatchObject({
			title: 'Event cause',
			date: '3 January 2024',
			reached: [],
			said: []
		});
		const step = story.step(1)!;
		expect(step.reached.map(({ words }) => words)).toEqual([
			'“Event cause” led to this, according to The paper, alleged',
			'Followed “Event cause” (order in time, not cause), unsourced'
		]);
		expect(step.said).toEqual([{ claim: 'c', statement: 'It came of it.', voice: 'The paper, alleged' }]);
		expect([step.actors, step.relations]).toEqual([['a', 'b'], ['r']]);
		expect(story.step(2)).toBeNull();
	});

	it('is all events in the order of time, and says so, where none are linked', () => {
		const story = storyOf(allTold({ ...small, links: [] }));
		expect(story.onlyTime).toBe(true);
		expect(story.events.map(({ id }) => id)).toEqual(['alone', 'effect', 'cause']);
		expect(story.step(1)!.reached).toEqual([]);
	});

	it('visits each linked event once, a cause before its effect, in documents of any make', () => {
		const ids = ['__proto__', 'constructor', '', 'a', 'b', 'c', 'd'];
		const anyLink = fc.record({
			id: fc.uuid(),
			type: fc.constantFrom(...LINK_TYPES),
			from: fc.constantFrom(...ids, 'nowhere'),
			to: fc.constantFrom(...ids)
		});
		fc.assert(
			fc.property(fc.array(anyLink, { minLength: 1, maxLength: 12 }), (links: Link[]) => {
				const events = ids.map((id, i) => event(id, i % 2 ? `20${10 + i}` : undefined));
				const told = allTold({ ...emptyDocument('Any'), events, links });
				const story = storyOf(told);
				const order = story.events.map(({ id }) => id);
				const known = linksOf(told);
				const linked = known.flatMap(({ earlier, later }) => [earlier, later]);
				expect([...order].sort()).toEqual([...new Set(known.length ? linked : ids)].sort());
				const arrows = known.map(({ earlier, later }): Arrow => [
					order.indexOf(earlier),
					order.indexOf(later)
				]);
				for (const [a, b] of arrows) if (!reaches(arrows, b, a)) expect(a).toBeLessThan(b);
				const words = order.flatMap((_, i) => story.step(i)!.reached.map(({ link }) => link.earlier));
				for (const id of words) expect(order).toContain(id);
			})
		);
	});

	it('tells the report from the attack to the talks, and never calls order cause', () => {
		const name = '../../../data/quds-force-baghdad-2024.dramatis.json';
		const told = allTold(readNative(readFileSync(new URL(name, import.meta.url), 'utf8')).document);
		const story = storyOf(told);
		const order = story.events.map(({ id }) => id);
		expect(order[0]).toBe('e_base_attack');
		expect(order.indexOf('e_visit')).toBeLessThan(order.indexOf('e_pressure'));
		expect(order.indexOf('e_lull')).toBeLessThan(order.indexOf('e_talks'));
		const lull = story.step(order.indexOf('e_lull'))!.reached.map(({ words }) => words);
		expect(lull[0]).toMatch(/^“Qaani comes .* led to this, according to Several Iranian/);
		expect(lull[1]).toContain('order in time, not cause');
	});
});
