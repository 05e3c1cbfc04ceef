import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '#lib/model/check.ts';
import { RECORD_LISTS, emptyDocument, type Claim, type Document } from '#lib/model/document.ts';
import { addActor, changeActor, moveActors, removeActor } from '#lib/model/edit-actors.ts';
import { addClaim, changeClaim, removeClaim } from '#lib/model/edit-claims.ts';
import { addEvent, changeEvent, removeEvent } from '#lib/model/edit-events.ts';
import { addRelation, changeRelation, removeRelation } from '#lib/model/edit-relations.ts';
import { consequences, newId } from '#lib/model/edits.ts';
import { anyDocument } from '../generate.ts';
import { anyText } from '../generate-values.ts';
import { anyStep, taken, written } from './any-step.ts';
import { small } from './small-document.ts';

const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

/** What refers to nothing. Written anew here, so that a mistake in the edits is not made twice. */
function dangling(document: Document): string[] {
	const { sources, voices, actors, relations, events, links, claims } = document;
	const subjects = [...actors, ...relations, ...events, ...links];
	const missing = (list: readonly { id: string }[], ...named: (string | undefined)[]) =>
		named.filter((id) => id !== undefined && !list.some((record) => record.id === id));
	return [
		...voices.flatMap(({ actor }) => missing(actors, actor)),
		...relations.flatMap(({ from, to }) => missing(actors, from, to)),
		...relations.flatMap(({ event }) => missing(events, event)),
		...links.flatMap(({ from, to }) => missing(events, from, to)),
		...claims.flatMap(({ about }) => (about.length > 0 ? missing(subjects, ...about) : ['about nothing'])),
		...claims.flatMap((claim) => missing(voices, ...claim.voices)),
		...claims.flatMap(({ source }) => missing(sources, source)),
		...missing(actors, ...(document.positions?.keys() ?? []))
	].map(String);
}

const repeated = (document: Document) =>
	RECORD_LISTS.filter((list) => new Set(ids(document[list])).size < document[list].length);

/** Objects and arrays of `after` that say the same as their counterpart in `before`, and yet are others. */
function needlessCopies(before: Document, after: Document): string[] {
	const copies: string[] = [];
	for (const key of Object.keys(after) as (keyof Document)[]) {
		if (before[key] !== after[key] && written(before[key] as never) === written(after[key] as never))
			copies.push(key);
	}
	for (const list of RECORD_LISTS) {
		const known = new Map<string, object>(before[list].map((record) => [record.id, record]));
		for (const record of after[list]) {
			const twin = known.get(record.id);
			if (twin && twin !== record && written(twin as never) === written(record as never)) copies.push(list);
		}
	}
	for (const [id, point] of after.positions ?? []) {
		const twin = before.positions?.get(id);
		if (twin && twin !== point && `${twin}` === `${point}`) copies.push('point');
	}
	return copies;
}

const documents = fc.oneof(anyDocument(), anyDocument({ sharedIds: true, unknownKeys: true }));

describe('any edits', () => {
	it('start from documents in which nothing is amiss', () => {
		fc.assert(
			fc.property(anyDocument(), (document) => {
				expect(checkDocument(document)).toEqual([]);
			})
		);
	});

	it('keep references whole, ids unique, and the document before as it was', () => {
		fc.assert(
			fc.property(documents, fc.array(anyStep(), { minLength: 1, maxLength: 10 }), (start, steps) => {
				let document = start;
				for (const step of steps) {
					const before = written(document);
					const after = taken(document, step);
					expect(written(document)).toBe(before);
					expect(dangling(after)).toEqual([]);
					expect(repeated(after)).toEqual([]);
					document = after;
				}
			}),
			{ numRuns: 200 }
		);
	});

	it('copy nothing that they leave alone', () => {
		fc.assert(
			fc.property(documents, anyStep(), (before, step) => {
				expect(needlessCopies(before, taken(before, step))).toEqual([]);
			}),
			{ numRuns: 300 }
		);
	});

	it('leave a document that our own check finds whole', () => {
		fc.assert(
			fc.property(anyDocument(), fc.array(anyStep(), { maxLength: 8 }), (start, steps) => {
				expect(checkDocument(steps.reduce(taken, start))).toEqual([]);
			})
		);
	});
});

describe('consequences', () => {
	it('add up with what is missing afterwards', () => {
		const removal = anyStep('removeActor', 'removeRelation', 'removeEvent', 'removeClaim', 'mergeActors');
		fc.assert(
			fc.property(documents, removal, (before, step) => {
				const after = taken(before, step);
				const removed = consequences(before, after);
				for (const list of RECORD_LISTS) expect(removed[list]).toBe(before[list].length - after[list].length);
			}),
			{ numRuns: 200 }
		);
	});

	it('of a removed actor are its relations and the claims about nothing else', () => {
		fc.assert(
			fc.property(anyDocument(), fc.nat(), (before, number) => {
				const actor = before.actors[number % before.actors.length];
				if (!actor) return;
				const relations = before.relations.filter(({ from, to }) => from === actor.id || to === actor.id);
				const gone = new Set([actor.id, ...ids(relations)]);
				const only = (claim: Claim) => claim.about.every((id) => gone.has(id));
				expect(consequences(before, removeActor(before, actor.id))).toEqual({
					...{ sources: 0, voices: 0, events: 0, links: 0, actors: 1 },
					relations: relations.length,
					claims: before.claims.filter(only).length
				});
			})
		);
	});

	it('are none where nothing went', () => {
		const none = { sources: 0, voices: 0, actors: 0, relations: 0, events: 0, links: 0, claims: 0 };
		expect(consequences(small, changeActor(small, 'quds', { name: 'Q' }))).toEqual(none);
	});
});

describe('newId', () => {
	it('is free, starts with the prefix, and is the same every time', () => {
		fc.assert(
			fc.property(documents, anyText, (document, prefix) => {
				const id = newId(document, prefix);
				expect(id.startsWith(prefix)).toBe(true);
				expect(newId(document, prefix)).toBe(id);
				for (const list of RECORD_LISTS) expect(ids(document[list])).not.toContain(id);
			})
		);
	});

	it('takes the first gap', () => {
		const named = (id: string) => ({ id, name: id, kind: 'unknown' as const });
		expect(newId({ ...emptyDocument(''), actors: ['a1', 'a2', 'a4'].map(named) }, 'a')).toBe('a3');
	});

	it('is not what a record names that is missing, so that no claim gets a subject by chance', () => {
		const claims = [{ ...(small.claims[0] as Claim), about: ['a1'], voices: ['a2'], source: 'a3' }];
		const voices = [{ id: 'v', label: 'V', actor: 'a4' }];
		const relations = small.relations.map((relation) => ({ ...relation, event: 'a5' }));
		expect(newId({ ...small, claims, voices, relations }, 'a')).toBe('a6');
	});
});

describe('removing an actor', () => {
	const after = removeActor(small, 'kataib');

	it('takes its relations, its position, and claims about nothing else', () => {
		expect(ids(after.actors)).toEqual(['quds', 'usa']);
		expect(ids(after.relations)).toEqual(['visits']);
		expect([...(after.positions ?? [])]).toEqual([['quds', [0, 0]]]);
		expect(after.claims.map(({ id, about }) => [id, about])).toEqual([
			['c-both', ['visits']],
			['c-event', ['talks', 'led']],
			['c-visit', ['visits']]
		]);
	});

	it('leaves its voice, of nobody in particular, without the key', () => {
		expect(after.voices[1]).toStrictEqual({ id: 'spokesman', label: 'A spokesman' });
		expect(after.voices[0]).toBe(small.voices[0]);
	});

	it('takes the positions away with the last one', () => {
		const none = removeActor(after, 'quds');
		expect('positions' in none).toBe(false);
	});

	it('keeps a claim about another record with the same id', () => {
		const twin = { ...small, events: [...small.events, { id: 'kataib', title: 'A namesake' }] };
		const kept = removeActor(twin, 'kataib').claims.find(({ id }) => id === 'c-both');
		expect(kept?.about).toEqual(['visits', 'kataib']);
	});
});

describe('removing something else', () => {
	it('a relation: claims lose it, and go if they were about nothing else', () => {
		const after = removeRelation(small, 'visits');
		expect(ids(after.claims)).toEqual(['c-both', 'c-event', 'c-attack']);
		expect(after.claims[0]?.about).toEqual(['kataib']);
		expect(after.actors).toBe(small.actors);
	});

	it('an event: its links go, the acts in it stay', () => {
		const after = removeEvent(small, 'talks');
		expect(ids(after.events)).toEqual(['halt']);
		expect(after.links).toEqual([]);
		expect(ids(after.claims)).toEqual(['c-both', 'c-visit', 'c-attack']);
		expect(after.relations[0]).toStrictEqual({ id: 'visits', type: 'meets', from: 'quds', to: 'usa' });
		expect(after.relations[1]).toBe(small.relations[1]);
	});

	it('a claim: what it was about stays', () => {
		const after = removeClaim(small, 'c-visit');
		expect(ids(after.claims)).toEqual(['c-both', 'c-event', 'c-attack']);
		expect(after.relations).toBe(small.relations);
	});

	it('leaves a claim alone that was about nothing before', () => {
		const empty = { ...(small.claims[0] as Claim), about: [] };
		expect(removeActor({ ...small, claims: [empty] }, 'usa').claims).toEqual([empty]);
	});
});

describe('changing', () => {
	it('sets values, takes away what becomes undefined, and keeps unknown keys', () => {
		const actor = JSON.parse('{"id":"p","__proto__":{"x":1},"name":"P","kind":"person","side":"s"}') as never;
		const before = addActor(small, actor);
		const after = changeActor(before, 'p', { name: 'Q', side: undefined, aliases: ['P'] }).actors.at(-1);
		expect(JSON.stringify(after)).toBe(
			'{"id":"p","__proto__":{"x":1},"name":"Q","kind":"person","aliases":["P"]}'
		);
	});

	it('nothing returns the document itself', () => {
		expect(changeActor(small, 'quds', {})).toBe(small);
		expect(changeActor(small, 'quds', { name: 'Quds Force', side: undefined })).toBe(small);
		expect(changeRelation(small, 'visits', { to: 'usa' })).toBe(small);
		expect(moveActors(small, new Map([['quds', [0, 0]]]))).toBe(small);
		expect(moveActors(small, new Map())).toBe(small);
	});

	it('accepts what the record names already, though it is missing', () => {
		const lost = { ...small, events: [], links: [], sources: [] };
		expect(changeRelation(lost, 'visits', { event: 'talks', note: 'n' }).relations[0]?.note).toBe('n');
		const about = ['led', 'usa'];
		expect(changeClaim(lost, 'c-event', { about, source: 'paper' }).claims[1]?.about).toEqual(about);
	});

	it('moves only the actors named', () => {
		const after = moveActors(small, new Map([['usa', [5, 6]], ['kataib', [1, 1]]])); // prettier-ignore
		expect([...(after.positions ?? [])]).toEqual([['quds', [0, 0]], ['kataib', [1, 1]], ['usa', [5, 6]]]); // prettier-ignore
		expect(after.positions?.get('quds')).toBe(small.positions?.get('quds'));
		expect(after.actors).toBe(small.actors);
	});
});

describe('an id that is wrong throws', () => {
	const claim = { ...(small.claims[0] as Claim), id: 'new' };
	const wrong: Record<string, () => Document> = {
		'add an actor twice': () => addActor(small, { id: 'quds', name: '', kind: 'unknown' }),
		'add an actor with the id of a claim': () => addActor(small, { id: 'c-both', name: '', kind: 'unknown' }),
		'change no actor': () => changeActor(small, '__proto__', {}),
		'change an id': () => changeActor(small, 'quds', { id: 'other' } as object),
		'remove no actor': () => removeActor(small, 'visits'),
		'move no actor': () => moveActors(small, new Map([['nobody', [0, 0]]])),
		'move to no point': () => moveActors(small, new Map([['quds', [0, NaN]]])),
		'add a relation twice': () =>
			addRelation(small, { id: 'visits', type: 'meets', from: 'quds', to: 'usa' }),
		'add a relation from nobody': () => addRelation(small, { id: 'x', type: 'meets', from: '', to: 'usa' }),
		'add a relation to nobody': () =>
			addRelation(small, { id: 'x', type: 'meets', from: 'usa', to: 'talks' }),
		'add a relation in no event': () =>
			addRelation(small, { id: 'x', type: 'meets', from: 'usa', to: 'usa', event: 'visits' }),
		'change no relation': () => changeRelation(small, 'quds', {}),
		'change a relation to nobody': () => changeRelation(small, 'visits', { to: 'nobody' }),
		'remove no relation': () => removeRelation(small, 'quds'),
		'add an event twice': () => addEvent(small, { id: 'talks', title: '' }),
		'change no event': () => changeEvent(small, 'quds', {}),
		'remove no event': () => removeEvent(small, 'quds'),
		'add a claim twice': () => addClaim(small, { ...claim, id: 'c-both' }),
		'add a claim about nothing': () => addClaim(small, { ...claim, about: ['visits', 'spokesman'] }),
		'add a claim by nobody': () => addClaim(small, { ...claim, voices: ['quds'] }),
		'add a claim from nowhere': () => addClaim(small, { ...claim, source: 'quds' }),
		'change no claim': () => changeClaim(small, 'quds', {}),
		'change a claim to be about nothing': () => changeClaim(small, 'c-both', { about: ['nothing'] }),
		'remove no claim': () => removeClaim(small, 'quds')
	};
	it.each(Object.entries(wrong))('%s', (_, edit) => expect(edit).toThrow(RangeError));
});
