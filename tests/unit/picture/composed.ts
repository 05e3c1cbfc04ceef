/** Views made at random, as a picture composes them. */
import fc from 'fast-check';
import { relationsMeasure } from '#lib/analysis/relations-measure.ts';
import type { Document } from '#lib/model/document.ts';
import { factsOf } from '#lib/view/facts.ts';
import { filterDocument } from '#lib/view/filter.ts';
import { legendOf } from '#lib/view/legend.ts';
import { receiptOf } from '#lib/view/receipt.ts';
import { buildScene } from '#lib/view/scene.ts';
import { NOTHING, type Settings } from '#lib/view/settings.ts';
import { toldBy } from '#lib/view/told.ts';
import { voiceColors } from '#lib/view/voices.ts';
import { LIGHT } from '#lib/view/theme.ts';
import type { ComposedView, PartChoices } from '#lib/picture/composition.ts';
import { anySettings } from '../view/settings.ts';

export function viewOf(document: Document, settings: Settings, leftOut = 0): ComposedView {
	const facts = factsOf(document);
	const told = toldBy(facts, settings);
	const filtered = filterDocument(facts, settings, NOTHING, told);
	const voices = settings.lineColors === 'voice' ? voiceColors(facts) : null;
	return {
		facts,
		told,
		filtered,
		settings,
		leftOut,
		receipt: receiptOf(filtered, settings),
		legend: legendOf(facts, filtered, settings, told),
		scene: buildScene(told, filtered, relationsMeasure.run(document), settings, NOTHING, voices)
	};
}

/** What fails is said by its settings alone: the rest is long. */
export const anyView = (documents: fc.Arbitrary<Document>): fc.Arbitrary<ComposedView> =>
	documents.chain((document) =>
		fc.tuple(anySettings(document), fc.nat({ max: 20 })).map(([settings, leftOut]) => ({
			...viewOf(document, settings, leftOut),
			[fc.toStringMethod]: () => fc.stringify(settings)
		}))
	);

export const ALL_PARTS: PartChoices = {
	title: 'A title',
	subtitle: 'And what explains it',
	caption: true,
	legend: true,
	sources: true,
	credit: 'A desk. CC0-1.0',
	unit: 1,
	theme: LIGHT
};
