import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument, type Document, type Event, type Link } from '#lib/model/document.ts';
import { spineOf } from '#lib/view/spine.ts';
import { MARK, TITLE_SIZE, lanesOf, type PlacedEvent } from '#lib/view/spine-lanes.ts';
import { textWidth } from '#lib/view/text.ts';
import { spanOf } from '#lib/view/time-scale.ts';
import { allTold } from './told-of.ts';

const WHENS = [
	...['2024-01-29', '2024-01-29', '2024-01', '2024', '2024-01-28~', '2024-01-15/2024-01-28', '2014/..'],
	...[
		'[..2024-01-29]',
		'[2024-01-27..2024-01-29]',
		'{2024-01-01,2024-02-10}',
		'/2024-02-04',
		'[2024-02-01..]'
	]
];

function eventful(events: readonly Event[], links: readonly Link[] = []): Document {
	return { ...emptyDocument('Events'), events, links };
}
const event = (id: string, when?: string, title = id): Event => ({
	id,
	title,
	...(when !== undefined && { when })
});

describe('spineOf', () => {
	it('has events in order, those without a date apart, each as precise as its date', () => {
		const told = allTold(
			eventful([
				event('none'),
				event('late', '2024-02-04'),
				event('long', '2024-01-15/2024-01-28'),
				event('guess', '[2024-01-27..2024-01-29]'),
				event('bad', 'soon')
			])
		);
		const spine = spineOf(told);
		expect(spine.dated.map(({ id, shape, place }) => [id, shape, place])).toEqual([
			['long', 'bar', 0],
			['guess', 'open', 1],
			['late', 'mark', 2]
		]);
		expect(spine.undated.map(({ id }) => id)).toEqual(['bad', 'none']);
	});

	it('runs each link from the earlier event to the later, whichever way it is written', () => {
		const events = [event('cause', '2024-01-01'), event('effect', '2024-01-02')];
		const told = allTold({
			...eventful(events, [
				{ id: 'led', type: 'led_to', from: 'cause', to: 'effect' },
				{ id: 'followed', type: 'followed', from: 'effect', to: 'cause' },
				{ id: 'response', type: 'in_response_to', from: 'effect', to: 'cause' },
				{ id: 'loop', type: 'led_to', from: 'cause', to: 'cause' },
				{ id: 'lost', type: 'led_to', from: 'cause', to: 'nowhere' }
			]),
			claims: [
				{ id: 'c', about: ['led'], statement: '', modality: 'alleged', voices: [], source: 's' },
				{ id: 'd', about: ['response'], statement: '', modality: 'denied', voices: [], source: 's' }
			]
		});
		expect(spineOf(told).links).toEqual([
			{ id: 'led', type: 'led_to', earlier: 'cause', later: 'effect', standing: 'unsure' },
			{ id: 'followed', type: 'followed', earlier: 'cause', later: 'effect', standing: 'unsourced' },
			{ id: 'response', type: 'in_response_to', earlier: 'cause', later: 'effect', standing: 'denied' }
		]);
	});

	it('draws no link that the document does not have, whatever the order of time', () => {
		const events = Array.from({ length: 9 }, (_, i) => event(`e${i}`, `2024-01-0${i + 1}`));
		expect(spineOf(allTold(eventful(events))).links).toEqual([]);
	});

	it('leaves out events and links that the voices left do not tell, and counts them', () => {
		const document = eventful(
			[event('a', '2024'), event('b', '2025'), event('c', '2026')],
			[
				{ id: 'ab', type: 'led_to', from: 'a', to: 'b' },
				{ id: 'ac', type: 'led_to', from: 'a', to: 'c' }
			]
		);
		const spine = spineOf({ ...allTold(document), silenced: new Map([['c', 'voice'] as const]) });
		expect(spine.dated.map(({ id }) => id)).toEqual(['a', 'b']);
		expect(spine.links.map(({ id }) => id)).toEqual(['ab']);
		expect(spine.untold).toBe(1);
	});
});

const anyEvents = fc
	.array(fc.record({ when: fc.constantFrom(...WHENS), title: fc.oneof(fc.lorem(), fc.string()) }), {
		minLength: 1,
		maxLength: 40
	})
	.map((list) => list.map(({ when, title }, i) => event(`e${i}`, when, title)));

/** What an event with its title takes up of its lane. */
function box({ from, to, title, titleAt }: PlacedEvent): [number, number] {
	return [from, title ? Math.max(to, titleAt + textWidth(title, TITLE_SIZE)) : to];
}

describe('lanesOf', () => {
	const anyScale = fc.double({ min: 0.01, max: 200, noNaN: true });

	it('lets nothing overlap in a lane, titles included', () => {
		fc.assert(
			fc.property(anyEvents, anyScale, fc.integer({ min: 1, max: 6 }), (events, scale, lanes) => {
				const told = allTold(eventful(events));
				const { placed, used } = lanesOf(spineOf(told).dated, spanOf(told)!, scale, lanes);
				expect(placed.length).toBe(events.length);
				expect(used).toBe(Math.max(...placed.map(({ lane }) => lane)) + 1);
				for (let lane = 0; lane < lanes; lane++) {
					const boxes = placed.filter((one) => one.lane === lane).map(box);
					boxes.sort((a, b) => a[0] - b[0]);
					boxes.slice(1).forEach(([from], i) => expect(from).toBeGreaterThanOrEqual(boxes[i]![1] - 0.01));
				}
				for (const one of placed) {
					expect(one.to - one.from).toBeGreaterThanOrEqual(MARK - 1e-6);
					if (one.lane === lanes) expect(one.title).toBe('');
				}
			})
		);
	});

	it('loses titles before marks, and leaves lanes only where all are taken', () => {
		const same = Array.from({ length: 6 }, (_, i) => event(`e${i}`, '2024-01-29', `Title number ${i}`));
		const told = allTold(eventful([event('first', '2020'), ...same]));
		const { placed, used } = lanesOf(spineOf(told).dated, spanOf(told)!, 1, 4);
		expect(placed.filter(({ lane }) => lane === 4).length).toBe(2);
		expect(used).toBe(5);
		expect(placed.filter(({ title }) => title !== '').length).toBe(5);
	});

	it('keeps an event in its lane when the spine is only moved', () => {
		const told = allTold(eventful([event('a', '2024-01-29'), event('b', '2024-01-30')]));
		const whole = spanOf(told)!;
		const { placed } = lanesOf(spineOf(told).dated, whole, 40, 4);
		expect(placed.map(({ item, from }) => [item.id, from])).toEqual([
			['a', 55],
			['b', 95]
		]);
	});

	it('places 20,000 events in little time', () => {
		const events = Array.from({ length: 20_000 }, (_, i) =>
			event(`e${i}`, `${1500 + (i % 500)}-01-${10 + (i % 19)}`)
		);
		const told = allTold(eventful(events));
		expect(lanesOf(spineOf(told).dated, spanOf(told)!, 2, 4).placed.length).toBe(20_000);
	});
});
