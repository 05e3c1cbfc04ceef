import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '#lib/model/document.ts';
import { compareWhen } from '#lib/model/time.ts';
import { inOrder } from '#lib/view/spine-order.ts';

const event = (id: string, when?: string): Event => ({ id, title: id, ...(when !== undefined && { when }) });
const ids = (events: readonly Event[]) => events.map(({ id }) => id);

describe('inOrder', () => {
	const events = [
		event('first', '2024-01-01'),
		event('answer', '2024-01-20'),
		event('between', '2024-01-28'),
		event('cause', '[..2024-02-04]')
	];

	it('tells an event that may have been earlier before the one that answers it', () => {
		expect(ids(inOrder(events, []))).toEqual(['first', 'answer', 'between', 'cause']);
		expect(ids(inOrder(events, [{ earlier: 'cause', later: 'answer' }]))).toEqual([
			...['first', 'cause', 'answer', 'between']
		]);
	});

	it('follows a chain of them, and not a link that the dates speak against', () => {
		const more = [...events, event('root', '[..2024-03-01]')];
		const links = [
			{ earlier: 'root', later: 'cause' },
			{ earlier: 'cause', later: 'answer' },
			{ earlier: 'between', later: 'first' }
		];
		expect(ids(inOrder(more, links))).toEqual(['first', 'root', 'cause', 'answer', 'between']);
	});

	it('has every event once, whatever the links, and is the order of time where days are exact', () => {
		const when = fc.constantFrom(
			'2024-01-01',
			'2024-01',
			'[..2024-02-04]',
			'../..',
			'2023/..',
			'soon',
			undefined
		);
		const pair = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }));
		fc.assert(
			fc.property(fc.array(when, { maxLength: 9 }), fc.array(pair, { maxLength: 12 }), (whens, pairs) => {
				const some = whens.map((one, index) => event(`e${index}`, one));
				const links = pairs.map(([a, b]) => ({ earlier: `e${a}`, later: `e${b}` }));
				const ordered = inOrder(some, links);
				expect(ids(ordered).sort()).toEqual(ids(some).sort());
				const exact = ordered.filter(({ when }) => when === '2024-01-01' || when === 'soon');
				expect(exact).toEqual([...exact].sort((a, b) => compareWhen(a.when, b.when)));
			})
		);
	});
});
