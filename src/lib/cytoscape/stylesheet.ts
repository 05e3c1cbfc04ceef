/** The scene's classes as a Cytoscape style sheet. All sizes and patterns come from view/appearance.ts. */
import type { StylesheetJson } from 'cytoscape';
import {
	ARROW_SCALE,
	BORDER,
	DIMMED,
	FAMILY_LINES,
	FONT,
	KIND_OUTLINES,
	LABEL_LINE,
	type LineStyle
} from '#lib/view/appearance.ts';
import { UNDERLAY, secondLine } from '#lib/view/outline.ts';
import { MIDDLE_MARKS, loopStyle } from '#lib/view/geometry.ts';
import { DIFFERENCE_LINES, lineStyle } from '#lib/view/lines.ts';
import { DIFFERENCES } from '#lib/view/fate.ts';
import { voiceColor, type Theme } from '#lib/view/theme.ts';

/** Higher than the place of any record in its document. */
const ABOVE_ALL = 1e9;

export function stylesheet(theme: Theme): StylesheetJson {
	return [
		...nodeRules(theme),
		...edgeRules(theme),
		{ selector: '.dimmed', style: { opacity: DIMMED } },
		{ selector: '.back', style: { opacity: DIMMED } },
		{ selector: 'core', style: coreStyle(theme) }
	] as StylesheetJson;
}

function nodeRules(theme: Theme): object[] {
	return [
		{
			selector: 'node',
			style: {
				width: 'data(size)',
				height: 'data(size)',
				'background-color': theme.noSide,
				'border-width': BORDER,
				'border-color': theme.ink,
				label: 'data(label)',
				color: theme.ink,
				'font-family': FONT,
				'font-size': 'data(font)',
				'line-height': LABEL_LINE,
				'text-wrap': 'wrap',
				'text-max-width': '10000px',
				'text-valign': 'bottom',
				'text-halign': 'center',
				'text-margin-y': 'data(margin)',
				'text-outline-width': 'data(halo)',
				'text-outline-color': theme.ground,
				'outline-color': theme.ink,
				'overlay-opacity': 0,
				'z-index': 'data(order)'
			}
		},
		...Object.entries(KIND_OUTLINES).map(([kind, outline]) => ({
			selector: `.kind-${kind}`,
			style:
				outline === 'ellipse'
					? { shape: 'ellipse' }
					: { shape: 'polygon', 'shape-polygon-points': outline.join(' ') }
		})),
		...theme.sides.map((color, side) => ({
			selector: `.side-${side}`,
			style: { 'background-color': color }
		})),
		{ selector: '.collective', style: outline(true, false) },
		{
			selector: 'node.chosen',
			style: {
				...outline(false, true),
				'border-color': theme.accent,
				'outline-color': theme.accent,
				'z-index': ABOVE_ALL
			}
		},
		{ selector: '.collective.chosen', style: outline(true, true) }
	];
}

/** The second line around a collective, or what is chosen. */
function outline(collective: boolean, chosen: boolean): object {
	const line = secondLine(collective, chosen);
	return line ? { 'outline-width': line.width, 'outline-offset': line.offset } : {};
}

type FamilyId = keyof Theme['families'];
const FAMILIES = Object.keys(FAMILY_LINES) as FamilyId[];
const VOICES = [...FAMILIES.keys(), -1, 'several'] as const;
/** Direction is the same for all loops; step and sweep come with each. */
const LOOP = loopStyle(0);

function edgeRules(theme: Theme): object[] {
	return [
		{
			selector: 'edge',
			style: {
				'curve-style': 'straight',
				'arrow-scale': ARROW_SCALE,
				label: 'data(label)',
				color: theme.ink,
				'font-family': FONT,
				'font-size': 'data(font)',
				'line-height': LABEL_LINE,
				'text-wrap': 'wrap',
				'text-max-width': '10000px',
				'text-margin-x': 'data(shift)',
				'text-margin-y': 'data(margin)',
				'text-outline-width': 'data(halo)',
				'text-outline-color': theme.ground,
				'overlay-opacity': 0,
				'z-index': 'data(order)',
				'line-opacity': 'data(opacity)'
			}
		},
		{
			selector: '.bent',
			style: {
				'curve-style': 'unbundled-bezier',
				'control-point-distances': 'data(bend)',
				'control-point-weights': 0.5,
				'edge-distances': 'node-position'
			}
		},
		{
			selector: '.loop',
			style: {
				'curve-style': 'bezier',
				'control-point-step-size': 'data(loop)',
				'loop-direction': `${LOOP.direction}deg`,
				'loop-sweep': 'data(sweep)'
			}
		},
		...FAMILIES.flatMap((family) => familyRules(family, theme)),
		{
			selector: '.certainty-carried.plain',
			style: { 'target-arrow-fill': 'hollow', 'source-arrow-fill': 'hollow' }
		},
		...VOICES.map((voice) => ({ selector: `.voice-${voice}`, style: paint(voiceColor(voice, theme)) })),
		...DIFFERENCES.flatMap((difference) => [
			{
				selector: `.difference-${difference}`,
				style: { ...stroke(DIFFERENCE_LINES[difference]), ...paint(theme.differences[difference]) }
			},
			{
				selector: `.difference-${difference}.certainty-possible`,
				style: stroke(lineStyle({ family: 'structure', certainty: 'possible', difference }))
			}
		]),
		...Object.entries(MIDDLE_MARKS).flatMap(([standing, middle]) => {
			if (!middle) return [];
			const style = {
				'mid-target-arrow-shape': middle.shape,
				'mid-target-arrow-width': 'match-line',
				'mid-target-arrow-fill': middle.hollow ? 'hollow' : 'filled'
			};
			return [{ selector: `.standing-${standing}`, style }];
		}),
		{
			selector: 'edge.chosen',
			style: {
				'underlay-color': theme.accent,
				'underlay-opacity': UNDERLAY.opacity,
				'underlay-padding': UNDERLAY.padding,
				'z-index': ABOVE_ALL
			}
		}
	];
}

function familyRules(family: FamilyId, theme: Theme): object[] {
	const { arrowhead } = FAMILY_LINES[family];
	const line = { family, difference: null };
	return [
		{
			selector: `.family-${family}`,
			style: { ...stroke(lineStyle({ ...line, certainty: null })), ...paint(theme.families[family]) }
		},
		{
			selector: `.family-${family}.certainty-possible`,
			style: stroke(lineStyle({ ...line, certainty: 'possible' }))
		},
		{ selector: `.family-${family}.to-target`, style: { 'target-arrow-shape': arrowhead } },
		{ selector: `.family-${family}.to-source`, style: { 'source-arrow-shape': arrowhead } }
	];
}

function stroke({ width, dash }: Omit<LineStyle, 'arrowhead'>): object {
	return {
		width,
		...(dash.length ? { 'line-style': 'dashed', 'line-dash-pattern': [...dash] } : { 'line-style': 'solid' })
	};
}

function paint(color: string): object {
	return {
		'line-color': color,
		'target-arrow-color': color,
		'source-arrow-color': color,
		'mid-target-arrow-color': color
	};
}

function coreStyle(theme: Theme): object {
	return {
		'selection-box-color': theme.accent,
		'selection-box-border-color': theme.accent,
		'selection-box-opacity': 0.12,
		'active-bg-opacity': 0
	};
}
