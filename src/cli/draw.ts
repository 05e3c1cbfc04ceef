/** A view as a picture: its scene, drawn on a page. */
import { MEASURES } from '#lib/analysis/index.ts';
import { relationsMeasure } from '#lib/analysis/relations-measure.ts';
import { drawPage, type Drawn } from '#lib/picture/page.ts';
import { textsOf, type PictureTexts } from '#lib/picture/kept.ts';
import { narrowedTo, partOf } from '#lib/picture/part-of.ts';
import { PICTURE_THEMES } from '#lib/picture/print-theme.ts';
import { emphasised } from '#lib/view/emphasis.ts';
import { buildScene, type Scene } from '#lib/view/scene.ts';
import type { Theme } from '#lib/view/theme.ts';
import { voiceColors } from '#lib/view/voices.ts';
import { Failure } from './failure.ts';
import type { Opened } from './opened.ts';
import type { PictureChoice } from './picture-arguments.ts';

/** The scene of a view, its actors where the document has them. */
export function sceneOf({ facts, told, filtered, settings, selection }: Opened): Scene {
	const measure = MEASURES.find(({ id }) => id === settings.size) ?? relationsMeasure;
	const voices = settings.lineColors === 'voice' ? voiceColors(facts) : null;
	return buildScene(told, filtered, measure.run(facts.document), settings, selection, voices);
}

/**
 * Draws a scene of a view.
 * @throws Failure where the size cannot be made, or the words leave no room; it says what would work.
 */
export function draw(opened: Opened, whole: Scene, choice: PictureChoice, description: string): Drawn {
	const { document } = opened.facts;
	const chosen = chosenKeys(opened, whole);
	const kept = emphasised(whole, chosen);
	if (choice.part === 'chosen' && !kept)
		throw new Failure('Nothing is chosen.', 'Give --choose, or a --view in which something is.');
	const view = { ...opened, scene: whole, chosen: new Set<string>(), kept: null };
	const texts = { ...textsOf(document), ...given(choice) };
	const without = new Set(document.picture?.without);
	try {
		return drawPage(choice.part === 'chosen' && kept ? narrowedTo(view, partOf(whole, kept)) : view, {
			...choice,
			title: texts.title.trim() || null,
			subtitle: texts.subtitle.trim() || null,
			credit: texts.credit.trim() || null,
			description,
			theme: themeOf(opened, choice),
			legend: choice.withLegend ?? !without.has('legend'),
			legendBeside: choice.legend === 'beside',
			legendTypes: choice.types ?? (choice.size.legendTypes && !without.has('types')),
			caption: choice.caption ?? !without.has('caption'),
			sources: choice.sources ?? !without.has('sources')
		});
	} catch (error) {
		if (error instanceof RangeError) throw new Failure(error.message);
		throw error;
	}
}

/** The texts that flags give. */
function given({ title, subtitle, credit }: PictureChoice): Partial<PictureTexts> {
	const texts = { title, subtitle, credit };
	return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

function themeOf({ settings }: Opened, { theme }: PictureChoice): Theme {
	return PICTURE_THEMES[theme ?? (settings.theme === 'dark' ? 'dark' : 'light')];
}

/** Scene keys of what the view has chosen; of an event, the lines of its relations. */
function chosenKeys({ facts, selection }: Opened, scene: Scene): ReadonlySet<string> {
	const { actors, relations, events } = selection;
	const named = [...events].flatMap((event) => facts.relationsOfEvent.get(event) ?? []);
	const lines = new Set([...relations, ...named.map(({ id }) => id)]);
	const nodes = scene.nodes.filter(({ actor }) => actors.has(actor));
	const edges = scene.edges.filter((edge) => edge.relations.some((id) => lines.has(id)));
	return new Set([...nodes, ...edges].map(({ key }) => key));
}
