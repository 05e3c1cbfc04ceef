import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { NATIVE } from '#lib/formats/native/native.ts';
import { FAMILIES, type Document } from '#lib/model/document.ts';
import { dayOf } from '#lib/model/time-days.ts';
import { factsOf, type Facts } from '#lib/view/facts.ts';
import { filterDocument } from '#lib/view/filter.ts';
import { filtersInWords } from '#lib/view/filters-in-words.ts';
import { DEFAULT_SETTINGS, NOTHING, NO_SIDE, type Settings } from '#lib/view/settings.ts';
import { madeUpDocument } from '../../made-up-document.mjs';
import { anyDocument } from '../generate.ts';
import { anySettings } from './settings.ts';

const madeUp = NATIVE.read(JSON.stringify(madeUpDocument())).document;
const facts = factsOf(madeUp);
const day = (year: number, month: number, date: number) => {
	const first = dayOf(year, month, date);
	return { first, last: first };
};

/** The settings with one filter alone in use. */
const ALONE: Readonly<Record<string, (settings: Settings) => Partial<Settings>>> = {
	types: ({ off, dims }) => ({ off: { ...DEFAULT_SETTINGS.off, types: off.types }, dims }),
	kinds: ({ off, dims }) => ({ off: { ...DEFAULT_SETTINGS.off, kinds: off.kinds }, dims }),
	sides: ({ off, dims }) => ({ off: { ...DEFAULT_SETTINGS.off, sides: off.sides }, dims }),
	hand: ({ hiddenActors }) => ({ hiddenActors }),
	modalities: ({ off }) => ({ off: { ...DEFAULT_SETTINGS.off, modalities: off.modalities } }),
	knownBy: ({ knownBy }) => ({ knownBy }),
	voices: ({ off }) => ({ off: { ...DEFAULT_SETTINGS.off, voices: off.voices } }),
	people: ({ leastPeople }) => ({ leastPeople }),
	focus: ({ focus }) => ({ focus }),
	lonely: ({ keepLonely }) => ({ keepLonely })
};

const withView = (documents: fc.Arbitrary<Document>) =>
	documents.chain((document) => {
		// What fails is said without the facts, which are long.
		const facts = { ...factsOf(document), [fc.toStringMethod]: () => document.title };
		return fc.tuple(fc.constant<Facts>(facts), anySettings(document));
	});

const fatesOf = (of: Facts, settings: Settings) => {
	const { actors, relations } = filterDocument(of, settings, NOTHING);
	return [...actors.values(), ...relations.values()];
};

describe.each([
	['documents made at random', anyDocument(), 100],
	['the made-up document', fc.constant(madeUp), 30]
])('of %s', (_, documents, numRuns) => {
	test.each(Object.keys(ALONE))('a filter that changes anything is said: %s', (name) => {
		fc.assert(
			fc.property(withView(documents), ([of, all]) => {
				const settings = { ...DEFAULT_SETTINGS, ...ALONE[name]!(all) };
				const sentences = filtersInWords(of, settings);
				expect(sentences.length).toBeLessThanOrEqual(1);
				const before = fatesOf(of, DEFAULT_SETTINGS);
				if (fatesOf(of, settings).some((fate, i) => fate !== before[i])) expect(sentences).toHaveLength(1);
			}),
			{ numRuns }
		);
	});

	test('a moment, what goes with it and a comparison are said', () => {
		fc.assert(
			fc.property(withView(documents), ([of, { asOf, pastActs, off, comparedWith }]) => {
				const certainties = { ...DEFAULT_SETTINGS.off, certainties: off.certainties };
				const alone = { ...DEFAULT_SETTINGS, asOf, pastActs, off: certainties, comparedWith };
				const said = filtersInWords(of, alone).join('\n');
				expect(said.includes('As of ')).toBe(asOf !== null);
				expect(said.includes('Compared with ')).toBe(comparedWith !== null);
				if (asOf) expect(said.includes('acts that were over')).toBe(pastActs === 'go' && !comparedWith);
				if (asOf && off.certainties.has('carried')) expect(said).toContain('carried forward');
				if (!asOf && !comparedWith?.asOf) expect(said).not.toContain(' then');
			}),
			{ numRuns }
		);
	});

	test('whatever the names, sentences are short, of one line and without marks that reorder', () => {
		fc.assert(
			fc.property(withView(documents), ([of, settings]) => {
				for (const sentence of filtersInWords(of, settings)) {
					expect(sentence.length).toBeLessThan(500);
					expect(sentence).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066\u2067]/u);
					expect(sentence.split('\u2068').length).toBe(sentence.split('\u2069').length);
					expect(sentence).not.toMatch(/ {2}|[ ,]$/);
				}
			})
		);
	});
});

it('says nothing of a view without filters, nor of what the document has not', () => {
	expect(filtersInWords(facts, DEFAULT_SETTINGS)).toEqual([]);
	const strange = {
		...DEFAULT_SETTINGS,
		hiddenActors: new Set(['nobody']),
		off: {
			...DEFAULT_SETTINGS.off,
			types: new Set(['no such type']),
			sides: new Set(['no such side']),
			voices: new Set(['no such voice']),
			certainties: new Set(['carried'] as const)
		}
	};
	expect(filtersInWords(facts, strange)).toEqual([]);
});

describe('in plain words', () => {
	const said = (settings: Partial<Settings>) => filtersInWords(facts, { ...DEFAULT_SETTINGS, ...settings });
	const typesOf = (...families: string[]) =>
		madeUp.relations
			.map(({ type }) => type)
			.filter((type) => families.includes(facts.typeOf({ type }).family));
	const withOff = (off: Partial<Settings['off']>) => ({ off: { ...DEFAULT_SETTINGS.off, ...off } });

	it('names whole families, and says only what stays where that is less', () => {
		const without = withOff({ types: new Set(typesOf('talks', 'pressure')) });
		expect(said(without)).toEqual(['Without talks and pressure']);
		expect(said({ ...without, dims: { types: true, kinds: false, sides: false } })).toEqual([
			'Dimmed: talks and pressure'
		]);
		const others = FAMILIES.filter((family) => family !== 'structure' && family !== 'conflict');
		expect(said(withOff({ types: new Set(typesOf(...others)) }))).toEqual(['Only structure and conflict']);
	});

	it('names single types in quotation marks', () => {
		const type = madeUp.relations.find((one) => facts.typeOf(one).family === 'conflict')!.type;
		expect(said(withOff({ types: new Set([type]) }))[0]).toMatch(/^Without (“.+”|conflict)$/);
	});

	it('says moments, people and days', () => {
		expect(said({ asOf: day(2024, 1, 30), leastPeople: 3, knownBy: day(2024, 2, 18).first })).toEqual([
			'Only what had been published by 18 February 2024',
			'Only what at least 3 independent people say',
			'As of 30 January 2024'
		]);
		expect(said({ comparedWith: { asOf: day(2024, 1, 28), voicesOff: new Set() } })).toEqual([
			'Compared with 28 January 2024'
		]);
	});

	it('says sides, those without one too', () => {
		const document = {
			...madeUp,
			actors: madeUp.actors.map((actor, i) => ({ ...actor, side: i % 3 ? `side ${i % 3}` : undefined }))
		} as Document;
		const of = (...sides: string[]) =>
			filtersInWords(factsOf(document), { ...DEFAULT_SETTINGS, ...withOff({ sides: new Set(sides) }) });
		expect(of(NO_SIDE)).toEqual(['Without actors of no side']);
		expect(of('side 1', NO_SIDE)).toEqual(['Only actors of “side 2”']);
		expect(of('side 1', 'side 2', NO_SIDE)).toEqual([
			'Without actors of “side 1” and “side 2”, and those of no side'
		]);
	});

	it('sets a name that runs to the left apart, and cuts a long one', () => {
		const actors = madeUp.actors.map((actor, i) => ({
			...actor,
			name: ['قوة القدس', 'x'.repeat(1e6)][i] ?? actor.name
		}));
		const two = new Set(actors.slice(0, 2).map(({ id }) => id));
		const [sentence] = filtersInWords(factsOf({ ...madeUp, actors }), {
			...DEFAULT_SETTINGS,
			hiddenActors: two
		});
		expect(sentence).toMatch(/^Put away one by one: \u2068قوة القدس\u2069 and x+…$/);
		expect(sentence!.length).toBeLessThan(110);
	});

	it('counts the voices of a choice among many', () => {
		const tellers = [...new Set(madeUp.claims.map(({ voices }) => voices.at(-1)!))];
		const off = (kept: number) => said(withOff({ voices: new Set(tellers.slice(kept)) }))[0];
		expect(off(1)).toMatch(/^As told by [^,]+/);
		expect(off(3)).toMatch(/^Only what 3 of \d+ voices tell: /);
		expect(off(tellers.length - 1)).toMatch(/^Without what .+ tells/);
		expect(off(0)).toMatch(/^(Without what any voice tells|Only what nobody tells)$/);
	});
});
