import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { NATIVE } from '#lib/formats/native/native.ts';
import { legendSections } from '#lib/picture/parts/legend-entries.ts';
import { legendPart } from '#lib/picture/parts/legend.ts';
import { element, serialise } from '#lib/picture/markup.ts';
import { nameInSentence } from '#lib/view/name-lists.ts';
import { DEFAULT_SETTINGS, NO_SIDE } from '#lib/view/settings.ts';
import { LIGHT } from '#lib/view/theme.ts';
import { madeUpDocument } from '../../../made-up-document.mjs';
import { anyDocument } from '../../generate.ts';
import { anyView, viewOf } from '../composed.ts';
import { readXml, textOf } from '../read-xml.ts';
import type { ComposedView } from '#lib/picture/composition.ts';

const madeUp = NATIVE.read(JSON.stringify(madeUpDocument())).document;

function entriesOf(view: ComposedView, heading: RegExp): string[] {
	const section = legendSections(view, LIGHT).find((one) => heading.test(one.heading));
	return (section?.entries ?? []).filter(({ strokes }) => strokes).map(({ name }) => name);
}

const visible = <E extends { readonly visible: number }>(entries: readonly E[]) =>
	entries.filter((entry) => entry.visible > 0);

describe.each([
	['documents made at random', anyDocument(), 150],
	['the made-up document', fc.constant(madeUp), 40]
])('of %s, the legend has what is visible and nothing else', (_, documents, numRuns) => {
	const every = (judge: (view: ComposedView) => void) =>
		fc.assert(fc.property(anyView(documents), judge), { numRuns });

	test('families', () => {
		every((view) => {
			expect(entriesOf(view, /^Relations$/)).toEqual(visible(view.legend.families).map(({ name }) => name));
		});
	});

	test('types, below their families', () => {
		every((view) => {
			const section = legendSections(view, LIGHT).find(({ heading }) => heading === 'Relations');
			for (const { name, types } of visible(view.legend.families)) {
				const detail = section!.entries.find((entry) => entry.name === name)!.detail;
				const shown = visible(types).map((type) => nameInSentence(type.name));
				expect(detail).toBe(shown.join(', '));
			}
		});
	});

	test('kinds, with the doubled outline where there is one', () => {
		every((view) => {
			const kinds = visible(view.legend.kinds).map(({ name }) => name);
			const doubled = view.scene.nodes.some(({ collective }) => collective);
			expect(entriesOf(view, /^Actors$/)).toEqual([
				...kinds,
				...(doubled ? ['Doubled outline: several spoken of as one'] : [])
			]);
		});
	});

	test('sides, unless there is none', () => {
		every((view) => {
			const sides = visible(view.legend.sides);
			const named = sides.some(({ value }) => value !== NO_SIDE);
			expect(entriesOf(view, /^Sides$/)).toHaveLength(named ? sides.length : 0);
		});
	});

	test('how lines are said, how sure they are, how they differ, who says them', () => {
		every((view) => {
			const { settings, scene } = view;
			const count = (values: readonly unknown[]) => new Set(values.filter((one) => one !== null)).size;
			const standings = scene.edges.map(({ standing }) => standing);
			const said = standings.every((one) => one === 'stated') ? 0 : count(standings);
			expect(entriesOf(view, /^How it is said$/)).toHaveLength(said);
			const sure = settings.comparedWith ? 0 : count(scene.edges.map(({ certainty }) => certainty));
			expect(entriesOf(view, /^How sure as of /)).toHaveLength(sure);
			const different = count(scene.edges.map(({ difference }) => difference));
			const thin = scene.edges.some((edge) => edge.difference && edge.certainty === 'possible') ? 1 : 0;
			expect(entriesOf(view, /^Compared with /)).toHaveLength(different + thin);
			const voices = settings.lineColors === 'voice' && !settings.comparedWith;
			const colours = voices ? count(scene.edges.map(({ voice }) => voice)) : 0;
			expect(entriesOf(view, /^Colours: /)).toHaveLength(colours);
		});
	});
});

describe('legendSections', () => {
	it('explains a part of a view by that part', () => {
		const view = viewOf(madeUp, DEFAULT_SETTINGS);
		const edge = view.scene.edges[0]!;
		const nodes = view.scene.nodes.filter(({ key }) => key === edge.source || key === edge.target);
		const part = { ...view, scene: { nodes, edges: [edge] } };
		expect(entriesOf(part, /^Relations$/)).toHaveLength(1);
		expect(entriesOf(part, /^Relations$/).length).toBeLessThan(entriesOf(view, /^Relations$/).length);
	});

	it('says what numbers and sizes mean where there are any', () => {
		const words = (settings = DEFAULT_SETTINGS, numbers?: boolean) =>
			legendSections({ ...viewOf(madeUp, settings), numbers }, LIGHT)
				.flatMap(({ entries }) => entries)
				.filter(({ strokes }) => !strokes)
				.map(({ name }) => name);
		expect(words(DEFAULT_SETTINGS, true)).toEqual([
			'A number on a line: so many relations',
			'The larger, the more relations'
		]);
		expect(words({ ...DEFAULT_SETTINGS, size: 'equal' }, false)).toEqual([]);
	});
});

describe('legendPart', () => {
	const section = (count: number) => ({
		heading: 'Sides',
		symbol: { width: 16, height: 16 },
		entries: Array.from({ length: count }, (_, i) => ({
			strokes: [{ d: 'M0 0' }],
			name: `side ${i}`,
			detail: ''
		}))
	});
	const written = (count: number) => {
		const { content } = legendPart([section(count)], { theme: LIGHT, unit: 1 })!.draw(300);
		return textOf(readXml(serialise(element('g', {}, content))));
	};

	it('counts what is too much, but never just one', () => {
		expect(written(15)).toMatch(/side 14$/);
		expect(written(16)).toMatch(/side 13and 2 more$/);
		expect(written(100_000)).toMatch(/and 99,986 more$/);
	});

	it('is not there where there is nothing to explain', () => {
		expect(legendPart([], { theme: LIGHT, unit: 1 })).toBeNull();
	});
});
