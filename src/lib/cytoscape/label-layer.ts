/** Writes on the canvas the labels that have room at the present zoom. */
import type { Core } from 'cytoscape';
import { placeEdgeLabels } from '#lib/view/edge-labels.ts';
import { placeLabels, type PlacedLabel } from '#lib/view/labels.ts';
import { direction } from '#lib/view/text.ts';
import type { Scene } from '#lib/view/scene.ts';

/** What an element without a label carries. */
export const UNLABELLED = { label: '', font: 1, shift: 0, margin: 0, halo: 0 } as const;

/** Labels keep their size on screen, so their size in scene units follows the zoom. */
export function drawLabels(cy: Core, scene: Scene, always: ReadonlySet<string>): void {
	const zoom = cy.zoom();
	const names = placeLabels(scene, zoom, { always });
	const texts = placeEdgeLabels(scene, zoom, names, { always });
	cy.batch(() => {
		for (const { key } of scene.nodes) cy.getElementById(key).data(labelData(names.get(key)));
		for (const { key } of scene.edges) cy.getElementById(key).data(labelData(texts.get(key)));
	});
}

function labelData(placed: PlacedLabel | undefined): object {
	if (!placed) return UNLABELLED;
	return {
		label: placed.lines.map(isolated).join('\n'),
		font: placed.size,
		shift: placed.shift,
		margin: placed.margin,
		halo: placed.halo
	};
}

/** A line set apart from its neighbours' direction (Unicode FSI and PDI), as the picture's `plaintext` does it. */
function isolated(line: string): string {
	return direction(line) === 'rtl' ? `\u2068${line}\u2069` : line;
}
