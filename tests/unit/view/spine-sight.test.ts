import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedEvent } from '#lib/view/spine-lanes.ts';
import { sampled, sightOf } from '#lib/view/spine-sight.ts';

function placed(place: number, from: number, to = from + 10): PlacedEvent {
	const id = `e${place}`;
	const event = { id, title: id };
	const item = { id, event, place, shape: 'mark', first: 0, last: 0, pieces: [] } as const;
	return { item, lane: 0, from, to, title: '', titleWidth: 0, titleAt: to, inside: false };
}
const places = (events: readonly PlacedEvent[]) => events.map(({ item }) => item.place);

describe('sightOf', () => {
	it('parts events by what is seen of them, a long one that began before included', () => {
		const all = [placed(3, 400), placed(0, 0, 250), placed(1, 20), placed(2, 205)];
		const { inSight, earlier, later } = sightOf(all, 200, 100);
		expect([inSight, earlier, later].map(places)).toEqual([[0, 2], [1], [3]]);
		expect(sightOf(all, 0, 0).later).toEqual([]);
	});
});

describe('sampled', () => {
	const all = Array.from({ length: 2000 }, (_, place) => placed(place, place));

	it('keeps as many as asked for, in order, evenly to the end', () => {
		const kept = places(sampled(all, 400, () => 0));
		expect(kept.length).toBe(400);
		expect(kept).toEqual([...kept].sort((a, b) => a - b));
		for (let part = 0; part < 2000; part += 100) {
			const here = kept.filter((place) => place >= part && place < part + 100).length;
			expect(here).toBeGreaterThan(10);
			expect(here).toBeLessThan(30);
		}
	});

	it('keeps those that matter first', () => {
		const most = (place: PlacedEvent) => (place.item.place === 1999 ? 2 : place.item.place > 1900 ? 1 : 0);
		const kept = places(sampled(all, 50, most));
		expect(kept.length).toBe(50);
		expect(kept).toContain(1999);
		expect(Math.min(...kept)).toBeGreaterThan(1900);
	});

	it('keeps, of what stays in sight, all it kept before when less is in sight', () => {
		fc.assert(
			fc.property(fc.nat({ max: 1000 }), fc.integer({ min: 1, max: 900 }), (start, most) => {
				const less = sampled(all.slice(start), most, () => 0);
				const before = sampled(all, most, () => 0).filter(({ item }) => item.place >= start);
				expect(before.every((one) => less.includes(one))).toBe(true);
			}),
			{ numRuns: 30 }
		);
	});
});
