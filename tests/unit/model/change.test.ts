import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, diff, invert, type Change } from '#lib/model/change.ts';
import { RECORD_LISTS, emptyDocument, type Actor, type Document } from '#lib/model/document.ts';
import { changeActor, moveActors, removeActor } from '#lib/model/edit-actors.ts';
import { removeEvent } from '#lib/model/edit-events.ts';
import { changeRelation } from '#lib/model/edit-relations.ts';
import { anyDocument } from '../generate.ts';
import { anyStep, taken, written } from './any-step.ts';
import { small } from './small-document.ts';

/** Equal in every value, and in the order of all keys, records and positions. */
function expectSame(actual: Document, expected: Document): void {
	expect(written(actual)).toBe(written(expected));
	expect(isDeepStrictEqual(actual, expected)).toBe(true);
}

const documents = anyDocument({ unknownKeys: true, sharedIds: true });
const copies: Record<string, (change: Change) => Change> = {
	'as it is': (change) => change,
	cloned: structuredClone,
	'written as JSON': (change) => JSON.parse(JSON.stringify(change)) as Change
};

describe('a change', () => {
	it.each(Object.entries(copies))(
		'%s, leads through any edits, back to the start, and forth again',
		(_, copy) => {
			fc.assert(
				fc.property(documents, fc.array(anyStep(), { maxLength: 10 }), (start, steps) => {
					const states = [start];
					for (const step of steps) states.push(taken(states.at(-1) as Document, step));
					const changes = states
						.slice(1)
						.map((after, number) => copy(diff(states[number] as Document, after)));
					let document = states.at(-1) as Document;
					for (let number = changes.length - 1; number >= 0; number--) {
						document = apply(document, invert(changes[number] as Change));
						expectSame(document, states[number] as Document);
					}
					changes.forEach((change, number) => {
						document = apply(document, change);
						expectSame(document, states[number + 1] as Document);
					});
				}),
				{ numRuns: 100 }
			);
		}
	);

	it('leads from any document to any other, and back', () => {
		fc.assert(
			fc.property(documents, documents, (before, after) => {
				// What is inherited, such as the function that "constructor" names, could not be cloned.
				const change = structuredClone(diff(before, after));
				expectSame(apply(before, change), after);
				expectSame(apply(after, invert(change)), before);
				expect(invert(invert(change))).toEqual(change);
			})
		);
	});

	it('puts any order of records into any other, some of them twice', () => {
		const numbers = fc.array(fc.nat({ max: 3 }), { maxLength: 6 });
		const pool = Array.from({ length: 4 }, (_, n): Actor => ({ id: `${n}`, name: '', kind: 'unknown' }));
		const having = (chosen: number[]) => ({ ...small, actors: chosen.map((n) => pool[n] as Actor) });
		fc.assert(
			fc.property(numbers, numbers, (first, second) => {
				const [before, after] = [having(first), having(second)];
				const change = diff(before, after);
				expectSame(apply(before, change), after);
				expectSame(apply(after, invert(change)), before);
			}),
			{ numRuns: 500 }
		);
	});

	it('leaves what it does not touch as it is', () => {
		fc.assert(
			fc.property(documents, anyStep(), (before, step) => {
				const after = taken(before, step);
				const back = apply(after, invert(diff(before, after)));
				for (const list of RECORD_LISTS) {
					if (before[list] === after[list]) expect(back[list]).toBe(after[list]);
					expect(back[list].every((record, number) => record === before[list][number])).toBe(true);
				}
				if (before.positions === after.positions) expect(back.positions).toBe(after.positions);
			})
		);
	});

	it('of nothing is nothing', () => {
		expect(diff(small, small)).toEqual({ lists: [], fields: [] });
		expect(diff(small, { ...small, actors: [...small.actors] })).toEqual({ lists: [], fields: [] });
	});

	it('holds only what went, wherever it stood', () => {
		const actors = Array.from({ length: 100 }, (_, n): Actor => ({ id: `${n}`, name: '', kind: 'unknown' }));
		const relations = Array.from({ length: 1000 }, (_, n) => ({
			...{ id: `r${n}`, type: 'meets' },
			...{ from: `${n % 100}`, to: `${(n + 1) % 100}` }
		}));
		const document = { ...emptyDocument(''), actors, relations };
		const { lists } = diff(document, removeActor(document, '50'));
		const sizes = lists.map(({ key, hunks }) => [key, hunks.flatMap(({ before }) => before).length]);
		expect(sizes).toEqual([['actors', 1], ['relations', 20]]); // prettier-ignore
		expect(lists.flatMap(({ hunks }) => hunks.flatMap(({ after }) => after))).toEqual([]);
		const { lists: moved } = diff(document, changeRelation(document, 'r7', { note: 'x' }));
		expect(moved).toEqual([
			{
				key: 'relations',
				hunks: [{ skip: 7, before: [relations[7]], after: [{ ...relations[7], note: 'x' }] }]
			}
		]);
	});

	it('gives keys back in their old order, those of the document and of a record', () => {
		const { positions, ...rest } = small;
		const first: Document = { positions, ...rest };
		const none = removeActor(removeActor(first, 'quds'), 'kataib');
		expect('positions' in none).toBe(false);
		expect(Object.keys(apply(none, invert(diff(first, none))))).toEqual(Object.keys(first));

		const { event, ...relation } = { event: 'talks', id: 'x', type: 'meets', from: 'quds', to: 'usa' };
		const named = { ...small, relations: [{ event, ...relation }] };
		const cleared = removeEvent(named, 'talks');
		expect(cleared.relations).toStrictEqual([relation]);
		expect(Object.keys(apply(cleared, invert(diff(named, cleared))).relations[0] ?? {})[0]).toBe('event');
	});

	it('gives a position back to its old place in the order', () => {
		const after = removeActor(small, 'quds');
		expect([...(apply(after, invert(diff(small, after))).positions ?? [])]).toEqual([
			...(small.positions ?? [])
		]);
	});

	it('tells absent from undefined in fields', () => {
		const described = { ...small, description: 'words' };
		const change = diff(described, small);
		expect('description' in apply(described, change)).toBe(false);
		expectSame(apply(small, invert(change)), described);
	});

	it('that does not fit the document throws', () => {
		const change = diff(small, removeActor(small, 'quds'));
		expect(() => apply(removeActor(small, 'quds'), change)).toThrow(RangeError);
		expect(() => apply(emptyDocument(''), change)).toThrow(RangeError);
		const added = diff(small, moveActors(small, new Map([['usa', [1, 1]]])));
		expect(() => apply(emptyDocument(''), added)).toThrow(RangeError);
		const renamed = diff(small, changeActor(small, 'quds', { name: 'Q' }));
		expect(() => apply({ ...small, actors: small.actors.toReversed() }, renamed)).toThrow(RangeError);
	});
});
