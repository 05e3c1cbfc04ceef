import { describe, expect, it } from 'vitest';
import { emptyDocument, type Document } from '#lib/model/document.ts';
import { MAX_ACTORS, MAX_RELATIONS } from '#lib/view/budget.ts';
import { factsOf } from '#lib/view/facts.ts';
import { isVisible } from '#lib/view/fate.ts';
import { filterDocument } from '#lib/view/filter.ts';
import { receiptOf } from '#lib/view/receipt.ts';
import { DEFAULT_SETTINGS, NOTHING } from '#lib/view/settings.ts';

/** A hub tied to everybody, and a ring of the others. */
function wheel(size: number): Document {
	const id = (number: number) => `a${number}`;
	const ring = Array.from({ length: size }, (_, i) => i + 1);
	return {
		...emptyDocument('Wheel'),
		actors: [0, ...ring].map((i) => ({ id: id(i), name: id(i), kind: 'person' })),
		relations: ring.flatMap((i) => [
			{ id: `spoke${i}`, type: 'commands', from: id(0), to: id(i) },
			{ id: `rim${i}`, type: 'meets', from: id(i), to: id((i % size) + 1) }
		])
	};
}

describe('withinBudget', () => {
	const facts = factsOf(wheel(3000));

	it('shows no more than the scene can carry, and the receipt says so', () => {
		const { actors, relations } = receiptOf(
			filterDocument(facts, DEFAULT_SETTINGS, NOTHING),
			DEFAULT_SETTINGS
		);
		expect(actors.visible).toBe(MAX_ACTORS);
		expect(relations.visible).toBeLessThanOrEqual(MAX_RELATIONS);
		expect(actors.hidden).toEqual([{ reason: 'budget', count: 3001 - MAX_ACTORS }]);
		expect(relations.visible + relations.hidden[0]!.count).toBe(6000);
	});

	it('keeps the best tied, the chosen with their ties, and the focused', () => {
		const selection = { ...NOTHING, actors: new Set(['a2500']) };
		const focus = { actor: 'a2900', steps: 3 as const, along: null };
		const chosen = filterDocument(facts, DEFAULT_SETTINGS, selection).actors;
		for (const id of ['a0', 'a2500', 'a2499', 'a2501']) expect(isVisible(chosen.get(id))).toBe(true);
		const focused = filterDocument(facts, { ...DEFAULT_SETTINGS, focus }, NOTHING).actors;
		expect(isVisible(focused.get('a2900'))).toBe(true);
	});

	it('shows a chosen relation', () => {
		const selection = { ...NOTHING, relations: new Set(['rim2700']) };
		expect(filterDocument(facts, DEFAULT_SETTINGS, selection).relations.get('rim2700')).toBe('shown');
	});

	it('leaves a document alone that fits', () => {
		const { actors } = receiptOf(
			filterDocument(factsOf(wheel(100)), DEFAULT_SETTINGS, NOTHING),
			DEFAULT_SETTINGS
		);
		expect(actors.visible).toBe(101);
	});

	it('spends nothing on what the filters hide', () => {
		const off = { ...DEFAULT_SETTINGS.off, types: new Set(['commands']) };
		const { relations } = receiptOf(
			filterDocument(facts, { ...DEFAULT_SETTINGS, off }, NOTHING),
			DEFAULT_SETTINGS
		);
		expect(relations.hidden.find(({ reason }) => reason === 'type')!.count).toBe(3000);
		expect(relations.visible).toBeGreaterThan(350);
	});
});
