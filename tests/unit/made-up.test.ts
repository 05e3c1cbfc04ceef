/** The made-up document: that it is what its docstring promises, so that the tests that use it test something. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NATIVE } from '#lib/formats/native/native.ts';
import { LINK_TYPES, MODALITIES, type Claim } from '#lib/model/document.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';
import { parseWhen, type Period } from '#lib/model/time.ts';
import { madeUpDocument, madeUpTexts } from '../made-up-document.mjs';

const json = JSON.stringify(madeUpDocument());
const { document, problems } = NATIVE.read(json);
const { actors, claims, events, links, relations, sources, voices } = document;
const texts = madeUpTexts();

const claimsAbout = new Map<string, Claim[]>();
for (const claim of claims) {
	for (const id of claim.about) claimsAbout.set(id, [...(claimsAbout.get(id) ?? []), claim]);
}
const tied = new Set(relations.flatMap(({ from, to }) => [from, to]));
const readPeriods = (list: readonly { readonly when?: string | undefined }[]) =>
	list.flatMap(({ when }) => (when === undefined ? [] : [parseWhen(when)]));

it('is the same for the same seed, another for another', () => {
	expect(JSON.stringify(madeUpDocument(1))).toBe(json);
	expect(JSON.stringify(madeUpDocument(2))).not.toBe(json);
});

it.each([1, 2, 3])('is read without a problem, from seed %i', (seed) => {
	const text = seed === 1 ? json : JSON.stringify(madeUpDocument(seed));
	expect(NATIVE.read(text).problems).toEqual([]);
});

it('has as many records as it says', () => {
	expect(problems).toEqual([]);
	const counts = [actors, relations, claims, voices, sources, events, links].map(({ length }) => length);
	expect(counts).toEqual([300, 1500, 4000, 120, 36, 250, 200]);
	expect(new Set(sources.map(({ publisher }) => publisher)).size).toBe(12);
	expect(document.positions?.size).toBe(300);
});

describe('actors', () => {
	it('of every kind, some in no relation, some with names in Arabic and Persian', () => {
		expect(new Set(actors.map(({ kind }) => kind)).size).toBe(12);
		expect(actors.filter(({ id }) => !tied.has(id)).length).toBe(6);
		const languages = new Set(actors.flatMap(({ names }) => names?.map(({ lang }) => lang) ?? []));
		expect(languages).toEqual(new Set(['ar', 'fa', 'en']));
		expect(actors.filter(({ name }) => /\p{Script=Arabic}/u.test(name)).length).toBe(4);
	});

	it('stand nearer to their own camp than to any other, and not upon each other', () => {
		const at = (id: string) => document.positions?.get(id) ?? ([NaN, NaN] as const);
		const sides = [...new Set(actors.flatMap(({ side }) => side ?? []))];
		const middles = sides.map((side) => {
			const points = actors.filter((actor) => actor.side === side).map(({ id }) => at(id));
			const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
			return [mean(0), mean(1)] as const;
		});
		const distance = (a: readonly [number, number], b: readonly [number, number]) =>
			Math.hypot(a[0] - b[0], a[1] - b[1]);
		expect(sides.length).toBe(6);
		for (const { id, side } of actors.filter((actor) => actor.side)) {
			const distances = middles.map((middle) => distance(at(id), middle));
			expect(distances.indexOf(Math.min(...distances))).toBe(sides.indexOf(side ?? ''));
		}
		const points = actors.map(({ id }) => at(id));
		const gaps = points.flatMap((a, i) => points.slice(i + 1).map((b) => distance(a, b)));
		expect(Math.min(...gaps)).toBeGreaterThan(70);
	});
});

describe('relations', () => {
	it('of every type, without loops, some of them parallel, some of them unsourced', () => {
		expect(new Set(relations.map(({ type }) => type))).toEqual(new Set(RELATION_TYPES.map(({ id }) => id)));
		expect(relations.filter(({ from, to }) => from === to)).toEqual([]);
		expect(new Set(relations.map(({ from, to }) => `${from} ${to}`)).size).toBeLessThan(1400);
		const unsourced = relations.filter(({ id }) => !claimsAbout.has(id)).length;
		expect(unsourced).toBe(45);
	});

	it('of which some are stated by one voice and denied by another', () => {
		const disputed = relations.filter(({ id }) => {
			const of = (modality: string) =>
				(claimsAbout.get(id) ?? []).flatMap((claim) =>
					claim.modality === modality ? [claim.voices.at(-1)] : []
				);
			return of('denied').some((voice) => of('stated').some((other) => other !== voice));
		});
		expect(disputed.length).toBeGreaterThan(55);
	});

	it('of which some are dated otherwise by other voices', () => {
		const dates = new Map<string, Set<string>>();
		for (const { type, from, to, event, when } of relations) {
			const key = [type, from, to, event].join(' ');
			if (event && when) dates.set(key, (dates.get(key) ?? new Set()).add(when));
		}
		expect([...dates.values()].filter(({ size }) => size > 1).length).toBeGreaterThanOrEqual(25);
	});
});

describe('dates', () => {
	const periods = readPeriods([...actors, ...relations, ...events]);
	const some = (test: (period: Period) => boolean) =>
		periods.filter((period) => period && test(period)).length;

	it('can all be read', () => expect(periods.filter((period) => !period)).toEqual([]));

	it.each([
		...['day', 'month', 'season', 'year', 'decade', 'century', 'digits', 'interval', 'one-of', 'all-of']
	])('of the sort %s', (kind) => expect(some((period) => period.kind === kind)).toBeGreaterThan(2));

	it.each([...(['startOpen', 'endOpen', 'startUnknown', 'endUnknown', 'approximate', 'uncertain'] as const)])(
		'with %s',
		(flag) => expect(some((period) => period[flag])).toBeGreaterThan(2)
	);

	it('about and perhaps at once, and none at all', () => {
		expect(some(({ approximate, uncertain }) => approximate && uncertain)).toBeGreaterThan(2);
		expect(relations.filter(({ when }) => when === undefined).length).toBeGreaterThan(100);
	});

	it('of sources over three years', () => {
		const years = new Set(sources.map(({ published }) => published?.slice(0, 4)));
		expect([...years].length).toBeGreaterThanOrEqual(3);
		const published = sources.map(({ published }) => ({ when: published }));
		expect(readPeriods(published)).not.toContain(null);
	});
});

describe('events and links', () => {
	it('have figures of every form', () => {
		const figures = events.flatMap(({ figures }) => figures ?? []);
		const forms = new Set(figures.map((figure) => Object.keys(figure).sort().join(' ')));
		expect(forms).toEqual(
			new Set(['unit value what', 'min unit what', 'max unit what', 'max min unit what'])
		);
		const used = new Set(relations.map(({ event }) => event));
		expect(events.filter(({ id }) => used.has(id)).length).toBeGreaterThan(240);
	});

	it('are joined by links of every type, each with a claim', () => {
		expect(new Set(links.map(({ type }) => type))).toEqual(new Set(LINK_TYPES));
		expect(links.filter(({ id }) => !claimsAbout.has(id))).toEqual([]);
	});

	it('run from cause to effect, or back from the later to the earlier', () => {
		// Events are numbered in the order in which they truly happened.
		const order = new Map(events.map(({ id }, i) => [id, i]));
		for (const { type, from, to } of links) {
			const isForward = (order.get(from) ?? NaN) < (order.get(to) ?? NaN);
			expect(isForward).toBe(type === 'led_to');
		}
	});
});

describe('claims', () => {
	it('of every modality, by chains of one to three voices, outermost the publication', () => {
		const publisher = new Map(sources.map(({ id, publisher }) => [id, publisher]));
		const labels = new Map(voices.map(({ id, label }) => [id, label]));
		for (const modality of MODALITIES) {
			expect(claims.filter((claim) => claim.modality === modality).length).toBeGreaterThan(100);
		}
		expect(new Set(claims.map((claim) => claim.voices.length))).toEqual(new Set([1, 2, 3]));
		for (const claim of claims) {
			expect(labels.get(claim.voices[0] ?? '')).toBe(publisher.get(claim.source));
			expect(new Set(claim.voices).size).toBe(claim.voices.length);
		}
	});

	it('are claimed only by voices about themselves', () => {
		const speaker = new Map(voices.map(({ id, actor }) => [id, actor]));
		const from = new Map(relations.map((relation) => [relation.id, relation.from]));
		for (const claim of claims.filter(({ modality }) => modality === 'claimed')) {
			const [about = ''] = claim.about;
			const subject = from.get(about) ?? links.find(({ id }) => id === about)?.from ?? about;
			expect(speaker.get(claim.voices.at(-1) ?? '')).toBe(subject);
		}
	});

	it('by voices that are named, described, and anonymous groups', () => {
		const used = new Set(claims.flatMap((claim) => claim.voices));
		expect(used.size).toBe(120);
		expect(voices.filter(({ actor }) => actor !== undefined).length).toBe(46);
		expect(voices.filter(({ anonymous }) => anonymous).length).toBe(32);
		expect(voices.filter(({ people = 1, anonymous }) => anonymous && people > 1).length).toBeGreaterThan(20);
	});

	it('have passages that lie in the text of their source, some of them overlapping', () => {
		const points = new Map([...texts].map(([id, text]) => [id, [...text]]));
		const placed = claims.filter(({ start }) => start !== undefined);
		expect(placed.length).toBeGreaterThan(3700);
		for (const { source, start, end } of placed) {
			const text = points.get(source) ?? [];
			const passage = text.slice(start, end).join('');
			expect(passage).toMatch(/^\S[^\n]*\.$/);
		}
		const ends = new Set(placed.map(({ source, start }) => `${source} ${start}`));
		expect(placed.length - ends.size).toBeGreaterThan(50);
		for (const { id, sha256 } of sources) {
			const sum = createHash('sha256').update(texts.get(id) ?? '');
			expect(sum.digest('hex')).toBe(sha256);
		}
	});
});
