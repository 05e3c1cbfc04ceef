/** What stands around the graph of a picture: chosen, and made from the view that the picture shows. */
import type { Filtered } from '#lib/view/fate.ts';
import type { Told } from '#lib/view/told.ts';
import type { Theme } from '#lib/view/theme.ts';
import type { Aside, PicturePart } from '#lib/picture/svg.ts';
import { captionPart, type CaptionFacts } from '#lib/picture/parts/caption.ts';
import { creditPart } from '#lib/picture/parts/credit.ts';
import { headlinePart } from '#lib/picture/parts/headline.ts';
import { legendSections, type LegendFacts } from '#lib/picture/parts/legend-entries.ts';
import { legendPart, legendWidth } from '#lib/picture/parts/legend.ts';
import { sourcesPart, visibleSources } from '#lib/picture/parts/sources.ts';

/** What the picture shows. `facts` are the whole document's, `told` what the view's voices tell. */
export interface ComposedView extends CaptionFacts, LegendFacts {
	readonly told: Told;
	readonly filtered: Filtered;
}

/** Which parts are wanted. Texts that say nothing count as null. */
export interface PartChoices {
	readonly title: string | null;
	readonly subtitle: string | null;
	readonly caption: boolean;
	readonly legend: boolean;
	/** Whether the legend names the types of each family; true when absent. */
	readonly legendTypes?: boolean;
	/** Whether the legend stands beside the graph instead of below it. */
	readonly legendBeside?: boolean;
	readonly sources: boolean;
	readonly credit: string | null;
	/** Pixels for each unit of type: 1 where the picture is read at 96 pixels an inch. */
	readonly unit: number;
	readonly theme: Theme;
}

export interface Composition {
	readonly header: readonly PicturePart[];
	/** To the right of the graph, if anything is. */
	readonly aside: Aside | null;
	readonly footer: readonly PicturePart[];
}

/** Units between a graph and what stands beside it. */
const BESIDE = 18;

/** The parts around the graph, in order, for writeSvg. Parts that would be empty are not among them. */
export function compose(view: ComposedView, choices: PartChoices): Composition {
	const { unit, theme } = choices;
	const style = { unit, theme };
	const sections = choices.legend ? legendSections(view, theme, choices.legendTypes) : [];
	const legend = legendPart(sections, style, choices.legendBeside);
	const footer = [
		choices.legendBeside ? null : legend,
		choices.caption ? captionPart(view, style) : null,
		choices.sources ? sourcesPart(visibleSources(view.told, view.filtered), style) : null,
		creditPart(choices.credit, style)
	];
	return {
		header: existing([headlinePart(choices.title, choices.subtitle, style)]),
		aside:
			choices.legendBeside && legend
				? { parts: [legend], width: legendWidth(sections, style), gap: BESIDE * unit }
				: null,
		footer: existing(footer)
	};
}

/** How high parts are below one another, in pixels, when they are `width` wide. */
export function heightOf(parts: readonly PicturePart[], width: number): number {
	return parts.reduce((sum, part) => sum + part.draw(width).height, 0);
}

function existing(parts: readonly (PicturePart | null)[]): readonly PicturePart[] {
	return parts.filter((part) => part !== null);
}
