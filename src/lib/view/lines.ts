/** The line of an edge: its width, pattern and strength, by family, certainty and difference. Colours are in theme.ts. */
import { CARRIED, FAMILY_LINES, OVER, UNSURE, type LineStyle } from './appearance.ts';
import type { Difference } from './fate.ts';
import type { SceneEdge } from './scene.ts';

/**
 * How a line differs from the one of the view compared: width and pattern say so in place of the family's, whose
 * arrowhead stays.
 */
export const DIFFERENCE_LINES: Readonly<Record<Difference, Omit<LineStyle, 'arrowhead'>>> = {
	added: { width: 3.2, dash: [] },
	ended: { width: 2.4, dash: [2, 5] },
	changed: { width: 2.6, dash: [12, 4, 3, 4] },
	same: { width: 1, dash: [] }
};

/** What is only possible is this share of the width of what is certain. */
export const POSSIBLE_WIDTH = 0.45;

type Line = Pick<SceneEdge, 'family' | 'standing' | 'certainty' | 'difference'>;

/** The line of an edge: its family's, thinner where it is only possible; or what a comparison makes of it. */
export function lineStyle({ family, certainty, difference }: Omit<Line, 'standing'>): LineStyle {
	const line = FAMILY_LINES[family];
	const style = difference ? { ...line, ...DIFFERENCE_LINES[difference] } : line;
	return certainty === 'possible' ? { ...style, width: style.width * POSSIBLE_WIDTH } : style;
}

/** Opacity of an edge by how sure it is; dimming apart. Never so faint that it cannot be seen. */
export function lineOpacity({ standing, certainty, difference }: Omit<Line, 'family'>): number {
	const said = standing === 'unsure' || standing === 'denied' ? UNSURE : 1;
	if (difference) return said;
	const held = certainty === 'carried' ? CARRIED : certainty === 'over' ? OVER : 1;
	return Math.max(OVER, Math.round(said * held * 100) / 100);
}

/** Whether arrowheads are open: of what is merely carried forward. */
export function hasOpenHeads({ certainty, difference }: Pick<Line, 'certainty' | 'difference'>): boolean {
	return certainty === 'carried' && !difference;
}
