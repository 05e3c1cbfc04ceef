/** Brings the canvas from one scene to the next by the least change. */
import type { Core, ElementDefinition, NodeSingular } from 'cytoscape';
import { lineOpacity } from '#lib/view/lines.ts';
import { loopStyle } from '#lib/view/geometry.ts';
import type { Scene, SceneEdge, SceneNode } from '#lib/view/scene.ts';
import { UNLABELLED } from './label-layer.ts';

/**
 * Scene objects are compared by their fields; Cytoscape gets copies, because it writes into what it is given.
 *
 * @param marksOf classes that an element on the canvas carries beside those of the scene.
 */
export function patch(
	cy: Core,
	before: Scene,
	after: Scene,
	glide: number,
	marksOf: (key: string) => readonly string[]
): void {
	const nodesBefore = new Map(before.nodes.map((node) => [node.key, node]));
	const edgesBefore = new Map(before.edges.map((edge) => [edge.key, edge]));
	const nodesAfter = new Set(after.nodes.map((node) => node.key));
	const edgesAfter = new Set(after.edges.map((edge) => edge.key));
	cy.batch(() => {
		cy.remove(cy.edges().filter((edge) => !edgesAfter.has(edge.id())));
		cy.remove(cy.nodes().filter((node) => !nodesAfter.has(node.id())));
		const fresh: ElementDefinition[] = [];
		for (const node of after.nodes) {
			const old = nodesBefore.get(node.key);
			if (!old) fresh.push(nodeElement(node));
			else if (!sameNode(old, node))
				changeNode(cy.getElementById(node.key), old, node, glide, marksOf(node.key));
		}
		for (const edge of after.edges) {
			const old = edgesBefore.get(edge.key);
			if (!old) fresh.push(edgeElement(edge));
			else if (!sameEdge(old, edge)) {
				cy.getElementById(edge.key)
					.classes([...edgeClasses(edge), ...marksOf(edge.key)])
					.data(edgeData(edge));
			}
		}
		cy.add(fresh);
	});
}

function nodeElement(node: SceneNode): ElementDefinition {
	return {
		group: 'nodes',
		data: { id: node.key, order: node.order, size: node.size, ...UNLABELLED },
		position: { x: node.x, y: node.y },
		classes: nodeClasses(node)
	};
}

function edgeElement(edge: SceneEdge): ElementDefinition {
	return {
		group: 'edges',
		data: { id: edge.key, source: edge.source, target: edge.target, ...edgeData(edge), ...UNLABELLED },
		classes: edgeClasses(edge)
	};
}

/** What of an edge's drawing is a number of its own; the rest goes by classes. */
function edgeData(edge: SceneEdge): object {
	const { distance, sweep } = loopStyle(edge.bend);
	return {
		order: edge.order,
		bend: edge.bend,
		loop: distance,
		sweep: `${sweep}deg`,
		opacity: lineOpacity(edge)
	};
}

function nodeClasses(node: SceneNode): string[] {
	return [
		`kind-${node.kind}`,
		`side-${node.side}`,
		...(node.collective ? ['collective'] : []),
		...(node.dimmed ? ['dimmed'] : [])
	];
}

function edgeClasses(edge: SceneEdge): string[] {
	return [
		`family-${edge.family}`,
		`standing-${edge.standing}`,
		...(edge.difference ? [`difference-${edge.difference}`] : []),
		...(edge.certainty ? [`certainty-${edge.certainty}`] : []),
		...(edge.difference ? [] : ['plain']),
		...(edge.voice === null || edge.difference ? [] : [`voice-${edge.voice}`]),
		...(edge.toTarget ? ['to-target'] : []),
		...(edge.toSource ? ['to-source'] : []),
		...(edge.source === edge.target ? ['loop'] : edge.bend !== 0 ? ['bent'] : []),
		...(edge.dimmed ? ['dimmed'] : [])
	];
}

function changeNode(
	element: NodeSingular,
	old: SceneNode,
	node: SceneNode,
	glide: number,
	marks: readonly string[]
): void {
	element.classes([...nodeClasses(node), ...marks]).data({ size: node.size });
	if (old.x === node.x && old.y === node.y) return;
	const position = { x: node.x, y: node.y };
	element.stop();
	if (glide) element.animate({ position }, { duration: glide, easing: 'ease-in-out' });
	else element.position(position);
}

function sameNode(a: SceneNode, b: SceneNode): boolean {
	return (
		a.x === b.x &&
		a.y === b.y &&
		a.size === b.size &&
		a.side === b.side &&
		a.kind === b.kind &&
		a.collective === b.collective &&
		a.dimmed === b.dimmed
	);
}

function sameEdge(a: SceneEdge, b: SceneEdge): boolean {
	return (
		a.order === b.order &&
		a.bend === b.bend &&
		a.family === b.family &&
		a.standing === b.standing &&
		a.certainty === b.certainty &&
		a.difference === b.difference &&
		a.voice === b.voice &&
		a.toTarget === b.toTarget &&
		a.toSource === b.toSource &&
		a.dimmed === b.dimmed
	);
}
