import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAMILIES } from '#lib/model/document.ts';
import { DIMMED, FAMILY_LINES, UNSURE } from '#lib/view/appearance.ts';
import { placeEdgeLabels } from '#lib/view/edge-labels.ts';
import { placeLabels } from '#lib/view/labels.ts';
import { THEMES } from '#lib/view/theme.ts';
import { element, idIn } from '#lib/picture/markup.ts';
import { writeSvg } from '#lib/picture/svg.ts';
import { anyScene, sceneEdge, sceneNode } from '../view/scenes.ts';
import { allOf, readXml, textOf } from './read-xml.ts';
import type { Scene } from '#lib/view/scene.ts';
import type { PictureOptions } from '#lib/picture/svg.ts';
import type { Element } from './read-xml.ts';

const theme = THEMES.light;

function options(scene: Scene, more: Partial<PictureOptions> = {}): PictureOptions {
	const names = placeLabels(scene, 1);
	return {
		theme,
		labels: new Map([...names, ...placeEdgeLabels(scene, 1, names)]),
		selected: new Set(),
		dimmed: new Set(),
		frame: { x: -300, y: -200, width: 600, height: 400 },
		title: 'A picture',
		description: 'Who relates to whom',
		background: true,
		typeOf: (id) => `type of ${id}`,
		names: { actor: (id) => `who is ${id}`, relation: (id) => `what is ${id}` },
		...more
	};
}

function draw(scene: Scene, more: Partial<PictureOptions> = {}): Element {
	return readXml(writeSvg(scene, options(scene, more)));
}

function byId(root: Element, id: string): Element {
	const found = allOf(root).find((one) => one.attributes.get('id') === id);
	if (!found) throw new Error(`no ${id}`);
	return found;
}

const pair: Scene = {
	nodes: [
		sceneNode('n0', -100, 0),
		sceneNode('n1', 100, 0, { kind: 'armed-group', side: 1, collective: true })
	],
	edges: [sceneEdge('e0', 'n0', 'n1')]
};

describe('whatever a file contains', () => {
	const hostile = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.constantFrom(
			'</title><script>alert(1)</script>',
			'"><svg onload="alert(1)',
			']]>&bogus;&#0;',
			'<a href="https://example.org">',
			'\ud800 \udc00 \ufffe\uffff\u0000\u0008\u009f',
			'<!--'
		)
	);

	test('the picture is well-formed, its ids are unique, it runs and fetches nothing', () => {
		fc.assert(
			fc.property(anyScene, hostile, hostile, (scene, name, title) => {
				const nodes = scene.nodes.map((node) => ({
					...node,
					actor: `${name}${node.key}`,
					label: [name]
				}));
				const edges = scene.edges.map((edge) => ({
					...edge,
					relations: edge.relations.map((id) => `${id}${name}`),
					label: name
				}));
				const written: Scene = { nodes, edges };
				const names = { actor: () => name, relation: () => name };
				const svg = writeSvg(written, options(written, { names, title, description: title }));
				const elements = allOf(readXml(svg));
				const ids = elements.flatMap((one) => one.attributes.get('id') ?? []);
				expect(new Set(ids).size).toBe(ids.length);
				for (const id of ids) expect(id).toMatch(/^[A-Za-z][\w.-]*$/);
				expect(svg.replace(/ (id|class)="[^"]*"/g, '')).not.toMatch(
					/<(script|a|image|use|foreignObject)[\s>/]| on\w+="|href="|NaN|Infinity/
				);
				expect(svg).not.toMatch(/ (src|style)=/);
				expect(new Set(elements.map((one) => one.name))).not.toContain('script');
			})
		);
	});

	test('numbers have two decimals at the most', () => {
		fc.assert(
			fc.property(anyScene, (scene) => {
				expect(writeSvg(scene, options(scene))).not.toMatch(/\d\.\d{3}|[ "MLQA]-0[ "LQAZ]|\de-/);
			})
		);
	});
});

describe('what a reader finds in it', () => {
	test('every name that has room, as text', () => {
		fc.assert(
			fc.property(anyScene, (scene) => {
				const root = draw(scene);
				const labels = placeLabels(scene, 1);
				scene.nodes.forEach((node) => {
					const lines = allOf(byId(root, idIn('actor', node.actor)))
						.filter((one) => one.name === 'text')
						.map(textOf);
					expect(lines).toEqual(labels.get(node.key)?.lines ?? []);
				});
			})
		);
	});

	test('a title and a description, and a title for each actor and relation', () => {
		const root = draw(pair);
		expect(textOf(byId(root, 'picture-title'))).toBe('A picture');
		expect(textOf(byId(root, 'picture-description'))).toBe('Who relates to whom');
		expect(textOf(byId(root, 'actor-actor.20.n1'))).toContain('who is actor n1');
		expect(textOf(byId(root, 'relation-relation.20.e0'))).toBe('what is relation e0');
	});

	test('classes for kind, side, family and standing', () => {
		const root = draw({
			...pair,
			edges: [sceneEdge('e0', 'n0', 'n1', { standing: 'denied', relations: ['a', 'b'] })]
		});
		expect(byId(root, 'actor-actor.20.n1').attributes.get('class')).toBe(
			'actor armed-group side-1 collective'
		);
		expect(byId(root, 'bundle-a').attributes.get('class')).toBe(
			'relation talks type-type.20.of.20.a type-type.20.of.20.b denied bundle'
		);
	});

	test('each relation of a bundle, by its own id', () => {
		const root = draw({ ...pair, edges: [sceneEdge('e0', 'n0', 'n1', { relations: ['a', 'b'] })] });
		const bundle = byId(root, 'bundle-a');
		expect(['a', 'b'].map((id) => textOf(byId(bundle, `relation-${id}`)))).toEqual([
			'what is a',
			'what is b'
		]);
	});

	test('ids of the document that no two ids of the picture share', () => {
		expect(idIn('actor', 'quds-force_2')).toBe('actor-quds-force_2');
		expect(idIn('actor', 'a b.c é')).toBe('actor-a.20.b.2e.c.20..e9.');
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
				expect(idIn('actor', a) === idIn('actor', b)).toBe(a === b);
			})
		);
	});

	test('Arabic and Persian letter by letter, set from the right', () => {
		const name = 'نیروی قدس می\u200cرود';
		const root = draw({ nodes: [sceneNode('n0', 0, 0, { label: [name, 'IRGC'] })], edges: [] });
		const [arabic, latin] = allOf(root).filter((one) => one.name === 'text') as [Element, Element];
		expect(textOf(arabic)).toBe(name);
		expect(arabic.attributes.get('direction')).toBe('rtl');
		expect(latin.attributes.get('direction')).toBeUndefined();
	});
});

describe('how it looks', () => {
	test.each(FAMILIES)('lines of %s have their colour and their pattern', (family) => {
		const root = draw({ ...pair, edges: [sceneEdge('e0', 'n0', 'n1', { family })] });
		const [line, head] = allOf(byId(root, 'relation-relation.20.e0')).filter(
			(one) => one.name === 'path'
		) as [Element, Element];
		expect(line.attributes.get('stroke')).toBe(theme.families[family]);
		expect(line.attributes.get('stroke-width')).toBe(String(FAMILY_LINES[family].width));
		expect(line.attributes.get('stroke-dasharray') ?? '').toBe(FAMILY_LINES[family].dash.join(' '));
		expect(head.attributes.get('fill')).toBe(theme.families[family]);
	});

	test('lines lie below symbols, and what is chosen above the rest of its sort', () => {
		const edges = [sceneEdge('e0', 'n0', 'n1', { bend: 20 }), sceneEdge('e1', 'n0', 'n1', { bend: -20 })];
		const root = draw({ ...pair, edges }, { selected: new Set(['n0', 'e0']) });
		const order = allOf(root).flatMap((one) => one.attributes.get('id') ?? []);
		expect(order.filter((id) => !id.startsWith('picture'))).toEqual([
			'relation-relation.20.e1',
			'relation-relation.20.e0',
			'actor-actor.20.n1',
			'actor-actor.20.n0'
		]);
	});

	test('what is chosen has the accent: around a symbol, under a line', () => {
		const plain = writeSvg(pair, options(pair));
		expect(plain).not.toContain(theme.accent);
		const root = draw(pair, { selected: new Set(['n0', 'e0']) });
		const accents = (id: string): number =>
			allOf(byId(root, id)).filter((one) => one.attributes.get('stroke') === theme.accent).length;
		expect([
			accents('actor-actor.20.n0'),
			accents('relation-relation.20.e0'),
			accents('actor-actor.20.n1')
		]).toEqual([2, 1, 0]);
	});

	test('what steps back and what is unsure is faint', () => {
		const opacity = (root: Element, id: string): string[] =>
			allOf(byId(root, id)).flatMap((one) => one.attributes.get('opacity') ?? []);
		const unsure = { ...pair, edges: [sceneEdge('e0', 'n0', 'n1', { standing: 'unsure' })] };
		// The line and its arrowhead.
		expect(opacity(draw(unsure), 'relation-relation.20.e0')).toEqual([String(UNSURE), String(UNSURE)]);
		const root = draw(unsure, { dimmed: new Set(['e0', 'n1']) });
		const faint = String(DIMMED * UNSURE);
		expect(opacity(root, 'relation-relation.20.e0')).toEqual([faint, faint]);
		expect(opacity(root, 'actor-actor.20.n1')).toEqual([String(DIMMED)]);
		expect(opacity(root, 'actor-actor.20.n0')).toEqual([]);
	});

	test('nothing shows in the place of an arrowhead that one can see through', () => {
		const unsure = { ...pair, edges: [sceneEdge('e0', 'n0', 'n1', { standing: 'unsure' })] };
		const fills = (background: boolean) =>
			allOf(byId(draw(unsure, { background }), 'relation-relation.20.e0'))
				.filter((one) => one.name === 'path')
				.map((one) => one.attributes.get('fill'));
		expect(fills(true)).toEqual(['none', theme.ground, theme.families.talks]);
		expect(fills(false)).toEqual(['none', theme.families.talks]);
	});

	test('what is denied has a bar, what no source states an empty ring', () => {
		const paths = (standing: 'stated' | 'denied' | 'unsourced'): Element[] =>
			allOf(
				byId(draw({ ...pair, edges: [sceneEdge('e0', 'n0', 'n1', { standing })] }), 'relation-relation.20.e0')
			).filter((one) => one.name === 'path');
		expect(paths('stated')).toHaveLength(2);
		// It is faint as well, so the ground is cleared for it.
		expect(paths('denied').map((one) => one.attributes.get('fill'))).toContain(theme.families.talks);
		expect(paths('unsourced')[1]!.attributes.get('fill')).toBe(theme.ground);
		expect(paths('unsourced')[1]!.attributes.get('stroke')).toBe(theme.families.talks);
	});

	test('the ground is painted when it is asked for', () => {
		const rects = (background: boolean): number =>
			allOf(draw(pair, { background })).filter((one) => one.name === 'rect').length;
		expect([rects(true), rects(false)]).toEqual([1, 0]);
	});
});

describe('its parts', () => {
	test('stand above and below the graph, which keeps its shape at any width', () => {
		const part = (id: string, height: number) => ({
			id,
			draw: (width: number) => ({ height, content: [element('text', {}, [`${width} wide`])] })
		});
		const root = draw(pair, {
			width: 900,
			header: [part('headline', 40)],
			footer: [part('legend', 60), part('sources', 20)]
		});
		expect(root.attributes.get('height')).toBe('720');
		const graph = allOf(root).filter((one) => one.name === 'svg')[1]!;
		expect(graph.attributes.get('y')).toBe('40');
		expect(graph.attributes.get('viewBox')).toBe('-300 -200 600 400');
		expect(graph.attributes.get('height')).toBe('600');
		expect(byId(root, 'legend').attributes.get('transform')).toBe('translate(0 640)');
		expect(byId(root, 'sources').attributes.get('transform')).toBe('translate(0 700)');
		expect(textOf(byId(root, 'legend'))).toBe('900 wide');
	});

	test('fonts come along as CSS that cannot end its element', () => {
		const css = '@font-face { font-family: X; src: url(data:font/woff2;base64,AA==) } </style><script>';
		const style = allOf(draw(pair, { fontCss: css })).find((one) => one.name === 'style')!;
		expect(textOf(style)).toBe(css);
	});

	test('an empty scene is an empty picture', () => {
		const root = draw({ nodes: [], edges: [] }, { frame: { x: 0, y: 0, width: 0, height: 0 } });
		expect(allOf(root).filter((one) => one.name === 'path')).toEqual([]);
	});
});
