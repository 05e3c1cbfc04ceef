/** The lines that view/geometry.ts computes are those that Cytoscape draws, for every kind, family, bend and loop. */
import cytoscape from 'cytoscape';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { ACTOR_KINDS, FAMILIES } from '#lib/model/document.ts';
import { STANDINGS } from '#lib/analysis/standing.ts';
import { CERTAINTIES } from '#lib/view/as-of.ts';
import { DIFFERENCES } from '#lib/view/fate.ts';
import { ARROW_SCALE, BORDER, FAMILY_LINES, KIND_OUTLINES } from '#lib/view/appearance.ts';
import { lineStyle } from '#lib/view/lines.ts';
import { edgeGeometry, edgeMarks, loopStyle } from '#lib/view/geometry.ts';
import { arrowOutline } from '#lib/view/arrowheads.ts';
import type { SceneEdge, SceneNode } from '#lib/view/scene.ts';

type Node = Pick<SceneNode, 'key' | 'kind' | 'x' | 'y' | 'size'>;
type Edge = Pick<
	SceneEdge,
	'family' | 'toTarget' | 'toSource' | 'standing' | 'certainty' | 'difference' | 'bend'
> & { loop: boolean };

let cy: cytoscape.Core | undefined;
afterEach(() => cy?.destroy());

function nodeStyle(node: Node): cytoscape.Css.Node {
	const outline = KIND_OUTLINES[node.kind];
	return {
		width: node.size,
		height: node.size,
		'border-width': BORDER,
		...(outline === 'ellipse'
			? { shape: 'ellipse' }
			: { shape: 'polygon', 'shape-polygon-points': outline.join(' ') })
	} as cytoscape.Css.Node;
}

function edgeStyle(edge: Edge): cytoscape.Css.Edge {
	const marks = edgeMarks(edge);
	const loop = loopStyle(edge.bend);
	return {
		width: lineStyle(edge).width,
		'arrow-scale': ARROW_SCALE,
		'source-arrow-shape': marks.source ?? 'none',
		'target-arrow-shape': marks.target ?? 'none',
		'mid-target-arrow-shape': marks.middle?.shape ?? 'none',
		'curve-style': edge.bend === 0 && !edge.loop ? 'straight' : 'unbundled-bezier',
		'edge-distances': 'node-position',
		'control-point-weights': 0.5,
		'control-point-distances': edge.bend,
		'control-point-step-size': loop.distance,
		'loop-direction': `${loop.direction}deg`,
		'loop-sweep': `${loop.sweep}deg`
	} as unknown as cytoscape.Css.Edge;
}

function draw(nodes: readonly Node[], edges: readonly Edge[]): cytoscape.Core {
	cy?.destroy();
	const container = document.createElement('div');
	container.style.cssText = 'width: 400px; height: 300px';
	document.body.append(container);
	cy = cytoscape({
		container,
		elements: [
			...nodes.map((node) => ({
				data: { id: node.key },
				position: { x: node.x, y: node.y }
			})),
			...edges.map((edge, i) => ({
				data: { id: `e${i}`, source: nodes[0]!.key, target: nodes[edge.loop ? 0 : 1]!.key }
			}))
		],
		style: [
			...nodes.map((node) => ({ selector: `#${node.key}`, style: nodeStyle(node) })),
			...edges.map((edge, i) => ({ selector: `#e${i}`, style: edgeStyle(edge) }))
		],
		layout: { name: 'preset' },
		zoom: 1
	} as cytoscape.CytoscapeOptions);
	return cy;
}

const node = (key: string): fc.Arbitrary<Node> =>
	fc.record({
		key: fc.constant(key),
		kind: fc.constantFrom(...ACTOR_KINDS),
		x: fc.double({ min: -300, max: 300, noNaN: true }),
		y: fc.double({ min: -300, max: 300, noNaN: true }),
		size: fc.double({ min: 12, max: 90, noNaN: true })
	});

const edge: fc.Arbitrary<Edge> = fc.record({
	family: fc.constantFrom(...FAMILIES),
	toTarget: fc.boolean(),
	toSource: fc.boolean(),
	standing: fc.constantFrom(...STANDINGS),
	certainty: fc.constantFrom(null, ...CERTAINTIES),
	difference: fc.option(fc.constantFrom(...DIFFERENCES)),
	bend: fc.oneof(
		fc.constant(0),
		fc.integer({ min: -600, max: 600 }).map((quarters) => quarters / 4)
	),
	loop: fc.boolean()
});

/** Cytoscape's own numbers, which it has no public words for. */
interface Scratch {
	badLine?: boolean;
	allpts: number[];
	srcArrowAngle: number;
	tgtArrowAngle: number;
	midtgtArrowAngle: number;
}

function close(actual: number, wanted: number): void {
	expect(Math.abs(actual - wanted)).toBeLessThan(0.01);
}

function sameDirection(actual: number, wanted: number): void {
	expect(Math.cos(actual - wanted)).toBeGreaterThan(Math.cos(0.002));
}

function compare(drawn: cytoscape.EdgeSingular, edge: Edge, nodes: readonly [Node, Node]): void {
	const ours = edgeGeometry(edge, nodes[0], nodes[edge.loop ? 0 : 1]);
	drawn.sourceEndpoint();
	const scratch = (drawn as unknown as { _private: { rscratch: Scratch } })._private.rscratch;
	if (scratch.badLine) return expect(ours).toBeUndefined();
	if (!ours) throw new Error('Cytoscape draws a line where we have none');

	expect(ours.path.length * 2).toBe(scratch.allpts.length);
	ours.path.flat().forEach((value, i) => close(value, scratch.allpts[i]!));
	expect(ours.controls).toHaveLength(drawn.controlPoints()?.length ?? 0);
	ours.controls.forEach(([x, y], i) => {
		close(x, drawn.controlPoints()[i]!.x);
		close(y, drawn.controlPoints()[i]!.y);
	});
	close(ours.middle[0], drawn.midpoint().x);
	close(ours.middle[1], drawn.midpoint().y);

	const heads = [...ours.arrowheads];
	const check = (present: boolean, at: cytoscape.Position, angle: number): void => {
		if (!present) return;
		const head = heads.shift()!;
		close(head.tip[0], at.x);
		close(head.tip[1], at.y);
		sameDirection(head.angle, angle);
	};
	check(edge.toSource, drawn.sourceEndpoint(), scratch.srcArrowAngle);
	check(Boolean(edgeMarks(edge).middle), drawn.midpoint(), scratch.midtgtArrowAngle);
	check(edge.toTarget, drawn.targetEndpoint(), scratch.tgtArrowAngle);
	expect(heads).toHaveLength(0);
}

test('edges between symbols of every kind are where Cytoscape draws them', () => {
	fc.assert(
		fc.property(node('n0'), node('n1'), fc.array(edge, { minLength: 1, maxLength: 12 }), (a, b, edges) => {
			const drawing = draw([a, b], edges);
			edges.forEach((one, i) => {
				// Two loops with one bend would lie upon each other; a scene has none.
				if (one.loop && edges.some((other, j) => j < i && other.loop && other.bend === one.bend)) return;
				compare(drawing.getElementById(`e${i}`), one, [a, b]);
			});
		}),
		{ numRuns: 300 }
	);
});

test('symbols that all but touch are joined by the same lines', () => {
	for (const gap of [-1, -0.1, 0, 0.05, 0.1, 0.2]) {
		const nodes = [
			{ key: 'n0', kind: 'person', x: 0, y: 0, size: 40 },
			{ key: 'n1', kind: 'person', x: 40 + BORDER + gap, y: 0, size: 40 }
		] as const;
		const one = {
			family: 'talks',
			toTarget: true,
			toSource: false,
			standing: 'stated',
			certainty: null,
			difference: null,
			bend: 60,
			loop: false
		} as const;
		compare(draw(nodes, [one]).getElementById('e0'), one, nodes);
	}
});

test('arrowheads have the size and outline that Cytoscape gives them', () => {
	const nodes = [
		{ key: 'n0', kind: 'person', x: 0, y: 0, size: 30 },
		{ key: 'n1', kind: 'person', x: 100, y: 100, size: 30 }
	] as const;
	for (const family of FAMILIES) {
		const one = {
			family,
			toTarget: true,
			toSource: false,
			standing: 'stated',
			certainty: null,
			difference: null,
			bend: 0,
			loop: false
		} as const;
		const drawing = draw(nodes, [one]);
		const renderer = (drawing as unknown as { renderer(): Renderer }).renderer();
		const { arrowhead, width } = FAMILY_LINES[family];
		const head = edgeGeometry(one, ...nodes)!.arrowheads[0]!;
		expect(head.size).toBeCloseTo(renderer.getArrowWidth(width, ARROW_SCALE), 6);
		const shape = renderer.arrowShapes[arrowhead]!;
		const ours = arrowOutline({ ...head, tip: [0, 0], angle: 0, size: 1 });
		if ('radius' in ours) expect(ours.radius).toBeCloseTo(shape.radius!, 6);
		else expect(ours.corners.flat().map((n) => n + 0)).toEqual(shape.points);
	}
});

interface Renderer {
	getArrowWidth(width: number, scale: number): number;
	arrowShapes: Record<string, { points?: number[]; radius?: number }>;
}
