import { expect, test } from 'vitest';
import type { Claim, Document } from '#lib/model/document.ts';
import {
	claimBeside,
	claimsAbout,
	claimsInOrder,
	relationsOf,
	selectionOf,
	toldClaims
} from '#lib/view/claim-order.ts';
import { factsOf } from '#lib/view/facts.ts';
import { toldBy } from '#lib/view/told.ts';
import { DEFAULT_SETTINGS } from '#lib/view/settings.ts';
import { small } from '../model/small-document.ts';

const at = (id: string, source: string, paragraph?: number, start?: number): Claim => ({
	...small.claims[0]!,
	id,
	source,
	...(paragraph !== undefined && { paragraph }),
	...(start !== undefined && { start, end: start + 1 })
});

test('reading order: source, paragraph, start, document', () => {
	const sources = [
		{ id: 'second', title: '2' },
		{ id: '__proto__', title: '1' }
	];
	const claims = [
		at('last', 'missing', 1, 0),
		at('g', '__proto__', 1, 5),
		at('e', 'second'),
		at('c', 'second', 2),
		at('b', 'second', 2, 9),
		at('d', 'second', 2),
		at('a', 'second', 1, 40),
		at('f', '__proto__', 1, 2)
	];
	const facts = factsOf({ ...small, sources, claims });
	expect(claimsInOrder(facts).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'last']);
	expect(claimsInOrder(facts, '__proto__').map(({ id }) => id)).toEqual(['f', 'g']);
});

test('steps: from nowhere to an end, and not past one', () => {
	const [a, b, c] = small.claims;
	expect(claimBeside(small.claims, null, 1)).toBe(a);
	expect(claimBeside(small.claims, null, -1)).toBe(small.claims.at(-1));
	expect(claimBeside(small.claims, a!.id, 1)).toBe(b);
	expect(claimBeside(small.claims, 'gone', 1)).toBe(a);
	expect(claimBeside(small.claims, c!.id, -1)).toBe(b);
	expect(claimBeside(small.claims, a!.id, -1)).toBeNull();
	expect(claimBeside([], null, 1)).toBeNull();
});

test('what a claim is about: records that exist, a link as its events, an event with its relations', () => {
	const facts = factsOf(small);
	const claim = { about: ['attack', 'kataib', 'led', 'nobody'] };
	expect(selectionOf(facts, claim)).toEqual({
		actors: new Set(['kataib']),
		relations: new Set(['attack']),
		events: new Set(['talks', 'halt'])
	});
	expect(relationsOf(facts, claim)).toEqual(new Set(['attack', 'visits']));
	expect(claimsAbout(facts, ['visits', 'attack'])).toEqual(new Set(['c-both', 'c-visit', 'c-attack']));
});

test('what the filters leave of the claims', () => {
	const denied = (claim: Claim): Claim => ({ ...claim, modality: 'denied' });
	const claims = [
		...small.claims.map((claim) => (claim.id === 'c-attack' ? denied(claim) : claim)),
		denied({ ...small.claims[0]!, id: 'c-none', about: [] })
	];
	const document: Document = { ...small, claims };
	const facts = factsOf(document);
	expect(toldClaims(facts, toldBy(facts, DEFAULT_SETTINGS))).toBeNull();
	const off = { ...DEFAULT_SETTINGS.off, modalities: new Set(['denied' as const]) };
	const left = toldClaims(facts, toldBy(facts, { ...DEFAULT_SETTINGS, off }));
	expect(left).toEqual(new Set(['c-both', 'c-event', 'c-visit', 'c-none']));
});
