/**
 * The scene: what is on screen now, as plain data without a canvas.
 * Nodes stand for actors, edges for one relation or a bundle of parallel ones.
 * Keys are opaque (`n0`, `e3`), because ids come from files and must not reach a drawing library.
 */
import { jointStanding, type Standing } from '#lib/analysis/standing.ts';
import type { Actor, ActorKind, FamilyId, Id, Relation } from '#lib/model/document.ts';
import type { Certainty } from '#lib/model/time.ts';
import { jointCertainty, lastKnown } from './as-of.ts';
import type { Facts } from './facts.ts';
import { isVisible, type Difference, type Filtered } from './fate.ts';
import { actorName } from './names.ts';
import { NO_SIDE, type Selection, type Settings } from './settings.ts';
import { deniers, isMutual } from './sentences.ts';
import { wrapLabel } from './text.ts';
import { lineVoice, voiceColors } from './voices.ts';

export interface SceneNode {
	readonly key: string;
	/** Of two that overlap the greater is drawn above. That of the document, so that a filter does not change it. */
	readonly order: number;
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
	/** As that of nodes. */
	readonly order: number;
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
	/** How sure it is as of the view's moment; null where the view has none, or is compared. */
	readonly certainty: Certainty | null;
	/** How it differs from the view compared; null where none is. */
	readonly difference: Difference | null;
	/** Whose colour it has: a voice's place in the palette, -1 for one without; null for its family's. */
	readonly voice: number | 'several' | null;
	readonly dimmed: boolean;
}

/** Both in their order. */
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
 *
 * @param facts as they are told (told.ts).
 * @param voices places in the palette where lines are coloured by voice; those of the whole document, so that a
 * filter changes no colour.
 */
export function buildScene(
	facts: Facts,
	filtered: Filtered,
	measure: ReadonlyMap<Id, number>,
	settings: Settings,
	selection: Selection,
	voices: ReadonlyMap<Id, number> | null = settings.lineColors === 'voice' ? voiceColors(facts) : null
): Scene {
	const actors = facts.document.actors.filter((actor) => isVisible(filtered.actors.get(actor.id)));
	const nodes = buildNodes(actors, facts, filtered, measure, settings);
	const keys = new Map(nodes.map((node) => [node.actor, node.key]));
	return { nodes, edges: buildEdges({ facts, filtered, settings, selection, keys, voices }) };
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
			order,
			actor: actor.id,
			kind: actor.kind,
			side: facts.sides.get(actor.side ?? NO_SIDE) ?? -1,
			collective: actor.collective ?? false,
			x,
			y,
			size: Math.round(SMALLEST + (LARGEST - SMALLEST) * Math.sqrt((measure.get(actor.id) ?? 0) / largest)),
			label: wrapLabel(actorName(actor, settings.names), LABEL_WIDTH, LABEL_LINES),
			rank: ranks.get(actor.id)!,
			dimmed: filtered.actors.get(actor.id) === 'dimmed',
			pinned: settings.pinned.has(actor.id)
		};
	});
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

/**
 * Relations that run between the same two actors, are of one family, and alike in how sure they are as of the view's
 * moment, or in how they differ from the view compared: a line of the picture.
 */
interface Bundle {
	readonly key: string;
	readonly from: Id;
	readonly to: Id;
	readonly family: FamilyId;
	/** How sure, or how different; '' where the view asks for neither. */
	readonly quality: string;
	readonly relations: Relation[];
}

/** What edges are made from. */
interface View {
	readonly facts: Facts;
	readonly filtered: Filtered;
	readonly settings: Settings;
	readonly selection: Selection;
	/** Scene keys of the actors on screen. */
	readonly keys: ReadonlyMap<Id, string>;
	readonly voices: ReadonlyMap<Id, number> | null;
}

function buildEdges(view: View): SceneEdge[] {
	const edges: SceneEdge[] = [];
	for (const bundles of bundlesByPair(view).values()) {
		const strands = bundles.flatMap((bundle) => strandsOf(bundle, view));
		strands.forEach((strand, index) => {
			const step = strand.opened ? FAN_STEP : LINE_STEP;
			const offset = strands.length === 1 ? 0 : (index - (strands.length - 1) / 2) * step;
			edges.push(edgeOf(strand, offset, view));
		});
	}
	return edges.sort((a, b) => a.order - b.order);
}

function bundlesByPair({ facts, filtered, keys }: View): Map<string, Bundle[]> {
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
		const { id } = relation;
		const quality = filtered.differences.get(id) ?? filtered.certainties.get(id) ?? '';
		const bundle = bundles.find((one) => one.family === family && one.quality === quality);
		if (bundle) bundle.relations.push(relation);
		else {
			const key = `${pair}-${family}${quality && `-${quality}`}`;
			bundles.push({ key, from, to, family, quality, relations: [relation] });
		}
	}
	return pairs;
}

interface Strand extends Bundle {
	readonly opened: boolean;
}

/** A bundle is opened to a fan when one of its relations is chosen, or all bundles are. */
function strandsOf(bundle: Bundle, { settings, selection }: View): Strand[] {
	const opened =
		bundle.relations.length > 1 &&
		(settings.fans || bundle.relations.some(({ id }) => selection.relations.has(id)));
	if (!opened) return [{ ...bundle, opened }];
	return bundle.relations.map((relation) => ({ ...bundle, relations: [relation], opened }));
}

function edgeOf(strand: Strand, bend: number, view: View): SceneEdge {
	const { facts, filtered, keys } = view;
	const { relations, from } = strand;
	const [first] = relations as [Relation];
	const order = facts.relationOrder.get(first.id)!;
	const ids = relations.map(({ id }) => id);
	const standing = jointStanding(ids.map((id) => facts.standings.get(id) ?? 'unsourced'));
	const certainty = jointCertainty(known(ids, filtered.certainties));
	return {
		key: `e-${strand.key}${strand.opened ? `-${order}` : ''}`,
		order,
		relations: ids,
		bundle: strand.key,
		source: keys.get(from)!,
		target: keys.get(strand.to)!,
		family: strand.family,
		toTarget: relations.some((relation) => relation.from === from || isMutual(facts.typeOf(relation))),
		toSource: relations.some((relation) => relation.from !== from || isMutual(facts.typeOf(relation))),
		bend,
		label: relations.length > 1 ? String(relations.length) : labelOfOne(first, strand, certainty, view),
		standing,
		certainty,
		difference: jointDifference(known(ids, filtered.differences)),
		voice:
			view.voices &&
			lineVoice(
				ids.flatMap((id) => facts.claims.get(id) ?? []),
				view.voices
			),
		dimmed: ids.every((id) => filtered.relations.get(id) === 'dimmed')
	};
}

/** What is written on the line of one relation: how it reads where that is asked for, who denies it, how old it is. */
function labelOfOne(relation: Relation, strand: Strand, certainty: Certainty | null, view: View): string {
	const { facts, selection } = view;
	const named = strand.opened || selection.relations.has(relation.id);
	const denying = deniers(facts, relation);
	const known = certainty === 'carried' ? lastKnown(facts, relation) : '';
	return [
		named && facts.typeOf(relation).name,
		denying && `denied by ${denying}`,
		known && `last known ${known}`
	]
		.filter(Boolean)
		.join(', ');
}

function known<T>(ids: readonly Id[], notes: ReadonlyMap<Id, T>): T[] {
	return ids.flatMap((id) => notes.get(id) ?? []);
}

/** Relations that became what they are in different ways have, as one line, changed. */
function jointDifference(differences: readonly Difference[]): Difference | null {
	const [first] = differences;
	if (first === undefined) return null;
	return differences.every((one) => one === first) ? first : 'changed';
}
