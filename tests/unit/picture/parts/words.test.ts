/** Headline, caption, sources and credit: what they say. */
import { describe, expect, it } from 'vitest';
import { NATIVE } from '#lib/formats/native/native.ts';
import type { Source } from '#lib/model/document.ts';
import { dayOf } from '#lib/model/time-days.ts';
import { captionPart } from '#lib/picture/parts/caption.ts';
import { headlinePart } from '#lib/picture/parts/headline.ts';
import { sourceInWords, sourcesPart, visibleSources } from '#lib/picture/parts/sources.ts';
import { element, serialise } from '#lib/picture/markup.ts';
import { DEFAULT_SETTINGS, type Settings } from '#lib/view/settings.ts';
import { LIGHT } from '#lib/view/theme.ts';
import { madeUpDocument } from '../../../made-up-document.mjs';
import { viewOf } from '../composed.ts';
import { allOf, readXml, textOf } from '../read-xml.ts';
import type { PicturePart } from '#lib/picture/svg.ts';

const madeUp = NATIVE.read(JSON.stringify(madeUpDocument())).document;
const style = { theme: LIGHT, unit: 1 };

function linesOf(part: PicturePart | null, width = 5_000): string[] {
	const root = readXml(serialise(element('g', {}, part?.draw(width).content ?? [])));
	return allOf(root)
		.filter(({ name }) => name === 'text')
		.map(textOf);
}

const day = (year: number, month: number, date: number) => {
	const first = dayOf(year, month, date);
	return { first, last: first };
};
const caption = (settings: Partial<Settings>) =>
	linesOf(captionPart(viewOf(madeUp, { ...DEFAULT_SETTINGS, ...settings }), style));

describe('the caption', () => {
	it('of a whole document is a sentence', () => {
		const few = { ...madeUp, relations: madeUp.relations.slice(0, 5) };
		const said = (leftOut: number) => linesOf(captionPart(viewOf(few, DEFAULT_SETTINGS, leftOut), style));
		const all = `Showing all ${few.actors.length} actors and 5 relations.`;
		expect(said(0)).toEqual([all]);
		expect(said(1)).toEqual([`${all} 1 name left out for lack of room.`]);
	});

	it('says the moment and the comparison once', () => {
		const lines = caption({
			asOf: day(2024, 1, 30),
			comparedWith: { asOf: day(2024, 1, 28), voicesOff: new Set() },
			leastPeople: 2
		});
		expect(lines[0]).toBe('As of 30 January 2024, compared with 28 January 2024.');
		expect(lines[1]).toBe('Only what at least 2 independent people say.');
		expect(lines[2]).toMatch(/^Showing /);
		expect(lines.join(' ').match(/30 January 2024/g)).toHaveLength(1);
		expect(caption({ comparedWith: { asOf: day(2024, 1, 28), voicesOff: new Set() } })[0]).toBe(
			'All time, compared with 28 January 2024.'
		);
	});

	it('counts who has no name in the language of the view', () => {
		const [first, second] = madeUp.actors;
		const actors = [{ ...first!, names: [{ lang: 'ar', text: 'العراق' }] }, second!];
		const of = (names: string) =>
			linesOf(
				captionPart(viewOf({ ...madeUp, actors, relations: [] }, { ...DEFAULT_SETTINGS, names }), style)
			);
		expect(of('ar').join(' ')).toMatch(/1 actor has no name in Arabic\.$/);
		expect(of('').join(' ')).not.toContain('no name');
	});

	it('says how sure things are where all of them are shown', () => {
		const timeless = {
			...madeUp,
			relations: madeUp.relations.slice(0, 1).map((one) => ({ ...one, when: '2024-01-30' }))
		};
		const view = viewOf(
			{ ...timeless, actors: timeless.actors.map((one) => ({ ...one, when: undefined })) },
			{
				...DEFAULT_SETTINGS,
				asOf: day(2024, 1, 30)
			}
		);
		expect(linesOf(captionPart(view, style)).at(-1)).toMatch(/1 relation \(1 certain\)\.$/);
	});
});

describe('sources', () => {
	const source: Source = { id: 's', title: 'A report', publisher: 'Reuters', published: '2024-02-18' };

	it('are said in short', () => {
		expect(sourceInWords(source)).toBe('Reuters, “A report”, 18 February 2024');
		expect(sourceInWords({ id: 's', title: '[On a report]' })).toBe('[On a report]');
		expect(sourceInWords({ id: 's', title: 'A report', url: 'https://www.example.org:81/a?b#c' })).toBe(
			'“A report”, example.org:81'
		);
		expect(sourceInWords({ id: 's', title: 'A report', url: 'doi:10.1000/1' })).toBe(
			'“A report”, doi:10.1000/1'
		);
		expect(sourceInWords({ id: 's', title: 'x'.repeat(1e6), url: 'y'.repeat(1e6) }).length).toBeLessThan(240);
	});

	it('set a title that runs to the left apart', () => {
		expect(sourceInWords({ ...source, title: 'زيارة' })).toBe(
			'Reuters, “\u2068زيارة\u2069”, 18 February 2024'
		);
	});

	it('are those of what is visible', () => {
		const relation = madeUp.relations[0]!;
		const sources = [...madeUp.sources, { ...source, id: 'another' }];
		const document = { ...madeUp, sources, relations: [relation] };
		const { told, filtered } = viewOf(document, DEFAULT_SETTINGS);
		const read = new Set(
			madeUp.claims.filter(({ about }) => about.includes(relation.id)).map((one) => one.source)
		);
		expect(visibleSources(told, filtered).map(({ id }) => id)).toEqual([...read]);
		const away = viewOf(document, { ...DEFAULT_SETTINGS, hiddenActors: new Set([relation.from]) });
		expect(visibleSources(away.told, away.filtered)).toEqual([]);
	});

	it('are counted where there are many', () => {
		const many = Array.from({ length: 12 }, (_, i) => ({ ...source, id: `s${i}` }));
		const lines = linesOf(sourcesPart(many, style));
		expect(lines).toHaveLength(9);
		expect(lines[0]).toMatch(/^Sources: Reuters/);
		expect(lines[8]).toBe('and 4 more');
		expect(linesOf(sourcesPart([source], style))[0]).toMatch(/^Source: /);
		expect(sourcesPart([], style)).toBeNull();
	});
});

describe('the headline', () => {
	it('is cut after some lines, and without marks that reorder', () => {
		const lines = linesOf(headlinePart('a\u202eb '.repeat(1e5), null, style), 200);
		expect(lines).toHaveLength(4);
		expect(lines.at(-1)).toMatch(/^(ab )*a?b?…$/);
	});

	it('may have one of its two alone', () => {
		expect(linesOf(headlinePart(null, 'below', style))).toEqual(['below']);
		expect(headlinePart(null, '', style)).toBeNull();
	});
});
