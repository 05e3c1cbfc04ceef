import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument, type Document } from '#lib/model/document.ts';
import { factsOf } from '#lib/view/facts.ts';
import { isVisible, type Filtered } from '#lib/view/fate.ts';
import { filterDocument } from '#lib/view/filter.ts';
import { receiptInWords, receiptOf } from '#lib/view/receipt.ts';
import { DEFAULT_SETTINGS, NOTHING, type Selection, type Settings } from '#lib/view/settings.ts';
import { anyDocument } from '../generate.ts';
import { small } from '../model/small-document.ts';
import { anySelection, anySettings } from './settings.ts';

const facts = factsOf(small);
const filtered = (change: Partial<Settings>) =>
	filterDocument(facts, { ...DEFAULT_SETTINGS, ...change }, NOTHING);
const off = (change: Partial<Settings['off']>) => ({ off: { ...DEFAULT_SETTINGS.off, ...change } });

const anyView = anyDocument().chain((document) =>
	fc.tuple(fc.constant(document), anySettings(document), anySelection(document))
);

function everyView(
	judge: (document: Document, settings: Settings, selection: Selection, result: Filtered) => void
) {
	fc.assert(
		fc.property(anyView, ([document, settings, selection]) => {
			judge(document, settings, selection, filterDocument(factsOf(document), settings, selection));
		}),
		{ numRuns: 300 }
	);
}

describe('filterDocument', () => {
	it('shows everything by default', () => {
		expect([...filtered({}).actors.values(), ...filtered({}).relations.values()]).toEqual(
			Array(5).fill('shown')
		);
	});

	it('hides a type, and nothing else', () => {
		const { actors, relations } = filtered(off({ types: new Set(['attacks']) }));
		expect(relations).toEqual(
			new Map([
				['visits', 'shown'],
				['attack', 'type']
			])
		);
		expect([...actors.values()]).toEqual(['shown', 'shown', 'shown']);
	});

	it('dims instead, where it is asked to', () => {
		const dims = { ...DEFAULT_SETTINGS.dims, types: true };
		expect(filtered({ ...off({ types: new Set(['attacks']) }), dims }).relations.get('attack')).toBe(
			'dimmed'
		);
	});

	it('hides the relations of a hidden actor for the same reason', () => {
		expect(filtered(off({ kinds: new Set(['state']) })).relations.get('attack')).toBe('kind');
		expect(filtered({ hiddenActors: new Set(['usa']) }).relations.get('visits')).toBe('hand');
	});

	it('lets actors without a relation go, where it is asked to', () => {
		const change = { ...off({ types: new Set(['attacks']) }), keepLonely: false };
		expect(filtered(change).actors.get('kataib')).toBe('lonely');
		expect(filtered({ ...change, keepLonely: true }).actors.get('kataib')).toBe('shown');
	});

	it('walks the focus over what the filters leave, and along the chosen types only', () => {
		const focus = { actor: 'quds', steps: 2 as const, along: null };
		expect(filtered({ focus }).actors.get('kataib')).toBe('shown');
		expect(filtered({ focus: { ...focus, steps: 1 } }).actors.get('kataib')).toBe('focus');
		expect(filtered({ focus: { ...focus, along: new Set(['attacks']) } }).actors.get('usa')).toBe('focus');
		expect(filtered({ focus, ...off({ types: new Set(['meets']) }) }).actors.get('usa')).toBe('focus');
	});

	it('never shows a relation without both of its actors', () => {
		everyView((document, _settings, _selection, { actors, relations }) => {
			for (const { id, from, to } of document.relations) {
				if (isVisible(relations.get(id)))
					expect(isVisible(actors.get(from)) && isVisible(actors.get(to))).toBe(true);
			}
		});
	});

	it('never shows what the legend hides', () => {
		everyView((document, settings, _selection, { actors, relations }) => {
			for (const { id, type } of document.relations) {
				if (settings.off.types.has(type) && !settings.dims.types) expect(relations.get(id)).toBe('type');
			}
			for (const { id, kind } of document.actors) {
				if (settings.off.kinds.has(kind) && !settings.dims.kinds) expect(actors.get(id)).toBe('kind');
			}
		});
	});
});

describe('receiptOf', () => {
	it('adds up for every combination of filters', () => {
		everyView((document, settings, _selection, result) => {
			const receipt = receiptOf(result, settings);
			expect(receipt.actors.total).toBe(document.actors.length);
			expect(receipt.relations.total).toBe(document.relations.length);
			for (const { total, visible, dimmed, hidden } of [receipt.actors, receipt.relations]) {
				expect(visible + hidden.reduce((sum, { count }) => sum + count, 0)).toBe(total);
				expect(dimmed).toBeLessThanOrEqual(visible);
			}
		});
	});

	it('says in words what is hidden and why', () => {
		expect(receiptInWords(receiptOf(filtered({}), DEFAULT_SETTINGS))).toBe(
			'Showing all 3 actors and 2 relations.'
		);
		expect(
			receiptInWords(
				receiptOf(filtered({ ...off({ types: new Set(['attacks']) }), keepLonely: false }), DEFAULT_SETTINGS)
			)
		).toBe(
			'Showing 2 of 3 actors (hidden: 1 left without a relation) and 1 of 2 relations (hidden: 1 by type).'
		);
	});

	it('takes an empty document', () => {
		expect(
			receiptInWords(
				receiptOf(filterDocument(factsOf(emptyDocument('')), DEFAULT_SETTINGS, NOTHING), DEFAULT_SETTINGS)
			)
		).toBe('Showing all 0 actors and 0 relations.');
	});
});
