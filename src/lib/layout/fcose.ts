/**
 * The fcose layout (Balci and Dogrusoz, "fCoSE: a fast compound graph layout algorithm with constraint
 * support", 2022), run by a Cytoscape without a picture. The one file of this folder that knows Cytoscape;
 * it is loaded when a force layout is asked for, so that nobody else pays for it.
 */
import type { Core, LayoutOptions } from 'cytoscape';
import { randomFrom } from '#lib/layout/random.ts';
import type { Point } from '#lib/model/document.ts';

/** Something to place, by index. */
export interface Body {
	readonly width: number;
	readonly height: number;
	/** Where it must stay. */
	readonly pin?: Point | undefined;
}

/** Draws two bodies together. */
export interface Spring {
	readonly a: number;
	readonly b: number;
	/** How far apart their outlines would like to be, in scene units. */
	readonly length: number;
	/** How hard it pulls; 0.45 is usual. */
	readonly strength: number;
}

export interface Round {
	/** `draft` places by distances in the graph only; the others then let the forces work, `proof` for longer. */
	readonly quality: 'draft' | 'default' | 'proof';
	/** Starts afresh, or else from where the round before ended. */
	readonly fresh: boolean;
	readonly seed: number;
	readonly repulsion: number;
	/** Between 0 and 1: how far bodies may move when a round is not fresh. */
	readonly heat?: number;
}

export interface Field {
	/** Runs one round and gives where the bodies now are. */
	run(round: Round): Point[];
	/** Frees everything. */
	close(): void;
}

/** Prepares bodies and springs. Ends of springs must exist. */
export async function openField(bodies: readonly Body[], springs: readonly Spring[]): Promise<Field> {
	const [{ default: cytoscape }, { default: fcose }] = await Promise.all([
		import('cytoscape'),
		import('cytoscape-fcose')
	]);
	cytoscape.use(fcose);
	const graph = cytoscape({
		headless: true,
		// Without styles every node would count as one unit wide.
		styleEnabled: true,
		style: [
			{
				selector: 'node',
				style: {
					width: 'data(width)',
					height: 'data(height)',
					shape: 'rectangle',
					'border-width': 0
				}
			}
		],
		elements: [
			...bodies.map(({ width, height, pin }, index) => ({
				data: { id: `n${index}`, width, height },
				position: { x: pin?.[0] ?? 0, y: pin?.[1] ?? 0 }
			})),
			...springs.map(({ a, b, length, strength }, index) => ({
				data: { id: `e${index}`, source: `n${a}`, target: `n${b}`, length, strength }
			}))
		]
	});
	const pins = bodies.flatMap(({ pin }, index) =>
		pin ? [{ nodeId: `n${index}`, position: { x: pin[0], y: pin[1] } }] : []
	);
	return { run: (round) => runRound(graph, pins, round), close: () => graph.destroy() };
}

function runRound(graph: Core, pins: readonly object[], round: Round): Point[] {
	const options = {
		name: 'fcose',
		quality: round.quality,
		randomize: round.fresh,
		animate: false,
		fit: false,
		tile: false,
		packComponents: false,
		nodeRepulsion: round.repulsion,
		idealEdgeLength: (spring: { data(key: string): number }) => spring.data('length'),
		edgeElasticity: (spring: { data(key: string): number }) => spring.data('strength'),
		initialEnergyOnIncremental: round.heat ?? 0.3,
		// fcose changes the list that it is given.
		fixedNodeConstraint: pins.length > 0 ? [...pins] : undefined
	};
	withSeed(round.seed, () => graph.layout(options as unknown as LayoutOptions).run());
	return graph.nodes().map((node): Point => [node.position('x'), node.position('y')]);
}

/* eslint-disable no-restricted-properties -- fcose asks Math.random and cannot be told otherwise. */

/** Replaces Math.random by a seeded one while `run` runs, which must not wait for anything. */
function withSeed(seed: number, run: () => void): void {
	const { random } = Math;
	Math.random = randomFrom(seed);
	try {
		run();
	} finally {
		Math.random = random;
	}
}
