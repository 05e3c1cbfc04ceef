import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ids } from '#lib/formats/meaning/import-ids.ts';

describe('ids of an import', () => {
	it('are given in time in proportion, though a file has one id for all', () => {
		const ids = new Ids();
		const since = performance.now();
		const given = new Set(Array.from({ length: 100_000 }, () => ids.own('4', 'r')));
		expect(given.size).toBe(100_000);
		expect(Math.max(...[...given].map(({ length }) => length))).toBeLessThan(12);
		expect(performance.now() - since).toBeLessThan(2000);
	});

	it('are each given once, the ones of the file where they are free', () => {
		const wish = fc.oneof(
			fc.record({
				own: fc.constantFrom('a1', 'a2', 'a3', 'r1', 'a-a1', 'a-a1-2', 'a01', '', '__proto__', 'x')
			}),
			fc.record({ fresh: fc.constantFrom('a', 'r') }),
			fc.record({ reserve: fc.constantFrom('a1', 'a2', 'r1') })
		);
		fc.assert(
			fc.property(fc.array(wish, { maxLength: 30 }), (wishes) => {
				const ids = new Ids();
				const reserved: string[] = [];
				const given: string[] = [];
				for (const one of wishes) {
					if ('reserve' in one) {
						ids.reserve(one.reserve);
						reserved.push(one.reserve);
						continue;
					}
					const id = 'own' in one ? ids.own(one.own, 'a') : ids.fresh(one.fresh);
					expect(given).not.toContain(id);
					if ('own' in one && !given.includes(one.own)) expect(id).toBe(one.own);
					if ('fresh' in one) expect(reserved).not.toContain(id);
					given.push(id);
				}
			})
		);
	});
});
