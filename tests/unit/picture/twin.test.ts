import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NATIVE } from '#lib/formats/native/native.ts';
import { emptyDocument, type Document } from '#lib/model/document.ts';
import { dayOf } from '#lib/model/time-days.ts';
import type { TwinView } from '#lib/picture/twin-view.ts';
import { MOST_RELATIONS, twinOf, type Twin } from '#lib/picture/twin.ts';
import { twinText } from '#lib/picture/twin-plain.ts';
import { plainSentence } from '#lib/picture/wording.ts';
import { CERTAINTY_WORDS } from '#lib/view/as-of.ts';
import { isVisible } from '#lib/view/fate.ts';
import { DIFFERENCE_WORDS, receiptInWords, receiptOf } from '#lib/view/receipt.ts';
import { relationSentence } from '#lib/view/sentences.ts';
import { madeUpDocument } from '../../made-up-document.mjs';
import { anyDocument } from '../generate.ts';
import { anyViewOf, viewOf } from './views.ts';

const bundledFile = new URL('../../../data/quds-force-baghdad-2024.dramatis.json', import.meta.url);
const bundled = NATIVE.read(readFileSync(bundledFile, 'utf8')).document;
const madeUp = NATIVE.read(JSON.stringify(madeUpDocument())).document;
const onDay = (text: string) => {
	const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
	const day = dayOf(year, month, date);
	return { first: day, last: day };
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const relationsIn = (twin: Twin) => twin.families.flatMap(({ relations }) => relations);
const citesIn = (twin: Twin) => {
	const testimonies = [
		...relationsIn(twin).map(({ said }) => said),
		...twin.events.listed.flatMap(({ said, links }) => [said, ...links.map((link) => link.said)])
	];
	return testimonies.flatMap(({ affirmed, denied }) =>
		[...affirmed, ...denied].flatMap(({ cites }) => cites)
	);
};

describe.each([
	['documents made at random', anyDocument().chain(anyViewOf), 150],
	['the made-up document', anyViewOf(madeUp), 20]
])('of %s', (_, anyView, numRuns) => {
	const everyView = (judge: (view: TwinView, twin: Twin) => void) =>
		fc.assert(
			fc.property(anyView, (view) => judge(view, twinOf(view))),
			{ numRuns }
		);

	it('its numbers are those of the receipt', { timeout: 30_000 }, () => {
		everyView(({ receipt }, twin) => {
			expect(sum(twin.sides.map(({ count }) => count))).toBe(receipt.actors.visible);
			expect(sum(twin.families.map(({ count }) => count))).toBe(receipt.relations.visible);
			expect(twin.sides.flatMap(({ actors }) => actors.filter(({ dimmed }) => dimmed)).length).toBe(
				receipt.actors.dimmed
			);
			expect(relationsIn(twin).filter(({ dimmed }) => dimmed).length).toBe(receipt.relations.dimmed);
			const states = relationsIn(twin).map(({ quality }) => quality.replace(/, last known.*/, ''));
			const words = receipt.differences
				? [...receipt.differences].map(([one, number]) => [DIFFERENCE_WORDS[one], number] as const)
				: [...receipt.certainties].map(([one, number]) => [CERTAINTY_WORDS[one], number] as const);
			for (const [word, number] of words) expect(states.filter((one) => one === word).length).toBe(number);
			if (!words.length) expect(new Set(states).size).toBeLessThanOrEqual(1);
		});
	});

	it('it tells what is shown and nothing else', { timeout: 30_000 }, () => {
		everyView(({ filtered, told }, twin) => {
			const shown = (fates: typeof filtered.actors) =>
				new Set([...fates].flatMap(([id, fate]) => (isVisible(fate) ? [id] : [])));
			expect(new Set(twin.sides.flatMap(({ actors }) => actors.map(({ id }) => id)))).toEqual(
				shown(filtered.actors)
			);
			expect(new Set(relationsIn(twin).map(({ id }) => id))).toEqual(shown(filtered.relations));
			for (const { id } of twin.events.listed) {
				expect(told.silenced.has(id)).toBe(false);
				const named = told.relationsOfEvent.get(id) ?? [];
				if (named.length) expect(named.some((one) => isVisible(filtered.relations.get(one.id)))).toBe(true);
			}
			expect(twin.events.listed.length + twin.events.more + twin.events.hidden).toBe(told.events.size);
		});
	});

	it('its sources are those that it cites, numbered as they come', { timeout: 30_000 }, () => {
		everyView((_, twin) => {
			const cited = [...new Set(citesIn(twin).map(({ source }) => source))].sort((a, b) => a - b);
			expect(cited).toEqual(twin.sources.map(({ number }) => number));
			expect(cited).toEqual(cited.map((_, index) => index + 1));
		});
	});

	it('the same view gives the same words', { timeout: 30_000 }, () => {
		everyView((view, twin) => {
			expect(twinText(twinOf(view))).toBe(twinText(twin));
		});
	});
});

describe('of the bundled report', () => {
	const view = viewOf(bundled);
	const text = twinText(twinOf(view));

	it('every relation stands there as a sentence, with its source', () => {
		for (const relation of bundled.relations) {
			expect(text).toContain(`- ${relationSentence(view.facts, relation)}`);
		}
		expect(text).toContain(receiptInWords(view.receipt));
		for (const line of text.split('\n').filter((one) => /^- .*: (stated|alleged)/.test(one)))
			expect(line).toMatch(/\[1, par\. \d/);
		expect(text).toContain('- [1] Reuters, [');
	});

	it('links that are only order in time say so', () => {
		expect(text).toMatch(/ {2}- Followed “.*” \(order in time, not cause\): stated by/);
		expect(text).toMatch(/ {2}- Led to “/);
	});

	it('as of a day every relation says how certain it is, and later events are gone', () => {
		const twin = twinOf(viewOf(bundled, { asOf: onDay('2024-01-29') }));
		expect(relationsIn(twin).every(({ quality }) => quality !== '')).toBe(true);
		expect(twin.events.hidden).toBeGreaterThan(0);
		expect(plainSentence(twin.summary[1]!)).toMatch(/^As of 29 January 2024/);
	});

	it('compared with a day every relation says how it differs', () => {
		const twin = twinOf(
			viewOf(bundled, {
				asOf: onDay('2024-02-10'),
				comparedWith: { asOf: onDay('2024-01-20'), voicesOff: new Set() }
			})
		);
		expect(new Set(relationsIn(twin).map(({ quality }) => quality))).toContain('added');
		expect(plainSentence(twin.summary[1]!)).toContain('compared with 20 January 2024');
	});

	it('a relation that only voices left out tell says so', () => {
		const all = new Set(bundled.voices.map(({ id }) => id));
		const twin = twinOf(
			viewOf(bundled, {
				comparedWith: { asOf: null, voicesOff: new Set() },
				off: { ...viewOf(bundled).settings.off, voices: all }
			})
		);
		expect(relationsIn(twin).map(({ unsaid }) => unsaid)).toContain('not told by the voices of this view');
		expect(twinText(twin)).toContain('ended: not told by the voices of this view.');
	});
});

describe('of a document of hostile size', () => {
	const number = 20_000;
	const document: Document = {
		...emptyDocument('M'.repeat(1_000_000)),
		actors: [
			{ id: '__proto__', name: 'A'.repeat(1_000_000), kind: 'person' },
			{ id: '', name: '', kind: 'unknown' }
		],
		relations: Array.from({ length: number }, (_, i) => ({
			id: `r${i}`,
			type: 'commands',
			from: '__proto__',
			to: ''
		})),
		claims: Array.from({ length: 1_000 }, (_, i) => ({
			id: `c${i}`,
			about: ['r0'],
			statement: '',
			modality: 'stated',
			voices: [`v${i}`],
			source: `s${i}`,
			paragraph: i + 1
		}))
	};
	const base = viewOf(document);
	// The scene's budget would hide most of them; here it is the twin's own limit that is looked at.
	const filtered = {
		...base.filtered,
		relations: new Map(document.relations.map(({ id }) => [id, 'shown' as const]))
	};
	const view: TwinView = { ...base, filtered, receipt: receiptOf(filtered, base.settings) };

	it('it counts what it does not list', () => {
		const twin = twinOf(view);
		const text = twinText(twin);
		expect(relationsIn(twin).length).toBe(MOST_RELATIONS);
		expect(twin.families.map(({ count }) => count)).toEqual([number]);
		expect(text).toContain('And 18,000 more.');
		expect(text).toContain('; and 994 more.');
		expect(text.length).toBeLessThan(1_000_000);
		expect(text).not.toContain('A'.repeat(200));
	});
});
