/** Views of documents, as words and pictures are made from them. */
import fc from 'fast-check';
import type { Document } from '#lib/model/document.ts';
import type { TwinView } from '#lib/picture/twin-view.ts';
import { factsOf } from '#lib/view/facts.ts';
import { filterDocument } from '#lib/view/filter.ts';
import { receiptOf } from '#lib/view/receipt.ts';
import { DEFAULT_SETTINGS, NOTHING, type Selection, type Settings } from '#lib/view/settings.ts';
import { toldBy } from '#lib/view/told.ts';
import { anySelection, anySettings } from '../view/settings.ts';

/** What a document shows in some settings. */
export function viewOf(
	document: Document,
	change: Partial<Settings> = {},
	selection: Selection = NOTHING
): TwinView {
	const facts = factsOf(document);
	const settings = { ...DEFAULT_SETTINGS, ...change };
	const told = toldBy(facts, settings);
	const filtered = filterDocument(facts, settings, selection, told);
	return { facts, told, filtered, receipt: receiptOf(filtered, settings), settings };
}

/** Any view of a document. What fails is said without the document, which may be long. */
export function anyViewOf(document: Document): fc.Arbitrary<TwinView> {
	return fc.tuple(anySettings(document), anySelection(document)).map(([settings, selection]) => ({
		...viewOf(document, settings, selection),
		[fc.toStringMethod]: () => fc.stringify(settings)
	}));
}
