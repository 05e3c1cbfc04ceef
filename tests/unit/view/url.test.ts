import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '#lib/model/document.ts';
import { DEFAULT_VIEW, fingerprint, readView, writeView, type View } from '#lib/view/url.ts';
import { anyDocument } from '../generate.ts';
import { anySelection, anySettings } from './settings.ts';

const point = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9999, max: 9999 }));

const anyView: fc.Arbitrary<View> = anyDocument().chain((document) =>
	fc.record({
		settings: anySettings(document),
		selection: anySelection(document),
		camera: fc.option(
			fc.record({
				x: fc.integer({ min: -5000, max: 5000 }),
				y: fc.integer({ min: -5000, max: 5000 }),
				zoom: fc.integer({ min: 50, max: 6000 }).map((n) => n / 1000)
			}),
			{ nil: null }
		),
		moved: fc
			.array(
				fc.tuple(
					fc.constantFrom(...(document.actors.length ? document.actors.map(({ id }) => id) : ['x'])),
					point
				)
			)
			.map((pairs) => new Map<string, Point>(pairs)),
		document: fc.constantFrom('', 'abc12')
	})
);

describe('the view in the address', () => {
	it('is empty for the default view', () => {
		expect(writeView(DEFAULT_VIEW)).toBe('');
		expect(readView('')).toEqual({ view: DEFAULT_VIEW, ignored: [] });
	});

	it('reads back what it wrote', () => {
		fc.assert(
			fc.property(anyView, (view) => {
				const wellFormed = JSON.stringify([
					...view.moved.keys(),
					...view.selection.actors,
					...view.selection.relations
				]).isWellFormed();
				fc.pre(wellFormed);
				const text = writeView(view);
				expect(text).toMatch(/^[!-~]*$/);
				expect(readView(text)).toEqual({ view, ignored: [] });
			}),
			{ numRuns: 300 }
		);
	});

	it('never throws, and says what it could not use', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string({ unit: 'binary' }),
					fc.string().map((text) => `v1&${text}`)
				),
				(text) => {
					const { view } = readView(text);
					expect(writeView(view)).toEqual(expect.any(String));
				}
			),
			{ numRuns: 1000 }
		);
	});

	it.each([
		['v9&types=attacks', 1],
		['v1&nonsense', 1],
		['v1&types=%E0%A4%A', 1],
		['v1&camera=1,2', 1],
		['v1&camera=1,2,1e99', 1],
		['v1&focus=a:9', 1],
		['v1&theme=pink&dim=types', 1],
		[`v1&at=${'a:1:1,'.repeat(100_000)}`, 1]
	])('%.30s is passed over with a word', (text, words) => {
		expect(readView(text).ignored).toHaveLength(words);
	});

	it('does not touch any prototype', () => {
		const { view } = readView('v1&types=__proto__&at=__proto__:1:2&actors=constructor&__proto__=1');
		expect(view.settings.off.types).toEqual(new Set(['__proto__']));
		expect(view.moved.get('__proto__')).toEqual([1, 2]);
		expect(Object.keys(Object.prototype)).toEqual([]);
	});

	// Links that people may have kept: they must go on meaning what they meant.
	it.each([
		['v1&types=meets,attacks&dim=types', { types: ['meets', 'attacks'] }],
		['#v1&types=meets&theme=dark', { types: ['meets'] }]
	])('old link %s', (text, { types }) => {
		expect([...readView(text).view.settings.off.types]).toEqual(types);
	});

	it('tells documents apart', () => {
		const of = (...ids: string[]) => fingerprint({ title: 'T', actors: ids.map((id) => ({ id })) });
		expect(of('a', 'b')).toBe(of('a', 'b'));
		expect(of('a', 'b')).not.toBe(of('ab'));
	});
});
