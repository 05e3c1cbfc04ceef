/**
 * The scene: what is on screen now, as plain data without a canvas.
 * Nodes stand for actors, edges for one relation or a bundle of parallel ones.
 * Keys are opaque (`n0`, `e3`), because ids come from files and must not reach a drawing library.
 */
import { jointStanding, type Standing } from '#lib/analysis/standing.ts';
import type { Actor, ActorKind, FamilyId, Id, Relation } from '#lib/model/document.ts';
import type { Facts } from './facts.ts';
import { isVisible, type Filtered } from './fate.ts';
import { actorName } from './names.ts';
import type { Selection, Settings } from './settings.ts';
import { isMutual } from './sentences.ts';
import { wrapLabel } from './text.ts';

export interface SceneNode {
	readonly key: string;
	readonly actor: Id;
	readonly kind: ActorKind;
	/** Place of the actor's side in the palette; -1 for none. */
	readonly side: number;
	readonly collective: boolean;
	readonly x: number;
	readonly y: number;
	/** Width and height of the symbol, in scene units. */
	readonly size: number;
	/** The name as it is written, broken into lines. */
	readonly label: readonly string[];
	/** 0 for the most important; decides which labels stay when there is no room. */
	readonly rank: number;
	/** Kept by a filter that dims instead of hiding. */
	readonly dimmed: boolean;
	readonly pinned: boolean;
}

export interface SceneEdge {
	readonly key: string;
	/** The relations that it stands for: one, or a bundle. */
	readonly relations: readonly Id[];
	/** The bundle that it belongs to, opened or not. */
	readonly bundle: string;
	readonly source: string;
	readonly target: string;
	readonly family: FamilyId;
	/** Arrowhead at the target, at the source. */
	readonly toTarget: boolean;
	readonly toSource: boolean;
	/** How far the quadratic control point stands off the middle of the straight line; its sign as in geometry.ts. */
	readonly bend: number;
	/** Text at the middle of the edge: the count of a bundle, a relation's reading, or nothing. */
	readonly label: string;
	readonly standing: Standing;
	readonly dimmed: boolean;
}

export interface Scene {
	readonly nodes: readonly SceneNode[];
	readonly edges: readonly SceneEdge[];
}

/** Symbols are this wide, from the least to the most by the chosen measure. */
const SMALLEST = 30;
const LARGEST = 56;
/** Labels are broken at this width, in pixels, into at most this many lines. */
const LABEL_WIDTH = 132;
const LABEL_LINES = 3;
/** Between the control points of neighbouring lines of one pair; the lines are half as far apart. */
const LINE_STEP = 36;
const FAN_STEP = 56;

/**
 * Builds the scene. A pure function of what the document says, what the filters leave, a number for each
 * actor that sizes show, the settings and what is chosen.
 */
export function buildScene(
	facts: Facts,
	filtered: Filtered,
	measure: ReadonlyMap<Id, number>,
	settings: Settings,
	selection: Selection
): Scene {
	const actors = facts.document.actors.filter((actor) => isVisible(filtered.actors.get(actor.id)));
	const nodes = buildNodes(actors, facts, filtered, measure, settings);
	const keys = new Map(nodes.map((node) => [node.actor, node.key]));
	return { nodes, edges: buildEdges(facts, filtered, settings, selection, keys) };
}

function buildNodes(
	actors: readonly Actor[],
	facts: Facts,
	filtered: Filtered,
	measure: ReadonlyMap<Id, number>,
	settings: Settings
): SceneNode[] {
	const largest = Math.max(1, ...actors.map((actor) => measure.get(actor.id) ?? 0));
	const ranks = ranksOf(actors, facts);
	return actors.map((actor) => {
		const order = facts.order.get(actor.id)!;
		const [x, y] = facts.document.positions?.get(actor.id) ?? unplaced(order);
		return {
			key: `n${order}`,
			actor: actor.id,
			kind: actor.kind,
			side: actor.side ? facts.sides.indexOf(actor.side) : -1,
			collective: actor.collective ?? false,
			x,
			y,
			size: Math.round(SMALLEST + (LARGEST - SMALLEST) * Math.sqrt((measure.get(actor.id) ?? 0) / largest)),
			label: labelOf(actorName(actor, settings.names)),
			rank: ranks.get(actor.id)!,
			dimmed: filtered.actors.get(actor.id) === 'dimmed',
			pinned: settings.pinned.has(actor.id)
		};
	});
}

/** Breaking a name into lines is most of the work of a scene; the same names come again at every tick. */
const labels = new Map<string, readonly string[]>();
const MOST_LABELS = 4_000;

function labelOf(name: string): readonly string[] {
	const known = labels.get(name);
	if (known) return known;
	const lines = wrapLabel(name, LABEL_WIDTH, LABEL_LINES);
	if (labels.size >= MOST_LABELS) labels.clear();
	labels.set(name, lines);
	return lines;
}

function ranksOf(actors: readonly Actor[], facts: Facts): Map<Id, number> {
	const sorted = [...actors].sort(
		(a, b) =>
			(facts.degree.get(b.id) ?? 0) - (facts.degree.get(a.id) ?? 0) ||
			facts.order.get(a.id)! - facts.order.get(b.id)!
	);
	return new Map(sorted.map((actor, rank) => [actor.id, rank]));
}

/** Where an actor without a position stands: on a sunflower's spiral, so that no two meet. */
function unplaced(order: number): readonly [number, number] {
	const radius = 90 * Math.sqrt(order + 0.5);
	const angle = order * Math.PI * (3 - Math.sqrt(5));
	return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
}

/** Relations that run between the same two actors and are of one family: a line of the picture. */
interface Bundle {
	readonly key: string;
	readonly from: Id;
	readonly to: Id;
	readonly family: FamilyId;
	readonly relations: Relation[];
}

function buildEdges(
	facts: Facts,
	filtered: Filtered,
	settings: Settings,
	selection: Selection,
	keys: ReadonlyMap<Id, string>
): SceneEdge[] {
	const edges: SceneEdge[] = [];
	for (const bundles of bundlesByPair(facts, filtered, keys).values()) {
		const strands = bundles.flatMap((bundle) => strandsOf(bundle, settings, selection));
		strands.forEach((strand, index) => {
			const step = strand.opened ? FAN_STEP : LINE_STEP;
			const offset = strands.length === 1 ? 0 : (index - (strands.length - 1) / 2) * step;
			edges.push(edgeOf(strand, offset, facts, filtered, selection, keys));
		});
	}
	return edges;
}

function bundlesByPair(
	facts: Facts,
	filtered: Filtered,
	keys: ReadonlyMap<Id, string>
): Map<string, Bundle[]> {
	const pairs = new Map<string, Bundle[]>();
	for (const relation of facts.document.relations) {
		if (!isVisible(filtered.relations.get(relation.id))) continue;
		// One direction for a pair, whichever way its relations run, so that bends do not cross over.
		const swap = facts.order.get(relation.from)! > facts.order.get(relation.to)!;
		const [from, to] = swap ? [relation.to, relation.from] : [relation.from, relation.to];
		const pair = `${keys.get(from)}-${keys.get(to)}`;
		const family = facts.typeOf(relation).family;
		const bundles = pairs.get(pair) ?? [];
		pairs.set(pair, bundles);
		const bundle = bundles.find((candidate) => candidate.family === family);
		if (bundle) bundle.relations.push(relation);
		else bundles.push({ key: `${pair}-${family}`, from, to, family, relations: [relation] });
	}
	return pairs;
}

interface Strand extends Bundle {
	readonly opened: boolean;
}

/** A bundle is opened to a fan when one of its relations is chosen, or all bundles are. */
function strandsOf(bundle: Bundle, settings: Settings, selection: Selection): Strand[] {
	const opened =
		bundle.relations.length > 1 &&
		(settings.fans || bundle.relations.some(({ id }) => selection.relations.has(id)));
	if (!opened) return [{ ...bundle, opened }];
	return bundle.relations.map((relation) => ({ ...bundle, relations: [relation], opened }));
}

function edgeOf(
	strand: Strand,
	bend: number,
	facts: Facts,
	filtered: Filtered,
	selection: Selection,
	keys: ReadonlyMap<Id, string>
): SceneEdge {
	const { relations, from } = strand;
	const [first] = relations as [Relation];
	const named = relations.length === 1 && (strand.opened || selection.relations.has(first.id));
	return {
		key: `e-${strand.key}${strand.opened ? `-${facts.relationOrder.get(first.id)}` : ''}`,
		relations: relations.map(({ id }) => id),
		bundle: strand.key,
		source: keys.get(from)!,
		target: keys.get(strand.to)!,
		family: strand.family,
		toTarget: relations.some((relation) => relation.from === from || isMutual(facts.typeOf(relation))),
		toSource: relations.some((relation) => relation.from !== from || isMutual(facts.typeOf(relation))),
		bend,
		label: named ? facts.typeOf(first).name : relations.length > 1 ? String(relations.length) : '',
		standing: jointStanding(relations.map(({ id }) => facts.standings.get(id) ?? 'unsourced')),
		dimmed: relations.every(({ id }) => filtered.relations.get(id) === 'dimmed')
	};
}
