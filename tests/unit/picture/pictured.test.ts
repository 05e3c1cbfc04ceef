/** The thirty pictures that tests/e2e/equal.spec.ts compares with the screen show everything that there is. */
import { describe, expect, test } from 'vitest';
import { ACTOR_KINDS, FAMILIES } from '#lib/model/document.ts';
import { RELATION_TYPES } from '#lib/model/relation-types.ts';
import { STANDINGS } from '#lib/analysis/standing.ts';
import { relationsMeasure } from '#lib/analysis/relations-measure.ts';
import { readNative } from '#lib/formats/native/native.ts';
import { CERTAINTIES } from '#lib/view/as-of.ts';
import { placeEdgeLabels } from '#lib/view/edge-labels.ts';
import { factsOf } from '#lib/view/facts.ts';
import { DIFFERENCES } from '#lib/view/fate.ts';
import { filterDocument } from '#lib/view/filter.ts';
import { edgeGeometry } from '#lib/view/geometry.ts';
import { placeLabels, type PlacedLabel } from '#lib/view/labels.ts';
import { buildScene, type Scene } from '#lib/view/scene.ts';
import { direction } from '#lib/view/text.ts';
import { LIGHT } from '#lib/view/theme.ts';
import { toldBy } from '#lib/view/told.ts';
import { readView } from '#lib/view/url.ts';
import { VOICE_COLORS } from '#lib/view/voices.ts';
import { picturedDocuments } from '../../pictured/documents.ts';

interface Shown {
	readonly scene: Scene;
	readonly names: ReadonlyMap<string, PlacedLabel>;
	readonly texts: ReadonlyMap<string, PlacedLabel>;
	readonly problems: readonly string[];
}

const shown: readonly Shown[] = picturedDocuments().map(({ file, view: text }) => {
	const { document, problems } = readNative(file);
	const { view, ignored } = readView(text);
	const facts = factsOf(document);
	const told = toldBy(facts, view.settings);
	const filtered = filterDocument(facts, view.settings, view.selection, told);
	const scene = buildScene(told, filtered, relationsMeasure.run(document), view.settings, view.selection);
	const names = placeLabels(scene, view.camera!.zoom);
	return {
		scene,
		names,
		texts: placeEdgeLabels(scene, view.camera!.zoom, names),
		problems: [...problems.map(String), ...ignored]
	};
});
const nodes = shown.flatMap(({ scene }) => scene.nodes);
const edges = shown.flatMap(({ scene }) => scene.edges);
const count = <T>(list: readonly T[], is: (one: T) => boolean) => list.filter(is).length;

describe('thirty pictures', () => {
	test('are sound documents, and their views are understood', () => {
		expect(shown).toHaveLength(30);
		expect(shown.flatMap(({ problems }) => problems)).toEqual([]);
	});

	test.each(ACTOR_KINDS)('symbols: %s, single and collective', (kind) => {
		expect(count(nodes, (node) => node.kind === kind && !node.collective)).toBeGreaterThan(2);
		expect(count(nodes, (node) => node.kind === kind && node.collective)).toBeGreaterThan(2);
	});

	test.each([-1, ...LIGHT.sides.keys()])('sides: %i', (side) => {
		expect(count(nodes, (node) => node.side === side)).toBeGreaterThan(2);
	});

	test.each(FAMILIES.flatMap((family) => CERTAINTIES.map((certainty) => [family, certainty] as const)))(
		'lines of %s that are %s',
		(family, certainty) => {
			const found = edges.filter((edge) => edge.family === family && edge.certainty === certainty);
			const natures = new Set(
				RELATION_TYPES.filter((type) => type.family === family).map((type) => type.nature)
			);
			// What is still to come is not drawn; a state that is over is not there, and no act is carried forward.
			const never = { 'not-yet': true, over: !natures.has('act'), carried: !natures.has('state') };
			if (never[certainty as keyof typeof never]) expect(found).toEqual([]);
			else expect(found.length).toBeGreaterThan(0);
		}
	);

	test.each(FAMILIES)(
		'arrowheads of %s at either end, at both, on bent and straight lines, on loops',
		(family) => {
			const of = edges.filter((edge) => edge.family === family);
			expect(count(of, ({ toTarget, toSource }) => toTarget && !toSource)).toBeGreaterThan(0);
			expect(count(of, ({ toTarget, toSource }) => !toTarget && toSource)).toBeGreaterThan(0);
			expect(count(of, ({ toTarget, toSource }) => toTarget && toSource)).toBeGreaterThan(0);
			expect(count(of, ({ bend, source, target }) => bend === 0 && source !== target)).toBeGreaterThan(0);
			expect(count(of, ({ bend, source, target }) => bend !== 0 && source !== target)).toBeGreaterThan(0);
			expect(count(of, ({ source, target }) => source === target)).toBeGreaterThan(0);
		}
	);

	test.each(STANDINGS)('lines that are %s', (standing) => {
		expect(count(edges, (edge) => edge.standing === standing)).toBeGreaterThan(5);
	});

	test.each(DIFFERENCES)('lines of a comparison: %s', (difference) => {
		expect(count(edges, (edge) => edge.difference === difference)).toBeGreaterThan(1);
	});

	test.each(['several', ...Array.from({ length: VOICE_COLORS }, (_, i) => i), -1])('voices: %s', (voice) => {
		expect(count(edges, (edge) => edge.voice === voice)).toBeGreaterThan(3);
	});

	test('bundles, fans, what is dimmed', () => {
		expect(count(edges, ({ relations }) => relations.length > 1)).toBeGreaterThan(10);
		expect(count(edges, ({ key }) => /-\d+$/.test(key))).toBeGreaterThan(10);
		expect(count(nodes, ({ dimmed }) => dimmed)).toBeGreaterThan(3);
		expect(count(edges, ({ dimmed }) => dimmed)).toBeGreaterThan(3);
	});

	test('names of one, two and three lines, to the right and to the left, and a missing one', () => {
		const names = shown.flatMap((one) => [...one.names.values()]);
		for (const lines of [1, 2, 3])
			expect(count(names, (name) => name.lines.length === lines)).toBeGreaterThan(5);
		for (const way of ['ltr', 'rtl'] as const)
			expect(count(names, (name) => direction(name.lines[0]!) === way)).toBeGreaterThan(20);
		expect(count(nodes, ({ label }) => label.length === 0)).toBeGreaterThan(3);
	});

	test('texts in the middle of a line, beside it, above what stands on it', () => {
		const texts = shown.flatMap((one) => [...one.texts.values()]);
		expect(count(texts, ({ shift }) => shift === 0)).toBeGreaterThan(20);
		expect(count(texts, ({ shift }) => shift > 0)).toBeGreaterThan(2);
		expect(count(texts, ({ shift }) => shift < 0)).toBeGreaterThan(2);
		expect(count(texts, ({ shift, margin }) => shift === 0 && margin < 0)).toBeGreaterThan(2);
	});

	test('no line is missing because its symbols overlap', () => {
		for (const { scene } of shown) {
			const byKey = new Map(scene.nodes.map((node) => [node.key, node]));
			for (const edge of scene.edges)
				expect(edgeGeometry(edge, byKey.get(edge.source)!, byKey.get(edge.target)!)).toBeDefined();
		}
	});
});
