import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '#lib/model/time-days.ts';
import { factsOf } from '#lib/view/facts.ts';
import { isVisible } from '#lib/view/fate.ts';
import { DEFAULT_SETTINGS, NO_VOICE, type Settings } from '#lib/view/settings.ts';
import { DEFAULT_VIEW, writeView } from '#lib/view/url.ts';
import { readArguments } from '../../../src/cli/flags.ts';
import { openedWith } from '../../../src/cli/opened.ts';
import { viewFrom } from '../../../src/cli/view-arguments.ts';
import { VIEW_FLAGS } from '../../../src/cli/view-flags.ts';
import { anySelection, anySettings } from '../view/settings.ts';
import { bundled } from './bundled.ts';

const facts = factsOf(bundled);
const settingsOf = (...args: string[]): Settings =>
	viewFrom(readArguments(args, VIEW_FLAGS), facts).view.settings;
const opened = (...args: string[]) =>
	openedWith({ document: bundled }, readArguments(args, VIEW_FLAGS)).opened;
const familiesShown = (...args: string[]) => {
	const { filtered } = opened(...args);
	const shown = bundled.relations.filter(({ id }) => isVisible(filtered.relations.get(id)));
	return [...new Set(shown.map((relation) => facts.typeOf(relation).family))].sort();
};

describe('a view by flags', () => {
	it('without any is the default', () => expect(settingsOf()).toEqual(DEFAULT_SETTINGS));

	it('is that of a link, whatever is in it', () => {
		fc.assert(
			fc.property(anySettings(bundled), anySelection(bundled), (settings, selection) => {
				const text = writeView({ ...DEFAULT_VIEW, settings, selection });
				const { view } = viewFrom(readArguments([`--view=${text}`], VIEW_FLAGS), facts);
				expect(writeView(view)).toBe(text);
			}),
			{ numRuns: 100 }
		);
	});

	it('takes a whole link too, and flags go on top of it', () => {
		const link = `https://example.org/dramatis/#${writeView({ ...DEFAULT_VIEW, settings: { ...DEFAULT_SETTINGS, leastPeople: 4 } })}`;
		expect(settingsOf('--view', link).leastPeople).toBe(4);
		const both = settingsOf('--view', link, '--past', 'go');
		expect([both.leastPeople, both.pastActs]).toEqual([4, 'go']);
		expect(settingsOf('--view', link, '--least', '2').leastPeople).toBe(2);
	});

	it('says what of a link cannot be used, and when it is for another document', () => {
		const { remarks } = viewFrom(readArguments(['--view', 'v1&doc=zzz&bogus=1'], VIEW_FLAGS), facts);
		expect(remarks.join(' ')).toMatch(/bogus.*another document/);
	});

	it('has a day, days, and what they are compared with', () => {
		const day = (date: number) => dayOf(2024, 1, date);
		expect(settingsOf('--as-of', '2024-01-30').asOf).toEqual({ first: day(30), last: day(30) });
		expect(settingsOf('--as-of=2024-01-28/2024-01-30').asOf).toEqual({ first: day(28), last: day(30) });
		expect(settingsOf('--compared-with', '2024-01-20').comparedWith).toEqual({
			asOf: { first: day(20), last: day(20) },
			voicesOff: new Set()
		});
		expect(settingsOf('--compared-with', 'all').comparedWith).toEqual({ asOf: null, voicesOff: new Set() });
		// Only the moment differs: the voices are those of the view.
		expect(
			settingsOf('--compared-with', 'all', '--without-voices', 'Reuters').comparedWith?.voicesOff
		).toEqual(new Set(['v_reuters']));
		expect(settingsOf('--known-by', '2024-02-18').knownBy).toBe(dayOf(2024, 2, 18));
	});

	it('shows only the families and types that are asked for', () => {
		expect(familiesShown('--only', 'conflict,pressure')).toEqual(['conflict', 'pressure']);
		expect(familiesShown('--only', 'conflict', '--only', 'Presence')).toEqual(['conflict', 'presence']);
		expect(familiesShown('--without', 'structure,support,talks')).toEqual([
			'conflict',
			'presence',
			'pressure'
		]);
		const { filtered } = opened('--only', 'attacks');
		const types = bundled.relations
			.filter(({ id }) => isVisible(filtered.relations.get(id)))
			.map(({ type }) => type);
		expect(new Set(types)).toEqual(new Set(['attacks']));
		// A type of the vocabulary that the document does not use is no mistake: there is none of it.
		expect(opened('--only', 'threatens').receipt.relations.visible).toBe(0);
	});

	it('shows only what voices say, by name or by id', () => {
		const on = (settings: Settings) =>
			[...bundled.voices.map(({ id }) => id), NO_VOICE].filter((id) => !settings.off.voices.has(id));
		expect(on(settingsOf('--voices', 'Reuters'))).toEqual(['v_reuters']);
		expect(on(settingsOf('--voices', 'v_reuters,Ten sources,unsourced'))).toEqual([
			'v_reuters',
			'v_ten_sources',
			NO_VOICE
		]);
		expect(settingsOf('--without-voices', 'Reuters').off.voices).toEqual(new Set(['v_reuters']));
	});

	it('finds a name that has a comma', () => {
		const settings = settingsOf('--focus', 'Allied groups, Lebanon to Yemen', '--steps', '2');
		expect(facts.actors.get(settings.focus?.actor ?? '')?.name).toBe('Allied groups, Lebanon to Yemen');
		expect(settings.focus?.steps).toBe(2);
	});

	it.each([
		[['--as-of', 'yesterday'], /neither a day nor days/],
		[['--as-of', '2024-02-01/2024-01-01'], /neither a day nor days/],
		[['--known-by', '2024-13-01'], /is no day/],
		[['--only', 'nonsense'], /“nonsense” is not known here/],
		[['--only', ','], /needs a list/],
		[['--voices', 'Nobody'], /“Nobody” is not known/],
		[['--least', '0'], /whole number/],
		[['--least', 'many'], /whole number/],
		[['--past', 'stay'], /one of fade, go/],
		[['--focus', 'Nobody'], /“Nobody” is not known/],
		[['--focus', 'qaani', '--steps', '9'], /--steps is one of 1, 2, 3/],
		[['--steps', '2'], /give --focus too/],
		[['--onyl', 'conflict'], /There is no --onyl here/],
		[['--as-of', '2024-01-01', '--as-of', '2024-01-02'], /more than once/]
	])('refuses %j in words', (args, words) => {
		expect(() => settingsOf(...args)).toThrow(words);
	});

	it('ids that are names of JavaScript are found as any other', () => {
		const document = { ...bundled, voices: [{ id: '__proto__', label: 'constructor' }] };
		const { view } = viewFrom(readArguments(['--voices', 'constructor'], VIEW_FLAGS), factsOf(document));
		expect(view.settings.off.voices.has('__proto__')).toBe(false);
		expect(() => viewFrom(readArguments(['--voices', 'toString'], VIEW_FLAGS), factsOf(document))).toThrow(
			'not known'
		);
	});
});
