/** What a receipt promises, for any combination of all filters: its numbers add up, and each record has one fate. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NATIVE } from '#lib/formats/native/native.ts';
import type { Document } from '#lib/model/document.ts';
import { relationCertainty } from '#lib/view/as-of.ts';
import { factsOf, type Facts } from '#lib/view/facts.ts';
import { REASONS, isVisible, type Filtered } from '#lib/view/fate.ts';
import { filterDocument } from '#lib/view/filter.ts';
import { receiptInWords, receiptOf, type Receipt } from '#lib/view/receipt.ts';
import { DEFAULT_SETTINGS, NOTHING, type Selection, type Settings } from '#lib/view/settings.ts';
import { madeUpDocument } from '../../made-up-document.mjs';
import { anyDocument } from '../generate.ts';
import { anySelection, anySettings } from './settings.ts';

interface View {
	readonly facts: Facts;
	readonly settings: Settings;
	readonly selection: Selection;
	readonly filtered: Filtered;
	readonly receipt: Receipt;
}

function viewsOf(document: Document): fc.Arbitrary<View> {
	const facts = factsOf(document);
	return fc.tuple(anySettings(document), anySelection(document)).map(([settings, selection]) => {
		const filtered = filterDocument(facts, settings, selection);
		const receipt = receiptOf(filtered, settings);
		// What fails is said without the document, which may have a million characters.
		return {
			facts,
			settings,
			selection,
			filtered,
			receipt,
			[fc.toStringMethod]: () => fc.stringify(settings)
		};
	});
}

const madeUp = NATIVE.read(JSON.stringify(madeUpDocument())).document;
const total = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);
const visibleIds = (fates: Filtered['relations']) =>
	[...fates].flatMap(([id, fate]) => (isVisible(fate) ? [id] : []));

describe.each([
	['documents made at random', anyDocument().chain(viewsOf), 400],
	['the made-up document', viewsOf(madeUp), 60]
])('of %s', (_, anyView, numRuns) => {
	const everyView = (judge: (view: View) => void) => fc.assert(fc.property(anyView, judge), { numRuns });

	it('every record has exactly one fate', { timeout: 30_000 }, () => {
		everyView(({ facts, filtered }) => {
			for (const list of ['actors', 'relations'] as const) {
				expect([...filtered[list].keys()]).toEqual(facts.document[list].map(({ id }) => id));
				const fates = new Set(filtered[list].values());
				expect([...fates].filter((fate) => !isVisible(fate) && !REASONS.some((one) => one === fate))).toEqual(
					[]
				);
			}
		});
	});

	it('total = visible + hidden, each for one reason', { timeout: 30_000 }, () => {
		everyView(({ facts, filtered, receipt }) => {
			for (const list of ['actors', 'relations'] as const) {
				const tally = receipt[list];
				expect(tally.total).toBe(facts.document[list].length);
				expect(tally.visible).toBe(visibleIds(filtered[list]).length);
				expect(tally.dimmed).toBeLessThanOrEqual(tally.visible);
				expect(tally.visible + total(tally.hidden.map(({ count }) => count))).toBe(tally.total);
				expect(tally.hidden.filter(({ count }) => count < 1)).toEqual([]);
			}
		});
	});

	it('no line ends at nobody', { timeout: 30_000 }, () => {
		everyView(({ facts, filtered }) => {
			for (const { id, from, to } of facts.document.relations) {
				if (!isVisible(filtered.relations.get(id))) continue;
				expect([from, to].every((end) => isVisible(filtered.actors.get(end)))).toBe(true);
			}
		});
	});

	it('as of a moment: visible = certain + possible + carried forward + over', { timeout: 30_000 }, () => {
		everyView(({ facts, settings, filtered, receipt }) => {
			const { asOf, comparedWith, pastActs, off } = settings;
			if (!asOf || comparedWith) {
				expect([...receipt.certainties]).toEqual([]);
				if (!comparedWith) expect([...filtered.certainties]).toEqual([]);
				return;
			}
			expect(total(receipt.certainties.values())).toBe(receipt.relations.visible);
			for (const [id, fate] of filtered.relations) {
				const relation = facts.relations.get(id)!;
				const certainty = relationCertainty(facts, relation, asOf);
				const isPast = facts.typeOf(relation).nature === 'act' && pastActs === 'fade';
				const stays = certainty !== 'not-yet' && (certainty !== 'over' || isPast);
				if (isVisible(fate)) {
					expect(filtered.certainties.get(id)).toBe(certainty);
					expect(stays && !off.certainties.has(certainty)).toBe(true);
				}
				if (fate === 'certainty') expect(stays && off.certainties.has(certainty)).toBe(true);
				const isJudged = isVisible(fate) || fate === 'certainty';
				expect(filtered.certainties.has(id)).toBe(isJudged);
			}
		});
	});

	it('compared: visible = added + ended + changed + the same', { timeout: 30_000 }, () => {
		everyView(({ settings, filtered, receipt }) => {
			if (!settings.comparedWith) {
				expect(receipt.differences).toBeNull();
				expect(filtered.differences.size).toBe(0);
				return;
			}
			expect(new Set(filtered.differences.keys())).toEqual(new Set(visibleIds(filtered.relations)));
			expect(total(receipt.differences?.values() ?? [])).toBe(receipt.relations.visible);
		});
	});

	it('compared with itself, all is the same', { timeout: 30_000 }, () => {
		everyView(({ facts, settings, selection }) => {
			const comparedWith = { asOf: settings.asOf, voicesOff: settings.off.voices };
			const { differences } = filterDocument(facts, { ...settings, comparedWith }, selection);
			expect([...differences.values()].filter((one) => one !== 'same')).toEqual([]);
		});
	});

	it('the words have the same sum', { timeout: 30_000 }, () => {
		everyView(({ receipt }) => {
			const words = receiptInWords(receipt).replaceAll(',', '');
			const counts = (part: string) => [...part.matchAll(/(?<![\w-])\d+(?= )/g)].map(Number);
			for (const [noun, tally] of [
				['actors?', receipt.actors],
				['relations?', receipt.relations]
			] as const) {
				const share = new RegExp(`(?:(\\d+) of )?(\\d+) ${noun}(?: \\(([^)]*)\\))?`).exec(words);
				const [, visible = share?.[2], all, kinds = ''] = share ?? [];
				const hidden = /hidden: ([^;]*)/.exec(kinds)?.[1] ?? '';
				expect([Number(visible), Number(all)]).toEqual([tally.visible, tally.total]);
				expect(total(counts(hidden))).toBe(tally.total - tally.visible);
			}
		});
	});
});

it('of the made-up document is not always the same', () => {
	const facts = factsOf(madeUp);
	const day = Date.UTC(2023, 5, 1) / 86_400_000;
	const settings = { ...DEFAULT_SETTINGS, asOf: { first: day, last: day } };
	const { certainties } = receiptOf(filterDocument(facts, settings, NOTHING), settings);
	for (const one of ['certain', 'possible', 'carried', 'over'] as const) {
		expect(certainties.get(one)).toBeGreaterThan(20);
	}
});
