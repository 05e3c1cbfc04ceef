/** The graph of a scene as SVG: the same lines, symbols, labels and drawing order as on the canvas. */
import { DIMMED, FONT, LABEL_LINE } from '#lib/view/appearance.ts';
import { lineOpacity } from '#lib/view/lines.ts';
import { edgeGeometry } from '#lib/view/geometry.ts';
import { UNDERLAY } from '#lib/view/outline.ts';
import { direction, plainLine } from '#lib/view/text.ts';
import { element, idIn } from '#lib/picture/markup.ts';
import { linePath, decimal } from '#lib/picture/paths.ts';
import { edgeStrokes, nodeStrokes } from '#lib/picture/symbol.ts';
import type { Id } from '#lib/model/document.ts';
import type { PlacedLabel } from '#lib/view/labels.ts';
import type { Scene, SceneEdge, SceneNode } from '#lib/view/scene.ts';
import type { Theme } from '#lib/view/theme.ts';
import type { Markup } from '#lib/picture/markup.ts';
import type { Stroke } from '#lib/picture/symbol.ts';

export interface GraphOptions {
	readonly theme: Theme;
	/** What placeLabels and placeEdgeLabels gave, by key of node or edge. */
	readonly labels: ReadonlyMap<string, PlacedLabel>;
	/** Keys of nodes and edges that are chosen, and of those that step back beside the scene's own dimmed ones. */
	readonly selected: ReadonlySet<string>;
	readonly dimmed: ReadonlySet<string>;
	/** Whether the ground is painted; otherwise it is transparent. */
	readonly background: boolean;
	/** What a reader, or a screen reader, is told about an actor or a relation of the document. */
	readonly names: { actor(id: Id): string; relation(id: Id): string };
	/** The type of a relation, by its id. */
	typeOf(relation: Id): Id;
}

/** From the lower edge of a line of text up to its baseline, as a share of the font size: IBM Plex's descent. */
const DESCENT = 0.275;

/**
 * The groups of a scene, edges first. An actor's has the id `actor-` with the actor's own id, a relation's `relation-`
 * with the relation's; in the group of a bundle, `bundle-` with the id of its first, each relation has one that says
 * what it is. Classes name kind and side, family, types (`type-` with the id) and standing, and what is collective,
 * bundled or chosen.
 */
export function graphMarkup(scene: Scene, options: GraphOptions): readonly Markup[] {
	const nodes = new Map(scene.nodes.map((node) => [node.key, node]));
	const edges = scene.edges.flatMap((edge) => {
		const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
		const drawn = source && target && edgeMarkup(edge, source, target, options);
		return drawn ? [{ key: edge.key, drawn }] : [];
	});
	const symbols = scene.nodes.map((node) => ({ key: node.key, drawn: nodeMarkup(node, options) }));
	return [
		element('g', { class: 'edges' }, chosenLast(edges, options.selected)),
		element('g', { class: 'nodes' }, chosenLast(symbols, options.selected))
	];
}

function chosenLast(
	drawn: readonly { readonly key: string; readonly drawn: Markup }[],
	selected: ReadonlySet<string>
): readonly Markup[] {
	const [below, above] = [
		drawn.filter(({ key }) => !selected.has(key)),
		drawn.filter(({ key }) => selected.has(key))
	];
	return [...below, ...above].map((one) => one.drawn);
}

function nodeMarkup(node: SceneNode, options: GraphOptions): Markup {
	const { theme, labels, selected, dimmed, names } = options;
	const chosen = selected.has(node.key);
	const label = labels.get(node.key);
	const top = node.y + node.size / 2 + (label?.margin ?? 0);
	return element(
		'g',
		{
			id: idIn('actor', node.actor),
			class: classes(
				'actor',
				node.kind,
				sideClass(node),
				node.collective && 'collective',
				chosen && 'chosen'
			),
			opacity: node.dimmed || dimmed.has(node.key) ? decimal(DIMMED) : undefined
		},
		[
			element('title', {}, [plainLine(names.actor(node.actor))]),
			...nodeStrokes(node, theme, chosen).map(strokeMarkup),
			...(label ? labelMarkup(label, node.x, top, theme) : [])
		]
	);
}

function sideClass(node: SceneNode): string | false {
	return node.side >= 0 && `side-${node.side}`;
}

function edgeMarkup(
	edge: SceneEdge,
	source: SceneNode,
	target: SceneNode,
	options: GraphOptions
): Markup | undefined {
	const { theme, labels, selected, dimmed, names, typeOf } = options;
	const geometry = edgeGeometry(edge, source, target);
	if (!geometry) return undefined;
	const chosen = selected.has(edge.key);
	const isBundle = edge.relations.length > 1;
	const label = labels.get(edge.key);
	const [x, y] = geometry.middle;
	const faint = edge.dimmed || dimmed.has(edge.key) ? DIMMED : 1;
	const texts = [
		...(label ? labelMarkup(label, x + label.shift, y + label.margin - blockHeight(label) / 2, theme) : [])
	];
	return element(
		'g',
		{
			id: idIn(isBundle ? 'bundle' : 'relation', edge.relations[0]!),
			class: classes(
				'relation',
				edge.family,
				...new Set(edge.relations.map((id) => idIn('type', typeOf(id)))),
				edge.standing,
				edge.certainty !== null && edge.certainty,
				edge.difference !== null && edge.difference,
				isBundle && 'bundle',
				chosen && 'chosen'
			)
		},
		[
			element('title', {}, [plainLine(edge.relations.map((id) => names.relation(id)).join('; '))]),
			...(isBundle ? edge.relations.map((id) => bundledMarkup(id, names.relation(id))) : []),
			...(chosen ? [underlayMarkup(linePath(geometry.path), theme)] : []),
			...lineMarkup(edgeStrokes(edge, geometry, theme), lineOpacity(edge) * faint, options),
			...faded(texts, faint)
		]
	);
}

/** A relation of a bundle: the line stands for all of them, and each can be found by its id. */
function bundledMarkup(id: Id, said: string): Markup {
	return element('g', { id: idIn('relation', id), class: 'bundled' }, [
		element('title', {}, [plainLine(said)])
	]);
}

/**
 * A line and what is drawn upon it. The canvas clears the place of each arrowhead that one can see through: nothing
 * shows in it, neither its own line nor another. Here the ground covers what is below, if there is one.
 */
function lineMarkup(
	[line, ...heads]: readonly Stroke[],
	opacity: number,
	{ theme, background }: GraphOptions
): readonly Markup[] {
	const clear = ({ d, stroke, width }: Stroke): Stroke => ({
		d,
		fill: theme.ground,
		...(stroke && { stroke: theme.ground, width })
	});
	const cleared = opacity < 1 && background ? heads.map(clear) : [];
	const seen = (stroke: Stroke): Markup => {
		const path = strokeMarkup(stroke);
		if (opacity === 1) return path;
		return { ...path, attributes: { ...path.attributes, opacity: decimal(opacity) } };
	};
	return [seen(line!), ...cleared.map(strokeMarkup), ...heads.map(seen)];
}

function underlayMarkup(d: string, theme: Theme): Markup {
	return element('path', {
		d,
		fill: 'none',
		stroke: theme.accent,
		'stroke-width': decimal(2 * UNDERLAY.padding),
		'stroke-linecap': 'round',
		'stroke-opacity': decimal(UNDERLAY.opacity)
	});
}

/** A path of a picture. */
export function strokeMarkup({ d, fill, stroke, width, dash }: Stroke): Markup {
	return element('path', {
		d,
		fill: fill ?? 'none',
		stroke,
		'stroke-width': stroke && width !== undefined ? decimal(width) : undefined,
		'stroke-dasharray': dash?.length ? dash.map(decimal).join(' ') : undefined
	});
}

function faded(drawn: readonly Markup[], opacity: number): readonly Markup[] {
	return opacity === 1 || !drawn.length ? drawn : [element('g', { opacity: decimal(opacity) }, drawn)];
}

function blockHeight({ lines, size }: PlacedLabel): number {
	return size * (1 + (lines.length - 1) * LABEL_LINE);
}

/**
 * The lines of a label below one another, the first one's upper edge at `top`, centred on `x`. Each is a text of its
 * own: browsers take all of a text for one paragraph, and would give its lines the direction of the first.
 */
function labelMarkup({ lines, size, halo }: PlacedLabel, x: number, top: number, theme: Theme): Markup[] {
	return lines.map((line, i) =>
		element(
			'text',
			{
				x: decimal(x),
				y: decimal(top + size * (1 - DESCENT + i * LABEL_LINE)),
				'font-family': FONT,
				'font-size': decimal(size),
				'text-anchor': 'middle',
				direction: direction(line) === 'rtl' ? 'rtl' : undefined,
				fill: theme.ink,
				stroke: theme.ground,
				'stroke-width': decimal(2 * halo),
				'stroke-linejoin': 'round',
				'paint-order': 'stroke'
			},
			[line]
		)
	);
}

function classes(...names: readonly (string | false)[]): string {
	return names.filter(Boolean).join(' ');
}
