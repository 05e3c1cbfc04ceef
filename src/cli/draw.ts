/** A view as a picture: its scene, drawn on a page. */
import { MEASURES } from '#lib/analysis/index.ts';
import { relationsMeasure } from '#lib/analysis/relations-measure.ts';
import { drawPage, type Drawn } from '#lib/picture/page.ts';
import { PRINT } from '#lib/picture/print-theme.ts';
import { emphasised } from '#lib/view/emphasis.ts';
import { buildScene, type Scene } from '#lib/view/scene.ts';
import { THEMES, type Theme } from '#lib/view/theme.ts';
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
export function draw(opened: Opened, scene: Scene, choice: PictureChoice): Drawn {
	const chosen = chosenKeys(opened, scene);
	const { title = opened.facts.document.title, legend } = choice;
	try {
		return drawPage(
			{ ...opened, scene, chosen, kept: emphasised(scene, chosen) },
			{
				...choice,
				title,
				theme: themeOf(opened, choice),
				legend: legend !== 'none',
				legendBeside: legend === 'beside'
			}
		);
	} catch (error) {
		if (error instanceof RangeError) throw new Failure(error.message);
		throw error;
	}
}

function themeOf({ settings }: Opened, { theme }: PictureChoice): Theme {
	const name = theme ?? (settings.theme === 'dark' ? 'dark' : 'light');
	return name === 'print' ? PRINT : THEMES[name];
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
