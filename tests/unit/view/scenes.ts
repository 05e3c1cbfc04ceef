/** Scenes that the tests of view/ and picture/ draw. */
import fc from 'fast-check';
import { ACTOR_KINDS, FAMILIES } from '#lib/model/document.ts';
import { STANDINGS } from '#lib/analysis/standing.ts';
import { CERTAINTIES } from '#lib/view/as-of.ts';
import { DIFFERENCES } from '#lib/view/fate.ts';
import { wrapLabel } from '#lib/view/text.ts';
import type { Scene, SceneEdge, SceneNode } from '#lib/view/scene.ts';

const orderOf = (key: string): number => Number(key.replace(/\D/g, ''));

export function sceneNode(key: string, x: number, y: number, more: Partial<SceneNode> = {}): SceneNode {
	return {
		key,
		order: orderOf(key),
		actor: `actor ${key}`,
		kind: 'person',
		side: -1,
		collective: false,
		x,
		y,
		size: 30,
		label: [`Actor ${key}`],
		rank: 0,
		dimmed: false,
		pinned: false,
		...more
	};
}

export function sceneEdge(
	key: string,
	source: string,
	target: string,
	more: Partial<SceneEdge> = {}
): SceneEdge {
	return {
		key,
		order: orderOf(key),
		relations: [`relation ${key}`],
		bundle: key,
		source,
		target,
		family: 'talks',
		toTarget: true,
		toSource: false,
		bend: 0,
		label: '',
		standing: 'stated',
		certainty: null,
		difference: null,
		voice: null,
		dimmed: false,
		...more
	};
}

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** Up to 30 actors whose symbols and names get in each other's way, and lines between them. */
export const anyScene: fc.Arbitrary<Scene> = fc
	.array(
		fc.record({
			kind: fc.constantFrom(...ACTOR_KINDS),
			x: between(-300, 300),
			y: between(-200, 200),
			size: between(20, 60),
			collective: fc.boolean(),
			dimmed: fc.boolean(),
			side: fc.integer({ min: -1, max: 8 }),
			name: fc.oneof(
				fc.constantFrom('Iraq', 'Kataib Hezbollah', 'Islamic Resistance in Iraq', ''),
				fc.string({ unit: 'binary' })
			)
		}),
		{ minLength: 2, maxLength: 30 }
	)
	.chain((actors) => {
		const nodes = actors.map(({ name, x, y, ...more }, i) =>
			sceneNode(`n${i}`, x, y, { ...more, label: wrapLabel(name, 130, 3), rank: (i * 7) % actors.length })
		);
		const key = fc.constantFrom(...nodes.map((node) => node.key));
		const edge = fc.record({
			source: key,
			target: key,
			family: fc.constantFrom(...FAMILIES),
			toTarget: fc.boolean(),
			toSource: fc.boolean(),
			bend: fc.oneof(fc.constant(0), between(-80, 80)),
			label: fc.constantFrom('', '2', 'negotiates with'),
			standing: fc.constantFrom(...STANDINGS),
			certainty: fc.constantFrom(null, ...CERTAINTIES),
			difference: fc.option(fc.constantFrom(...DIFFERENCES)),
			voice: fc.constantFrom(null, -1, 0, 5, 'several' as const),
			dimmed: fc.boolean()
		});
		return fc.record({
			nodes: fc.constant(nodes),
			edges: fc
				.array(edge, { maxLength: 40 })
				.map((edges) =>
					edges.map(({ source, target, ...more }, i) => sceneEdge(`e${i}`, source, target, more))
				)
		});
	});
