import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument, settle } from '#lib/model/check.ts';
import { emptyDocument } from '#lib/model/document.ts';
import type { Actor, Claim, Document, Event, Relation, RelationType } from '#lib/model/document.ts';
import { MAX_PROBLEMS, ProblemLog } from '#lib/model/problem-log.ts';
import { anyDocument } from '../generate.ts';

const actor = (id: string): Actor => ({ id, name: id, kind: 'person' });
const event = (id: string, more: Partial<Event> = {}): Event => ({ id, title: id, ...more });
const relation = (id: string, from: string, to: string, more: Partial<Relation> = {}): Relation => ({
	id,
	type: 'backs',
	from,
	to,
	...more
});
const claim = (id: string, about: string[], more: Partial<Claim> = {}): Claim => ({
	id,
	about,
	statement: 's',
	modality: 'stated',
	voices: ['v'],
	source: 's',
	...more
});
const whole: Document = {
	...emptyDocument('T'),
	sources: [{ id: 's', title: 't' }],
	voices: [{ id: 'v', label: 'l' }],
	actors: [actor('a'), actor('b')],
	relations: [relation('r', 'a', 'b')],
	events: [event('e'), event('f')],
	links: [{ id: 'l', type: 'followed', from: 'e', to: 'f' }],
	claims: [claim('c', ['r'])]
};

/** Effect, place and the gist of each problem. */
function found(change: Partial<Document>): string[] {
	return checkDocument({ ...whole, ...change }).map(({ effect, place }) => `${effect} ${place}`);
}

describe('checkDocument', () => {
	it('finds nothing wrong with a whole document', () => {
		expect(checkDocument(whole)).toEqual([]);
		fc.assert(fc.property(anyDocument({ unknownKeys: true }), (it) => checkDocument(it).length === 0));
	});

	it.each(['sources', 'voices', 'actors', 'relations', 'events', 'links', 'claims'] as const)(
		'refuses a second record with the same id in %s',
		(list) => {
			const first = whole[list][0];
			const twins = { ...whole, [list]: [...whole[list], { ...first }] };
			const [problem, ...others] = checkDocument(twins);
			expect(problem?.effect).toBe('refused');
			expect(problem?.place).toBe(`${list}[${whole[list].length}].id`);
			expect(problem?.message).toContain(`${list}[0]`);
			expect(others).toEqual([]);
		}
	);

	it.each(['from', 'to'])('refuses a relation or a link whose %s is missing', (end) => {
		expect(found({ relations: [...whole.relations, relation('q', 'a', 'b', { [end]: 'x' })] })).toEqual([
			`refused relations[1].${end}`
		]);
		const broken = { id: 'm', type: 'followed', from: 'e', to: 'f', [end]: 'a' } as const;
		expect(found({ links: [...whole.links, broken] })).toEqual([`refused links[1].${end}`]);
	});

	it('looks for ends among what is left', () => {
		// The relation goes, and the claim about it finds nothing any more.
		expect(found({ actors: [actor('a')] })).toEqual(['refused relations[0].to', 'noticed claims[0].about']);
	});

	it('refuses positions of nobody', () => {
		expect(found({ positions: new Map([['__proto__', [0, 0] as const]]) })).toEqual(['refused positions']);
	});

	it.each([
		['sources[0].published', { sources: [{ id: 's', title: 't', published: 'yesterday' }] }],
		['sources[0].retrieved', { sources: [{ id: 's', title: 't', retrieved: '2024-13-45' }] }],
		['sources[0].sha256', { sources: [{ id: 's', title: 't', sha256: 'abc' }] }],
		['voices[0].actor', { voices: [{ id: 'v', label: 'l', actor: 'x' }] }],
		['actors[1].when', { actors: [actor('a'), { ...actor('b'), when: 'x'.repeat(1_000_000) }] }],
		['relations[0].when', { relations: [relation('r', 'a', 'b', { when: '29 January' })] }],
		['relations[0].event', { relations: [relation('r', 'a', 'b', { event: 'r' })] }],
		['relations[0].type', { relations: [relation('r', 'a', 'b', { type: '__proto__' })] }],
		['events[0].when', { events: [event('e', { when: '' }), event('f')] }],
		['events[0].figures[0]', { events: [event('e', { figures: [{ what: 'dead' }] }), event('f')] }],
		[
			'events[0].figures[0]',
			{ events: [event('e', { figures: [{ what: 'dead', min: 4, max: 3 }] }), event('f')] }
		],
		['claims[0].voices', { claims: [claim('c', ['r'], { voices: ['v', 'x'] })] }],
		['claims[0].voices', { claims: [claim('c', ['r'], { voices: [] })] }],
		['claims[0].source', { claims: [claim('c', ['r'], { source: 'x' })] }],
		['claims[0].about', { claims: [claim('c', [])] }],
		['claims[0].about', { claims: [claim('c', ['x', 'y'])] }],
		['claims[0].about', { claims: [claim('c', ['r', 'x'])] }],
		['claims[0].about', { actors: [actor('a'), actor('b'), actor('r')] }],
		['claims[0].end', { claims: [claim('c', ['r'], { start: 7, end: 7 })] }]
	] as [string, Partial<Document>][])('notices what is odd at %s', (place, change) => {
		expect(found(change)).toEqual([`noticed ${place}`]);
	});

	it('takes events, links and actors for targets of a claim', () => {
		expect(found({ claims: [claim('c', ['r', 'e', 'l', 'a'])] })).toEqual([]);
	});

	it('notices an unknown relation type once, with the number of its relations', () => {
		const relations = ['p', 'q', 'r'].map((id) => relation(id, 'a', 'b', { type: 'finances' }));
		const problems = checkDocument({ ...whole, relations });
		expect(problems.map(({ place }) => place)).toEqual(['relations[0].type']);
		expect(problems[0]?.message).toMatch(/“finances”.*3/);
	});

	it("knows the document's own types, and notices one that the vocabulary has", () => {
		const own: RelationType = {
			id: 'finances',
			name: 'finances',
			reverse: 'is financed by',
			family: 'support',
			sign: '+',
			nature: 'state'
		};
		const relations = [relation('r', 'a', 'b', { type: 'finances' })];
		expect(found({ relations, types: [own] })).toEqual([]);
		expect(found({ types: [own, { ...own, id: 'commands' }] })).toEqual(['noticed types[1].id']);
	});

	it('shows no more of a long id than a message can bear', () => {
		const [problem] = checkDocument({
			...whole,
			claims: [claim('c', ['r'], { source: 'x'.repeat(1_000_000) })]
		});
		expect(problem?.message.length).toBeLessThan(200);
	});

	it('lists a thousand problems, and counts the others', () => {
		const relations = Array.from({ length: 3000 }, (_, at) => relation(`r${at}`, 'a', at < 2000 ? 'x' : 'b'));
		const problems = checkDocument({ ...whole, claims: [claim('c', [])], relations });
		expect(problems).toHaveLength(MAX_PROBLEMS + 1);
		expect(problems.at(-1)).toMatchObject({ effect: 'refused' });
		expect(problems.at(-1)?.message).toMatch(/^1001 more .*1000 left out, 0 .*1 taken as/);
	});
});

describe('settle', () => {
	/** Joins two documents badly: ids twice, and ends that may be lost. */
	const anyBroken = fc
		.tuple(anyDocument(), anyDocument({ sharedIds: true }))
		.map(([one, other]): Document => ({
			...one,
			relations: [...one.relations, ...other.relations],
			links: [...other.links, ...one.links],
			claims: [...one.claims, ...other.claims, ...one.claims],
			positions: new Map([...(one.positions ?? []), ...(other.positions ?? [])])
		}));

	it('leaves nothing that it would refuse', () => {
		fc.assert(
			fc.property(anyBroken, (broken) => {
				const settled = settle(broken, new Map(), new ProblemLog());
				expect(checkDocument(settled).filter(({ effect }) => effect !== 'noticed')).toEqual([]);
			})
		);
	});

	it('says what it left out, once for each record', () => {
		fc.assert(
			fc.property(anyBroken, (broken) => {
				const settled = settle(broken, new Map(), new ProblemLog());
				const size = (it: Document) =>
					it.relations.length + it.links.length + it.claims.length + (it.positions?.size ?? 0);
				const refused = checkDocument(broken).filter(({ effect }) => effect === 'refused');
				expect(size(broken) - size(settled)).toBe(refused.length);
			})
		);
	});

	it('keeps keys that it does not know', () => {
		const open = JSON.parse('{"__proto__": {"a": 1}, "x": 2}') as object;
		const settled = settle({ ...open, ...whole }, new Map(), new ProblemLog());
		expect(Object.keys(settled)).toEqual(expect.arrayContaining(['__proto__', 'x']));
		expect(Object.getPrototypeOf(settled)).toBe(Object.prototype);
	});
});
